"""The content as of one instant: read, checked, indexed, ready to be planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bantin.build.content import load_content
from bantin.build.delta import Then, find_due, find_scope
from bantin.build.ground import load_ground
from bantin.build.outline import Outline
from bantin.build.published import find_lost
from bantin.build.state import State, judge_together
from bantin.build.withheld import find_withheld
from bantin.catalogue import make_catalogue
from bantin.check.references import locate
from bantin.plan.sources import Sources
from bantin.read.findings import Findings
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from bantin.build.articles import Workplace
    from bantin.build.content import Loaded
    from bantin.build.ground import Ground
    from bantin.build.survey import Survey
    from bantin.catalogue import Catalogue
    from bantin.check import Content
    from bantin.model import Host, Problem
    from bantin.plan.scope import Scope


@dataclass(frozen=True, slots=True)
class Edition:
    """What a build publishes, and what the next one may start from."""

    host: Host
    survey: Survey
    ground: Ground
    loaded: Loaded
    catalogue: Catalogue
    problems: tuple[Problem, ...]
    """Every error, and the warnings about what was judged anew, sorted; paths relative to the project."""

    @property
    def warnings(self) -> int:
        """How many warnings there are in all, told and untold."""
        return self.loaded.untold + sum(problem.severity == "warning" for problem in self.problems)

    @property
    def ruins(self) -> tuple[Problem, ...]:
        """What forbids making a site at all (see `Ground.ruins`); paths relative to the project."""
        return _relative(self.host, self.ground.ruins)

    @property
    def drafts(self) -> int:
        """How many articles say themselves that they are not to be published yet."""
        return sum(entry.status == "draft" for entry in self.loaded.entries.values())

    @property
    def due(self) -> str:
        """The next instant at which the same files give another site; '' for never."""
        return find_due(self.loaded.entries.values(), self.catalogue.now)

    def find_lost(self, published: Path | None) -> tuple[Problem, ...]:
        """Return what of the site of a manifest would vanish; nothing where none is known. Raises ConfigError."""
        if published is None:
            return ()
        return _relative(self.host, find_lost(published, self.host, self.loaded, self.catalogue))

    def state(self) -> State:
        """Return what the next build needs to know of this one."""
        loaded, survey = self.loaded, self.survey
        now = self.catalogue.now
        outline = Outline(
            ground=loaded.ground,
            sources=survey.sources,
            now=now,
            due=self.due,
            articles=len(self.catalogue.entries),
            drafts=self.drafts,
            signatures=survey.scan.articles,
            media=survey.media,
            errors=tuple(problem for problem in self.problems if problem.severity == "error"),
            warnings=self.warnings,
        )
        return State(outline, loaded.own, loaded.excluded, loaded.errors, loaded.warnings)

    def find_scope(self, before: State | None) -> Scope | None:
        """Return which part of the plan can differ from that of an earlier build; None: everything."""
        if before is None or before.outline.ground != self.loaded.ground:
            return None
        then = Then(judge_together(before.entries, before.excluded), before.outline.now, before.outline.due)
        return find_scope(then, self.loaded.entries, self.catalogue)

    def catalogue_of(self, before: State | None) -> Catalogue | None:
        """Return the catalogue of an earlier build, where everything but the articles was the same."""
        if before is None or before.outline.ground != self.loaded.ground:
            return None
        entries = judge_together(before.entries, before.excluded).values()
        return make_catalogue(entries, self.loaded.content, self.loaded.shelf, before.outline.now)

    def sources(self, scope: Scope | None) -> Sources:
        """Return what the planners read."""
        loaded, host = self.loaded, self.host
        entries = loaded.entries
        standing = (*host.pages, host.introduction)
        return Sources(
            catalogue=self.catalogue,
            content=loaded.content,
            host=host,
            base=self.survey.base,
            titles={path: entry.title for path, entry in entries.items()},
            withheld=find_withheld(entries, loaded.shelf, standing, loaded.content, self.catalogue.now),
            scope=scope,
        )


def make_edition(
    host: Host,
    survey: Survey,
    place: Workplace,
    now: datetime,
    known: State | None,
    ground: Ground | None = None,
    *,
    is_thorough: bool = False,
) -> Edition:
    """Return the edition of what a survey found, as of `now`.

    `known` spares work on articles that have not changed, `ground` on everything else where none of it has.
    `is_thorough`: judge every article anew, to tell all warnings.
    """
    instant = now.astimezone(VIETNAM).isoformat()
    ground = ground or load_ground(survey.scan, survey.media, place, survey.base_digest)
    loaded = load_content(survey.scan, ground, place, instant, known, is_thorough=is_thorough)
    catalogue = make_catalogue(loaded.entries.values(), loaded.content, loaded.shelf, instant)
    problems = _relative(host, (*loaded.problems, *_check_host(host, loaded.content)))
    return Edition(host, survey, ground, loaded, catalogue, problems)


def _check_host(host: Host, content: Content) -> Iterator[Problem]:
    """Judge the links of standing pages and of the introduction."""
    for page in (*host.pages, host.introduction):
        findings = Findings(page.path)
        for reference in page.references:
            located = locate(reference.target, page.path, content)
            if located.fault == "hidden":
                findings.warning("link-hidden", reference.line, reference.column, target=reference.target)
            elif located.fault:
                place = (reference.line, reference.column)
                findings.error("link-broken", *place, target=reference.target, near="", path=located.path)
        yield from findings.problems


def _relative(host: Host, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    prefix = f"{host.settings.content_dir}/"
    return tuple(sorted(replace(problem, path=prefix + problem.path) for problem in problems))
