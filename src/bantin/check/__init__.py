"""The rules of content: what an article must be among the others, and how links are judged."""

from bantin.check.article import Subject, check_article
from bantin.check.references import Content, Located, MediaFile, locate
from bantin.check.rules import RULES, Rule
from bantin.check.site import check_hidden_links, check_site
from bantin.check.units import check_units

__all__ = [
    "RULES",
    "Content",
    "Located",
    "MediaFile",
    "Rule",
    "Subject",
    "check_article",
    "check_hidden_links",
    "check_site",
    "check_units",
    "locate",
]
