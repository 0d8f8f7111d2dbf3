"""What becomes of the pictures of content/media on their way to readers."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from conftest import Site, article
from photographs import (
    SECRET_XMP,
    SECRETS,
    bomb,
    corner,
    media,
    photograph,
    publish,
    save,
    scene,
    secret_exif,
    swapped_profile,
    write,
)

MakeSite = Callable[[str], Site]


def test_a_photograph_gets_smaller_forms_and_none_larger(make_site: MakeSite) -> None:
    """By width and format, beside the picture, which stays at its own address."""
    site = publish(make_site, {"hop.jpg": photograph(1000, 750)})
    sizes = {
        re.sub(r"\.[0-9a-f]{8}\.", ".", name): Image.open(BytesIO(data)).size for name, data in media(site).items()
    }
    assert sizes == {
        "hop.jpg": (1000, 750),
        "hop.jpg.320.avif": (320, 240),
        "hop.jpg.640.avif": (640, 480),
        "hop.jpg.960.avif": (960, 720),
        "hop.jpg.1000.avif": (1000, 750),
        "hop.jpg.640.webp": (640, 480),
        "hop.jpg.960.webp": (960, 720),
    }


def test_the_page_offers_every_form(make_site: MakeSite) -> None:
    """Each file that was made stands in a srcset with its width, and the picture itself in src."""
    site = publish(make_site, {"2025/hop.jpg": photograph(1000, 750)})
    page = site.html("tin/2025/10/bai/")
    offered = {address.rpartition("media/")[2]: width for address, width in re.findall(r"(\S+media/\S+) (\d+)w", page)}
    made = {path: str(Image.open(BytesIO(data)).width) for path, data in media(site).items()}
    assert made == offered | {"2025/hop.jpg": "1000"}
    assert 'src="../../../../media/2025/hop.jpg" alt="Ảnh" width="1000" height="750"' in page


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("width", [900, 3000])
def test_a_picture_stands_upright(make_site: MakeSite, orientation: int, width: int) -> None:
    """Whichever way the camera was held; its size on the page is that of the upright picture."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    upright = scene(width, width * 2 // 3)
    lying = upright.transpose(Image.Transpose(undo[orientation])) if orientation in undo else upright
    exif = secret_exif(orientation)
    site = publish(make_site, {"a.jpg": save(lying, quality=90, exif=exif)})
    for name, data in media(site).items():
        image = Image.open(BytesIO(data))
        corners = [corner(image, one) for one in ("top left", "top right", "bottom left", "bottom right")]
        assert (name, corners) == (name, ["red", "green", "blue", "white"])
        assert image.width > image.height
        assert image.getexif() == {}
    shown = min(width, 2400)
    assert f'width="{shown}" height="{shown * 2 // 3}"' in site.html("tin/2025/10/bai/")


LARGE = scene(2600, 1800)
GIF = save(scene(300, 200), "GIF", save_all=True, append_images=[scene(300, 200).rotate(180)], comment=b"GPS may anh")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", photograph()),
        ("sideways.jpg", photograph(orientation=6)),
        ("large.jpg", photograph(2600, 1800)),
        ("progressive.jpg", photograph(progressive=True)),
        ("note.jpg", save(scene(), comment=b"may anh")),
        ("a.png", save(scene(), "PNG", exif=secret_exif(), comment="GPS")),
        ("large.png", save(LARGE, "PNG", exif=secret_exif())),
        ("a.webp", save(scene(), "WEBP", exif=secret_exif(), xmp=SECRET_XMP)),
        ("large.webp", save(LARGE, "WEBP", exif=secret_exif())),
        ("a.avif", save(scene(), "AVIF", exif=secret_exif(), speed=10)),
        ("moving.gif", GIF),
        (
            "moving.webp",
            save(scene(), "WEBP", save_all=True, append_images=[LARGE.resize((900, 600))], exif=secret_exif()),
        ),
        (
            "moving.png",
            save(scene(), "PNG", save_all=True, append_images=[LARGE.resize((900, 600))], exif=secret_exif()),
        ),
    ],
)
def test_nothing_published_tells_who_took_a_picture_or_where(make_site: MakeSite, name: str, data: bytes) -> None:
    """Neither the picture at its own address nor any other form of it, nor what hung behind its end."""
    assert any(secret in data for secret in SECRETS)
    site = publish(make_site, {name: data})
    assert name in media(site)
    assert [(path, one) for path, found in media(site).items() for one in SECRETS if one in found] == []


def test_pixels_that_need_no_change_are_not_written_again(make_site: MakeSite) -> None:
    """Taking the data of the camera out of a file costs no quality."""
    data = photograph()
    site = publish(make_site, {"a.jpg": data, "a.png": save(scene(), "PNG", exif=secret_exif())})
    for name, source in {"a.jpg": data, "a.png": save(scene(), "PNG")}.items():
        published = Image.open(BytesIO(media(site)[name]))
        assert published.tobytes() == Image.open(BytesIO(source)).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_goes_on_moving(make_site: MakeSite, kind: str) -> None:
    """It has one form, with all its pictures, for as many rounds as before."""
    frames = [scene(300, 200), scene(300, 200).rotate(180)]
    name = f"a.{kind.lower()}"
    site = publish(
        make_site, {name: save(frames[0], kind, save_all=True, append_images=frames[1:], loop=0, duration=300)}
    )
    assert list(media(site)) == [name]
    moving = Image.open(BytesIO(media(site)[name]))
    assert (getattr(moving, "n_frames", 1), moving.info["loop"]) == (2, 0)


def test_what_is_transparent_stays_so(make_site: MakeSite) -> None:
    """A coat of arms has no white box around it in dark mode."""
    logo = Image.new("RGBA", (800, 800), (0, 0, 0, 0))
    logo.paste((200, 0, 0, 255), (300, 300, 500, 500))
    site = publish(make_site, {"huy-hieu.png": save(logo, "PNG")})
    assert len(media(site)) == 6
    for data in media(site).values():
        pixel = Image.open(BytesIO(data)).convert("RGBA").getpixel((5, 5))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0


def test_colours_of_other_profiles_become_those_that_browsers_assume(make_site: MakeSite) -> None:
    """The numbers change, the profile goes, the looks stay."""
    red = save(Image.new("RGB", (700, 500), (200, 30, 30)), icc_profile=swapped_profile())
    site = publish(make_site, {"a.jpg": red})
    for name, data in media(site).items():
        image = Image.open(BytesIO(data)).convert("RGB")
        pixel = image.getpixel((100, 100))
        assert isinstance(pixel, tuple)
        assert (name, pixel[1] > 150, pixel[0] < 100, b"ICC_PROFILE" in data) == (name, True, True, False)


@pytest.mark.parametrize(
    ("name", "data", "variant"),
    [
        ("bomb.png", bomb(), "bomb"),
        ("cut.jpg", photograph()[:9000], "damaged"),
        ("cut.webp", save(scene(), "WEBP")[:900], "damaged"),
        ("other.jpg", b"%PDF-1.4", "damaged"),
        ("heavy.jpg", photograph() + bytes(40_000_000), "heavy"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_picture_that_cannot_be_shown_is_a_problem_of_its_article(
    make_site: MakeSite, name: str, data: bytes, variant: str
) -> None:
    """With its line; nothing of it is published, and a bomb is refused before it is unpacked."""
    site = make_site(f"-- content/news/2025/10/bai.md --\n{article(body=f'![Ảnh](../../../media/{name})')}")
    write(site.root / "content/media" / name, data)
    report = site.build()
    found = [(one.path, one.line, one.rule, one.variant) for one in report.problems if one.severity == "error"]
    assert found == [("content/news/2025/10/bai.md", 7, "picture-unreadable", variant)]
    assert not (site.out / "media").exists()


def test_a_picture_for_which_browsers_have_no_eyes_is_not_published(make_site: MakeSite) -> None:
    """It would tell where it was taken."""
    site = publish(make_site, {"may.heic": b"ftypheic GPS"}, "Nội dung.")
    assert not (site.out / "media").exists()


def test_pictures_of_an_article_under_embargo_are_not_there(make_site: MakeSite) -> None:
    """Neither the picture nor any other form of it."""
    text = article(date="2026-01-01", body="![Ảnh](../../../media/a.jpg)")
    site = make_site(f"-- content/news/2025/10/bai.md --\n{text}")
    write(site.root / "content/media/a.jpg", photograph())
    site.build()
    assert not (site.out / "media").exists()
