"""Pictures become their forms by the pool, a few at a time, and are kept; what was made before is only handed on."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.medium import suffix_of
from bantin.model import BantinError, Picture, name_fault
from bantin.model.digest import SIZE
from bantin.plan.assets import PictureFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bantin.build.pictures.store import PictureStore
    from bantin.build.pool import Payload, WorkerPool
    from bantin.plan import Job

Order = tuple["Job", PictureFiles, bytes]


class PicturePipeline:
    """Makes the files of pictures."""

    def __init__(self, folder: Path, store: PictureStore, pool: WorkerPool) -> None:
        """`folder`: content/."""
        self._folder = folder
        self._store = store
        self._pool = pool

    def develop(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, dict[str, bytes]]]:
        """Yield each job with its files; those that are at hand first. Raises BantinError."""
        missing = []
        for job in jobs:
            if isinstance(job.inputs, PictureFiles):
                forms = self._store.get(job.inputs.key)
                if forms is None:
                    missing.append((job, job.inputs))
                else:
                    yield job, _name(job.inputs, forms)
        # One by one: a picture takes long enough, and what waits for the disk stays small.
        for (job, inputs, _), developed in self._pool.run(develop_batch, self._open(missing), 1):
            if not developed:
                raise BantinError("build.picture_failed", path=inputs.picture.path)
            self._store.put(inputs.key, developed)
            yield job, _name(inputs, developed)

    def _open(self, jobs: Iterable[tuple[Job, PictureFiles]]) -> Iterator[Order]:
        for job, inputs in jobs:
            path = inputs.picture.path
            try:
                data = (self._folder / path).read_bytes()
            except OSError as error:
                raise BantinError("build.cannot_read", path=path, reason=name_fault(error)) from error
            if blake2b(data, digest_size=SIZE).hexdigest() + suffix_of(path) != inputs.digest:
                raise BantinError("build.changed_meanwhile", path=path)
            yield job, inputs, data


def develop_batch(_: Payload, orders: Sequence[Order]) -> list[list[bytes]]:
    """Return the forms of each picture; none where it cannot be developed."""
    return [_develop(inputs.picture, data) for _, inputs, data in orders]


def _develop(picture: Picture, data: bytes) -> list[bytes]:
    from bantin.build.pictures.develop import develop  # noqa: PLC0415 - Pillow is slow to import

    try:
        return develop(data, picture)
    except Exception:  # noqa: BLE001 - codecs raise anything; the editor is told which picture it was
        return []


def _name(inputs: PictureFiles, forms: Sequence[bytes]) -> dict[str, bytes]:
    return dict(zip(inputs.paths, forms, strict=True))
