"""Rules for the text of one article: the worker that reads a file calls them, and its record keeps what they find.

They must be cheap, since a first build reads every article: substrings and one pass of a regular expression tell
whether a closer look is worth it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bantin.check.lists import find_list_faults
from bantin.check.pasted import find_pasted_faults
from bantin.check.personal import find_personal_data
from bantin.check.setting_out import find_setting_out_faults
from bantin.check.style import find_style_faults
from bantin.model import Article, Place, Problem
from bantin.read.findings import Findings

_IGNORE = re.compile(
    r"(?:<!--|#)\s*bỏ qua\s*:\s*(?P<rules>[a-z][a-z, -]*?)\s*(?:(?:—|–|:|\bvì\b)\s*(?P<reason>[^\n]*?))?\s*(?:-->|$)"
)
IGNORE_MARK = "bỏ qua".encode()
"""What a file holds that excuses a finding."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The text of one article, and how a place in it becomes a line."""

    article: Article
    text: str
    """The body in Markdown."""
    line: int
    """The line of the file where `text` starts."""
    places: dict[str, Place]
    """Of values in the front matter."""
    title_limit: int = 120

    def place(self, offset: int) -> Place:
        """Return line and column of a place in the body."""
        return Place(self.line + self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset))


def check_prose(manuscript: Manuscript, source: str, ignored: tuple[str, ...]) -> tuple[Problem, ...]:
    """Return what the rules find in an article; `source` is its whole file, `ignored` the rules that are off."""
    findings = Findings(manuscript.article.path)
    for find in FINDERS:
        find(manuscript, findings)
    problems = [problem for problem in findings.problems if problem.rule not in ignored]
    return tuple(_heed(problems, source, findings.path) if source else problems)


def _heed(problems: list[Problem], source: str, path: str) -> list[Problem]:
    """Leave out what the editor says to ignore, on its own line or the one above; ask where the reason is missing."""
    excused: set[tuple[int, str]] = set()
    asked = Findings(path)
    for number, line in enumerate(source.split("\n"), 1):
        match = _IGNORE.search(line)
        if not match:
            continue
        if not match["reason"]:
            asked.warning("ignore-reason", number, match.start() + 1)
            continue
        stands_alone = line.strip() == match[0].strip()
        lines = (number, number + 1, number + 2) if stands_alone else (number,)
        excused |= {(one, rule) for one in lines for rule in re.split(r"[, ]+", match["rules"]) if rule}
    return [*(one for one in problems if (one.line, one.rule) not in excused), *asked.problems]


FINDERS: tuple[Callable[[Manuscript, Findings], None], ...] = (
    find_style_faults,
    find_personal_data,
    find_setting_out_faults,
    find_list_faults,
    find_pasted_faults,
)
