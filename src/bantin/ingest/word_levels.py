"""How the lists of a Word file count: the levels that numbering.xml describes, the styles that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bantin.ingest.word_package import Element, Package
from bantin.ingest.word_runs import WORD

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 3999
"""The highest number that is written in letters."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str = "decimal"
    label: str = "%1."
    start: int = 1
    in_figures: bool = False
    """Whether the numbers of the levels above are written in figures too."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One list: whose numbers it goes on with, its levels, and those that begin anew."""

    counter: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a file, by the id that paragraphs name; (list, level) of the styles that number."""

    lists: dict[str, Counted]
    styles: dict[str, tuple[str, int]]
    headings: frozenset[str]
    """Ids of the styles of headings."""


def value_of(element: Element | None, path: str) -> str | None:
    """Return the value of an element below another: "numPr/numId"."""
    found = element.find("/".join(f"{WORD}{name}" for name in path.split("/"))) if element is not None else None
    return found.get(f"{WORD}val") if found is not None else None


def number_of(said: str | None, otherwise: int) -> int:
    """Return a number of the file, `otherwise` where it says none."""
    return int(said) if said and re.fullmatch(r"\d{1,6}", said) else otherwise


def read_numbering(package: Package) -> Numbering:
    """Return the lists of a file; none where it has no numbering."""
    path, styles = package.related(package.main, "numbering"), package.related(package.main, "styles")
    if path is None:
        return Numbering({}, {}, frozenset())
    root = package.parse(path)
    known = (
        {one.get(f"{WORD}styleId") or "": one for one in package.parse(styles).iter(f"{WORD}style")} if styles else {}
    )
    lists = _read_lists(root)
    headings = frozenset(
        name for name, one in known.items() if re.match(r"heading \d", value_of(one, "name") or "", re.IGNORECASE)
    )
    return Numbering(lists, {**_linked(root), **_styled(known)}, headings)


def _read_lists(root: Element) -> dict[str, Counted]:
    kinds = {one.get(f"{WORD}abstractNumId") or "": one for one in root.iter(f"{WORD}abstractNum")}
    defined = {name: key for key, one in kinds.items() if (name := value_of(one, "styleLink"))}
    lists = {}
    for one in root.iter(f"{WORD}num"):
        key = value_of(one, "abstractNumId") or ""
        key = defined.get(value_of(kinds.get(key), "numStyleLink") or "", key)
        levels = _read_levels(kinds[key]) if key in kinds else {}
        restarts = {}
        for changed in one.iter(f"{WORD}lvlOverride"):
            index = number_of(changed.get(f"{WORD}ilvl"), 0)
            levels |= _read_levels(changed)
            if (begun := value_of(changed, "startOverride")) is not None:
                restarts[index] = number_of(begun, 1)
        lists[one.get(f"{WORD}numId") or ""] = Counted(key, levels, restarts)
    return lists


def _read_levels(element: Element) -> dict[int, Level]:
    levels = {}
    for one in element.iter(f"{WORD}lvl"):
        index, said = number_of(one.get(f"{WORD}ilvl"), 0), value_of(one, "lvlText")
        levels[index] = Level(
            value_of(one, "numFmt") or "decimal",
            f"%{index + 1}." if said is None else said,
            number_of(value_of(one, "start"), 1),
            one.find(f"{WORD}isLgl") is not None,
        )
    return levels


def _linked(root: Element) -> dict[str, tuple[str, int]]:
    """Return (list, level) of the styles that levels name."""
    lists = {value_of(one, "abstractNumId"): one.get(f"{WORD}numId") or "" for one in root.iter(f"{WORD}num")}
    return {
        style: (lists.get(kind.get(f"{WORD}abstractNumId"), ""), number_of(level.get(f"{WORD}ilvl"), 0))
        for kind in root.iter(f"{WORD}abstractNum")
        for level in kind.iter(f"{WORD}lvl")
        if (style := value_of(level, "pStyle"))
    }


def _styled(known: dict[str, Element]) -> dict[str, tuple[str, int]]:
    """Return (list, level) of the styles that name a list, themselves or by what they are based on."""
    found = {}
    for name in known:
        own: str | None = name
        seen: set[str] = set()
        while own in known and own not in seen:
            seen.add(own)
            if (number := value_of(known[own], "pPr/numPr/numId")) is not None:
                found[name] = (number, number_of(value_of(known[own], "pPr/numPr/ilvl"), 0))
                break
            own = value_of(known[own], "basedOn")
    return found


def write_number(number: int, form: str) -> str:
    """Return a number in one of Word's forms: upperRoman, lowerLetter; in figures where we do not know it."""
    if form in {"upperRoman", "upperLetter"}:
        return write_number(number, form.replace("upper", "lower")).upper()
    if form == "none":
        return ""
    if not 0 < number <= _MOST or form not in {"lowerRoman", "lowerLetter"}:
        return f"{number:02}" if form == "decimalZero" else str(number)
    if form == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (number // worth)
        number %= worth
    return written
