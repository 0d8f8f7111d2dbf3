"""Inputs of a job become the values of one template. Here is computed what templates only print."""

from bantin.views.page import Page, Site
from bantin.views.views import make_page

__all__ = ["Page", "Site", "make_page"]
