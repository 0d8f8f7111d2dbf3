"""Every text that an editor or a reader sees, by language, from the YAML files beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from bantin.model import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bantin.model import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Messages:
    """The texts of one language, found by dotted keys."""

    def __init__(self, language: str, texts: dict[str, str]) -> None:
        self.language = language
        self._texts = texts
        self.digest = digest(language, texts)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of `key` with its {places} filled. Raises KeyError where the catalogue has no such text.

        A reason may be the key of another text (see `name_fault`).
        """
        text = self._texts[key]
        if "reason" in values:
            values["reason"] = self._texts.get(str(values["reason"]), values["reason"])
        return text.format_map(values) if values else text

    def __contains__(self, key: str) -> bool:
        """Tell whether the catalogue has a text for `key`."""
        return key in self._texts

    def keys(self) -> Iterator[str]:
        """Return all keys, for tests of completeness."""
        return iter(self._texts)

    def describe(self, problem: Problem) -> tuple[str, str]:
        """Return (message, hint) of a problem; the hint says what to write instead, and may be empty."""
        base = f"rules.{problem.rule}" + (f".{problem.variant}" if problem.variant else "")
        values = dict(problem.values)
        hint = self(f"{base}.hint", **values) if f"{base}.hint" in self else ""
        return self(f"{base}.message", **values), hint

    def day(self, instant: datetime, *, has_time: bool = False) -> str:
        """Return a date as Vietnamese offices write it: "Thứ Ba, 07/10/2025", and ", 15:55" where known."""
        weekday = self(f"dates.weekday.{instant.isoweekday()}")
        return self("dates.instant" if has_time else "dates.day", weekday=weekday, at=instant)


def _flatten(tree: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value).strip()


def list_languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    return tuple(
        sorted(path.name.removesuffix(".yml") for path in files(__package__).iterdir() if path.name.endswith(".yml"))
    )


@cache
def load_messages(language: str) -> Messages:
    """Return the catalogue of `language`, completed from Vietnamese. An unknown language gives Vietnamese."""
    texts: dict[str, str] = {}
    for name in dict.fromkeys(("vi", language)):
        source = files(__package__) / f"{name}.yml"
        if source.is_file():
            tree = yaml.load(source.read_bytes(), Loader=_Loader)  # noqa: S506 - the safe one
            texts |= dict(_flatten(tree))
    return Messages(language, texts)
