"""No input gives an exception, and no sentence of an article is lost."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, strategies as st

from bantin.ingest.draft import write_draft
from bantin.ingest.extract import Setting, extract
from bantin.ingest.proposal import Proposal
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


SHORT = st.lists(SYLLABLES, min_size=1, max_size=6).map(" ".join)
ENDS = st.sampled_from(["", ".", ":", ";", "!", " (ông A)", "/."])
BEGINS = st.sampled_from(
    [
        "",
        "- ",
        "+ ",
        "1. ",
        "a) ",
        "II. ",
        "Nguồn: ",
        "Ảnh: ",
        "Lưu ý: ",
        "Liên hệ: ",
        "Trạm ",
        "Hotline: ",
        "Ngày 2/3/2026 ",
    ]
)
WRAPPED = st.sampled_from(
    [
        *("<p>{}</p>", "<h2>{}</h2>", "<h4>{}</h4>", "<div>{}</div>", "<ul><li>{}</li></ul>", "<ol><li>{}</ol>"),
        *("<blockquote>{}</blockquote>", "<p><b>{}</b></p>", "<td>{}</td>", "<p>{}<br>", "<br>{}<br>", "<font> {} "),
        *("<figure><img src=a><figcaption>{}</figcaption></figure>", "<p class=caption>{}</p>", "<p>{}</p><img src=a>"),
        *("<div class=tag-x>{}</div>", "<div class=sidebar><p>{}</p></div>", "<form>{}</form>", "<footer>{}</footer>"),
        *("<a href=/a.pdf> {} </a>", "<p><a href=http://a.vn>{}</a></p>", "<table><tr><td>{}<td>1<tr><td>2</table>"),
    ]
)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Draw the lines of an article, short and long, each with a number of its own."""
    drawn = draw(st.lists(st.tuples(BEGINS, st.one_of(SHORT, SHORT.map(lambda one: f"{one} " * 4)), ENDS), max_size=9))
    first = ["Phường Bến Cát họp 100", "UBND phường họp với các khu phố để bàn những việc cần làm 101."]
    return first + [f"{begin}{text.strip()} {number + 102}{end}" for number, (begin, text, end) in enumerate(drawn)]


def lost(said: list[str], found: Proposal) -> set[str]:
    """Return the words of the material that neither the draft has nor the report tells."""
    report = [dict(one.values).get("line", "") for one in found.notes]
    draft = [found.title, found.summary, *found.byline, found.source, found.body]
    return words(" ".join(said)) - words(" ".join([*draft, *found.dropped, *report]))


def words(text: str) -> set[str]:
    """Return the words of a text, without those that only say that a line signs."""
    return set(re.findall(r"\w+", text)) - {"Nguồn", "Ảnh"}


@given(lines(), st.booleans())
def test_every_word_of_short_lines_is_kept_or_told(said: list[str], spaced: object) -> None:
    """Items, headings, labels, names: nothing goes without a word."""
    text = ("\n\n" if spaced else "\n").join(said)
    assert lost(said, extract("x", read_bytes("text", text.encode()), SETTING)) == set()


@given(st.data(), lines())
def test_every_word_of_a_page_is_kept_or_told(data: st.DataObject, said: list[str]) -> None:
    """In whatever elements it stands."""
    inner = "".join(data.draw(WRAPPED).format(line) for line in said[2:])
    page = f"<html><body><h1>{said[0]}</h1><p>{said[1]}</p>{inner}</body></html>"
    assert lost(said, extract("x", read_bytes("html", page.encode()), SETTING)) == set()
