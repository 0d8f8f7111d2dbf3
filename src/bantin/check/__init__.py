"""The rules of content: what an article must be among the others, and how links are judged."""

from bantin.check.aliases import check_aliases
from bantin.check.article import Subject, check_article
from bantin.check.record import identify
from bantin.check.references import Content, Located, MediaFile, locate, name_of
from bantin.check.rules import RULES, Rule
from bantin.check.site import check_hidden_links, check_page, check_site

__all__ = [
    "RULES",
    "Content",
    "Located",
    "MediaFile",
    "Rule",
    "Subject",
    "check_aliases",
    "check_article",
    "check_hidden_links",
    "check_page",
    "check_site",
    "identify",
    "locate",
    "name_of",
]
