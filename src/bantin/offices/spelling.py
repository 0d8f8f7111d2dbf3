"""What offices shorten, written out; honours and ranks, which are no offices, taken away."""

from __future__ import annotations

import re

from bantin.text.tones import place_tones

_WORDS = {
    "BT": "Bí thư",
    "PBT": "Phó Bí thư",
    "PBTTT": "Phó Bí thư Thường trực",
    "CT": "Chủ tịch",
    "PCT": "Phó Chủ tịch",
    "PCTTT": "Phó Chủ tịch Thường trực",
    "UV": "Ủy viên",
    "UVTV": "Ủy viên Ban Thường vụ",
    "UVBTV": "Ủy viên Ban Thường vụ",
    "UVBCH": "Ủy viên Ban Chấp hành",
    "UVBTT": "Ủy viên Ban Thường trực",
    "ĐUV": "Đảng ủy viên",
    "QUV": "Quận ủy viên",
    "HUV": "Huyện ủy viên",
    "UVTW": "Ủy viên Trung ương",
    "UVTƯ": "Ủy viên Trung ương",
    "TVĐU": "Thường vụ Đảng ủy",
    "TVQU": "Thường vụ Quận ủy",
    "BTV": "Ban Thường vụ",
    "BCH": "Ban Chấp hành",
    "BTT": "Ban Thường trực",
    "TT": "Thường trực",
    "ĐU": "Đảng ủy",
    "ĐB": "Đảng bộ",
    "CB": "Chi bộ",
    "HĐND": "Hội đồng nhân dân",
    "UBND": "Ủy ban nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "UBMT": "Ủy ban Mặt trận",
    "MTTQ": "Mặt trận Tổ quốc",
    "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
    "MT": "Mặt trận",
    "TQVN": "Tổ quốc Việt Nam",
    "TQ": "Tổ quốc",
    "VN": "Việt Nam",
    "UB": "Ủy ban",
    "UBKT": "Ủy ban Kiểm tra",
    "BTC": "Ban Tổ chức",
    "BTG": "Ban Tuyên giáo",
    "BDV": "Ban Dân vận",
    "BCĐ": "Ban Chỉ đạo",
    "VP": "Văn phòng",
    "BCHQS": "Ban Chỉ huy Quân sự",
    "CHQS": "Chỉ huy Quân sự",
    "QS": "Quân sự",
    "CHT": "Chỉ huy trưởng",
    "CHP": "Phó Chỉ huy trưởng",
    "CTV": "Chính trị viên",
    "CA": "Công an",
    "CAP": "Công an phường",
    "CAX": "Công an xã",
    "ANTT": "an ninh trật tự",
    "BVDP": "bảo vệ dân phố",
    "DQTV": "Dân quân tự vệ",
    "ĐTN": "Đoàn Thanh niên",
    "TNCS": "Thanh niên Cộng sản",
    "TNCSHCM": "Thanh niên Cộng sản Hồ Chí Minh",
    "LHTN": "Liên hiệp Thanh niên",
    "LHTNVN": "Liên hiệp Thanh niên Việt Nam",
    "LHPN": "Liên hiệp Phụ nữ",
    "LHPNVN": "Liên hiệp Phụ nữ Việt Nam",
    "HLHPN": "Hội Liên hiệp Phụ nữ",
    "HPN": "Hội Phụ nữ",
    "CCB": "Cựu chiến binh",
    "HCCB": "Hội Cựu chiến binh",
    "HND": "Hội Nông dân",
    "CTĐ": "Chữ thập đỏ",
    "NCT": "Người cao tuổi",
    "LĐLĐ": "Liên đoàn Lao động",
    "CĐCS": "Công đoàn cơ sở",
    "CĐ": "Công đoàn",
    "ĐBQH": "đại biểu Quốc hội",
    "QH": "Quốc hội",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "TTHĐND": "Thường trực Hội đồng nhân dân",
    "KP": "khu phố",
    "TDP": "tổ dân phố",
    "BĐH": "Ban điều hành",
    "CTMT": "công tác Mặt trận",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "KTXH": "Kinh tế - Xã hội",
    "VHXH": "Văn hóa - Xã hội",
    "HCM": "Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
    "TPHN": "thành phố Hà Nội",
    "TP": "thành phố",
    "TX": "thị xã",
    "GĐ": "Giám đốc",
    "PGĐ": "Phó Giám đốc",
    "TĐ": "Trưởng đoàn",
}
"""Abbreviations by the whole word, in capitals as they are written."""

_PLACE_STARTS = "A-ZÀ-ỸĐ"
_SHORT = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"(?i)^(?:đ/c|đ\.c\.|đồng chí|ông|bà)[:.]?\s+", ""),
        (r"\s*\./\.\s*$", ""),
        (r"(?i)\btp\s*\.?\s*hcm\b", "thành phố Hồ Chí Minh"),
        (r"\bP\.\s*(?=(?:CT|BT|GĐ|Chủ|Bí|Trưởng|TB|Giám|Hiệu|Chỉ|Ban|Chánh Văn)\b)", "Phó "),
        (r"\bQ\.\s*(?=(?:CT|BT|GĐ|Chủ|Bí|Trưởng|Giám|Hiệu|Chánh Văn)\b)", "Quyền "),
        (r"\bTB\b\.?\s*", "Trưởng Ban "),
        (r"\bQ\s*\.?\s*(?=\d)", "quận "),
        (r"\bP\s*\.?\s*(?=\d)", "phường "),
        (r"\bKP\s*\.?\s*(?=\d)", "khu phố "),
        (rf"\bP\.\s*(?=[{_PLACE_STARTS}])", "phường "),
        (rf"\bQ\.\s*(?=[{_PLACE_STARTS}])", "quận "),
        (rf"\bH\.\s*(?=[{_PLACE_STARTS}])", "huyện "),
        (rf"\bX\.\s*(?=[{_PLACE_STARTS}])", "xã "),
        (rf"\b(?:TT|Tt)\.\s*(?=[{_PLACE_STARTS}])", "thị trấn "),
        (r"\b(?:TX|Tx)\.\s*", "thị xã "),
        (r"\b(?:TP|Tp)\.?\s*(?=\S)", "thành phố "),
    )
)
"""What is written with a dot or runs into a number, in this order."""

_TOKEN = re.compile(r"([^\W_]+)(\.?)")


def _fill(match: re.Match[str]) -> str:
    """Return the words of an abbreviation, which may end in a dot: "PCT." and "UB.MTTQ"."""
    return _WORDS[match[1]] + " " * len(match[2]) if match[1] in _WORDS else match[0]


def write_out(text: str) -> str:
    """Return a text with its abbreviations in full, one placement of tones, single blanks and no address of honour."""
    text = " ".join(place_tones(text).split())
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    return " ".join(_TOKEN.sub(_fill, text).split())


_HONOURS = re.compile(
    r"(?:(?:đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|"
    r"trung úy|thiếu úy|tiến sĩ|thạc sĩ|cử nhân|kỹ sư|bác sĩ|luật sư|giáo sư|phó giáo sư|nhà giáo ưu tú|"
    r"nhà giáo nhân dân|pgs|gs|ts|ths|bs|cki|ckii|ks|ls)\b\.?\s*)+",
    re.IGNORECASE,
)
"""Military and police ranks (law 23/2018/QH14 on the police, law 16/1999/QH10 on officers), degrees and titles."""


def drop_honours(text: str) -> str:
    """Return a part without the ranks and degrees at its beginning; empty where it names nothing else."""
    match = _HONOURS.match(text)
    return text[match.end() :].strip() if match else text
