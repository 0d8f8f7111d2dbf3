"""The checked facts in memory, sorted and indexed."""

from bantin.catalogue.catalogue import Catalogue, make_catalogue
from bantin.catalogue.related import Relations

__all__ = ["Catalogue", "Relations", "make_catalogue"]
