"""The only part that knows processes and disks: cache, workers, writer."""

from bantin.build.build import build_site, check_content
from bantin.build.options import BuildOptions, Report
from bantin.build.project import Project

__all__ = ["BuildOptions", "Project", "Report", "build_site", "check_content"]
