"""Photographs as cameras leave them, made in a moment and the same each time; and a site that shows them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from conftest import Site, article, read_tree

SECRETS = (b"Exif", b"GPS", b"Nguy\xe1\xbb\x85n V\xc4\x83n A", b"ns.adobe.com/xap", b"may anh", b"10.77")
"""What `secret_exif` and `SECRET_XMP` hold, as it would stand in a file."""
SECRET_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:xap="http://ns.adobe.com/xap/1.0/">may anh 10.77</x:xmpmeta>'
_ORIENTATION, _ARTIST, _MODEL, _GPS = 0x0112, 0x013B, 0x0110, 0x8825


def secret_exif(orientation: int = 1) -> Image.Exif:
    """Return EXIF data that tell who took the picture, with what, and where."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif[_ARTIST] = "Nguyễn Văn A"
    exif[_MODEL] = "may anh"
    exif.get_ifd(_GPS).update({1: "N", 2: (10.0, 46.0, 12.0), 3: "E", 4: (106.0, 42.0, 0.0)})
    return exif


def scene(width: int = 900, height: int = 600) -> Image.Image:
    """Return a picture whose corners differ: red, green above; blue, white below; soft in between."""
    corners = Image.new("RGB", (2, 2))
    corners.putdata([(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)])
    return corners.resize((width, height), Image.Resampling.BICUBIC)


def save(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Return the file of a picture."""
    stored = BytesIO()
    image.save(stored, kind, **options)
    return stored.getvalue()


def photograph(width: int = 900, height: int = 600, orientation: int = 1, **options: object) -> bytes:
    """Return a JPEG as a phone writes it: lying as the sensor does, with EXIF, XMP, and a film behind its end."""
    image = scene(width, height)
    return save(image, quality=90, exif=secret_exif(orientation), xmp=SECRET_XMP, **options) + b"ftypmp42 GPS may anh"


def write(path: Path, data: bytes) -> None:
    """Write a file with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def bomb() -> bytes:
    """Return a PNG of a few bytes that claims 30,000 by 30,000 pixels."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")]
    packed = (name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    lengths = (struct.pack(">I", len(data)) for _, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(part for pair in zip(lengths, packed, strict=True) for part in pair)


def swapped_profile() -> bytes:
    """Return a profile of colours under which red numbers mean green light."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"....").replace(b"gXYZ", b"rXYZ").replace(b"....", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))


def corner(image: Image.Image, name: str) -> str:
    """Return the name of the colour near a corner ("top left", …) of an upright `scene`."""
    x = 0.05 if "left" in name else 0.95
    y = 0.05 if "top" in name else 0.95
    pixel = image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))
    assert isinstance(pixel, tuple)
    red, green, blue = (value > 127 for value in pixel)
    return {
        (True, False, False): "red",
        (False, True, False): "green",
        (False, False, True): "blue",
        (True, True, True): "white",
    }.get((red, green, blue), "mixed")


def publish(make_site: Callable[[str], Site], pictures: dict[str, bytes], body: str = "", *, workers: int = 1) -> Site:
    """Build a site whose one article shows pictures of content/media."""
    shown = body or "\n\n".join(f"![Ảnh](../../../media/{name})" for name in pictures)
    site = make_site(f"-- content/news/2025/10/bai.md --\n{article(body=shown)}")
    site.workers = workers
    for name, data in pictures.items():
        write(site.root / "content/media" / name, data)
    site.build()
    return site


def media(site: Site) -> dict[str, bytes]:
    """Return the files of the site's folder of media."""
    return read_tree(site.out / "media")
