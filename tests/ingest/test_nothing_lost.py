"""Every word of the material is in the draft, or the report tells that it is not."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, strategies as st

from bantin.ingest.extract import Setting, extract
from bantin.ingest.proposal import Proposal
from bantin.ingest.sources import read_bytes
from bantin.model import Registry

SETTING = Setting(Registry(), date(2026, 11, 1))
SYLLABLES = st.sampled_from("phường họp dân khu phố sạch đẹp nước điện đường chợ nhà việc người".split())
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
