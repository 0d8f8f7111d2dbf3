"""change-untold: what was published is not changed without saying so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.read.findings import Findings
from bantin.text.tones import place_tones

if TYPE_CHECKING:
    from bantin.model import Article, Problem
    from bantin.read.article import Reading

_WORDS = re.compile(r"\w+")


def find_untold(before: Reading, after: Reading, now: str) -> tuple[Problem, ...]:
    """Return a warning where the words of an article changed after its publication and its head does not say so.

    `now`: ISO 8601 at +07:00. Punctuation, blanks, links and where a tone mark stands are no change.
    """
    old, new = before.article, after.article
    if old is None or new is None or not _was_seen(old, now) or new.status != "published":
        return ()
    if (old.updated, old.corrections) != (new.updated, new.corrections) or _words(before) == _words(after):
        return ()
    findings = Findings(new.path)
    findings.warning("change-untold", *after.places["date"], today=now[:10])
    return tuple(findings.problems)


def _was_seen(article: Article, now: str) -> bool:
    return article.status == "published" and article.date.isoformat() <= now


def _words(reading: Reading) -> list[str]:
    article = reading.article
    head = (article.title, article.summary if article.has_summary else "") if article else ()
    return _WORDS.findall(place_tones("\n".join((*head, reading.text))).casefold())
