"""Pictures lose the place where they were taken and keep what they show."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bantin.ingest.pictures import clean_picture

FRAMES = [Image.new("RGB", (24, 16), colour) for colour in ("red", "green", "blue")]


def stored(kind: str, *, frames: int) -> bytes:
    """Return a picture with a camera and a place in its EXIF."""
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    exif[0x8825] = {1: "N", 2: (10.0, 30.0, 0.0)}
    file = io.BytesIO()
    FRAMES[0].save(file, kind, save_all=True, append_images=FRAMES[1:frames], duration=[100, 200, 300], exif=exif)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_an_animation_keeps_its_pictures_and_loses_its_place(kind: str) -> None:
    """Frame for frame as they were, letter for letter nothing of the camera."""
    data = stored(kind, frames=3)
    clean = clean_picture(data)
    assert clean is not None
    with Image.open(io.BytesIO(clean.data)) as after, Image.open(io.BytesIO(data)) as before:
        assert (after.n_frames, dict(after.getexif()), b"Camera" in clean.data, clean.had_location) == (
            3,
            {},
            False,
            True,
        )
        for number in range(3):
            before.seek(number)
            after.seek(number)
            assert (after.tobytes(), after.info["duration"]) == (before.tobytes(), before.info["duration"])


def test_the_jpeg_of_a_telephone_is_its_first_picture() -> None:
    """Pillow calls it MPO for what lies behind the first: a depth map, a preview."""
    clean = clean_picture(stored("MPO", frames=2))
    assert clean is not None
    with Image.open(io.BytesIO(clean.data)) as picture:
        assert (picture.format, clean.ending, picture.size, clean.had_location) == ("JPEG", ".jpg", (24, 16), True)
