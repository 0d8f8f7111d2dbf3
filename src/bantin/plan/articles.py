"""The page of every article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import Relations, identify_officials, is_expired
from bantin.check import locate
from bantin.plan.jobs import ArticlePage, Link, Target
from bantin.plan.lineage import find_heirs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bantin.check import Content
    from bantin.model import Article, Picture, Reference
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


def plan_articles(sources: Sources) -> Iterator[Job]:
    """Yield a job for each article that has a page."""
    relations = Relations(sources.catalogue)
    for position, entry in enumerate(sources.catalogue.entries):
        if sources.wants_article(entry.path):
            inputs = _inputs(sources, relations, position)
            bodies = () if entry.status == "withdrawn" else (entry.key,)
            yield sources.page(urls.article(entry.path), inputs, bodies)


def _inputs(sources: Sources, relations: Relations, position: int) -> ArticlePage:
    catalogue, registry = sources.catalogue, sources.catalogue.registry
    entry, article = catalogue.entries[position], catalogue.article(position)
    is_withdrawn = entry.status == "withdrawn"
    older = relations.older(position)
    references = () if is_withdrawn else catalogue.records.references(entry)
    officials = identify_officials(article, registry)
    return ArticlePage(
        article=article,
        wards=tuple(registry.wards[ward] for ward in article.wards),
        heirs=tuple(find_heirs(registry, registry.wards[ward]) for ward in article.wards),
        officials=tuple(registry.officials[one] if one else None for one in officials),
        topics=tuple(registry.topics[topic] for topic in article.topics),
        references=tuple(resolve(one, entry.path, sources.content, sources.titles) for one in references),
        image=None if is_withdrawn else find_image(article, sources.content),
        attachments=() if is_withdrawn else find_attachments(article, sources.content),
        older=_link(sources, older) if older is not None else None,
        is_expired=not is_withdrawn and is_expired(entry, catalogue.now),
        related=tuple(catalogue.entries[other].card for other in relations.related(position)),
        changed=entry.changed,
    )


def _link(sources: Sources, position: int) -> Link:
    entry = sources.catalogue.entries[position]
    return Link(entry.title, urls.article(entry.path), lang=entry.lang)


def find_image(article: Article, content: Content) -> Picture | None:
    """Return an article's lead picture."""
    if article.image is None:
        return None
    path = locate(article.image.src, article.path, content).path
    return content.media[path].picture(path)


def find_attachments(article: Article, content: Content) -> tuple[tuple[str, int], ...]:
    """Return (address, bytes) of each file to download."""
    paths = (locate(attachment.src, article.path, content).path for attachment in article.attachments)
    return tuple((path, 0 if content.media[path].width else content.media[path].size) for path in paths)


def resolve(reference: Reference, base: str, content: Content, titles: Mapping[str, str]) -> Target:
    """Return where a checked reference, written in the file `base`, leads."""
    located = locate(reference.target, base, content)
    href = None if located.fault else urls.located(located)
    media = content.media.get(located.path) if located.kind == "media" and reference.is_picture else None
    # An article that is not shown yet is not named either.
    title = "" if located.fault else titles.get(located.path, "") or located.path.rpartition("/")[2]
    return Target(href, title, media.picture(located.path) if media and href else None)
