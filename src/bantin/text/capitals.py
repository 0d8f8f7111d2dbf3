"""Titles in capitals become sentences; names and abbreviations keep theirs, as the text itself writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[./][^\W_]+)*")
_ABBREVIATIONS = frozenset(
    "UBND HĐND MTTQ UBMTTQ TP HCM TPHCM TP.HCM ANTT PCCC CCCD VNEID ATGT ANTQ QPAN BCH BTV TNCS LHPN CCB CBCC NTM "
    "OCOP BHYT "
    "BHXH DVC TTHC CCHC CNTT QLNN KT-XH HTX THCS THPT TDTT VHVN NVQS DQTV MTTQVN II III IV VI VII VIII IX XI XII "
    "XIII XIV "
    "XV XVI PCTT TKCN GPMB TTATGT XDĐ QS CA BCĐ BĐD KHHGĐ SXH COVID COVID-19 AI 4.0 QR".split()
)
_NAMES = (
    "Bộ Chính trị|Ban Chấp hành|Ban Bí thư|Đảng|Việt Nam|Hồ Chí Minh|Mặt trận Tổ quốc|Quốc hội|Nhà nước|Trung ương|"
    "Bác Hồ|Đảng ủy|Đảng uỷ|"
    "Đảng bộ|Tết|Nguyên đán|Hà Nội|Sài Gòn|Đoàn Thanh niên|Covid|VNeID|Ủy ban nhân dân|Hội đồng nhân dân|"
    "Tỉnh ủy|Thành ủy|Quận ủy|Huyện ủy|Trung thu|Bính Ngọ|Ất Tỵ|Giáp Thìn|Quý Mão"
)
"""Names that titles hold and texts may not."""
_KEPT = {name.lower(): name for name in _NAMES.split("|")}
_LONGEST = 5
"""Words of a proper name."""
_OPENS = re.compile(r"(?:^|[.!?…:“\"(\n–-])\s*$")
_NAMED = re.compile(r"\b(quận|tổ|khu phố|ấp|thôn) (\d+)", re.IGNORECASE)


def is_shouted(text: str) -> bool:
    """Tell a line that is written in capitals; one abbreviation is none."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 7 and sum(letter.isupper() for letter in letters) > 0.85 * len(letters)  # noqa: PLR2004 - "UBND, HĐND" is none


def lower_title(title: str, texts: Iterable[str]) -> str:
    """Return a title in capitals as a sentence, with the names that `texts` write with capitals within a sentence."""
    words = list(_WORD.finditer(title))
    lowered = [word[0].lower() for word in words]
    names = _collect_names(" \n".join(texts), frozenset(lowered))
    shown: list[str] = []
    index = 0
    while index < len(words):
        for size in range(min(_LONGEST, len(words) - index), 0, -1):
            key = " ".join(lowered[index : index + size])
            if written := names.get(key) or _KEPT.get(key):
                shown += written.split(" ")
                index += size
                break
        else:
            upper = words[index][0].upper()
            shown.append(upper if upper in _ABBREVIATIONS else lowered[index])
            index += 1
    parts, end = [], 0
    for word, written in zip(words, shown, strict=True):
        parts += [title[end : word.start()], written]
        end = word.end()
    sentence = "".join([*parts, title[end:]])
    first = re.search(r"[^\W\d_]", sentence)
    return sentence[: first.start()] + first[0].upper() + sentence[first.end() :] if first else sentence


def _collect_names(text: str, wanted: frozenset[str]) -> dict[str, str]:
    """Return how the text writes runs of the wanted words: lower case → with capitals, where those prevail."""
    words = [(word[0], word.start()) for word in _WORD.finditer(text)]
    forms: dict[str, Counter[str]] = {}
    for index, (word, start) in enumerate(words):
        if word.lower() not in wanted:
            continue
        opens = bool(_OPENS.search(text[max(0, start - 3) : start]))
        if opens and f" {word.lower()} " in text:
            continue  # "Phường Bến Cát" at the beginning of a sentence is "phường Bến Cát"
        for size in range(1, _LONGEST + 1):
            run = words[index : index + size]
            if len(run) < size or text[run[0][1] : run[-1][1] + len(run[-1][0])].count(" ") != size - 1:
                break
            written = " ".join(one for one, _ in run)
            if (
                (size == 1 and (opens or _goes_on(words, index, text)))
                or written.islower()
                or (size > 1 and not (word[:1].isupper() and run[-1][0][:1].isupper()))
            ):
                continue
            if is_shouted(written) and size > 1:
                continue
            forms.setdefault(written.lower(), Counter())[written] += 1
    chosen = {}
    for key, counted in forms.items():
        written, count = max(counted.items(), key=lambda one: (one[1], one[0]))
        if " " in key or _prevails(key, count, text):
            chosen[key] = written
    return chosen


def _goes_on(words: list[tuple[str, int]], index: int, text: str) -> bool:
    """Tell the first syllable of a longer word, "Tổ quốc", from a name of one."""
    word, start = words[index]
    return text[start + len(word) : start + len(word) + 2].lstrip(" ")[:1].islower()


def _prevails(word: str, count: int, text: str) -> bool:
    """Tell whether a single word has its capital oftener than not: "Đảng", never "phường"."""
    return count > len(re.findall(rf"\b{re.escape(word)}\b", text)) and len(word) > 1


def capitalise_name(name: str) -> str:
    """Return a person's name in capitals with one capital a syllable: "TÂM TRANG" gives "Tâm Trang"."""
    return " ".join(part[:1] + part[1:].lower() for part in name.split(" ")) if name.isupper() and " " in name else name
