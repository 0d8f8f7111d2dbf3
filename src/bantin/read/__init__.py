"""Files become facts and problems; nothing here raises for what an editor wrote."""

from bantin.read.article import Reading, read_article
from bantin.read.registry import read_registry

__all__ = ["Reading", "read_article", "read_registry"]
