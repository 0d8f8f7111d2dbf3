"""Words of drafts, embargoed and withdrawn articles that a site tells all the same."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bantin import urls
from bantin.verify.clauses import hash_clause, split_clauses
from bantin.verify.judge import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bantin.build.hidden import Hidden, Kept
    from bantin.verify.facts import Facts
    from bantin.verify.inventory import File

_MOST = 5
"""Clauses of an article that are looked for: its beginning tells it apart."""


def find_leaks(
    kept: Kept,
    files: Mapping[str, File],
    facts: Mapping[str, Facts],
    read_site: Callable[[str], str],
    read_content: Callable[[str], str],
) -> Iterator[Finding]:
    """Yield where a site holds the page or the words of what `kept` hides.

    What somebody may read elsewhere in the content is no secret, even if a hidden article says it too.
    """
    yield from _find_pages(kept, files)
    probes = {hash_clause(clause): (clause, one) for one in kept.hidden for clause in _telling(one)}
    hits = [
        (path, *probes[mark])
        for path, known in facts.items()
        for mark in probes.keys() & set(known.clauses)
        if not _is_own_notice(path, *probes[mark])
    ]
    if not hits:
        return
    wanted = {clause for _, clause, _ in hits}
    public = {clause for path in kept.public for clause in wanted.intersection(split_clauses(read_content(path)))}
    for path, clause, hidden in hits:
        if clause not in public and clause in set(split_clauses(read_site(path))):
            yield Finding(path, "leak", f"{hidden.path}: {clause}")


def _find_pages(kept: Kept, files: Mapping[str, File]) -> Iterator[Finding]:
    for one in kept.hidden:
        path = urls.output(urls.article(one.path))
        if not one.is_withdrawn and path in files:
            yield Finding(path, "leak", one.path)


def _telling(hidden: Hidden) -> list[str]:
    return list(islice(split_clauses(f"{hidden.title}\n{hidden.words}"), _MOST))


def _is_own_notice(path: str, clause: str, hidden: Hidden) -> bool:
    """Tell whether this is a withdrawn article's title, on the page or in the list that say it was withdrawn."""
    own = path == urls.output(urls.article(hidden.path)) or path.startswith("dinh-chinh/")
    return hidden.is_withdrawn and own and clause in split_clauses(hidden.title)
