"""The registry's wards beside the units of the country, for `bantin check`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bantin import units
from bantin.check.units import check_units
from bantin.read import read_registry

if TYPE_CHECKING:
    from bantin.build.project import Project
    from bantin.model import Host, Problem

_WARDS = "registry/wards.yml"


def find_unlisted(project: Project, host: Host) -> tuple[Problem, ...]:
    """Return a warning for each ward that the country does not list, with paths relative to the project."""
    try:
        data = (project.content(host.settings) / _WARDS).read_bytes()
    except OSError:
        return ()
    registry, _ = read_registry({_WARDS: data})
    found = check_units(registry.wards, units.load())
    return tuple(replace(problem, path=f"{host.settings.content_dir}/{problem.path}") for problem in found)
