"""Build and check a project: at once where nothing changed since, else by reading what did."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bantin.build.build_summary import load_summary
from bantin.build.lock import hold
from bantin.build.manifest import manifest_path
from bantin.build.options import BuildOptions, Report
from bantin.build.project import require_folder
from bantin.build.snapshot import take_snapshot
from bantin.build.writer import SiteWriter, Writer
from bantin.model import ConfigError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.project import Project
    from bantin.model import Host


def check_content(project: Project, host: Host, cache: Cache, options: BuildOptions) -> tuple[Problem, ...]:
    """Return all problems of the content, with paths relative to the project.

    A build finds the same but for wards that the country does not list: it has no need of those data.
    """
    from bantin.build.country import find_unlisted  # noqa: PLC0415 - no build loads the units of the country
    from bantin.build.history import find_untold_changes  # noqa: PLC0415 - nor of git

    prefix = f"{host.settings.content_dir}/"
    untold = find_untold_changes(project.root, host.settings, options.base, options.now)
    told = (replace(problem, path=prefix + problem.path) for problem in untold)
    return tuple(sorted((*_judge(project, host, cache, options), *find_unlisted(project, host), *told)))


def _judge(project: Project, host: Host, cache: Cache, options: BuildOptions) -> tuple[Problem, ...]:
    summary = load_summary(cache, None)
    found = take_snapshot(project, host, summary, time.time_ns())
    from bantin.build.publish import judge  # noqa: PLC0415 - half of start-up, and most runs have no use for it

    return (*host.problems, *judge(host, found, cache, options))


def build_site(project: Project, host: Host, cache: Cache, options: BuildOptions) -> Report:
    """Bring the output folder to the state that content and configuration ask for.

    Raises ContentError under `strict` where the content has errors; then nothing is written. Raises BantinError where
    the disk refuses, or another build holds the lock for too long.
    """
    started = time.monotonic()
    _refuse_unfit(project, host, options.difference[0] if options.difference else options.out)
    if options.strict and not host.settings.site_url:
        raise ConfigError("config.no_site_url")
    options.refuse_errors(host.problems)
    with hold(project), closing(_open_writer(project, options)) as writer:
        summary = load_summary(cache, writer.seal)
        found = take_snapshot(project, host, summary or load_summary(cache, None), time.time_ns())
        if not options.reference and summary and found.equals(summary, options.now) and writer.is_whole:
            options.refuse_errors(summary.errors)
            seconds = time.monotonic() - started
            warnings = summary.warnings + _count_warnings(host)
            known = ((*host.problems, *summary.errors), warnings, summary.due, summary.drafts)
            return Report(summary.articles, 0, 0, 0, seconds, *known)
        from bantin.build.publish import publish  # noqa: PLC0415 - as above

        done = publish(host, found, cache, writer, options, summary)
    seconds = time.monotonic() - started
    edition, tally = done.edition, done.tally
    counts = (len(edition.catalogue.entries), tally.rendered, tally.written, tally.deleted, seconds)
    problems = (*host.problems, *edition.problems, *done.lost)
    return Report(*counts, problems, edition.warnings + _count_warnings(host), edition.due, edition.drafts)


def _count_warnings(host: Host) -> int:
    return sum(problem.severity == "warning" for problem in host.problems)


def _open_writer(project: Project, options: BuildOptions) -> Writer:
    if options.difference is None:
        return SiteWriter(options.out, manifest_path(project.private, options.out), options.progress)
    from bantin.build.difference import DifferenceWriter  # noqa: PLC0415 - for CI only

    return DifferenceWriter(*options.difference, options.progress)


def _refuse_unfit(project: Project, host: Host, out: Path) -> None:
    """Refuse an output folder that holds the sources, as a site would be mixed into them, or that is a file."""
    if project.holds_sources(host.settings, out):
        raise ConfigError("config.output_in_content", folder=out)
    require_folder(out)
