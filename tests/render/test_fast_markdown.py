"""What makes Markdown faster changes nothing of its output."""

import pytest
from hypothesis import given, settings, strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor

from bantin.messages import load_messages
from bantin.render.fast_blocks import FastBlocksExtension
from bantin.render.markdown import BodyRenderer
from bantin.render.markdown_extension import BantinExtension

EXTENSIONS = ["attr_list", "md_in_html", "admonition", "tables", "footnotes", "toc", "fenced_code", "def_list", "abbr"]

PLAIN = Markdown(extensions=[*EXTENSIONS, BantinExtension()])
FAST = BodyRenderer(EXTENSIONS, {}, load_messages("vi"))

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


LINES = st.sampled_from(
    ["=====\n", "---\n", "-\t\n", "\n: nghĩa\n", "*[UBND]: Ủy ban\n", "[TOC]\n\n", "~~~\n", "Ông A.\n", "\nBà B", "\r"]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES | LINES | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_gives_the_same_html(text: str) -> None:
    """Markup in any order and number, broken and whole, comes out alike."""
    assert FAST._markdown(text).convert(text) == PLAIN.reset().convert(text)


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
    text = "Sáng 21/8, đoàn công tác làm việc với phường."
    FAST._markdown(text).convert(text)
    assert tried == []


def test_an_extension_that_a_text_cannot_use_is_left_out() -> None:
    """Each text gets only what its marks ask for."""
    assert "table" not in FAST._markdown("Đoạn.").parser.blockprocessors
    assert "table" in FAST._markdown("| a |\n|---|\n| b |").parser.blockprocessors


def test_a_processor_of_another_makes_every_block_take_the_long_way() -> None:
    """An unknown extension may see a mark where we see a letter."""

    class Foreign(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the host's name
            """Register some processor."""
            md.parser.blockprocessors.register(BlockProcessor(md.parser), "foreign", 50)

    plain, foreign = (
        Markdown(extensions=[FastBlocksExtension()]),
        Markdown(extensions=[Foreign(), FastBlocksExtension()]),
    )
    assert "bantin-plain" in plain.parser.blockprocessors
    assert "bantin-plain" not in foreign.parser.blockprocessors
