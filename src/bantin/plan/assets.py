"""Inputs of the files that are no pages: copied as they are, or made of pictures."""

from __future__ import annotations

from dataclasses import dataclass

from bantin import urls
from bantin.model import Picture, Variant, digest


@dataclass(frozen=True)
class CopyFile:
    """A file published as it is: below content/, or one of the host's."""

    source: str
    digest: str
    index: int = -1
    """Its place in `Host.files` where the bytes come from there."""


@dataclass(frozen=True)
class PictureFiles:
    """A picture at its own address, and its smaller forms beside it."""

    picture: Picture
    variants: tuple[Variant, ...]
    digest: str
    """Of the file that it is made of."""
    recipe: str
    """What else decides the bytes (`Base.pictures`)."""

    @property
    def key(self) -> str:
        """Names what is made, whatever it is called."""
        return digest(self.digest, self.recipe, (self.picture.width, self.picture.height), self.variants)

    @property
    def paths(self) -> tuple[str, ...]:
        """The files: the picture at its own address, then its variants."""
        return (self.picture.path, *(urls.variant(self.picture, one) for one in self.variants))
