"""Captions of pictures left behind: short lines without a full stop between the paragraphs of an article."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"\s*[.(–-]?\s*\(?\s*(?:Ảnh|Hình|Nguồn ảnh|Ảnh tư liệu)\s*(?:minh họa)?\s*[:：]\s*[^()]{1,50}\)?\s*\.?$|"
    r"\s*\(?Ảnh (?:minh họa|tư liệu)\)?\.?$",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"(?:(?:Quang|Toàn|Một góc|Khung) cảnh|(?:Một )?(?:Góc|Hình ảnh|góc)\b|Ảnh\s*:|(?:Các |Đông đảo |"
    r"Các vị )?[Đđ]ại biểu (?:tham dự|dự|chụp|tham gia|tham quan|bỏ phiếu|biểu quyết|thực hiện)|"
    r"Chụp (?:ảnh|hình)|(?:Chủ tọa|Chủ trì|Đoàn chủ tịch) |Các đồng chí .{0,60}(?:chủ trì|chụp|trao|tặng))",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:phát biểu|trao|tặng|trình bày|báo cáo|chủ trì|kết luận|thăm hỏi|đến thăm|thăm|kiểm tra|khảo sát|làm việc|"
    r"chụp (?:ảnh|hình)|tham quan|"
    r"tham gia|tham dự|thực hiện|dâng hương|ra quân|ký kết|biểu diễn|bỏ phiếu|biểu quyết|khai mạc|bế mạc|"
    r"tuyên truyền|hướng dẫn|tiếp nhận|lắng nghe|"
    r"đóng góp ý kiến|nêu ý kiến|thảo luận|trả lời|chúc mừng|đại diện|tại)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:[IVX]{1,4}|\d{1,2}|[a-zđ])\s*[.)/]\s|[-–•+*]\s|(?:Nâng cao|Đẩy mạnh|Tăng cường|Tập trung|Phát huy|Xây dựng|"
    r"Hướng tới|Giải pháp|"
    r"Khó khăn|Kết quả|Nhiều|Từ|Để|Cần|Không|Quyết tâm|Chủ động|Vì|Kịp thời|Lan tỏa|Lan toả|Đổi mới|Về|Tiếp tục|Tạo|"
    r"Gắn|Khơi|Bảo đảm|Đảm bảo|Những|Còn|"
    r"Thực hiện|Giữ vững|Phấn đấu|Đồng bộ|Linh hoạt|Hiệu quả|Ưu tiên|Tháo gỡ|Sẵn sàng|Chung tay|Đồng hành|Lấy|"
    r"Chú trọng|Triển khai|Phương hướng|Nhiệm vụ|Mục tiêu|Bài học|Vai trò|Dấu ấn)\b",
)
_ITEM = re.compile(r"[-–•+*]\s|[a-zđ]\s*[.)/]\s")
_SCENE_END = re.compile(
    r"\b(?:phát biểu(?: ý kiến| chỉ đạo| khai mạc| bế mạc| kết luận| chào mừng)*|trình bày (?:báo cáo|tham luận)|"
    r"chủ trì|"
    r"tặng hoa|trao quà|tặng quà|chụp (?:ảnh|hình) lưu niệm)\s*(?:(?:tại|trong|cùng|cho|với|"
    r"chúc mừng)\s[^,;]{2,60})?\.$"
)
_ACTOR = re.compile(
    r"(?:Đồng chí|Đ/c|Ông|Bà|Các|Đại diện|Lãnh đạo|Đoàn|Chủ tịch|Phó Chủ tịch|Bí thư|Phó Bí thư|Người dân|Cán bộ|"
    r"Học sinh|Đại biểu|"
    r"Hội viên|Cử tri|Lực lượng|Công an|Ban )"
)
_ACTOR_SEEN = re.compile(
    rf"(?:{_ACTOR.pattern}|Phó |Thường trực|Chi bộ|Đảng (?:ủy|uỷ|viên)|Thanh niên|Nhân dân|Phụ nữ|Cựu chiến binh|"
    r"Nông dân|Công nhân|Tổ |Đội |Y, bác sĩ|Bác sĩ|Giáo viên|Thầy|Cô |Trẻ em|Nhiều (?:người|hộ|đại biểu)|"
    r"Đông đảo|UBND|Hội |Mặt trận|MTTQ|Trưởng|Giám đốc)",
    re.IGNORECASE,
)
"""Whom a caption shows, where nothing but its words tells that it is one."""
_ACT_SEEN = re.compile(
    r"(?:Trao|Tặng|Dâng hương|Ra quân|Ký kết|Biểu diễn|Thăm|Tham quan|Phát biểu|Bỏ phiếu|Biểu quyết|Khai mạc|Bế mạc)\b"
)
_NEWS = re.compile(
    r"\b(?:đề nghị|yêu cầu|cho biết|cho rằng|nhấn mạnh|ghi nhận|mong|khẳng định|biểu dương|đánh giá|đã|sẽ|được|cần|"
    r"phải|là|nhằm|để|"
    r"nên|vì|nhưng|còn|có|\d+)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:Mời|Bà con|Kính|Trân trọng|Đề nghị|Yêu cầu|Thời gian|Địa điểm|Nơi|Lưu ý|Chi tiết|Mọi)\b|.*:\s"
)
"""What speaks to the reader or names what follows shows nothing."""
_PLAIN_ACT = re.compile(
    r"\b(?:tại|tham gia|tham dự|thực hiện|tuyên truyền|hướng dẫn|tiếp nhận|kiểm tra|khảo sát|báo cáo|đại diện|"
    r"làm việc)\b",
    re.IGNORECASE,
)
"""What a sentence of news says as often as a caption."""
_BRIEF = 16
"""Words of a sentence that may be a caption though it ends in a full stop and names no scene."""
_LONGEST = 330
_MOST_WORDS = 55
_SHORT = 28
"""Words of a caption that ends in a full stop: it then needs a scene or an act."""


def split_credit(text: str) -> tuple[str, str]:
    """Return (caption without its credit, credit with its word): "Quang cảnh hội nghị. Ảnh: Nguyễn Văn A"."""
    match = _CREDIT.search(text)
    if not match or not match.start():
        return text, ""
    return text[: match.start()].rstrip(" .(-–"), match[0].strip(" .()-–")


def has_credit(text: str) -> bool:
    """Tell a line that names who took a picture."""
    return bool(_CREDIT.search(text))


def is_caption(text: str, *, alone: bool = True) -> bool:
    """Tell the caption of a picture near by from a sentence and from a heading; `alone`: between blank lines."""
    if not _may_be_caption(text):
        return False
    if has_credit(text):
        return True
    words = text.split()
    if text.endswith("."):
        return (bool(_SCENE.match(text)) and len(words) <= _SHORT) or _tells_a_scene(text, words)
    if _SCENE.match(text) or _ACT.search(text):
        return True
    return alone and len(words) > 5 and not text.endswith(("…", "...", ")", "”", '"'))


def is_lost_picture(text: str, *, alone: bool = True) -> bool:
    """Tell the caption of a picture that did not come along: it must show somebody, or it is taken for text."""
    if has_credit(text) or _SCENE.match(text):
        return is_caption(text, alone=alone)
    if _ADDRESSED.match(text) or not is_caption(text, alone=alone):
        return False
    if text.endswith("."):
        return bool(_SCENE_END.search(text)) or not _PLAIN_ACT.search(text)
    return bool(_ACTOR_SEEN.match(text) or _ACT_SEEN.match(text))


def _may_be_caption(text: str) -> bool:
    """Tell a line that is short enough and one thought, and no heading or item of a list."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text.endswith((":", ";", "?", "!", "/.", ",")):
        return False
    if has_credit(text):
        return True
    body = text.rstrip(".")
    return ". " not in body and "; " not in body and not (_HEADING.match(text) and not _SCENE.match(text))


def _tells_a_scene(text: str, words: list[str]) -> bool:
    """Tell "Đồng chí … phát biểu tại hội nghị." from a sentence with news in it."""
    if re.match(r"(?:Tại|Ngày|Sáng|Chiều|Sau|Trong|Dịp|Nhân|Cũng|Cùng|Theo|Đến|Qua|Kết|Với)\b", text):
        return False
    if len(words) <= _SHORT and _SCENE_END.search(text):
        return True
    return len(words) <= _BRIEF and bool(_ACTOR.match(text)) and bool(_ACT.search(text)) and not _NEWS.search(text)


def is_heading(text: str) -> bool:
    """Tell a heading between paragraphs: short, no full stop, no scene, no item of a list ("- Về …", "a) …")."""
    return (
        len(text.split()) <= 22
        and not _ITEM.match(text)
        and not text.endswith((".", ";", ",", "…"))
        and bool(_HEADING.match(text))
    )
