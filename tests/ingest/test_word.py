"""What stands in a Word file otherwise than as plain text: numbers, fields, struck and raised words, pictures."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from bantin.ingest.material import Note
from bantin.ingest.proposal import Proposal
from ingest.materials import paragraph, propose, word_file

LEAD = "UBND phường Bến Cát thông báo lịch trực của các khu phố trong tháng."
TITLE = "Lịch trực khu phố"


def document(inner: str, **parts: str) -> Proposal:
    """Return what is proposed for a Word file with a title, one paragraph and `inner`."""
    return propose("docx", word_file(paragraph(TITLE) + paragraph(LEAD) + inner, **parts))


def notes(found: Proposal) -> dict[str, dict[str, str]]:
    """Return the values of the notes by key."""
    return {one.key: dict(one.values) for one in found.notes if isinstance(one, Note)}


def item(text: str, level: int = 0, number: int = 1) -> str:
    """Return a paragraph of a list."""
    listed = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    return f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbering(*levels: tuple[str, str, int], more: str = "") -> str:
    """Return the definition of a list by its levels: (form, label, start)."""
    written = "".join(
        f"<w:lvl w:ilvl='{index}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{label}'/></w:lvl>"
        for index, (form, label, start) in enumerate(levels)
    )
    return (
        f"<w:abstractNum w:abstractNumId='0'>{written}</w:abstractNum>"
        f"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>{more}"
    )


PLAIN = ("decimal", "%1.", 1)
AGAIN = (
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)


@pytest.mark.parametrize(
    ("levels", "inner", "written"),
    [
        (
            [PLAIN],
            item("Ghi tên tại trụ sở khu phố.") + item("Nhận phiếu có ghi giờ trực."),
            "1. Ghi tên tại trụ sở khu phố.\n2. Nhận phiếu có ghi giờ trực.",
        ),
        (
            [("upperRoman", "%1.", 1), ("lowerLetter", "%2)", 1)],
            item("Trực theo hai buổi.")
            + item("Sáng từ bảy giờ.", 1)
            + item("Chiều từ một giờ.", 1)
            + item("Bà con đến trụ sở."),
            "I. Trực theo hai buổi.\n\na) Sáng từ bảy giờ.\n\nb) Chiều từ một giờ.\n\nII. Bà con đến trụ sở.",
        ),
        (
            [PLAIN],
            item("Ghi tên tại trụ sở khu phố.") + paragraph("Mang theo giấy tờ.") + item("Nhận phiếu có ghi giờ trực."),
            "1. Ghi tên tại trụ sở khu phố.\n\nMang theo giấy tờ.\n\n2\\. Nhận phiếu có ghi giờ trực.",
        ),
        (
            [("decimal", "%1.", 5)],
            item("Ghi tên tại trụ sở khu phố.") + item("Nhận phiếu có ghi giờ trực."),
            "5\\. Ghi tên tại trụ sở khu phố.\n\n6\\. Nhận phiếu có ghi giờ trực.",
        ),
        (
            [("decimal", "Điều %1.", 1), ("decimal", "%1.%2.", 1)],
            item("Ghi tên tại trụ sở khu phố.")
            + item("Mỗi hộ ghi một người lớn.", 1)
            + item("Mỗi tổ cử một người ghi.", 1),
            "Điều 1. Ghi tên tại trụ sở khu phố.\n\n1.1. Mỗi hộ ghi một người lớn.\n\n1.2. Mỗi tổ cử một người ghi.",
        ),
        (
            [PLAIN, ("bullet", "•", 1)],
            item("Ghi tên tại trụ sở khu phố.")
            + item("Mỗi hộ ghi một người lớn.", 1)
            + item("Nhận phiếu có ghi giờ trực."),
            "1. Ghi tên tại trụ sở khu phố.\n    - Mỗi hộ ghi một người lớn.\n2. Nhận phiếu có ghi giờ trực.",
        ),
        (
            [PLAIN],
            item("Ghi tên tại trụ sở khu phố.")
            + paragraph("Mang theo giấy tờ.")
            + item("Nhận phiếu có ghi giờ trực.", number=2),
            "1. Ghi tên tại trụ sở khu phố.\n\nMang theo giấy tờ.\n\n1. Nhận phiếu có ghi giờ trực.",
        ),
    ],
)
def test_a_list_shows_the_numbers_that_word_shows(levels: list[tuple[str, str, int]], inner: str, written: str) -> None:
    """Other paragraphs of a letter refer to them; what Markdown counts alike stays a list."""
    assert written in document(inner, numbering=numbering(*levels, more=AGAIN)).body


def test_bullets_below_written_numbers_stay_bullets() -> None:
    """And begin at the margin, whatever their level in Word."""
    inner = item("Giấy tờ cần mang theo gồm có:") + item("Đơn.", 1) + item("Ảnh.", 1) + item("Nộp tại trụ sở.")
    body = document(inner, numbering=numbering(("upperRoman", "%1.", 1), ("bullet", "\uf0b7", 1))).body
    assert "I. Giấy tờ cần mang theo gồm có:\n\n- Đơn.\n- Ảnh.\n\nII. Nộp tại trụ sở." in body


def test_a_numbered_column_keeps_its_numbers() -> None:
    """Though its cells are empty but for them."""
    line = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = line.format(paragraph("STT"), paragraph("Họ tên")) + "".join(
        line.format(item(""), paragraph(f"Nguyễn Văn {name}")) for name in "ABC"
    )
    body = document(f"<w:tbl>{table}</w:tbl>", numbering=numbering(PLAIN)).body
    assert [line.replace(" ", "") for line in body.splitlines() if "Nguyễn" in line] == [
        f"|{number}.|NguyễnVăn{name}|" for number, name in enumerate("ABC", 1)
    ]


def run(text: str, properties: str = "") -> str:
    """Return a run of a Word file."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMULA = f"<m:oMath xmlns:m='{MATHS}'><m:r><m:t>S = a.b</m:t></m:r></m:oMath>"


@pytest.mark.parametrize(
    ("runs", "written", "told"),
    [
        (
            run("Họp lúc ") + run("8 giờ ", "<w:strike/>") + run("9 giờ"),
            "Họp lúc 9 giờ",
            {"struck_left_out": {"words": "8 giờ"}},
        ),
        (run("Họp lúc ") + run("9 giờ", "<w:strike w:val='0'/>"), "Họp lúc 9 giờ", {}),
        (
            run("Hạn nộp: ") + f"<w:fldSimple w:instr='DATE'>{run('05/11/2025')}</w:fldSimple>",
            "Hạn nộp: 05/11/2025",
            {},
        ),
        (run("Bể 10") + run("3", "<w:vertAlign w:val='superscript'/>") + run(" lít"), "Bể 10³ lít", {}),
        (run("H") + run("2", "<w:vertAlign w:val='subscript'/>") + run("O"), "H₂O", {}),
        (run("Theo công thức ") + FORMULA, "Theo công thức", {"formula_left_out": {"words": "S = a.b"}}),
    ],
)
def test_words_mean_what_the_printed_page_says(runs: str, written: str, told: dict[str, dict[str, str]]) -> None:
    """What cannot come along is quoted in the report."""
    found = document(f"<w:p>{runs}</w:p>")
    left_out = {key: values for key, values in notes(found).items() if key.endswith("_left_out")}
    assert (written in found.body, left_out) == (True, told)


def renamed(data: bytes, changes: dict[str, str], **parts: bytes) -> bytes:
    """Return a Word file with words of its paths and of its XML changed, and with further parts."""
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stored, "w") as copy:
        for name in archive.namelist():
            path, inner = name, archive.read(name).decode()
            for old, new in changes.items():
                path, inner = path.replace(old, new), inner.replace(old, new)
            copy.writestr(path, inner)
        for name, inner_bytes in parts.items():
            copy.writestr(f"word/{name}.png", inner_bytes)
    return stored.getvalue()


def test_the_text_may_have_any_name() -> None:
    """The file's own relations tell which of its parts is the text."""
    data = renamed(word_file(paragraph(TITLE) + paragraph(LEAD)), {"document.xml": "document2.xml"})
    assert propose("docx", data).body == LEAD


PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='a'/><a:graphic><a:graphicData>"
    "<pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:blipFill><a:blip "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' {}/></pic:blipFill></pic:pic>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
OUTSIDE = (
    '<Relationship Id="r9" Type="x/image" Target="https://example.org/a.png" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("r:embed='r8'", {"picture_missing": {}}),
        ("r:link='r9'", {"picture_elsewhere": {"address": "https://example.org/a.png"}}),
    ],
)
def test_a_picture_that_is_not_in_the_file_is_told(reference: str, told: dict[str, dict[str, str]]) -> None:
    """The rest of the file is read."""
    data = word_file(paragraph(TITLE) + paragraph(LEAD) + PICTURE.format(reference))
    found = propose("docx", renamed(data, {"</Relationships>": OUTSIDE}))
    assert (found.body, {key: one for key, one in notes(found).items() if key.startswith("picture")}) == (LEAD, told)


@pytest.mark.parametrize("more", ["", "<w:r><w:t>Ảnh</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"])
def test_a_damaged_picture_is_told(more: str) -> None:
    """The words of the file are sound, whether or not they have to be brought to another form."""
    inside = '<Relationship Id="r8" Type="x/image" Target="a.png"/></Relationships>'
    types = '<Default Extension="png" ContentType="image/png"/></Types>'
    inner = paragraph(TITLE) + paragraph(LEAD) + PICTURE.format("r:embed='r8'") + f"<w:p>{more}</w:p>"
    sound = renamed(word_file(inner), {"</Relationships>": inside, "</Types>": types}, a=b"abcdef" * 9)
    found = propose("docx", sound.replace(b"abcdef" * 9, b"abcdeg" * 9))
    assert (LEAD in found.body, "picture_missing" in notes(found)) == (True, True)


@pytest.mark.parametrize(("ending", "count", "told"), [("png", 1, set()), ("x-emf", 0, {"picture_unreadable"})])
def test_a_picture_in_the_file_comes_along_or_is_told(ending: str, count: int, told: set[str]) -> None:
    """A drawing for printers is none that a page can show."""
    image = io.BytesIO()
    Image.new("RGB", (9, 9)).save(image, "PNG")
    inside = '<Relationship Id="r8" Type="x/image" Target="a.png"/></Relationships>'
    types = f'<Default Extension="png" ContentType="image/{ending}"/></Types>'
    data = word_file(paragraph(TITLE) + paragraph(LEAD) + PICTURE.format("r:embed='r8'"))
    found = propose("docx", renamed(data, {"</Relationships>": inside, "</Types>": types}, a=image.getvalue()))
    assert (len(found.pictures), {key for key in notes(found) if key.startswith("picture")}) == (count, told)


STYLES = (
    "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='heading 1'/>"
    "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='B'><w:name w:val='Việc'/>"
    "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='C'><w:name w:val='Việc nhỏ'/><w:basedOn w:val='B'/></w:style>"
)


def test_numbers_that_a_style_gives_stay() -> None:
    """A heading's too, and those of a style that is made of another."""
    styled = "<w:p><w:pPr><w:pStyle w:val='{}'/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>".format
    inner = styled("A", "Thời gian") + styled("B", "Sáng từ bảy giờ.") + styled("C", "Chiều từ một giờ.")
    found = document(
        inner + styled("A", "Địa điểm"),
        numbering=numbering(("upperRoman", "%1.", 1), ("decimal", "%2.", 1)),
        styles=STYLES,
    )
    assert "## I. Thời gian\n\n1. Sáng từ bảy giờ.\n2. Chiều từ một giờ.\n\n## II. Địa điểm" in found.body
