"""Where an office begins and ends in running text: "Phó Bí thư Thường trực Quận ủy Quận 1".

Head (what somebody is), then the body it belongs to, then level and place. What an office means is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bantin.ingest.names import FAMILY_NAMES
from bantin.text.alphabet import LOWER, UPPER

_HEADS = (
    r"Tổng\s+Bí\s+thư|(?:Phó\s+)?Bí\s+thư(?:\s+thứ\s+nhất)?|(?:Phó\s+)?Chủ\s+tịch(?:\s+nước)?|"
    r"(?:Phó\s+)?Trưởng\s+(?=(?:ban|phòng|đoàn\s+(?:đại|ĐB|TN|th)|khoa|công|khu|ấp|thôn|trạm|bộ|các|khóm|xóm|buôn|bản|làng|tiểu|điểm|"
    r"chi|văn|nhóm|cơ|tổ|BCĐ|BQL|CA|VP|đài|bon|"
    r"đại|Ủy|hội|ngành)\b)|"
    r"Phó\s+(?=(?:ban|phòng|trưởng|công\s+an|đoàn|văn\s+phòng|khoa|trạm)\b)|"
    r"(?:Phó\s+)?(?:Tổng\s+)?Giám\s+đốc|Phó\s+Tổng\s+Giám\s+đốc|(?:Phó\s+)?Tổng\s+Biên\s+tập|"
    r"(?:Phó\s+)?Chánh\s+(?=Văn\s+phòng|Thanh\s+tra|án)|"
    r"(?:Phó\s+)?Chỉ\s+huy\s+(?:trưởng|phó)|(?:Phó\s+)?Chính\s+trị\s+viên(?:\s+phó)?|(?:Phó\s+)?Chính\s+ủy|"
    r"(?:Phó\s+)?(?:Tổ|Đội|Trạm|Hiệu|Viện|Cục|Vụ|Khoa|Đồn|Xã\s+đội|Phường\s+đội|Chi\s+hội|Chi\s+cục|Phân\s+hội|"
    r"Kiểm\s+sát|Trung\s+đội|Kế\s+toán|Hội|Bộ|Thứ|Hạt|Chi\s+đội)\s+trưởng|"
    r"(?:Tổ|Đội|Trạm|Hiệu|Chi\s+hội|Hội|Đồn|Xã\s+đội|Phường\s+đội)\s+phó|(?:Phó\s+)?Thủ\s+tướng|"
    r"(?:Thành|Tỉnh|Quận|Huyện|Thị|Đảng|Chi)\s+ủy\s+viên|Ủy\s+viên(?:\s+dự\s+khuyết)?|Đại\s+biểu\s+(?=Quốc\s+hội|"
    r"HĐND|Hội\s+đồng\s+nhân)|"
    r"(?:Phó\s+)?Chủ\s+nhiệm|(?:Phó\s+)?Tổng\s+Thư\s+ký|(?:Phó\s+)?Kiểm\s+soát\s+trưởng|Thư\s+ký(?=\s+(?:Đảng|HĐND|"
    r"UBND|Đoàn|chi))|Thường\s+trực\s+(?=Ban\s+Bí\s+thư)|"
    r"(?:Công\s+chức|Chuyên\s+viên|Cán\s+bộ)(?=\s+(?:Văn|Tư|Địa|Tài|Lao|Tuyên|Phòng|Ban|Văn\s+phòng|UBND|phụ\s+trách|"
    r"Kinh\s+tế|VH|Tổ\s+chức))|"
    r"UV\s?BTV|UV\s?TV|UVBCH|UV\s?BCH|UVUBKT|UV|UVTVĐU|(?:PBT|PCT|PGĐ|TBT|BT|CT|GĐ|P\.?\s?BT|P\.\s?CT|"
    r"P\.?\s?Chủ\s+tịch|P\.?\s?Bí\s+thư)(?=\s*\.?\s+(?:TT\b|[A-ZĐ]{2,}|Đảng|Thường|phường|xã|Hội|Đoàn|Ủy|MTTQ|Quận|"
    r"Huyện|Thành|Tỉnh|chi))|"
    r"TUV|HUV|QUV|ĐUV|ThUV"
)
HEAD = rf"(?:(?:Quyền|Q\.\s?|Nguyên|Cựu|Phụ\s+trách)\s*)?\b(?:{_HEADS})\b\.?"
"""Pattern of an office's first words; case does not count."""

_LEVEL = re.compile(
    r"(?:phường|xã|thị\s+trấn|đặc\s+khu|quận|huyện|thị\s+xã|thành\s+phố|TP\.?|tỉnh|khu\s+phố|khu\s+dân\s+cư|ấp|thôn|"
    r"khóm|xóm|buôn|bản|làng|tổ\s+dân\s+phố|tổ|TDP|KP\.?|"
    r"P\.|Q\.|TX\.?|TT\.|H\.|X\.|khối\s+phố|khối)(?!\w|\s+(?:ủy|đoàn|đội)(?!\w))",
    re.IGNORECASE,
)
_DEPARTMENT = (
    r"Kinh\s+tế|Hạ\s+tầng|Đô\s+thị|Văn\s+h[óo][áa]|Xã\s+hội|VH|XH|VHXH|KT|HT|ĐT|Nội\s+vụ|Tư\s+pháp|Tài\s+chính|"
    r"Kế\s+hoạch|Giáo\s+dục|Đào\s+tạo|Y\s+tế|Thông\s+tin|Truyền\s+thông|Thể\s+thao|"
    r"Du\s+lịch|Nông\s+nghiệp|Môi\s+trường|Phát\s+triển\s+nông\s+thôn|Tài\s+nguyên|Xây\s+dựng|Công\s+Thương|"
    r"Khoa\s+học|Công\s+nghệ|Lao\s+động|Thương\s+binh|Dân\s+tộc|"
    r"Tôn\s+giáo|Ngân\s+sách|Pháp\s+chế|Tổ\s+chức|Tuyên\s+giáo|Dân\s+vận|Nội\s+chính|Kiểm\s+tra|"
    r"Quản\s+lý(?:\s+(?:đô\s+thị|dự\s+án|chợ))?|Thống\s+kê|Địa\s+chính|Hộ\s+tịch|Chính\s+trị|Chuyển\s+đổi\s+số|"
    r"Thanh\s+tra|Giám\s+sát|Trẻ\s+em|Gia\s+đình|Tuyên\s+truyền|Đảng|Công\s+đoàn|Nghệ\s+thuật|Phong\s+trào|Thi\s+đua|"
    r"Khen\s+thưởng|Đối\s+ngoại|Hành\s+chính|Quản\s+trị|Tổng\s+hợp|Cán\s+bộ|Phụ\s+nữ|"
    r"Nông\s+dân|Cựu\s+chiến\s+binh|Thanh\s+niên|Bảo\s+trợ|Dịch\s+vụ|HĐND|UBND|Hội\s+đồng\s+nhân\s+dân|"
    r"Ủy\s+ban\s+nhân\s+dân|Cung\s+ứng"
)
_BODY = (
    r"Thường\s+trực|chuyên\s+trách|phụ\s+trách|danh\s+dự|lâm\s+thời|thứ\s+nhất|Đảng\s+(?:ủy|bộ|"
    r"đoàn)(?:\s+(?:bộ\s+phận|cơ\s+sở))?|Đảng|Chi\s+(?:bộ|ủy|đoàn|hội)(?:\s+(?:bộ\s+phận|cơ\s+sở))?|"
    r"(?:Thành|Tỉnh|Quận|Huyện|Thị|Xã|Phường)\s+(?:ủy|đoàn|đội)|Trung\s+ương|Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư|"
    r"Ban\s+Cán\s+sự|"
    r"Ban(?:\s+(?:Thường\s+vụ|Thường\s+trực|Chấp\s+hành|Chỉ\s+đạo|Chỉ\s+huy|CHQS|Công\s+tác|điều\s+hành|quản\s+lý|"
    r"quản\s+trị|giám\s+hiệu|đại\s+diện|liên\s+lạc|vận\s+động|bảo\s+vệ|Biên\s+tập|Xây\s+dựng\s+Đảng|TTND|"
    r"Thanh\s+tra\s+nhân\s+dân))?|"
    r"Thường\s+vụ|Chấp\s+hành|Công\s+tác|BCH|BTV|BTT|BCĐ|BQL|HĐND|UBND|UBMTTQVN|UBMTTQ|UB\s+MTTQ|UB|MTTQVN|MTTQ|UBKT|"
    r"LHPN|LHTN|CCB|TNCS|TNXP|LĐLĐ|BCHQS|CHQS|CA|QS|CAND|NCT|CTĐ|TTHC|TTHĐND|TT|VN|ĐU|VP|QU|HU|TU|ĐTN|TN|PN|ND|HLHPN|"
    r"HPN|HND|HCCB|"
    r"Hội\s+đồng(?:\s+(?:nhân\s+dân|quản\s+trị|thành\s+viên|trường|sư))?|Hội(?:\s+(?:Liên\s+hiệp|Phụ\s+nữ|Nông\s+dân|"
    r"Cựu\s+chiến\s+binh|Cựu\s+thanh\s+niên\s+xung\s+phong|Chữ\s+thập\s+đỏ|Người\s+cao\s+tuổi|"
    r"Khuyến\s+học|Đông\s+y|Luật\s+gia|Doanh\s+nghiệp|Nạn\s+nhân\s+chất\s+độc\s+da\s+cam(?:/dioxin)?|"
    r"Bảo\s+trợ[^,.;]{0,40}|Sinh\s+viên|Doanh\s+nhân(?:\s+trẻ)?|Từ\s+thiện))*|Liên\s+hiệp|Cựu\s+chiến\s+binh|"
    r"Chữ\s+thập\s+đỏ|Người\s+cao\s+tuổi|Khuyến\s+học|Ủy\s+ban(?:\s+(?:nhân\s+dân|Kiểm\s+tra|Trung\s+ương|"
    r"Thường\s+vụ))?|"
    r"Mặt\s+trận(?:\s+Tổ\s+quốc)?|Tổ\s+quốc|Việt\s+Nam|Đoàn(?:\s+(?:Thanh\s+niên|TNCS|đại\s+biểu\s+Quốc\s+hội|ĐBQH|"
    r"khối|trường|kiểm\s+tra|công\s+tác|thể|giám\s+sát))*|Thanh\s+niên|Cộng\s+sản(?:\s+Hồ\s+Chí\s+Minh)?|"
    r"(?<=TNCS )Hồ\s+Chí\s+Minh|(?<=TNCS )HCM|Liên\s+đoàn\s+Lao\s+động|"
    r"Công\s+đoàn(?:\s+(?:cơ\s+sở|viên\s+chức))?|Công\s+an|Quân\s+sự|Chỉ\s+huy|Bộ\s+đội\s+Biên\s+phòng|Biên\s+phòng|"
    r"Cảnh\s+sát(?:\s+(?:khu\s+vực|giao\s+thông))?|Phòng\s+thủ\s+khu\s+vực|Văn\s+phòng|Phòng|Sở|Bộ|Chi\s+cục|Cục|Vụ|"
    r"Viện(?:\s+kiểm\s+sát(?:\s+nhân\s+dân)?)?|"
    r"Trung\s+tâm(?:\s+(?:Phục\s+vụ|Hành\s+chính|Chính\s+trị|Cung\s+ứng|Văn\s+hóa))?|Phục\s+vụ|"
    r"hành\s+chính(?:\s+công)?|công\s+ích|công|Trạm(?:\s+Y\s+tế)?|Trường|Tiểu\s+học|Mầm\s+non|THCS|THPT|TH|"
    r"Trung\s+học(?:\s+(?:cơ\s+sở|phổ\s+thông))?|Đội|Tổ(?:\s+(?:công\s+nghệ\s+số\s+cộng\s+đồng|"
    r"bảo\s+vệ\s+an\s+ninh,?\s+trật\s+tự))?|Khoa|Đài|Báo|"
    r"Hợp\s+tác\s+xã|HTX|Công\s+ty(?:\s+(?:TNHH|CP|cổ\s+phần))?|Ngân\s+hàng|Tập\s+đoàn|Bảo\s+tàng|Bệnh\s+viện|"
    r"Câu\s+lạc\s+bộ|CLB|Nhà\s+(?:Văn\s+hóa|thiếu\s+nhi)|Hạt|Tòa\s+án|Thi\s+hành\s+án|Bảo\s+hiểm|BHXH|Kho\s+bạc|"
    r"Điện\s+lực|Thuế|Bưu\s+điện|Quỹ|"
    r"các\s+cơ\s+quan|cơ\s+quan|khối|dân\s+cư|nhân\s+dân|cơ\s+sở|Quốc\s+hội|Chính\s+phủ|Nhà\s+nước|một\s+cửa|"
    r"khu\s+vực|trưởng|ngành|tự\s+quản|Dân\s+quân|thường\s+trực|liên\s+gia|dân\s+phố|đại\s+biểu|"
    r"án|đoàn\s+thể|kiêm\s+nhiệm|khóa\s+[IVXL]+|đơn\s+vị"
)
_PIECE = re.compile(
    rf"(?!Đảng\s+(?:ủy|bộ)|Thanh\s+niên\s+Cộng|Phụ\s+nữ\s+Việt)(?P<department>{_DEPARTMENT})(?!\w)|"
    rf"(?P<body>{_BODY})(?!\w)",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(rf"\s*(?:\s*[-–]\s*|,\s+|\s+và\s+|\s*&\s*)(?=(?:{_DEPARTMENT})(?!\w))", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:Trường|Tiểu\s+học|Mầm\s+non|THCS|THPT|TH|Công\s+ty(?:\s+(?:TNHH|CP|cổ\s+phần))?|HTX|Hợp\s+tác\s+xã|"
    r"Ngân\s+hàng|Tập\s+đoàn|Bệnh\s+viện|Báo|CLB|Câu\s+lạc\s+bộ|Trung\s+học\s+\w+\s+\w+)$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(
    rf"\s+([{UPPER}](?:['’]?[{UPPER}]?[{LOWER}]+|(?![\w]))(?:-[{UPPER}][{LOWER}]+)?|[{UPPER}]+[{LOWER}]*\d*)"
)
_NUMBER = re.compile(r"\s*(\d{1,3}[A-Z]?|[IVX]{1,4})(?![\w/]|\.\d|,\d)")
_ABBREVIATED_PLACE = re.compile(r"\s*(?:HCM|TPHCM)(?!\w)")
_BLANK = re.compile(r"\s+")
_SEATED = re.compile(r"(?:Thành|Tỉnh|Quận|Huyện|Thị)\s+(?:ủy|đoàn|đội)", re.IGNORECASE)
_CITY = re.compile(r"\s*(?:TP\.?\s?HCM|TPHCM|TP\.\s?Hồ Chí Minh|Hồ Chí Minh)(?!\w)")
_MOST_PIECES = 14

IsPlace = Callable[[str], bool]
"""Tells whether a name without its kind is that of a commune, district or province."""


def office_end(text: str, start: int, is_place: IsPlace) -> int:
    """Return where the office ends whose head ends at `start`; `start` itself where no body follows."""
    end = start
    last_is_department = False
    for _ in range(_MOST_PIECES):
        blank = _BLANK.match(text, end)
        connector = _CONNECTOR.match(text, end) if last_is_department else None
        at = connector.end() if connector else blank.end() if blank else end
        if at == end and end != start:
            break
        if level := _LEVEL.match(text, at):
            place = place_end(text, level.end(), is_place)
            if (
                level[0].lower() == "tổ"
                and place == level.end()
                and (piece := _PIECE.match(text, at))
                and piece.end() > level.end()
            ):
                end = piece.end()
                continue
            end, last_is_department = place, False
            continue
        piece = _PIECE.match(text, at)
        if not piece or (connector and not piece["department"]):
            break
        end = piece.end()
        last_is_department = piece["department"] is not None or piece[0].lower() in {"ban", "phòng"}
        if _SEATED.fullmatch(piece[0]):
            end = _seat_end(text, end, is_place)
        if _NAMED.search(piece[0]) and not _PIECE.match(text, end + 1):
            end = _name_of_body(text, end)
    return end


def _seat_end(text: str, at: int, is_place: IsPlace) -> int:
    """Return where the place ends that follows a body of the Party without its level: "Thành ủy Long Xuyên"."""
    if city := _CITY.match(text, at):
        return city.end()
    words = _run(text, at)
    for size in range(min(len(words), 4), 0, -1):
        rest = len(words) - size
        if is_place(" ".join(word for word, _ in words[:size])) and (
            rest == 0 or (rest >= 2 and words[size][0] in FAMILY_NAMES)
        ):
            return words[size - 1][1]
    return at


def _name_of_body(text: str, at: int) -> int:
    """Return where the name of a school or company ends ("Trường Tiểu học Lê Lợi"); a person's name follows none."""
    words = _run(text, at)
    if not words:
        return at
    if words[0][0] in FAMILY_NAMES and len(words) > 3:
        later = next(
            (index for index, (word, _) in enumerate(words[2:], 2) if word in FAMILY_NAMES and len(words) - index >= 2),
            None,
        )
        return words[(later or len(words)) - 1][1]
    later = next(
        (index for index, (word, _) in enumerate(words[1:], 1) if word in FAMILY_NAMES and len(words) - index >= 2),
        None,
    )
    return words[(later or len(words)) - 1][1]


def _run(text: str, at: int) -> list[tuple[str, int]]:
    """Return the capitalised words from `at` on, each with its end."""
    words = []
    while match := _CAPITALISED.match(text, at):
        words.append((match[1], match.end()))
        at = match.end()
    return words


def place_end(text: str, at: int, is_place: IsPlace) -> int:
    """Return where the place's name ends that follows a level ("phường Bến Cát Nguyễn Trọng Ân": after "Cát")."""
    if number := _NUMBER.match(text, at):
        return number.end()
    if short := _ABBREVIATED_PLACE.match(text, at):
        return short.end()
    words = _run(text, at)
    if not words:
        return at
    count = len(words)
    if (numbered := _NUMBER.match(text, words[-1][1])) and is_place(text[at : numbered.end()].strip()):
        return numbered.end()  # "phường Cổ Nhuế 2"
    for size in range(min(count, 6), 0, -1):
        rest = count - size
        if is_place(" ".join(word for word, _ in words[:size])) and (
            rest == 0 or (rest >= 2 and words[size][0] in FAMILY_NAMES)
        ):
            return words[size - 1][1]
    if words[0][0] in FAMILY_NAMES and 2 <= count <= 5:
        return at
    for index in range(1, count):
        if words[index][0] in FAMILY_NAMES and 2 <= count - index <= 5:
            return words[index - 1][1]
    return words[-1][1]
