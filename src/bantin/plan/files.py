"""Files published as they are, and the pages that MkDocs rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.model import digest
from bantin.plan.articles import resolve
from bantin.plan.jobs import CopyFile, StandingPageJob

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.model import StandingPage
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


def plan_files(sources: Sources) -> Iterator[Job]:
    """Yield pictures and attachments, those of hidden articles excepted, and the files of the host."""
    for path, media in sources.content.media.items():
        if not media.fault and path not in sources.withheld:
            yield sources.file(path, CopyFile(path, media.digest))
    for index, file in enumerate(sources.host.files):
        yield sources.file(file.address, CopyFile(file.source, file.digest, index))


def plan_standing_pages(sources: Sources) -> Iterator[Job]:
    """Yield the pages that MkDocs rendered, with the addresses of what they link to."""
    for index, page in enumerate(sources.host.pages):
        yield sources.page(page.address, StandingPageJob(index, digest(page.html), find_addresses(sources, page)))


def find_addresses(sources: Sources, page: StandingPage) -> tuple[str, ...]:
    """Return what stands in the place of each reference of a page; "#" for an article that is not shown."""
    root = urls.root(page.address)
    targets = (resolve(reference, page.path, sources.content, {}) for reference in page.references)
    return tuple("#" if target.address is None else urls.link(root, target.address) for target in targets)
