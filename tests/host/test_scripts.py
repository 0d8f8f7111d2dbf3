"""Modules of the theme reach readers in few files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bantin.host.scripts import link_scripts
from search.node import node

SCRIPTS = {
    "first": """import { twice } from "./sums.mjs";
import { NAME } from "./names.mjs";

const WORD = "//"; // what a comment begins with
const WORDS = "Oh; // no"; // it's kept, for it may be the end of a text

/** Says it. */
export const greet = () => `${WORD} ${NAME} ${twice(21)} ${WORDS}`;
""",
    "later": """import { twice } from "./sums.mjs";
import { hidden } from "./own.mjs";

import("./first.mjs").then(({ greet }) => console.log(twice(hidden()), greet()));
""",
    "sums": """const WORD = 2;
export function twice(value) {
  return WORD * value;
}
""",
    "names": """import { twice } from "./sums.mjs";

export const NAME = `${twice(1)} names`;
""",
    "own": """class Hidden {}
export const hidden = () => 4;
export { Hidden };
""",
}


def test_a_script_holds_what_it_imports_and_shares_it_with_later_ones(tmp_path: Path) -> None:
    """Two files in the place of five; names that modules have in common stay apart; comments are gone."""
    linked = link_scripts(SCRIPTS, ("first", "later"))
    for name, script in linked.items():
        (tmp_path / f"{name}.mjs").write_text(script, encoding="utf-8")
    ran = subprocess.run([node(), "later.mjs"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert (sorted(linked), ran.stdout) == (["first", "later"], "8 // 2 names 42 Oh; // no\n")
    assert [text for text in ("Says it", "what a comment", "it's kept") if text in linked["first"]] == ["it's kept"]


def test_a_module_that_is_not_there_is_told() -> None:
    """A slip in a name stops the build of the theme, not a reader."""
    with pytest.raises(KeyError, match="sum"):
        link_scripts({"first": 'import { twice } from "./sum.mjs";\n'}, ("first",))
