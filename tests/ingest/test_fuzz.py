"""No input gives an exception, and no sentence of an article is lost."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, strategies as st

from bantin.ingest.draft import write_draft
from bantin.ingest.extract import Setting, extract
from bantin.ingest.refusal import Refused
from bantin.ingest.sources import read_bytes
from bantin.model import Registry
from bantin.read import read_article

SETTING = Setting(Registry(), date(2026, 11, 1))
KINDS = st.sampled_from(["text", "html", "markdown"])
PIECES = st.sampled_from(
    [
        *(
            "Ngày 7-10, ",
            "Sáng 21/8/2025",
            "Bí thư Đảng ủy phường ",
            "Nguyễn Văn A",
            " - ",
            ", ",
            "\n",
            "\n\n",
            "Tin liên quan\n",
        ),
        *(
            "Ảnh: ",
            "<p>",
            "</p>",
            "<table><tr><td>",
            "<h1>",
            "---\n",
            "title: x\n",
            "![a](b)",
            "*",
            "|",
            "# ",
            "- ",
            "§¶ng ",
            "\0",
            "&#x0;",
        ),
        *(
            "phường Bến Cát ",
            "QUANG CẢNH ",
            "Quang cảnh",
            ". ",
            "./.",
            "(",
            ")",
            "31/2/2025",
            "99:99",
            "[",
            "](",
            "{{< figure >}}",
            "\u200b",
        ),
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join)
SYLLABLES = st.sampled_from(
    "phường tổ chức họp dân khu phố sạch đẹp cây xanh nước điện đường hẻm chợ nhà việc người".split()
)


@given(KINDS, st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "ignore"))))
def test_anything_is_read(kind: str, data: bytes) -> None:
    """Any bytes give a draft that the reader of articles takes, or a refusal."""
    try:
        proposal = extract("x", read_bytes(kind, data), SETTING)
    except Refused:
        return
    if not proposal.headline or not proposal.wards:
        return
    draft = write_draft(proposal, SETTING.registry, SETTING.today)
    reading = read_article(draft.path, draft.text.encode(), 1024)
    assert [problem for problem in reading.problems if problem.severity == "error"] == []


@st.composite
def sentences(draw: st.DrawFn) -> list[str]:
    """Draw sentences of plain words, each with a number of its own."""
    bodies = draw(st.lists(st.lists(SYLLABLES, min_size=9, max_size=30), min_size=2, max_size=8))
    return [f"Câu {number} {' '.join(words)}." for number, words in enumerate(bodies)]


@given(sentences(), st.booleans())
def test_every_sentence_is_kept(said: list[str], spaced: object) -> None:
    """In the body, the summary or the title."""
    text = ("\n\n" if spaced else "\n").join(said)
    proposal = extract("x", read_bytes("text", text.encode()), SETTING)
    kept = re.sub(r"\W+", " ", f"{proposal.title} {proposal.summary} {proposal.body}")
    assert [one for one in said if re.sub(r"\W+", " ", one).strip() not in kept] == []
