"""The checked facts in memory, sorted and indexed."""

from bantin.catalogue.catalogue import Catalogue, make_catalogue
from bantin.catalogue.related import choose_related

__all__ = ["Catalogue", "choose_related", "make_catalogue"]
