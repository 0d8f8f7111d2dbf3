"""The only part that knows processes and disks: cache, workers, writer."""

from bantin.build.build import BuildOptions, Report, build_site, check_content
from bantin.build.project import Project

__all__ = ["BuildOptions", "Project", "Report", "build_site", "check_content"]
