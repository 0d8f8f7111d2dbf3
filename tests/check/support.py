"""A broken project on the disk, checked by the core in this process, without MkDocs."""

import base64
import binascii
import io
import struct
import subprocess
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from PIL import Image

from bantin.build import BuildOptions, Project, check_content
from bantin.build.cache import Cache
from bantin.build.manifest import save_manifest
from bantin.check.config import ConfigFile, check_config
from bantin.messages import load_messages
from bantin.messages.report import problem_as_dict
from bantin.model import Host
from bantin.text.dates import VIETNAM
from conftest import SETTINGS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CASES = Path(__file__).parent / "cases"
ARTICLE = "content/news/2025/10/bai.md"
"""Where the shorthand `article` of a case puts its text."""

NOW = datetime(2025, 12, 1, tzinfo=VIETNAM)


def make_png(width: int, height: int) -> bytes:
    """Return a PNG whose header claims this size; only a picture of 1 × 1 has all its pixels."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", binascii.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def make_photo(size: int) -> bytes:
    """Return a JPEG of about so many bytes that tells where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (10.0, 30.0, 0.0)}
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "JPEG", exif=exif)
    return data.getvalue() + b"\0" * size


BASE: dict[str, Any] = {
    "content/registry/wards.yml": """\
- id: ben-cat
  name: Bến Cát
  kind: phường
  province: TP. Hồ Chí Minh
- id: ben-nghe
  name: Bến Nghé
  kind: phường
  province: TP. Hồ Chí Minh
""",
    "content/registry/officials.yml": "- id: nguyen-van-a\n  name: Nguyễn Văn A\n",
    "content/registry/topics.yml": "- id: thong-bao\n  name: Thông báo\n- id: an-sinh-xa-hoi\n  name: An sinh xã hội\n",
    "content/news/2025/10/tin-mau.md": (
        "---\ntitle: Tin mẫu\ndate: 2025-10-07\nward: ben-cat\nofficials: [Nguyễn Văn A]\ntags: [thong-bao]\n---\n\n"
        "Một đoạn văn.\n\n![Trụ sở phường](../../../media/tru-so.png)\n"
    ),
    "content/media/tru-so.png": {"png": [1, 1]},
    "content/media/lich.pdf": "%PDF",
}
"""The sound project that each case adds to."""


def write_file(path: Path, content: Any) -> None:
    """Write one file of a case: text, or what its only key describes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        path.write_bytes(content.encode())
        return
    ((kind, value),) = content.items()
    if kind == "link":
        path.symlink_to(value)
    elif kind == "bytes":
        path.write_bytes(value.encode("latin-1"))
    elif kind == "base64":
        path.write_bytes(base64.b64decode(value))
    elif kind == "photo":
        path.write_bytes(make_photo(value))
    elif kind == "png":
        path.write_bytes(make_png(*value))
    elif kind == "locked":
        path.write_text(value, encoding="utf-8")
    else:
        assert kind == "parts", f"unknown kind of file: {kind}"
        path.write_text("".join(text * count for text, count in value), encoding="utf-8", newline="\n")


@contextmanager
def _lock(paths: set[Path]) -> Iterator[None]:
    """Refuse to open `paths`, as Windows does while another program holds them."""
    opened = Path.open

    def refuse(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path in paths:
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    with patch.object(Path, "open", refuse):
        yield


def _commit(root: Path, files: dict[str, str]) -> None:
    """Put the sound project and `files` into git, as what was published."""
    for path, content in (BASE | files).items():
        write_file(root / path, content)
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), (*identity, "commit", "-q", "-m", "published")):
        subprocess.run(["git", "-C", str(root), *arguments], check=True)


def check_files(
    root: Path,
    files: dict[str, Any],
    published: Sequence[str] = (),
    before: dict[str, str] | None = None,
    config: dict[str, Any] | None = None,
) -> list[dict[str, Any]]:
    """Return the problems, as `bantin check --json` prints them, of the sound project with `files` added.

    `published`: files of the published site, "address of the job > file" where the two differ; `before`: what git has;
    `config`: what mkdocs.yml says, as a `ConfigFile` has it.
    """
    if before:
        _commit(root, before)
    for path, content in (BASE | files).items():
        write_file(root / path, content)
    manifest = None
    if published:
        (root / ".bantin").mkdir()
        manifest = root / ".bantin/published.tsv"
        pairs = ([part.strip() for part in one.rpartition(">")] for one in published)
        save_manifest(manifest, {job or file: f"0\t{file}\t0\t0\t0" for job, _, file in pairs})
    locked = {root / path for path, content in files.items() if isinstance(content, dict) and "locked" in content}
    with Cache(root / ".bantin" / "cache.sqlite", "test") as cache, _lock(locked):
        options = BuildOptions(NOW, root / "site", workers=1, published=manifest)
        found = check_config(ConfigFile("mkdocs.yml", **config)) if config else ()
        host = Host(replace(SETTINGS, site_url=""), {}, problems=found)
        problems = check_content(Project(root, root / "mkdocs.yml"), host, cache, options)
    texts = load_messages("vi")
    return [problem_as_dict(problem, texts) for problem in problems]


def load_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (theme and name, case) of all cases; `article` is short for a file at `ARTICLE`."""
    for source in sorted(CASES.glob("*.yml")):
        for case in yaml.load(source.read_bytes(), Loader=_LOADER):  # noqa: S506 - a safe one
            if "article" in case:
                case["files"] = {ARTICLE: case.pop("article"), **case.get("files", {})}
            yield f"{source.stem}: {case['name']}", case
