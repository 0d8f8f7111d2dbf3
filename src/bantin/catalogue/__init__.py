"""The checked facts in memory, sorted and indexed."""

from bantin.catalogue.catalogue import Catalogue, make_catalogue
from bantin.catalogue.entry import (
    ALIASES,
    CORRECTIONS,
    Entry,
    ListKind,
    Records,
    identify_officials,
    is_expired,
    is_shown,
    list_key,
    make_card,
    make_entry,
    split_lists,
)
from bantin.catalogue.related import Relations

__all__ = [
    "ALIASES",
    "CORRECTIONS",
    "Catalogue",
    "Entry",
    "ListKind",
    "Records",
    "Relations",
    "identify_officials",
    "is_expired",
    "is_shown",
    "list_key",
    "make_card",
    "make_catalogue",
    "make_entry",
    "split_lists",
]
