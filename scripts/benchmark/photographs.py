"""Photographs of 4 MB, drawn: python photographs.py FOLDER COUNT, in an environment with Pillow.

A few scenes of soft shapes under the grain of a sensor; every file is one of them with EXIF data of its own, so that no
two are equal. One in four lies on its side. All tell where they were taken.
"""

from __future__ import annotations

import random
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

_WIDTH, _HEIGHT = 4000, 3000
_SCENES = 16
_QUALITY = 89
_SIDES = (1, 1, 1, 6)
_ORIENTATION, _UNIQUE_ID, _GPS = 0x0112, 0xA420, 0x8825


def main(folder: Path, count: int) -> None:
    """Write the photographs 0001.jpg and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(min(_SCENES, count)):
        scene = _draw(seed)
        for number in range(seed, count, _SCENES):
            (folder / f"{number + 1:04}.jpg").write_bytes(_photograph(scene, number))


def _draw(seed: int) -> Image.Image:
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    size = (_WIDTH, _HEIGHT)
    large, small = (
        Image.frombytes("RGB", (side, side), chance.randbytes(side * side * 3)).resize(size, Image.Resampling.BICUBIC)
        for side in (20, 300)
    )
    grain = Image.frombytes("L", size, chance.randbytes(_WIDTH * _HEIGHT)).convert("RGB")
    return Image.blend(Image.blend(large, small, 0.25), grain, 0.1)


def _photograph(scene: Image.Image, number: int) -> bytes:
    exif = Image.Exif()
    exif[_ORIENTATION] = _SIDES[number % len(_SIDES)]
    exif[_UNIQUE_ID] = f"{number:032x}"
    exif.get_ifd(_GPS).update({1: "N", 2: (10.0, 46.0, 12.0), 3: "E", 4: (106.0, 42.0, 0.0)})
    stored = BytesIO()
    scene.save(stored, "JPEG", quality=_QUALITY, exif=exif)
    return stored.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
