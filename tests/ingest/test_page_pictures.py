"""Pictures of a page: which come along, where they are stored, what is said of the others."""

from __future__ import annotations

import io
from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from bantin.ingest.draft import Draft, write_draft
from bantin.ingest.extract import Setting, extract
from bantin.ingest.sources import read_file
from bantin.model import Registry

TODAY = date(2026, 11, 1)
HEAD = "<h1>Phường Bến Cát họp bàn việc</h1><p>UBND phường họp với các khu phố để bàn việc cần làm.</p>"
MEDIA = "media/2026/11/phuong-ben-cat-hop-ban-viec"


def _picture(width: int) -> bytes:
    stored = io.BytesIO()
    Image.effect_noise((width, 20), 90).convert("RGB").save(stored, "JPEG")
    return stored.getvalue()


def draft(folder: Path, body: str) -> Draft:
    """Return the draft of a page with a title, one paragraph and `body`, saved in `folder`."""
    path = folder / "tin.html"
    path.write_text(f"<html><body>{HEAD}{body}</body></html>", encoding="utf-8")
    setting = Setting(Registry(), TODAY)
    return write_draft(extract("tin", read_file(path), setting), setting.registry, TODAY)


def written(found: Draft) -> list[str]:
    """Return what a draft has below its paragraph."""
    return found.text.rstrip().partition("cần làm.\n\n")[2].split("\n")


def addresses(found: Draft) -> list[str]:
    """Return the pictures that the report asks the editor to fetch."""
    return [dict(one.values)["address"] for one in found.notes if one.key == "picture_elsewhere"]


def test_a_picture_without_words_gets_those_below_it(tmp_path: Path) -> None:
    """Not those of the picture above, which has its own."""
    (tmp_path / "a.jpg").write_bytes(_picture(30))
    (tmp_path / "b.jpg").write_bytes(_picture(40))
    one = '<figure><img src="a.jpg" alt="Hội trường"><figcaption>Chú thích thứ nhất</figcaption></figure>'
    other = '<figure><img src="b.jpg"><figcaption>Chú thích thứ hai</figcaption></figure>'
    assert written(draft(tmp_path, one + other)) == [
        f"![Hội trường](../../../{MEDIA}-1.jpg)",
        "*Chú thích thứ nhất*",
        "",
        f"![Chú thích thứ hai](../../../{MEDIA}-2.jpg)",
        "*Chú thích thứ hai*",
    ]


def test_the_words_of_a_picture_stand_in_one_line(tmp_path: Path) -> None:
    """As Word writes them they have an empty one among them."""
    (tmp_path / "a.jpg").write_bytes(_picture(30))
    found = draft(tmp_path, '<img src="a.jpg" alt="Hội trường&#10;&#10;Ảnh tự động">')
    assert written(found) == [f"![Hội trường Ảnh tự động](../../../{MEDIA}-1.jpg)"]


def test_a_picture_is_found_by_its_written_address(tmp_path: Path) -> None:
    """Browsers write the blank in the name of its folder as %20."""
    (tmp_path / "Trang tin_files").mkdir()
    (tmp_path / "Trang tin_files" / "a.jpg").write_bytes(_picture(30))
    assert list(draft(tmp_path, '<img src="Trang%20tin_files/a.jpg">').pictures) == [f"{MEDIA}-1.jpg"]


def test_a_picture_within_the_page_comes_along(tmp_path: Path) -> None:
    """What only keeps the place of one that is loaded later does not."""
    own, blank = (b64encode(data).decode() for data in (_picture(30), b"GIF89a"))
    found = draft(tmp_path, f'<img src="data:image/jpeg;base64,{own}"><img src="data:image/gif;base64,{blank}">')
    assert (list(found.pictures), [len(one) < 50 for one in addresses(found)]) == ([f"{MEDIA}-1.jpg"], [True])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("https://x.vn/anh(1).jpg", "https://x.vn/anh%281%29.jpg"),
        ("https://x.vn/anh 1.jpg", "https://x.vn/anh%201.jpg"),
        ("docx:5", "docx:5"),
        ("docx:0", "docx:0"),
    ],
)
def test_a_picture_that_did_not_come_along_is_told(tmp_path: Path, source: str, told: str) -> None:
    """Whatever its address, nothing of which stays in the text."""
    found = draft(tmp_path, f'<p>Bà con xem ảnh.</p><img src="{source}">')
    assert (addresses(found), written(found)) == ([told], ["Bà con xem ảnh."])
