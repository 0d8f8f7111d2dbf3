"""The labelled questions of queries.txt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_NAMES = {
    "nghe": "tin/2022/12/ben-nghe-tong-ket-cong-tac-nam-2022/",
    "kho": "tin/2023/02/cau-kho-ban-trong-tam-nam-2023/",
    "long": "tin/2023/11/my-long-so-ket-thang-11/",
    "hai-cap": "tin/2025/08/khanh-hau-hai-thang-chinh-quyen-hai-cap/",
    "tap-huan": "tin/2025/10/ben-cat-bon-khu-pho-mong-them-lop-tap-huan/",
    "rac": "tin/2025/10/ben-cat-lich-thu-gom-rac-tu-thang-11/",
    "tiem": "tin/2025/10/khanh-hau-tiem-chung-tre-em-thang-10/",
    "tiep-dan": "tin/2025/11/ben-cat-lich-tiep-cong-dan-thang-11/",
    "nuoc": "tin/2025/11/khanh-hau-tam-ngung-cap-nuoc-ngay-12-11/",
}


class Labelled(NamedTuple):
    """A question and what must answer it."""

    category: str
    query: str
    expected: tuple[str, ...]
    """Addresses that must all be found; none: nothing may be."""
    is_first: bool
    """Whether the first of them must be the first hit."""

    def judge(self, hits: list[str]) -> bool:
        """Tell whether the addresses of the hits, in order, are right."""
        if not self.expected:
            return not hits
        return set(self.expected) <= set(hits) and (not self.is_first or hits[0] == self.expected[0])


def load_labelled(path: Path = Path(__file__).with_name("queries.txt")) -> list[Labelled]:
    """Return all questions, in the order of the file."""
    found, category = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            category = line.strip("[]")
        elif line and not line.startswith("#"):
            query, _, labels = line.rpartition(" | ")
            marks = [mark for mark in labels.split() if mark not in {"!", "-"}]
            found.append(Labelled(category, query, tuple(_NAMES[mark] for mark in marks), labels.startswith("!")))
    return found
