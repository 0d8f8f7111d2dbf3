"""What the site must hold: jobs, each with its address and the fingerprint of all that it depends on. Pure."""

from bantin.plan.jobs import Job
from bantin.plan.plan import make_plan

__all__ = ["Job", "make_plan"]
