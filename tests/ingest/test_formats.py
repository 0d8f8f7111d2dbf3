"""What pages and Word files hold beside plain paragraphs: tables, lists, footnotes, links, boxes."""

from __future__ import annotations

import io
import zipfile

import pytest

from bantin.ingest.material import Note
from bantin.ingest.proposal import Proposal
from bantin.ingest.refusal import Refused
from ingest.materials import paragraph, propose, word_file

LEAD = "UBND phường Bến Cát thông báo lịch trực của các khu phố trong tháng."
DRAWN = "<w:drawing><wp:inline><a:graphic><wps:wsp>{0}</wps:wsp></a:graphic></wp:inline></w:drawing>"
OLD = "<w:pict><v:shape>{0}</v:shape></w:pict>"
TITLE = "Lịch trực khu phố"


def page(inner: str) -> Proposal:
    """Return what is proposed for a page with a title, one paragraph and `inner`."""
    return propose("html", f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p>{inner}</body></html>")


def document(inner: str, **parts: str) -> Proposal:
    """Return the same for a Word file."""
    return propose("docx", word_file(paragraph(TITLE) + paragraph(LEAD) + inner, **parts))


def rows(found: Proposal) -> list[list[str]]:
    """Return the cells of the tables in a body."""
    lines = [line for line in found.body.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def said(found: Proposal, key: str) -> list[dict[str, str]]:
    """Return the values of the notes with a key."""
    return [dict(one.values) for one in found.notes if isinstance(one, Note) and one.key == key]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        (
            "<tr><th>Ngày</th><th>Giờ</th></tr><tr><td rowspan=2>Thứ ba</td><td>7 giờ</td></tr><tr><td>8 giờ</td></tr>",
            [["Ngày", "Giờ"], ["---", "---"], ["Thứ ba", "7 giờ"], ["Thứ ba", "8 giờ"]],
        ),
        (
            "<tr><th colspan=2>Buổi</th><th>Nơi</th></tr><tr><td>Sáng</td><td>Chiều</td><td>Trạm y tế</td></tr>",
            [["Buổi", "", "Nơi"], ["---", "---", "---"], ["Sáng", "Chiều", "Trạm y tế"]],
        ),
        (
            "<tr><th>Ngày</th><th>Giờ</th></tr><tr><td>Thứ hai</td><td>7 giờ<br>8 giờ</td></tr>",
            [["Ngày", "Giờ"], ["---", "---"], ["Thứ hai", "7 giờ; 8 giờ"]],
        ),
        (
            "<tr><th>Ngày</th><th>Giờ</th></tr><tr><td>Thứ hai</td><td><p>Sáng:</p><p>8 giờ</p></td></tr>",
            [["Ngày", "Giờ"], ["---", "---"], ["Thứ hai", "Sáng: 8 giờ"]],
        ),
    ],
)
def test_each_cell_of_a_page_stands_in_its_column(table: str, cells: list[list[str]]) -> None:
    """A cell that spans rows is repeated, one that spans columns stands once, its lines are never glued."""
    assert rows(page(f"<table>{table}</table>")) == cells


def _cell(text: str, properties: str = "") -> str:
    inner = "".join(paragraph(line) for line in text.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def test_each_cell_of_a_word_file_stands_in_its_column() -> None:
    """Also where cells are merged downwards or to the right, or hold two paragraphs."""
    wide, begun, below = "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    table = (
        f"<w:tbl><w:tr>{_cell('Ngày')}{_cell('Việc', wide)}</w:tr>"
        f"<w:tr>{_cell('Thứ hai', begun)}{_cell('Trực|Tiếp dân')}{_cell('A')}</w:tr>"
        f"<w:tr>{_cell('', below)}{_cell('Họp')}{_cell('B')}</w:tr></w:tbl>"
    )
    assert rows(document(table)) == [
        ["Ngày", "Việc", ""],
        ["---", "---", "---"],
        ["Thứ hai", "Trực; Tiếp dân", "A"],
        ["Thứ hai", "Họp", "B"],
    ]


def test_the_name_of_a_table_is_kept() -> None:
    """Nothing that an editor wrote goes."""
    table = (
        "<table><caption>Lịch trực tháng 11</caption><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>"
    )
    assert "Lịch trực tháng 11" in page(table).body


@pytest.mark.parametrize(
    ("inner", "written"),
    [
        ("<ol><li>Ghi tên</li><li>Nhận phiếu</li></ol>", "1. Ghi tên\n2. Nhận phiếu"),
        ('<ol start="3"><li><p>Ghi tên</p></li><li><p>Nhận phiếu</p></li></ol>', "3. Ghi tên\n4. Nhận phiếu"),
        ("<ul><li>Hồ sơ<ol><li>Đơn</li><li>Ảnh</li></ol></li></ul>", "- Hồ sơ\n    1. Đơn\n    2. Ảnh"),
        ("<ol><li>Ghi tên<br>và ký</li><li>Nhận phiếu</li></ol>", "1. Ghi tên\n    và ký\n2. Nhận phiếu"),
        ("<ul><li>Ghi tên</li><li>Nhận phiếu</li></ul>", "- Ghi tên\n- Nhận phiếu"),
    ],
)
def test_a_list_keeps_its_numbers(inner: str, written: str) -> None:
    """And its bullets, and what stands within an item."""
    assert written in page(inner).body


def test_numbers_of_word_stay() -> None:
    """They are no text in the file, only a format of the paragraphs."""
    numbered = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    )
    numbering = (
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    found = document(numbered.format("Ghi tên") + numbered.format("Nhận phiếu"), numbering=numbering)
    assert "1. Ghi tên\n2. Nhận phiếu" in found.body


def test_a_footnote_of_word_stays_a_footnote() -> None:
    """Its paragraph is text like any other, its words stand below."""
    marked = (
        "<w:p><w:r><w:t>Các khu phố trực theo kế hoạch đã được phường ban hành.</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    )
    notes = f"<w:footnote w:id='1'>{paragraph('Kế hoạch số 12 của phường.')}</w:footnote>"
    body = document(marked + paragraph("Bà con cần thì gọi đến trụ sở khu phố."), footnotes=notes).body
    assert (
        "Các khu phố trực theo kế hoạch đã được phường ban hành.[^1]\n" in body,
        "\n[^1]: Kế hoạch số 12 của phường." in body,
    ) == (True, True)


def test_a_link_to_a_file_is_told() -> None:
    """Its words stay, its address is for the editor to look after."""
    found = page('<p>Xem <a href="/van-ban/12.pdf">kế hoạch số 12</a> của phường.</p>')
    assert ("kế hoạch số 12" in found.body, said(found, "link_left_out")) == (
        True,
        [{"words": "kế hoạch số 12", "address": "/van-ban/12.pdf"}],
    )


def test_a_frame_is_told() -> None:
    """A video or a map that cannot come along."""
    found = page('<p><iframe src="https://www.youtube.com/embed/abc"></iframe></p>')
    assert said(found, "frame_left_out") == [{"address": "https://www.youtube.com/embed/abc"}]


@pytest.mark.parametrize(
    "drawn",
    [
        DRAWN,
        f"<mc:AlternateContent><mc:Choice>{DRAWN}</mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>",
        OLD,
    ],
)
def test_the_words_of_a_text_box_stand_in_the_text(drawn: str) -> None:
    """Once, below the paragraph that the box is fixed to."""
    box = f"<w:txbxContent>{paragraph('Đường dây nóng của phường: 0274.0000000.')}</w:txbxContent>"
    found = document(f"<w:p><w:r>{drawn.format(box)}</w:r></w:p>{paragraph('Bà con cần thì gọi đến trụ sở.')}")
    assert found.body.count("Đường dây nóng của phường") == 1


def test_hidden_words_are_not_published() -> None:
    """The report quotes them; words with the format switched off are shown."""
    hidden = "<w:p><w:r><w:t>Bà con </w:t></w:r><w:r><w:rPr><w:vanish{}/></w:rPr><w:t>xem lại số này</w:t></w:r></w:p>"
    found, shown = document(hidden.format("")), document(hidden.format(" w:val='0'"))
    assert ("xem lại" in found.body, said(found, "hidden_left_out"), "xem lại" in shown.body) == (
        False,
        [{"words": "xem lại số này"}],
        True,
    )


def test_a_table_that_spans_without_end_is_laid_out() -> None:
    """What a page claims cannot fill the machine."""
    row = '<tr><td rowspan="65000" colspan="900">A</td><td rowspan="65000">B</td></tr>'
    assert "| A |" in page(f"<table>{row * 300}</table>").body


def test_a_word_file_whose_text_is_damaged_is_refused() -> None:
    """Whatever of it can be unpacked."""
    with pytest.raises(Refused, match="damaged"):
        document("<w:p>")


def test_a_word_file_that_cannot_be_unpacked_is_refused() -> None:
    """One whose compressed text is damaged as any other."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document>{paragraph(LEAD) * 9}</w:document>")
    start = stored.getvalue().index(b"word/document.xml") + len("word/document.xml")
    data = stored.getvalue()[:start] + b"\xff" * 4 + stored.getvalue()[start + 4 :]
    with pytest.raises(Refused, match="damaged"):
        propose("docx", data)
