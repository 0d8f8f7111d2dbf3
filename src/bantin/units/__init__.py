"""Provinces, districts and communes of Viet Nam, before and since 1 July 2025.

    from bantin import units

    country = units.load()                                # read once, about 60 ms; a build never asks
    found = country.find("P. Cầu Kho, Q1, TPHCM", limit=5)
    found[0].unit                                         # Unit: phường Cầu Kho, former, code 26761
    found[0].unit.district.label                          # "Quận 1"; None since 1 July 2025
    found[0].unit.province.label                          # "TP. Hồ Chí Minh"
    found[0].unit.until                                   # date(2025, 6, 30); None while it exists
    country.successors(found[0].unit)                     # (Relation(unit=phường Cầu Ông Lãnh, partial=False),)
    country.predecessors(country.unit("26758", "current"))    # the four that became it
    country.unit("26740", "former"), country.unit("26740", "current")   # phường Bến Nghé; phường Sài Gòn

A unit's key is (code, era), never the code alone: 3,310 codes live in both eras, most of them under another name.
`Units.find` takes any way of typing: with or without diacritics, composed or not, "P." or "phường", "Q1" or "Quận 1",
with or without district and province, in either order. It returns the best first, and of what is equally good the unit
that exists today first. An empty list says that nothing fits; several say that the text does not tell which is meant.

How a text is understood stands in `query`, the order of the answers in `search`, where the data come from in
docs/don-vi-hanh-chinh.md. Nothing here knows of the registry, of articles or of files of the site.
"""

from bantin.units.model import Area, Era, Match, Relation, Unit
from bantin.units.units import REFORM, Units, load

__all__ = ["REFORM", "Area", "Era", "Match", "Relation", "Unit", "Units", "load"]
