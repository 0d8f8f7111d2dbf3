"""Posts as values, after Popolo."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Level = Literal["quarter", "ward", "district", "province", "nation", ""]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body is, as far as the text says; a kind alone ("phường") where it says no name."""

    quarter: str = ""
    """khu phố 3, ấp Hòa Bình, tổ dân phố 5."""
    ward: str = ""
    """phường Bến Cát, xã Mỹ Long."""
    district: str = ""
    """Quận 1, Huyện Cần Giờ, TP. Long Xuyên."""
    province: str = ""
    """TP. Hồ Chí Minh, tỉnh An Giang."""

    @property
    def level(self) -> Level:
        """The smallest that is named."""
        if self.quarter:
            return "quarter"
        if self.ward:
            return "ward"
        if self.district:
            return "district"
        return "province" if self.province else ""

    @property
    def nearest(self) -> str:
        """The smallest that is named, as text."""
        return self.quarter or self.ward or self.district or self.province

    def __str__(self) -> str:
        """Return all that is named, the smallest first."""
        return ", ".join(part for part in (self.quarter, self.ward, self.district, self.province) if part)


_COMMITTEES = frozenset(("Tỉnh ủy", "Thành ủy", "Quận ủy", "Huyện ủy", "Thị ủy"))
_KIND = re.compile(r"^(?:tỉnh|TP\.|Quận|Huyện|Thị xã) ")


@dataclass(frozen=True, slots=True)
class Post:
    """An office in a body."""

    role: str
    """Bí thư, Phó Chủ tịch Thường trực."""
    body: str
    """In full, without its place: Ủy ban nhân dân; empty where the text leaves it open."""
    place: Place = Place()
    is_acting: bool = False
    """"Quyền Chủ tịch"."""
    is_former: bool = False
    """"Nguyên Bí thư"."""
    remit: str = ""
    """What it is charged with, as written: "phụ trách kinh tế"."""

    @property
    def organization(self) -> str:
        """The body with its place: Đảng ủy phường Bến Cát."""
        nearest = self.place.nearest
        if self.body in _COMMITTEES:
            # The name of the committee holds the kind of place: Tỉnh ủy An Giang, but Quận ủy Quận 1.
            bare = _KIND.sub("", nearest)
            nearest = nearest if bare.isdigit() else bare
        if self.body.casefold() == nearest.partition(" ")[0].casefold() or nearest.startswith(f"{self.body.lower()} "):
            return nearest
        return f"{self.body} {nearest}".strip()

    @property
    def label(self) -> str:
        """The office in full: Bí thư Đảng ủy phường Bến Cát."""
        return f"{self.role} {self.organization}".strip()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says."""

    posts: tuple[Post, ...]
    unread: tuple[str, ...] = ()
    """Parts that name no office known here, as written."""
