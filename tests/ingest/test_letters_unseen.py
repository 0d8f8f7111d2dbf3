"""Letters in pieces and characters that nobody sees, however a page or a Word file writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from bantin.ingest.proposal import Proposal
from ingest.materials import paragraph, propose, word_file

TITLE = "Phường Bến Cát họp bàn việc trong tháng"
LEAD = "UBND phường Bến Cát họp với các khu phố để bàn những việc cần làm trong tháng."


def _page(text: str) -> Proposal:
    head, _, rest = text.partition("\n")
    return propose("html", f"<html><body><h1>{head}</h1><p>{rest}</p></body></html>")


def _word(text: str) -> Proposal:
    return propose("docx", word_file("".join(paragraph(line) for line in text.split("\n"))))


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", f"{TITLE}\n{LEAD}"),
        f"{TITLE}\n{LEAD}".replace("Bến Cát", "Bến&#8203; Cát"),
        f"{TITLE}\n{LEAD}".replace("Bến Cát", "B&#xAD;ến Cát&#x200E;"),
    ],
    ids=["pieces", "blank", "hyphen"],
)
@pytest.mark.parametrize("read", [_page, _word])
def test_a_ward_is_known_in_any_spelling_of_its_letters(read: Callable[[str], Proposal], written: str) -> None:
    """The draft has the letters that everybody types."""
    found = read(written)
    assert (found.title, found.body, [ward.place.code for ward in found.wards]) == (TITLE, LEAD, ["25813"])


def test_the_old_letters_of_a_table_become_unicode() -> None:
    """The soft hyphen is one of them: "ư" in TCVN3."""
    cells = "".join(f"<td>{text}</td>" for text in ("Ph\u00adêng BÕn C¸t häp víi bµ con", "Ngµy häp víi c¸c hé d©n"))
    found = propose("html", f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p><table>{f'<tr>{cells}</tr>' * 2}</table>")
    row = "| Phường Bến Cát họp với bà con | Ngày họp với các hộ dân |"
    assert found.body.split("\n")[-1] == row
