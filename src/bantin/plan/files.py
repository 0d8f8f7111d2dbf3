"""Files published as they are, and the pages that MkDocs rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.check.references import PIXELS
from bantin.model import digest
from bantin.plan.articles import resolve
from bantin.plan.assets import CopyFile, PictureFiles
from bantin.plan.jobs import StandingPageJob

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.check import MediaFile
    from bantin.model import StandingPage
    from bantin.plan.jobs import Job, Target
    from bantin.plan.sources import Sources


def plan_files(sources: Sources) -> Iterator[Job]:
    """Yield pictures and attachments, those of hidden articles excepted, and the files of the host."""
    for path, media in sources.content.media.items():
        if not media.fault and path not in sources.withheld:
            is_picture = path.lower().endswith(PIXELS)
            inputs = _picture(sources, path, media) if is_picture else CopyFile(path, media.digest)
            yield sources.copy(path, inputs)
    for index, file in enumerate(sources.host.files):
        yield sources.copy(file.address, CopyFile(file.source, file.digest, index))


def _picture(sources: Sources, path: str, media: MediaFile) -> PictureFiles:
    picture = media.picture(path)
    return PictureFiles(picture, picture.variants(), media.digest, sources.base.pictures)


def plan_standing_pages(sources: Sources) -> Iterator[Job]:
    """Yield the pages that MkDocs rendered, with the addresses of what they link to."""
    for index, page in enumerate(sources.host.pages):
        yield sources.page(page.address, StandingPageJob(index, digest(page.html), find_targets(sources, page)))


def find_targets(sources: Sources, page: StandingPage) -> tuple[Target, ...]:
    """Return where each reference of a page leads."""
    return tuple(resolve(reference, page.path, sources.content, sources.titles) for reference in page.references)
