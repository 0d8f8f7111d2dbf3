"""No input gives an exception, and no sentence of an article is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import escape

from hypothesis import given, strategies as st

from bantin.ingest.draft import write_draft
from bantin.ingest.extract import Setting, extract
from bantin.ingest.places import Place
from bantin.ingest.proposal import Ward
from bantin.ingest.refusal import Refused
from bantin.ingest.sources import read_bytes
from bantin.read import read_article, read_registry
from ingest.materials import paragraph, word_file

WARDS = "- id: ben-cat\n  name: Bến Cát\n  kind: phường\n  province: TP. Hồ Chí Minh\n"
SETTING = Setting(read_registry({"registry/wards.yml": WARDS.encode()})[0], date(2026, 11, 1))
CHOSEN = (Ward("ben-cat", Place("Bến Cát", "phường", "TP. Hồ Chí Minh", ""), known=True),)
"""What an editor names with `--ward`."""
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


RUNS = st.sampled_from(
    [
        *("<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:strike/></w:rPr>", "<w:rPr><w:b/></w:rPr>", "<w:br/>", "<w:tab/>"),
        *("<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>", "<w:footnoteReference w:id='1'/>", ""),
    ]
)
LISTED = st.builds("<w:numPr><w:ilvl w:val='{}'/><w:numId w:val='{}'/></w:numPr>".format, *[st.integers(0, 3)] * 2)
FRAMES = st.sampled_from(
    [
        *("{}", "<w:p>{}</w:p>", "<w:fldSimple>{}</w:fldSimple>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"),
        *("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"),
    ]
)
LEVELS = "".join(
    f"<w:lvl w:ilvl='{index}'><w:numFmt w:val='{form}'/><w:lvlText w:val='%{index + 1}{end}'/></w:lvl>"
    for index, (form, end) in enumerate([("upperRoman", "."), ("decimal", "."), ("bullet", "•")])
)
NUMBERING = (
    f"<w:abstractNum w:abstractNumId='0'>{LEVELS}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'/>"
)


@st.composite
def word_files(draw: st.DrawFn) -> bytes:
    """Draw a Word file whose paragraphs, lists, tables and boxes lie within each other as they like."""
    body = ""
    for _ in range(draw(st.integers(0, 8))):
        text = escape(re.sub(r"[^\t\n\x20-\ud7ff\ue000-\ufffd]", "", draw(TEXTS)))
        run = f"<w:r>{draw(RUNS)}<w:t>{text}</w:t></w:r>"
        body += draw(FRAMES).format(f"<w:p><w:pPr>{draw(st.one_of(st.just(''), LISTED))}</w:pPr>{run}</w:p>")
    return word_file(
        body, numbering=NUMBERING, footnotes=f"<w:footnote w:id='1'>{paragraph('Chú thích.')}</w:footnote>"
    )


PLAIN = st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "ignore")))


@given(st.one_of(st.tuples(KINDS, PLAIN), st.tuples(st.just("docx"), st.one_of(word_files(), st.binary(max_size=99)))))
def test_anything_is_read(raw: tuple[str, bytes]) -> None:
    """Any bytes give a draft that the reader of articles takes, or a refusal."""
    try:
        proposal = extract("x", read_bytes(*raw), SETTING)
    except Refused:
        return
    if not proposal.headline:
        return
    draft = write_draft(replace(proposal, wards=proposal.wards or CHOSEN), SETTING.registry, SETTING.today)
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
