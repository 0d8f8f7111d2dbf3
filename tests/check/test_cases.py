"""Every broken input gives its problems, with exact place and words; no input gives a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from bantin.read import read_article
from bantin.read.article import OPTIONAL, REQUIRED
from check.support import BASE, check_files, load_cases

VALID = BASE["content/news/2025/10/tin-mau.md"].encode()


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in load_cases()])
def test_problems(case: dict[str, Any], tmp_path: Path) -> None:
    """The problems of a case are exactly those that it lists."""
    found = check_files(
        tmp_path, case.get("files", {}), case.get("published", ()), case.get("before"), case.get("config")
    )
    assert found == case["problems"]


def _is_judged(data: bytes) -> bool:
    reading = read_article("news/2025/10/bai.md", data, 1024)
    return reading.article is not None or any(problem.severity == "error" for problem in reading.problems)


@given(st.binary(max_size=400))
@example(b"---\n---")
@example(b"---\n--- \n---")
@example(b"\xef\xbb\xbf\xef\xbb\xbf---\n")
def test_bytes(data: bytes) -> None:
    """Any bytes give an article, or an error that says why not."""
    assert _is_judged(data)


VALUES = st.recursive(
    st.sampled_from([None, "", "~", "Bến Cát", "ben-cat", "2025-10-07"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "name", "src"]), inner),
    max_leaves=4,
)


@given(
    st.dictionaries(st.sampled_from((*REQUIRED, *OPTIONAL)), VALUES),
    st.fixed_dictionaries(dict.fromkeys(REQUIRED, VALUES)),
)
@example({}, {"title": "Tiêu đề", "date": "2025-10-07", "ward": [""]})
def test_values(optional: dict[str, Any], required: dict[str, Any]) -> None:
    """Whatever its fields hold, a file gives an article, or an error that says why not."""
    head = json.dumps(optional | required, ensure_ascii=False)
    assert _is_judged(f"---\n{head}\n---\n\nNội dung.\n".encode())


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw a valid article after some deletions, insertions and doublings."""
    data = VALID
    pieces = st.one_of(st.binary(max_size=8), st.sampled_from(PIECES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        kind = draw(st.sampled_from(("delete", "insert", "double")))
        middle = {"delete": b"", "insert": draw(pieces), "double": data[start:end] * 2}[kind]
        data = data[:start] + middle + data[start if kind == "insert" else end :]
    return data


PIECES = [
    text.encode()
    for text in (
        '"',
        "'",
        "[",
        "]",
        "{",
        ": ",
        "- ",
        "\n",
        "\t",
        "---\n",
        "&a ",
        "*a",
        "!x ",
        "|",
        "null",
        "\\",
        "://[",
        "\u200b",
    )
] + [b"![](//[)", b"<script>", b"[^1]", b"\0", b"\xff"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=mutated())
def test_mutations(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A valid article with any damage is still judged by all rules without a traceback."""
    assert _is_judged(data)
    check_files(tmp_path_factory.mktemp("mutated"), {"content/news/2025/10/bai.md": {"bytes": data.decode("latin-1")}})
