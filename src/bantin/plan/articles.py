"""The page of every article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import Relations
from bantin.check import locate
from bantin.plan.jobs import ArticlePage, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.check import Content
    from bantin.model import Reference
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


def plan_articles(sources: Sources) -> Iterator[Job]:
    """Yield a job for each article that has a page."""
    titles = {article.path: article.title for article in sources.catalogue.articles}
    relations = Relations(sources.catalogue)
    for position, article in enumerate(sources.catalogue.articles):
        if not sources.wants_article(article.path):
            continue
        is_withdrawn = article.status == "withdrawn"
        inputs = _inputs(sources, relations, position, titles, is_withdrawn=is_withdrawn)
        bodies = () if is_withdrawn else (article.body,)
        yield sources.page(urls.article(article.path), inputs, bodies)


def _inputs(
    sources: Sources, relations: Relations, position: int, titles: dict[str, str], *, is_withdrawn: bool
) -> ArticlePage:
    catalogue, registry = sources.catalogue, sources.catalogue.registry
    article = catalogue.articles[position]
    older = relations.older(position)
    references = () if is_withdrawn else sources.references.get(article.path, ())
    return ArticlePage(
        article=article,
        wards=tuple(registry.wards[ward] for ward in article.wards),
        officials=tuple(registry.officials[one] if one else None for one in catalogue.officials[position]),
        topics=tuple(registry.topics[topic] for topic in article.topics),
        references=tuple(resolve(reference, article.path, sources.content, titles) for reference in references),
        image=None if is_withdrawn else _image(catalogue.card(position).image),
        attachments=() if is_withdrawn else _attachments(sources, position),
        related=tuple(catalogue.card(other) for other in relations.related(position)),
        older=catalogue.card(older) if older is not None else None,
        is_expired=article.expires is not None and article.expires <= catalogue.now,
    )


def _image(image: tuple[str, str, int, int] | None) -> tuple[str, int, int] | None:
    return (image[0], image[2], image[3]) if image else None


def _attachments(sources: Sources, position: int) -> tuple[tuple[str, int], ...]:
    article = sources.catalogue.articles[position]
    paths = (locate(attachment.src, article.path, sources.content).path for attachment in article.attachments)
    return tuple((path, sources.content.media[path].size) for path in paths)


def resolve(reference: Reference, base: str, content: Content, titles: dict[str, str]) -> Target:
    """Return where a checked reference, written in the file `base`, leads."""
    located = locate(reference.target, base, content)
    address = None if located.fault else urls.located(located)
    media = content.media.get(located.path) if located.kind == "media" and reference.is_picture else None
    title = titles.get(located.path, "") or located.path.rpartition("/")[2]
    return Target(address, title, media.width if media else 0, media.height if media else 0)
