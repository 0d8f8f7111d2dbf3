"""Pictures and films of a text, as Markdown has them and as pages do."""

from __future__ import annotations

import re

import pytest

from bantin.messages import load_messages
from bantin.render.markdown import BodyRenderer

RENDERER = BodyRenderer((), {}, load_messages("vi"))


def render(text: str) -> str:
    """Return the HTML of a text, line breaks between elements left out."""
    return re.sub(r"(?<=>)\s+|\s+(?=<)", "", RENDERER.render(text, 1).html)


ONE = '<figure class="bt-figure"><img alt="A" src="bantin-ref:0"></figure>'
TWO = '<figure class="bt-figure"><img alt="B" src="bantin-ref:1"></figure>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A](a.jpg)\n\n![B](b.jpg)", f'<div class="bt-gallery">{ONE}{TWO}</div>'),
        ("![A](a.jpg)\n\nChữ.\n\n![B](b.jpg)", f"{ONE}<p>Chữ.</p>{TWO}"),
        ("Chữ.\n\n![B](b.jpg)\n\nChữ.", f"<p>Chữ.</p>{TWO.replace('1', '0')}<p>Chữ.</p>"),
        ("> ![A](a.jpg)\n>\n> ![B](b.jpg)", f'<blockquote><div class="bt-gallery">{ONE}{TWO}</div></blockquote>'),
    ],
)
def test_pictures_in_a_row_are_a_gallery(text: str, html: str) -> None:
    """As long as nothing stands between them."""
    assert render(text) == html


FILMS = {
    "https://www.youtube.com/watch?v=a_b-c&t=3s": "YouTube",
    "https://youtu.be/abc": "YouTube",
    "https://m.youtube.com/shorts/abc": "YouTube",
    "https://www.facebook.com/phuong.benghe/videos/123/": "Facebook",
    "https://fb.watch/abc/": "Facebook",
    "https://tin.example/phim/hop.mp4": "tin.example",
}


@pytest.mark.parametrize(("address", "place"), FILMS.items(), ids=FILMS)
@pytest.mark.parametrize("form", ["{}", "<{}>", "[Xem video]({})"])
def test_a_link_to_a_film_alone_on_its_line_is_shown_as_one(address: str, place: str, form: str) -> None:
    """With the name of the place that it leads to, and nothing that is loaded from there."""
    href = address.replace("&", "&amp;")
    link = f'<a href="{href}">Xem video</a>'
    assert render(form.format(address)) == f'<p class="bt-film">{link}<span class="bt-film__place">{place}</span></p>'


def test_a_film_of_the_site_itself_is_shown_by_its_kind() -> None:
    """It lies in content/media."""
    html = render("[Lễ ra quân](../../../media/ra-quan.mp4)")
    assert '<a href="bantin-ref:0">Lễ ra quân</a><span class="bt-film__place">MP4</span>' in html


@pytest.mark.parametrize(
    "text",
    [
        "Xem [phim](https://youtu.be/abc) này.",
        "[Trang](https://www.youtube.com/@phuong)",
        "https://tin.example/trang",
        "[Tệp](../../../media/lich.pdf)",
        "https://example.com/youtube.com/watch?v=abc",
    ],
)
def test_other_links_stay_as_they_are(text: str) -> None:
    """A link inside a sentence, to a channel, or to anything else."""
    assert "bt-film" not in render(text)
