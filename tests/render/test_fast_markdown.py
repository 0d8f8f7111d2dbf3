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

EXTENSIONS = [
    *("attr_list", "md_in_html", "admonition", "tables", "footnotes", "toc"),
    *("fenced_code", "def_list", "abbr", "sane_lists"),
]

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
    [
        *("=====\n", "---\n", "-\t\n", "\n: nghĩa\n", "*[UBND]: Ủy ban\n", "[TOC]\n\n", "~~~\n", "Ông A.\n", "\nBà B"),
        *("\n    =====\n", "\n    : nghĩa\n", "\n\t---\n", "\n> : nghĩa\n", "\r"),
    ]
)


@settings(max_examples=600)
@given(st.lists(PIECES | LINES | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_gives_the_same_html(text: str) -> None:
    """Markup in any order and number, broken and whole, comes out alike."""
    assert FAST._markdown(text).convert(text) == PLAIN.reset().convert(text)


WORD = st.sampled_from(
    [
        "Phường",
        "ủy ban",
        "30,149",
        "7-10",
        "“Ễ”",
        "(TPHCM)",
        "a\u00a0b",
        "–",
        "15:55",
        "h/c",
        "!",
        "#",
        "~",
        "=",
        "+",
        ">",
        "&",
    ]
)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
STRONG = WORDS.map(lambda text: f"**{text}**")
LINK = st.tuples(
    WORDS, st.sampled_from(["../a_b_c.md", "tep.pdf#muc-1", "a b", "https://a.vn/", "//a", "#x", "x.mp4"])
).map(lambda parts: f"[{parts[0]}]({parts[1]})")
INLINE = st.lists(WORDS | STRONG | LINK, min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from([" ", "", ", ", "\n"]).map(lambda gap: gap.join(parts))
)
PICTURE = st.tuples(WORDS, WORDS, st.sampled_from(["", " (Ảnh: A)", "(Nguồn ảnh: B)"])).flatmap(
    lambda parts: st.sampled_from(
        [
            f"![{parts[0]}](a.jpg)",
            f"![{parts[0]}](a.jpg)\n*{parts[1]}{parts[2]}*",
            "![](c.jpg)\n*Chợ*\nLời",
            "![a](b.mp4)",
        ]
    )
)
RULE = st.lists(st.sampled_from([" --- ", "---", ":-:", " ---: ", ":--"]), min_size=1, max_size=3).map("|".join)
ROW = st.lists(INLINE | st.just(""), min_size=1, max_size=3).map(" | ".join)
TABLE = st.tuples(ROW, RULE, st.lists(ROW, max_size=2)).map(
    lambda parts: "\n".join(f"| {row} |" for row in (parts[0], parts[1], *parts[2]))
)
BLOCK = st.one_of(
    INLINE,
    TABLE,
    INLINE.map(lambda text: "> " + text.replace("\n", "\n> ")),
    PICTURE,
    st.tuples(st.sampled_from(["# ", "## ", "### ", "###### ", "#"]), INLINE).map("".join),
    st.lists(INLINE.map(lambda text: f"- {text}"), min_size=1, max_size=3).map("\n".join),
    st.sampled_from(
        ["1. Một\n2. Hai", "> Trích", "---", "    mã", "| a |\n|---|\n| b |", "Tên\n===", "[a]: b.md", "[a]"]
    ),
)


class Slow(BodyRenderer):
    """Takes the long way for every text."""

    def _is_usual(self, _: str) -> bool:
        return False


SLOW = Slow(EXTENSIONS, {}, load_messages("vi"))


@settings(max_examples=600)
@given(st.lists(BLOCK, min_size=1, max_size=6), st.sampled_from(["\n\n", "\n\n\n", "\n"]))
def test_a_plain_text_gives_the_same_body_either_way(blocks: list[str], gap: str) -> None:
    """HTML, links and their places, summary: whatever blocks follow each other."""
    text = gap.join(blocks)
    assert FAST.render(text, 9) == SLOW.render(text, 9)


@settings(max_examples=600)
@given(st.lists(PIECES | LINES | st.text(max_size=8), max_size=30).map("".join).filter(str.strip))
def test_any_text_gives_the_same_body_either_way(text: str) -> None:
    """Also where marks are broken."""
    assert FAST.render(text.strip(), 9) == SLOW.render(text.strip(), 9)


def test_an_article_as_editors_write_it_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not see Python-Markdown."""
    picture = "![Đoàn](a.jpg)\n*Đoàn (Ảnh: A)*"
    text = f"**Sáng 21/8**, đoàn [về](a.md) phường.\n\n## Kết quả\n\n- Một\n- Hai\n\n{picture}\n\nHết."
    converted: list[str] = []
    original = Markdown.convert

    def note(self: Markdown, source: str) -> str:
        converted.append(source)
        return original(self, source)

    monkeypatch.setattr(Markdown, "convert", note)
    FAST.render(text, 1)
    assert converted == []


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
