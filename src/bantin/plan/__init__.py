"""What the site must hold: {path: job with the fingerprint of all that it depends on}. Pure."""

from bantin.plan.jobs import Base, Job
from bantin.plan.plan import Plan, make_plan

__all__ = ["Base", "Job", "Plan", "make_plan"]
