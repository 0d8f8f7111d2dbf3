"""Roles, and the bodies in which they are held."""

from __future__ import annotations

import re
from typing import NamedTuple

from bantin.offices.model import Level, Place
from bantin.offices.places import read_places

ROLES = (
    "Tổng Bí thư",
    "Bí thư thứ nhất",
    "Bí thư",
    "Phó Bí thư Thường trực",
    "Phó Bí thư phụ trách",
    "Phó Bí thư",
    "Chủ tịch",
    "Phó Chủ tịch Thường trực",
    "Phó Chủ tịch phụ trách",
    "Phó Chủ tịch",
    "Ủy viên Thường vụ",
    "Ủy viên Ban Thường vụ",
    "Ủy viên Ban Chấp hành",
    "Ủy viên Ban Thường trực",
    "Ủy viên Thường trực",
    "Ủy viên Thư ký",
    "Ủy viên",
    "Chủ nhiệm",
    "Phó Chủ nhiệm Thường trực",
    "Phó Chủ nhiệm",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Tổng Giám đốc",
    "Giám đốc",
    "Phó Giám đốc Thường trực",
    "Phó Giám đốc phụ trách",
    "Phó Giám đốc",
    "Hiệu trưởng",
    "Phó Hiệu trưởng",
    "Trạm trưởng",
    "Phó Trạm trưởng",
    "Chỉ huy trưởng",
    "Phó Chỉ huy trưởng",
    "Chính trị viên",
    "Chính trị viên phó",
    "Đội trưởng",
    "Phó Đội trưởng",
    "Đội phó",
    "Tổ trưởng",
    "Tổ phó",
    "Trung đội trưởng",
    "Hạt trưởng",
    "Chi cục trưởng",
    "Cục trưởng",
    "Vụ trưởng",
    "Viện trưởng",
    "Phó Viện trưởng",
    "Chánh án",
    "Phó Chánh án",
    "Chánh Thanh tra",
    "Bộ trưởng",
    "Thứ trưởng",
    "Thủ tướng",
    "Phó Thủ tướng",
    "Trưởng",
    "Phó Trưởng phụ trách",
    "Phó Trưởng",
    "Phó",
    "Đại biểu",
    "Tổng Thư ký",
    "Thư ký",
    "Thành viên",
    "Hội thẩm nhân dân",
    "Chuyên viên",
    "Công chức",
    "Cán bộ",
    "Viên chức",
    "Nhân viên",
    "Kế toán trưởng",
    "Kế toán",
    "Thủ quỹ",
    "Chi hội trưởng",
    "Chi hội phó",
    "Hội trưởng",
    "Hội phó",
    "Trợ lý",
    "Tư lệnh",
    "Phó Tư lệnh",
    "Chính ủy",
    "Phó Chính ủy",
    "Chỉ huy phó",
    "Phó Chánh Thanh tra",
    "Thường trực",
    "Văn thư",
    "Cảnh sát khu vực",
)
"""Offices as they are called; the longest that fits is meant."""

_ROLE = re.compile(
    rf"(?i)({'|'.join(re.escape(role) for role in sorted(ROLES, key=len, reverse=True))})(?!\w)",
)
_CANONICAL = {role.lower(): role for role in ROLES}
_PLAIN = {"Phó": "Phó Trưởng", "Ủy viên Thường vụ": "Ủy viên Ban Thường vụ", "Chỉ huy phó": "Phó Chỉ huy trưởng"}
"""What two names mean alike."""
_TWICE = re.compile(r"(?i)^ban (?=ban )")
"""Trưởng ban Ban Tổ chức."""
_MEMBER = re.compile(r"(?i)(Thành ủy|Tỉnh ủy|Quận ủy|Huyện ủy|Thị ủy|Đảng ủy|Chi ủy) viên(?!\w)")
"""The role behind the body: Quận ủy viên."""


def read_role(text: str) -> tuple[str, str] | None:
    """Return (role, what follows it) of a part that begins with a role, or None."""
    if member := _MEMBER.match(text):
        return "Ủy viên", f"{member[1]}{text[member.end() :]}"
    match = _ROLE.match(text)
    if not match:
        return None
    role, rest = _CANONICAL[match[1].lower()], text[match.end() :].strip()
    return _PLAIN.get(role, role), _TWICE.sub("", rest)


class Body(NamedTuple):
    """A body that text names."""

    name: str
    """In full."""
    level: Level = ""
    """Where its name tells it: a Quận ủy is that of a district."""
    place: Place = Place()
    """Where a name behind it tells it: Quận ủy Bình Thạnh."""


_PARTY: dict[str, tuple[Level, str]] = {
    "Thành ủy": ("province", "thành phố"),
    "Tỉnh ủy": ("province", "tỉnh"),
    "Quận ủy": ("district", "quận"),
    "Huyện ủy": ("district", "huyện"),
    "Thị ủy": ("district", "thị xã"),
}
"""Committees of the Party whose name tells the level, with the kind of place that they lead."""
_COMMITTEE = re.compile(rf"(?i)(.*?\b)?({'|'.join(_PARTY)})(?!\w)\s*(.*)")
_FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam"
_YOUTH = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
_WOMEN = "Hội Liên hiệp Phụ nữ"
_SAME: dict[str, str] = {
    "hội đồng nhân dân": "Hội đồng nhân dân",
    "ủy ban nhân dân": "Ủy ban nhân dân",
    "đảng ủy": "Đảng ủy",
    "đảng bộ": "Đảng bộ",
    "chi bộ": "Chi bộ",
    "chi ủy": "Chi ủy",
    "chi ủy chi bộ": "Chi ủy",
    "đảng ủy cơ sở": "Đảng ủy cơ sở",
    "ủy ban mặt trận tổ quốc việt nam": _FRONT,
    "ủy ban mặt trận tổ quốc": _FRONT,
    "ủy ban mặt trận": _FRONT,
    "mặt trận tổ quốc việt nam": _FRONT,
    "mặt trận tổ quốc": _FRONT,
    "mặt trận": _FRONT,
    "đoàn thanh niên cộng sản hồ chí minh": _YOUTH,
    "đoàn thanh niên cộng sản": _YOUTH,
    "đoàn thanh niên": _YOUTH,
    "đoàn": _YOUTH,
    "hội liên hiệp phụ nữ việt nam": _WOMEN,
    "hội liên hiệp phụ nữ": _WOMEN,
    "hội phụ nữ": _WOMEN,
    "phụ nữ": _WOMEN,
    "hội cựu chiến binh": "Hội Cựu chiến binh",
    "cựu chiến binh": "Hội Cựu chiến binh",
    "hội nông dân": "Hội Nông dân",
    "nông dân": "Hội Nông dân",
    "ban chỉ huy quân sự": "Ban Chỉ huy Quân sự",
    "chỉ huy quân sự": "Ban Chỉ huy Quân sự",
    "quân sự": "Ban Chỉ huy Quân sự",
    "công an": "Công an",
    "ban công an": "Công an",
    "quốc hội": "Quốc hội",
    "trung ương": "Ban Chấp hành Trung ương Đảng",
    "trung ương đảng": "Ban Chấp hành Trung ương Đảng",
    "ban chấp hành trung ương đảng": "Ban Chấp hành Trung ương Đảng",
    "bộ chính trị": "Bộ Chính trị",
    "chính phủ": "Chính phủ",
    "nước": "Nước",
}
"""One name for each body, by its spellings in lower case."""

_NATIONAL = frozenset(("Quốc hội", "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Chính phủ", "Nước"))

_OPEN = re.compile(
    r"(?i)(ban|phòng|sở|trung tâm|trường|văn phòng|đội|tổ|trạm|hội|chi hội|câu lạc bộ|công ty|liên đoàn|liên đội|"
    r"chi cục|cục|vụ|bộ|đảng ủy|chi bộ|đảng bộ|chi đoàn|hạt|viện|tòa án|hợp tác xã|ngân hàng|quỹ|báo|đài|học viện|"
    r"đoàn|ủy ban|công đoàn|hội đồng|thường trực|bệnh viện|thanh tra|tiểu ban|trung đội|tiểu đội|liên minh|nhóm|"
    r"nhà văn hóa|nhà thiếu nhi|kho bạc|bảo hiểm|bưu điện|khối|thành đoàn|tỉnh đoàn|quận đoàn|huyện đoàn|thị đoàn|"
    r"đồn|cụm|quân khu|xí nghiệp|doanh nghiệp|cơ quan|dân quân|công an|ban chỉ huy|đơn vị)(?!\w)"
)
"""What begins the name of a body that no list can hold: Phòng Kinh tế, Trường Tiểu học Nguyễn Huệ."""

_CLOSED = re.compile(r"(?i)(hội đồng nhân dân|ủy ban nhân dân) (?!-|và\b)")
"""Bodies whose name ends there: what follows is no part of it."""

_ANY_BODY = frozenset(
    "Chuyên viên|Công chức|Cán bộ|Viên chức|Nhân viên|Kế toán|Kế toán trưởng|Văn thư|Chánh Văn phòng|"
    "Phó Chánh Văn phòng|Chánh Thanh tra|Bộ trưởng|Thứ trưởng|Hiệu trưởng|Phó Hiệu trưởng|Viện trưởng|Phó Viện trưởng|"
    "Chánh án|Phó Chánh án|Cục trưởng|Vụ trưởng|Chi cục trưởng|Thành viên".split("|")
)
"""Roles whose field or house follows without a word that says what it is: "Công chức Tư pháp - Hộ tịch"."""

_HOUSES = {
    "Chánh Văn phòng": "Văn phòng",
    "Phó Chánh Văn phòng": "Văn phòng",
    "Chánh Thanh tra": "Thanh tra",
    "Phó Chánh Thanh tra": "Thanh tra",
    "Chỉ huy trưởng": "Ban Chỉ huy Quân sự",
    "Phó Chỉ huy trưởng": "Ban Chỉ huy Quân sự",
    "Chính trị viên": "Ban Chỉ huy Quân sự",
    "Chính trị viên phó": "Ban Chỉ huy Quân sự",
    "Bộ trưởng": "Bộ",
    "Thứ trưởng": "Bộ",
    "Chánh án": "Tòa án nhân dân",
    "Phó Chánh án": "Tòa án nhân dân",
    "Viện trưởng": "Viện Kiểm sát nhân dân",
    "Phó Viện trưởng": "Viện Kiểm sát nhân dân",
    "Trạm trưởng": "Trạm Y tế",
    "Phó Trạm trưởng": "Trạm Y tế",
}
"""The body that a role tells by itself."""
_SPELT_OUT = frozenset(("Văn phòng", "Thanh tra", "Bộ"))
"""Houses whose name goes on with what follows the role: Văn phòng Đảng ủy."""


def read_body(role: str, text: str) -> Body | None:
    """Return the body that `text`, what stands between a role and its place, names; None where it names none known."""
    text = text.strip(" ,-–:")
    house = _HOUSES.get(role)
    if house and not text.lower().startswith(house.lower()):
        if house in _SPELT_OUT:
            text = f"{house} {text}".strip()
        elif not text:
            return Body(house)
    if not text:
        return Body("")
    if (match := _COMMITTEE.fullmatch(text)) and (not match[1] or _OPEN.match(text)):
        return _read_committee(match)
    if known := _SAME.get(text.lower()):
        return Body(known, "nation" if known in _NATIONAL else "")
    if (_OPEN.match(text) or role in _ANY_BODY) and not _CLOSED.match(text):
        return Body(_capitalise(text))
    return None


def _read_committee(match: re.Match[str]) -> Body | None:
    """Read "Quận ủy Bình Thạnh", also behind one of its organs: "Ban Tổ chức Quận ủy Bình Thạnh"."""
    name = next(name for name in _PARTY if name.lower() == match[2].lower())
    level, kind = _PARTY[name]
    place = read_places(f"{kind} {match[3]}", any_case=False) if match[3] else Place()
    if place is None:
        return None
    return Body(_capitalise(f"{match[1] or ''}{name}"), place.level or level, place)


def is_open(body: str) -> bool:
    """Tell whether the name of a body may go on behind a comma: "Phòng Kinh tế, Hạ tầng và Đô thị"."""
    return bool(body) and body.lower() not in _SAME


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]
