"""Lines become the parts of an article: title, datelines, paragraphs, captions, signature; the site's own lines go."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bantin.ingest.caption import has_credit, is_caption, is_heading, is_lost_picture
from bantin.ingest.chrome import begins_tail, find_chrome, is_chrome, is_trail
from bantin.ingest.cutting import cut_end, cut_front
from bantin.ingest.datelines import Dateline, read_dateline
from bantin.ingest.headline import Headline, choose_headline
from bantin.ingest.material import Line, Material
from bantin.ingest.signatories import find_signatories
from bantin.ingest.signature import (
    Signature,
    find_author,
    is_labelled,
    read_signature,
    split_agency,
    split_end,
)
from bantin.text.capitals import is_shouted
from bantin.text.written_dates import find_dates

BlockKind = Literal["paragraph", "caption", "heading", "picture", "item", "table", "quote"]

_SENTENCE = re.compile(r"[.!?…:;]['\"”’)\]]*$|/\.$")
_LEAD = re.compile(
    r"(?:\([^()]{2,30}\)\s*[-–]?\s*)?(?:Vào )?(?:Ngày|Sáng|Trưa|Chiều|Tối|Đêm|Vừa qua|Hôm nay|Mới đây)\b"
)
_LEAST_WORDS = 8
"""Of a paragraph that ends like a sentence."""
_LONG_WORDS = 38
"""From so many words on a line is a paragraph, however it ends."""
_MARKED = frozenset(("heading", "item", "table", "quote"))
"""Kinds by which a format says that a short line within the text belongs to it."""
_LONGEST_CAPTION = 40
"""Words of a caption that ends like a sentence."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the body, in order."""

    kind: BlockKind
    text: str
    markdown: str = ""

    @property
    def written(self) -> str:
        """What goes into the body."""
        return self.markdown or self.text


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of one article; every line of the material is in exactly one of them."""

    title: Headline
    datelines: tuple[Dateline, ...]
    blocks: tuple[Block, ...]
    byline: tuple[str, ...] = ()
    source: str = ""
    summary: str = ""
    dropped: tuple[str, ...] = ()

    @property
    def captions(self) -> tuple[str, ...]:
        """Each caption once."""
        return tuple(dict.fromkeys(block.text for block in self.blocks if block.kind == "caption"))


def is_paragraph(line: Line) -> bool:
    """Tell running text from the short lines around it."""
    if line.kind in {"heading", "caption", "picture", "footnote"}:
        return False
    words = line.text.split()
    if len(words) < _LONG_WORDS and is_shouted(line.text):
        return False
    if len(words) >= _LONG_WORDS:
        return not is_chrome(line.text)
    return len(words) >= _LEAST_WORDS and bool(_SENTENCE.search(line.text)) and not is_chrome(line.text)


def find_structure(material: Material, today: date) -> Structure:
    """Return the parts of the article in `material`; `today` is the day of the import."""
    lines, tail = _cut_tail([_as_text(line) for line in material.lines])
    first = _first_paragraph(lines)
    head, rest = lines[:first], lines[first:]
    title, head, above = choose_headline(head, rest, material.hints)
    if title.found_in_body:
        rest = rest[1:]
    dropped = [line.text for line in above if read_dateline(line.text) is None]
    datelines = [found for line in above if (found := read_dateline(line.text))]
    body, signature, metadata, more = _sort_body(
        [*head, *rest], title.text, today, holds_pictures=material.holds_pictures
    )
    datelines += metadata
    signature, tail_dropped = _search_tail(tail, signature)
    summary, blocks, agency = _split_summary(body)
    names = signature.names or tuple(one.author for one in datelines if one.author)[:1]
    return Structure(
        title,
        tuple(datelines),
        blocks,
        names,
        signature.source or agency,
        summary,
        (*material.dropped, *dropped, *more, *tail_dropped),
    )


def _as_text(line: Line) -> Line:
    """Return a line that only sounds like a page's date as what it is."""
    return replace(line, kind="text") if line.kind == "dateline" and read_dateline(line.text) is None else line


def _first_paragraph(lines: list[Line]) -> int:
    for index, line in enumerate(lines):
        if is_paragraph(line) and read_dateline(line.text) is None and not is_trail(line.text):
            return index
    return len(lines)


def _cut_tail(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return (the article's lines, those from the first heading of related news, comments or statistics on).

    A box of related news within the article has more paragraphs below it than above: only its own lines go then.
    """
    paragraphs = [is_paragraph(line) for line in lines]
    above, total = 0, sum(paragraphs)
    for index, line in enumerate(lines):
        below = total - above
        if above and begins_tail(line.text) and (below <= 1 or below * 2 <= above):
            return lines[:index], lines[index:]
        above += paragraphs[index]
    return lines, []


def _search_tail(tail: list[Line], signature: Signature) -> tuple[Signature, list[str]]:
    """Return `signature` with what it lacks and a line below the related news says, and the other lines."""
    names, source = signature
    dropped = []
    for line in tail:
        found = read_signature(line.text)
        sure = is_labelled(line.text) and not is_chrome(line.text) and len(line.text.split()) <= 8
        if found is not None and sure and source in {"", found.source or source} and not (names and found.names):
            names, source = names or found.names, source or found.source
        else:
            dropped.append(line.text)
    return Signature(names, source), dropped


def _sort_body(
    lines: list[Line], title: str, today: date, *, holds_pictures: bool
) -> tuple[list[Block], Signature, list[Dateline], list[str]]:
    """Return (blocks, signature, datelines, dropped lines) of what follows the title."""
    paragraphs = [index for index, line in enumerate(lines) if is_paragraph(line)]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (len(lines), -1)
    signatories = find_signatories(lines, first, last)
    blocks: list[Block] = []
    datelines: list[Dateline] = []
    dropped: list[str] = []
    names: list[str] = []
    source, in_box = "", False
    spaced = sum(line.apart for line in lines) * 3 > len(lines)
    for index, (line, of_site) in enumerate(zip(lines, find_chrome([line.text for line in lines]), strict=True)):
        text = line.text
        if index <= last and is_paragraph(line):
            in_box = False
            body, found = split_end(text) if index == last else (text, None)
            blocks.append(_paragraph(line, body, blocks, holds_pictures=holds_pictures))
            if found:
                names += found.names
                source = source or found.source
        elif line.kind in {"picture", "footnote"}:
            blocks.append(Block("picture" if line.kind == "picture" else "paragraph", text, line.markdown))
        elif (of_site and not _belongs(line, blocks, within=first < index < last)) or text == title or in_box:
            dropped.append(text)
            names += [author for author in find_author(text) if author not in names]
        elif begins_tail(text):
            in_box = index < last
            dropped.append(text)
        elif not first <= index <= last and (told := _dateline(line, today, bare=index < first and not _says(blocks))):
            datelines.append(told)
        elif found := signatories.get(index):
            names += [name for name in found.names if name not in names]
            source = source or found.source
        elif index < first and is_trail(text):
            dropped.append(text)
        else:
            blocks.append(_short_line(line, blocks, alone=line.apart or not spaced, holds_pictures=holds_pictures))
    return blocks, Signature(tuple(names), source), datelines, dropped


def _paragraph(line: Line, body: str, blocks: list[Block], *, holds_pictures: bool) -> Block:
    """Return a paragraph, or the caption that it is below the `blocks` before it."""
    may_be = len(body.split()) <= _LONGEST_CAPTION and body.endswith((".", ")"))
    is_caption = may_be and _is_caption(body, blocks, alone=line.apart, holds_pictures=holds_pictures)
    return Block("caption", body) if is_caption else _block(line, body)


def _short_line(line: Line, blocks: list[Block], *, alone: bool, holds_pictures: bool) -> Block:
    """Return the same for a line that is no paragraph."""
    may_be = line.kind == "text" and not line.text.isupper()
    is_caption = may_be and _is_caption(line.text, blocks, alone=alone, holds_pictures=holds_pictures)
    return Block("caption", line.text) if is_caption or line.kind == "caption" else _short(line)


def _belongs(line: Line, blocks: list[Block], *, within: bool) -> bool:
    """Tell a line that sounds like the site's and is the article's by its form: "Ảnh" among the items of a list."""
    listed = line.kind == "item" and bool(blocks) and blocks[-1].kind == "item"
    return listed or (within and line.kind in _MARKED)


def _says(blocks: list[Block]) -> bool:
    """Tell whether anything but pictures stands among `blocks`."""
    return any(block.kind not in {"picture", "caption"} for block in blocks)


def _dateline(line: Line, today: date, *, bare: bool) -> Dateline | None:
    """Return the moment of publication that a line around the text tells; `bare`: it need not say that it does.

    A bare date below the text or among its short lines is what the text announces: the hour of a meeting, the days of
    a calendar. The page's own element of its date and a line such as "Ngày đăng: …" hold wherever they stand. A day
    that is still to come is never the page's.
    """
    found = read_dateline(line.text)
    if found is None or not (bare or found.label or line.kind == "dateline"):
        return None
    return None if (day := found.date.whole) and day > today else found


def _block(line: Line, text: str) -> Block:
    kind: BlockKind = line.kind if line.kind in {"item", "table", "quote"} else "paragraph"
    said = line.text[len(text) :]
    return Block(kind, text, cut_end(line.markdown, said) if said else line.markdown)


def _is_caption(text: str, blocks: list[Block], *, alone: bool, holds_pictures: bool) -> bool:
    """Tell a caption: below a picture where the file has them, by nothing but its words where they were lost."""
    if not holds_pictures:
        return is_lost_picture(text, alone=alone)
    pictured = bool(blocks) and blocks[-1].kind == "picture"
    return (pictured or has_credit(text)) and is_caption(text, alone=alone)


def _short(line: Line) -> Block:
    """Judge a line that is neither a paragraph nor a caption nor the site's."""
    if line.kind == "heading" or (line.kind == "text" and is_heading(line.text)):
        return Block("heading", line.text, line.markdown)
    kind: BlockKind = line.kind if line.kind in {"item", "table", "quote"} else "paragraph"
    return Block(kind, line.text, line.markdown)


def _split_summary(blocks: list[Block]) -> tuple[str, tuple[Block, ...], str]:
    """Return (sapo, the other blocks, agency's tag) of a newspaper's article; portals write no sapo."""
    first = next((index for index, block in enumerate(blocks) if block.kind == "paragraph"), None)
    if first is None:
        return "", tuple(blocks), ""
    agency, text = split_agency(blocks[first].text)
    whole = blocks[first]
    lead = (
        replace(whole, text=text, markdown=cut_front(whole.markdown, whole.text.removesuffix(text)))
        if agency
        else whole
    )
    rest = [*blocks[:first], *blocks[first + 1 :]]
    later = [block for block in rest if block.kind == "paragraph"]
    marked = "[^" in whole.markdown or "](" in whole.markdown
    few = not marked and 12 <= len(text.split()) <= 75 and len(re.findall(r"[.!?…]\s+[A-ZĐ]", text)) <= 1
    newspaper = len(later) >= 3 and sum(len(one.text.split()) for one in later) / len(later) <= 110
    dated_after = bool(later) and bool(_LEAD.match(later[0].text)) and bool(find_dates(later[0].text[:60]))
    starts_with_date = bool(_LEAD.match(text))
    if few and newspaper and (agency or dated_after or not starts_with_date) and not text.endswith(":"):
        return text, tuple(rest), agency
    return "", (*blocks[:first], lead, *blocks[first + 1 :]), agency
