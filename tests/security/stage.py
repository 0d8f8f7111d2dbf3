"""A site of all hostile inputs at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from PIL import Image

from conftest import REGISTRY, unpack
from host.conftest import CONFIG

TABLE: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hostile.yml").read_text(encoding="utf-8"))

_CALL = "(window.__pwned=1,alert(1))"
"""What `pwn()` stands for."""
_LARGE = {
    "{deep-quotes}": "> " * 500 + "x",
    "{deep-html}": "<div>" * 3000 + "x",
    "{deep-lists}": "\n".join("  " * depth + "- x" for depth in range(200)),
    "{deep-emphasis}": "*" * 5000 + "x" + "_" * 5000,
    "{long-line}": "[" * 20_000,
}


class Case(NamedTuple):
    """One hostile article."""

    name: str
    text: str
    rule: str
    """Of the problem that it must be; '': harmless text will do."""

    @property
    def path(self) -> str:
        """Its file below content/."""
        return f"news/2025/10/{self.name}.md"


def _arm(text: str) -> str:
    return text.replace("pwn()", _CALL)


def _article(name: str, head: str, body: str = "Nội dung của bài viết này.") -> str:
    title = "" if head.startswith("title: ") and name.startswith("field") else f"title: Bài {name}\n"
    place = "" if head.startswith("ward:") else "ward: ben-cat\n"
    return _arm(f"---\n{title}date: 2025-10-07\n{place}{head}\n---\n\n{body}\n")


def make_cases() -> list[Case]:
    """Return every hostile article."""
    cases = []
    for field, template in TABLE["fields"].items():
        for kind, text in TABLE["texts"].items():
            name = f"field-{field}-{kind}"
            cases.append(Case(name, _article(name, template.format(text=json.dumps(text))), ""))
    for key, one in TABLE["heads"].items():
        cases.append(Case(f"head-{key}", _article(f"head-{key}", one["head"]), one["rule"]))
    for key, body in TABLE["bodies"].items():
        text = _article(f"body-{key}", "tags: [thong-bao]", _LARGE.get(body, body))
        cases.append(Case(f"body-{key}", text, ""))
    return cases


CASES = make_cases()
INPUTS = len(CASES) + len(TABLE["drawings"]) + len(TABLE["registry"])
"""How many hostile inputs there are."""


def lay_out(root: Path) -> None:
    """Write a project of all of them, and what they refer to."""
    unpack(REGISTRY, root)
    unpack(CONFIG, root)
    for one in TABLE["registry"].values():
        with (root / f"content/registry/{one['file']}.yml").open("a", encoding="utf-8") as file:
            file.write(_arm(one["text"]) + "\n")
    for case in CASES:
        path = root / "content" / case.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(case.text, encoding="utf-8")
    media = root / "content/media"
    media.mkdir(exist_ok=True)
    Image.new("RGB", (8, 8)).save(media / "anh.png")
    (media / "tep.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    for name, body in TABLE["drawings"].items():
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{_arm(body)}</svg>'
        (media / f"xau-{name}.svg").write_text(drawing, encoding="utf-8")
