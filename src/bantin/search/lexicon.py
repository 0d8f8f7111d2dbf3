"""Phrases that mean the same: abbreviations and synonyms. An article that uses one of them is found by all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bantin.model import digest
from bantin.search.hashes import hash_term
from bantin.search.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Phrase = tuple[str, ...]

DEFAULT_GROUPS: tuple[tuple[str, ...], ...] = (
    ("UBND", "ủy ban nhân dân"),
    ("HĐND", "hội đồng nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc", "MTTQ Việt Nam", "Mặt trận Tổ quốc Việt Nam"),
    (
        *("UBMTTQ", "ủy ban Mặt trận Tổ quốc", "ủy ban MTTQ", "ủy ban MTTQ Việt Nam"),
        *("ủy ban Mặt trận Tổ quốc Việt Nam", "Mặt trận"),
    ),
    ("BCH", "ban chấp hành"),
    ("BTV", "ban thường vụ"),
    ("LHPN", "liên hiệp phụ nữ"),
    ("ĐVTN", "đoàn viên thanh niên"),
    ("TNCS", "thanh niên cộng sản"),
    ("ANTT", "an ninh trật tự"),
    ("ANQP", "an ninh quốc phòng"),
    ("ATGT", "an toàn giao thông"),
    ("TTATXH", "trật tự an toàn xã hội"),
    ("TTĐT", "trật tự đô thị"),
    ("ATTP", "an toàn thực phẩm"),
    ("VSMT", "vệ sinh môi trường"),
    ("PCCC", "phòng cháy chữa cháy"),
    ("CNCH", "cứu nạn cứu hộ"),
    ("CCHC", "cải cách hành chính"),
    ("TTHC", "thủ tục hành chính"),
    ("DVC", "dịch vụ công"),
    ("CĐS", "chuyển đổi số"),
    ("CNTT", "công nghệ thông tin"),
    ("CBCC", "cán bộ công chức"),
    ("CBCCVC", "cán bộ công chức viên chức"),
    ("KTXH", "KT-XH", "kinh tế xã hội"),
    ("QPAN", "QP-AN", "quốc phòng an ninh"),
    ("BHYT", "bảo hiểm y tế"),
    ("BHXH", "bảo hiểm xã hội"),
    ("BHTN", "bảo hiểm thất nghiệp"),
    ("NVQS", "nghĩa vụ quân sự"),
    ("TDĐKXDĐSVH", "toàn dân đoàn kết xây dựng đời sống văn hóa"),
    ("NTM", "nông thôn mới"),
    ("GPMB", "giải phóng mặt bằng"),
    ("QSDĐ", "quyền sử dụng đất"),
    ("CCCD", "căn cước công dân", "căn cước"),
    ("CMND", "chứng minh nhân dân"),
    ("VNeID", "định danh điện tử"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("SXH", "sốt xuất huyết"),
    ("KP", "khu phố"),
    ("TDP", "tổ dân phố"),
    ("TPHCM", "TP.HCM", "TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("Đ/c", "đồng chí"),
    ("NHCSXH", "ngân hàng chính sách xã hội"),
    ("HTX", "hợp tác xã"),
    ("CLB", "câu lạc bộ"),
    ("NCT", "người cao tuổi", "người già"),
    ("CCB", "cựu chiến binh"),
    ("PCTT", "phòng chống thiên tai"),
    ("TDTT", "thể dục thể thao"),
    ("VSATTP", "vệ sinh an toàn thực phẩm"),
    ("GPLX", "giấy phép lái xe"),
    ("GCN", "giấy chứng nhận"),
    ("GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất", "GCN QSDĐ", "sổ đỏ", "sổ hồng"),
    ("vắc-xin", "vắc xin", "vacxin", "vaccine"),
    ("Wi-Fi", "wifi"),
    ("Covid-19", "covid19"),
    ("e-mail", "email"),
    ("nilon", "ni lông", "nylon"),
    # What people say, beside what papers write.
    ("cúp nước", "cắt nước", "mất nước", "ngừng cấp nước"),
    ("cúp điện", "cắt điện", "mất điện", "ngừng cấp điện"),
    ("tiêm chủng", "tiêm vắc xin", "tiêm ngừa", "tiêm phòng", "chích ngừa"),
    ("đi lính", "nhập ngũ", "đi nghĩa vụ quân sự"),
    ("đám tang", "lễ tang", "tang lễ"),
    ("đổ rác", "thu gom rác", "gom rác", "lấy rác"),
    ("đá bóng", "bóng đá", "đá banh"),
    ("kẹt xe", "ùn tắc giao thông"),
    ("ngập nước", "ngập úng", "ngập lụt"),
    ("xe hơi", "ô tô"),
    ("số điện thoại", "SĐT"),
)
"""Usual in the papers of wards; `registry/search.yml` adds a ward's own."""


@dataclass(frozen=True)
class Lexicon:
    """Groups of phrases of equal meaning, ready to be looked up by a first token."""

    groups: tuple[tuple[Phrase, ...], ...] = ()
    digest: str = ""
    by_start: dict[int, tuple[tuple[str, tuple[Phrase, ...]], ...]] = field(default_factory=dict, compare=False)
    """By the hash of a phrase's first pair (or only token): (phrase between blanks, the others of its group)."""

    def occurrences(self, tokens: list[str], hashes: set[int]) -> Iterator[tuple[str, str, Phrase]]:
        """Yield (token before, token after, another phrase) wherever a phrase stands in `tokens`.

        `hashes` are those of the tokens and pairs: few texts hold many phrases, so most are ruled out at once. A token
        before or after is '' at the edge of the text.
        """
        line = f" {' '.join(tokens)} "
        for start in self.by_start.keys() & hashes:
            for phrase, others in self.by_start[start]:
                for before, after in _neighbours(phrase, line):
                    for other in others:
                        yield before, after, other


def _neighbours(phrase: str, line: str) -> Iterator[tuple[str, str]]:
    place = line.find(phrase)
    while place >= 0:
        end = place + len(phrase)
        yield line[line.rfind(" ", 0, place) + 1 : place], line[end : line.find(" ", end)] if end < len(line) else ""
        place = line.find(phrase, end - 1)


def load_lexicon(own: Iterable[Iterable[str]]) -> Lexicon:
    """Return the usual groups together with a ward's own."""
    return make_lexicon((*DEFAULT_GROUPS, *own))


def make_lexicon(groups: Iterable[Iterable[str]]) -> Lexicon:
    """Return the lexicon of `groups` of phrases as editors write them."""
    plain = tuple(tuple(dict.fromkeys(filter(None, (tuple(tokenise(one)) for one in group)))) for group in groups)
    kept = tuple(group for group in dict.fromkeys(plain) if len(group) > 1)
    by_start: dict[int, list[tuple[str, tuple[Phrase, ...]]]] = {}
    for group in kept:
        for phrase in group:
            others = tuple(other for other in group if other != phrase)
            by_start.setdefault(hash_term(" ".join(phrase[:2])), []).append((f" {' '.join(phrase)} ", others))
    return Lexicon(kept, digest(kept), {start: tuple(found) for start, found in by_start.items()})
