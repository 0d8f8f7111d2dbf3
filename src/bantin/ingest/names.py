"""Persons' names in running text: a family name of Viet Nam and one to four syllables more, or what a title announces.

Source of the family names: the list of Vietnamese family names by ethnic group that census publications use (Kinh,
Hoa, Tày, Nùng, Thái, Mường, Khmer, Chăm, Mông and others); only whether a word is one of them matters here.
"""

from __future__ import annotations

import re

from bantin.text.alphabet import LOWER, UPPER

FAMILY_NAMES = frozenset(
    (
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Trịnh Trương Lâm Mai "
        "Tô Tôn Tạ "
        "Thái Thân Thạch Tống Từ Ung Uông Văn Viên Vi Vương Vưu Quách Quan Quản Phùng Phó Ngụy Nghiêm Mạc Mạch Ma "
        "Lương Lưu "
        "Lưỡng Lục Lữ Lã Lại La Kiều Kim Khổng Khuất Khưu Khương Kha Hứa Hà Hạ Hàn Hầu Giang Giáp Doãn Dư Đường Đồng "
        "Đổng Đới Đàm Đậu Diệp "
        "Danh Cù Cung Cổ Chử Chung Chu Châu Cao Cầm Cát Cái Cấn Bế Bành Bạch Bàng Ấu Âu Ân Ao Quàng Lò Lường Tòng Vàng "
        "Sùng Giàng Thào Hạng Hờ Mùa Ly Vừ Chang Lầu Tiêu Tiết Triệu Trà Thiều Thang Tăng Sử Sầm Sơn Sa Rơ Nông Ninh "
        "Nhâm Nhan Nhữ Mông Lộc Lỗ Liễu Liêu Lều Lăng Kiên Kiêm Đái Điểu Điêu Chế Bàn Bá Tần Từ Trác Triệu "
        "Viêm Lừu Phàn Tẩn Chảo Lù Chẩu Tráng Mã Hoắc Lao Lưu Ngân Bồ Biện Chau Néang Neáng "
        "Thổ Ksor Kpă Siu Rcom Rah Rmah Nay Niê Mlô Ayun Hmok Hlong Kbuôr Liêng Kơ Rơ Ya Đinh Bríu Zơ Alăng Coor "
        "Ating Pơ Hồ Blúp"
    ).split()
)
_NOT_IN_NAMES = (
    r"(?!(?:Phó|Bí thư|Chủ tịch|Chủ nhiệm|Trưởng (?:[Bb]an|[Pp]hòng|[Cc]ông|[Tt]rạm|[Kk]hu|[Đđ]oàn|[Tt]hôn|[Ấấ]p)|"
    r"Giám đốc|Ủy viên|Uỷ viên|Đảng|Hội đồng|"
    r"Quận|Thành ủy|Tỉnh ủy|Huyện ủy|Ban |Chánh|Chỉ huy|Chính trị|Tổ trưởng|Hiệu trưởng|Đại biểu|Nguyên |Quyền |"
    r"Phường|Đồng chí|Thay mặt|Phát biểu)\b)"
)
_SYLLABLE = (
    rf"(?:{_NOT_IN_NAMES}[{UPPER}](?:['’][{UPPER}])?[{LOWER}]+|[{UPPER}](?!\w|\.\w)|[{UPPER}]['’][{UPPER}][{LOWER}]+)"
)
_FAMILY = "|".join(sorted(FAMILY_NAMES, key=lambda one: (-len(one), one)))
PERSON = rf"(?:(?:{_FAMILY})(?:[- ]{_SYLLABLE}){{1,4}})(?!\w)"
"""Pattern of a name that begins with a family name."""
_FAMILY_CAPITALS = "|".join(sorted((one.upper() for one in FAMILY_NAMES), key=lambda one: (-len(one), one)))
PERSON_IN_CAPITALS = rf"(?:(?:{_FAMILY_CAPITALS})(?: [{UPPER}]{{1,7}}){{1,4}})(?!\w)"
ANY_NAME = rf"(?:{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})(?!\w)"
"""Pattern of what may be a name where a title announces one."""

RANK = r"(?:Thiếu|Trung|Thượng|Đại)\s+(?:úy|uý|tá|tướng)(?:\s+QNCN)?|Chuẩn\s+úy|Thiếu\s+tướng"
HONORIFIC = (
    rf"(?:(?:các|hai|2|ba|3|những|quý)\s+)?(?:đồng\s+chí|đ\s?/\s?c|đ\.c\.?|đ/c\.|ông|bà|anh|chị|thầy(?:\s+giáo)?|"
    rf"cô(?:\s+giáo)?|nhà\s+giáo(?:\s+ưu\s+tú)?|"
    rf"bác\s+sĩ|thạc\s+sĩ|tiến\s+sĩ|PGS\.?\s?TS\.?|TS\.?|ThS\.?|BS\.?|KS\.?|kỹ\s+sư|luật\s+sư|{RANK})"
)
"""What stands before a name and is no office."""

_NO_PERSON = re.compile(
    r"(?:đường|phố|phường|xã|thị trấn|quận|huyện|trường|tiểu học|THCS|THPT|mầm non|công viên|chung cư|tượng đài|giải|"
    r"quỹ|cầu|chợ|khu phố|ấp|thôn|"
    r"tư tưởng|học bổng|TP\.?|thành phố|tỉnh|khu|đền|đình|chùa|bệnh viện|nhà thờ|quảng trường|học viện|TNCS|Cộng sản|"
    r"chiến dịch|tổ|hẻm|phong cách|chủ nghĩa|bảo tàng|"
    r"cụm|thời đại|gương|Bác|di tích|sông|kênh|rạch|đảo|doanh nghiệp|công ty|quốc lộ|đại lộ|cụ)\s+$",
    re.IGNORECASE,
)
_HISTORIC = frozenset(
    "Hồ Chí Minh|Võ Nguyên Giáp|Tôn Đức Thắng|Lê Duẩn|Trường Chinh|Võ Văn Kiệt|Nguyễn Văn Linh|Lê Hồng Phong|Trần "
    "Phú|Nguyễn Thị Minh Khai".split("|")
)


def is_person(name: str, before: str) -> bool:
    """Tell a person's name from that of a street, a place or somebody of history; `before` is the text before it."""
    return name not in _HISTORIC and not _NO_PERSON.search(before[-24:])
