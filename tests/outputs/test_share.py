"""The picture that messengers show of an article without one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image

from bantin.outputs import share
from bantin.outputs.share import draw_share_picture
from bantin.plan.syndication import SharePicture
from conftest import Site, article

MakeSite = Callable[[str], Site]

MARKED = "áàảãạ ăắằẳẵặ âấầẩẫậ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ đ"
PICTURE = "tin/2025/10/mot/chia-se.png"


def drawn(site: Site) -> Site:
    """Return the site with the option on."""
    return replace(site, settings=replace(site.settings, share_pictures=True))


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A site of one article without a picture."""
    found = drawn(make_site(""))
    found.write("news/2025/10/mot.md", article("Một"))
    return found


def test_it_has_the_size_that_messengers_show_whole() -> None:
    """And few bytes."""
    data = draw_share_picture(SharePicture("Đảng bộ phường Bến Nghé tổng kết", "phường Bến Nghé", "Tin phường"))
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 60_000


@pytest.mark.parametrize("weight", ["400", "700"])
def test_every_vietnamese_letter_has_a_glyph_of_its_own(weight: str) -> None:
    """No empty box, and no letter that looks like another one."""
    face = share._face(weight, 60)
    letters = sorted({*MARKED.replace(" ", ""), *MARKED.upper().replace(" ", "")})
    shapes = {}
    for letter in [*letters, "\uffff"]:
        ((run, font),) = face._runs(letter)
        shapes[letter] = bytes(font.getmask(run))
    assert len(set(shapes.values())) == len(shapes)


def test_letters_of_one_word_come_from_both_files() -> None:
    """In the order in which they are written, nothing lost."""
    text = "Ủy ban phường Bến Cát, số 12/3"
    runs = [run for run, _ in share._face("700", 60)._runs(text)]
    assert "".join(runs) == text
    assert len(runs) > 4


@pytest.mark.parametrize("title", ["Một", "một hai ba bốn năm " * 40, "a" * 300])
def test_a_title_of_any_length_stays_within_the_picture(title: str) -> None:
    """Smaller, on more lines, at last with an ellipsis."""
    size, lines = share._set_title(title, 1040)
    face = share._face("700", size)
    assert max(face.width(line) for line in lines) <= 1040
    assert len(lines) * size * 1.28 <= 330


def test_it_is_off_unless_asked_for(make_site: MakeSite) -> None:
    """Ten thousand pictures take minutes."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    assert PICTURE not in site.tree()
    assert "og:image" not in site.html("tin/2025/10/mot/")


def test_the_page_names_it(site: Site) -> None:
    """With its absolute address, its size, and what it says."""
    site.build()
    assert PICTURE in site.tree()
    html = site.html("tin/2025/10/mot/")
    assert f'<meta property="og:image" content="https://tin.example/{PICTURE}">' in html
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:alt" content="Một">' in html


def test_an_article_with_a_photograph_needs_none(site: Site) -> None:
    """Messengers show its own; a drawing (SVG) they do not."""
    (site.root / "content/media").mkdir()
    Image.new("RGB", (40, 30)).save(site.root / "content/media/cho.png")
    site.write("news/2025/10/mot.md", article("Một", image="{src: ../../../media/cho.png, alt: Chợ}"))
    site.build()
    assert PICTURE not in site.tree()
    html = site.html("tin/2025/10/mot/")
    assert '<meta property="og:image" content="https://tin.example/media/cho.png">' in html
    assert '<meta property="og:image:height" content="30">' in html


def test_it_is_drawn_once_for_what_it_says(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another text, another template: the same picture."""
    names: list[str] = []
    draw = share.draw_share_picture

    def note(inputs: SharePicture) -> bytes:
        names.append(inputs.title)
        return draw(inputs)

    monkeypatch.setattr("bantin.outputs.share.draw_share_picture", note)
    site.build()
    site.write("news/2025/10/mot.md", article("Một", body="Khác."))
    replace(site, settings=replace(site.settings, site_description="Khác")).build()
    assert names == ["Một"]
    site.write("news/2025/10/mot.md", article("Hai"))
    site.build()
    assert names == ["Một", "Hai"]


def test_it_goes_with_its_article(site: Site) -> None:
    """A withdrawn one has none."""
    site.build()
    site.write("news/2025/10/mot.md", article("Một", status="withdrawn", withdrawn="{date: 2025-10-10, reason: Nhầm}"))
    site.build()
    assert PICTURE not in site.tree()
