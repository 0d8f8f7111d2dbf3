"""The fast inline step gives the output of Python-Markdown's own."""

import pytest
from hypothesis import given, settings, strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from bantin.render.fast_inline import FastInlineExtension

EXTENSIONS = ["attr_list", "md_in_html", "admonition", "tables", "footnotes", "toc", "fenced_code", "def_list", "abbr"]

PLAIN = Markdown(extensions=EXTENSIONS)
FAST = Markdown(extensions=[*EXTENSIONS, FastInlineExtension()])

WORDS = ["Bến Cát", "ủy ban", " ", "\n", "\n\n", "  \n", "# ", "## ", "- ", "1. ", "> ", "!!! note\n    ", "```\n"]
MARKS = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "\\",
    "\\*",
    "<",
    ">",
    "&",
    "^",
    "~",
    "'",
    '"',
    "…",
    "(",
    ")",
    "[",
    "]",
    "![",
]
LINKS = ["](a.md)", "[a]", "[a][b]", "\n[a]: c.md\n", "[^1]", "\n\n[^1]: chú thích\n", "<https://a.vn>", "<a@b.vn>"]
HTML = ["<b>", "</b>", "&amp;", "&#169;", "{: #x }", "| a | b |\n", "|---|--:|\n", "\x02", "\x03", "klzzwxh:0001"]
PIECES = st.sampled_from(WORDS + MARKS + LINKS + HTML)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_gives_the_same_html(text: str) -> None:
    """Markup in any order and number, broken and whole, comes out alike."""
    assert FAST.reset().convert(text) == PLAIN.reset().convert(text)


@pytest.mark.parametrize("name", ["_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"])
def test_the_methods_that_it_stands_on_exist(name: str) -> None:
    """A new Python-Markdown that renames them must not silently fall back."""
    assert callable(getattr(InlineProcessor, name))


def test_a_text_without_markup_tries_no_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is where the time is saved."""
    tried: list[str] = []
    original = InlineProcessor._InlineProcessor__applyPattern  # type: ignore[attr-defined]

    def note(self: InlineProcessor, pattern: object, data: str, *rest: int) -> object:
        tried.append(data)
        return original(self, pattern, data, *rest)

    monkeypatch.setattr(InlineProcessor, "_InlineProcessor__applyPattern", note)
    FAST.reset().convert("Sáng 21/8, đoàn công tác làm việc với phường.")
    assert tried == []
