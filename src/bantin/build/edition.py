"""The content as of one instant: read, checked, indexed, ready to be planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bantin.build.build_summary import BuildSummary
from bantin.build.content import load_content
from bantin.build.delta import Then, find_due, find_scope
from bantin.build.published import find_lost
from bantin.build.shared_content import load_shared_content
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
    from bantin.build.shared_content import SharedContent
    from bantin.build.snapshot import Snapshot
    from bantin.catalogue import Catalogue
    from bantin.check import Content
    from bantin.model import Host, Problem
    from bantin.plan.scope import Scope


@dataclass(frozen=True, slots=True)
class Edition:
    """What a build publishes, and what the next one may start from."""

    host: Host
    snapshot: Snapshot
    shared: SharedContent
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
        """What forbids making a site at all (see `SharedContent.ruins`); paths relative to the project."""
        return _relative(self.host, self.shared.ruins)

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
        loaded, snapshot = self.loaded, self.snapshot
        now = self.catalogue.now
        summary = BuildSummary(
            shared=loaded.shared,
            sources=snapshot.sources,
            now=now,
            due=self.due,
            articles=len(self.catalogue.entries),
            drafts=self.drafts,
            signatures=snapshot.scan.articles,
            media=snapshot.media,
            errors=tuple(problem for problem in self.problems if problem.severity == "error"),
            warnings=self.warnings,
        )
        return State(summary, loaded.own, loaded.excluded, loaded.errors, loaded.warnings)

    def find_scope(self, before: State | None) -> Scope | None:
        """Return which part of the plan can differ from that of an earlier build; None: everything."""
        if before is None or before.summary.shared != self.loaded.shared:
            return None
        then = Then(judge_together(before.entries, before.excluded), before.summary.now, before.summary.due)
        return find_scope(then, self.loaded.entries, self.catalogue)

    def catalogue_of(self, before: State | None) -> Catalogue | None:
        """Return the catalogue of an earlier build, where everything but the articles was the same."""
        if before is None or before.summary.shared != self.loaded.shared:
            return None
        entries = judge_together(before.entries, before.excluded).values()
        return make_catalogue(entries, self.loaded.content, self.loaded.records, before.summary.now)

    def sources(self, scope: Scope | None) -> Sources:
        """Return what the planners read."""
        loaded, host = self.loaded, self.host
        entries = loaded.entries
        standing = (*host.pages, host.introduction)
        return Sources(
            catalogue=self.catalogue,
            content=loaded.content,
            host=host,
            base=self.snapshot.base,
            titles={path: entry.title for path, entry in entries.items()},
            withheld=find_withheld(entries, loaded.records, standing, loaded.content, self.catalogue.now),
            scope=scope,
        )


def make_edition(
    host: Host,
    snapshot: Snapshot,
    place: Workplace,
    now: datetime,
    known: State | None,
    shared: SharedContent | None = None,
    *,
    is_thorough: bool = False,
) -> Edition:
    """Return the edition of what a snapshot found, as of `now`.

    `known` spares work on articles that have not changed, `shared` on everything else where none of it has.
    `is_thorough`: judge every article anew, to tell all warnings.
    """
    instant = now.astimezone(VIETNAM).isoformat()
    shared = shared or load_shared_content(snapshot.scan, snapshot.media, place, snapshot.base_digest)
    loaded = load_content(snapshot.scan, shared, place, instant, known, is_thorough=is_thorough)
    catalogue = make_catalogue(loaded.entries.values(), loaded.content, loaded.records, instant)
    problems = _relative(host, (*loaded.problems, *_check_host(host, loaded.content)))
    return Edition(host, snapshot, shared, loaded, catalogue, problems)


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
