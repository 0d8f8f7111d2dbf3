"""The scripts of the theme as readers get them: few files, without what only developers read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE)
_REMARK = re.compile(r"(?<=[;{},]) // [^\"'`\n]*$", re.MULTILINE)
"""What follows a statement; a text with these signs would end later in the line, and no regular expression has them."""
_CAST = re.compile(r"/\*\* @type (?:[^*]|\*(?!/))*\*/ ?")
_BLANK = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"(?:\.{1,2}/)+(?:[\w-]+/)*(\w+)\.mjs\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?:(?:async )?function|class|const) (\w+)|^export \{ (\w+) \};\n", re.MULTILINE)


ALTERNATES = b"link[rel=alternate]"
"""What the host's script looks for, to fetch a sitemap beside each: it takes every such link for another language."""


def spare_feeds(script: bytes) -> bytes:
    """Return a script of the host that leaves links to feeds alone, for which it would ask for what is not there."""
    return script.replace(ALTERNATES, ALTERNATES + b"[hreflang]")


def strip_script(text: str) -> str:
    """Return a script without comments and indentation, a third of its bytes; no text in it may run over lines."""
    return _BLANK.sub("", _REMARK.sub("", _COMMENT.sub("", _CAST.sub("", text.replace("\r\n", "\n")))))


def link_scripts(scripts: Mapping[str, str], entries: Sequence[str]) -> dict[str, str]:
    """Return a script for each of `entries` that holds all the modules it imports; a phone fetches one in place of ten.

    `scripts`: ES modules by name, with named imports of each other and named exports only, none in a circle, none that
    awaits at its top. A module that several entries need is in the first of them, from which the others import it.
    Raises KeyError for a module that is not there.
    """
    homes = {name: entry for entry in reversed(entries) for name in _closure(scripts, entry)}
    own = {entry: [name for name in _closure(scripts, entry) if homes[name] == entry] for entry in entries}
    foreign = {entry: _imports(scripts, own[entry]) - {*own[entry]} for entry in entries}
    shared = set().union(*foreign.values())
    linked = {}
    for entry in entries:
        lines = [f'import {{ ${name} }} from "./{homes[name]}.mjs";\n' for name in sorted(foreign[entry])]
        lines += [_enclose(name, scripts[name]) for name in own[entry]]
        lines.append(f"export const {{ {', '.join(_exports(scripts[entry]))} }} = ${entry};\n")
        lines.append(f"export {{ {', '.join(f'${name}' for name in own[entry] if name in shared)} }};\n")
        linked[entry] = strip_script("".join(lines))
    return linked


def _imports(scripts: Mapping[str, str], names: Iterable[str]) -> set[str]:
    return {name for one in names for _, name in _IMPORT.findall(scripts[one])}


def _closure(scripts: Mapping[str, str], name: str) -> list[str]:
    """Return a module after all that it imports."""
    found: list[str] = []

    def visit(one: str) -> None:
        for _, other in _IMPORT.findall(scripts[one]):
            if other not in found:
                visit(other)
        found.append(one)

    visit(name)
    return found


def _exports(script: str) -> Iterator[str]:
    return (match[1] or match[2] for match in _EXPORT.finditer(script))


def _enclose(name: str, script: str) -> str:
    """Return a module as a value of that name with a dollar sign: its own names stay its own."""
    body = _IMPORT.sub(lambda match: f"const {match[1]} = ${match[2]};\n", script)
    body = _EXPORT.sub(lambda match: match[0].removeprefix("export ") if match[1] else "", body)
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {', '.join(_exports(script))} }};\n}})();\n"
