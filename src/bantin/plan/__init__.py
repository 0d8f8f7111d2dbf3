"""What the site must hold: jobs, each with its address and the fingerprint of all that it depends on. Pure."""

from bantin.plan.jobs import Base, Job
from bantin.plan.plan import make_plan

__all__ = ["Base", "Job", "make_plan"]
