"""Eight communes of today are called Tân Thành: which one an article means, and what is done where nothing tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.ingest.extract import Setting, extract
from bantin.ingest.proposal import Proposal
from bantin.ingest.refusal import Refused
from bantin.ingest.sources import read_bytes
from bantin.ingest.wards import settle_wards
from bantin.model import Registry, Ward

AN_GIANG = Ward("an-phu", "An Phú", "xã", "tỉnh An Giang", code="30337")
DONG_THAP = Ward("tan-thanh", "Tân Thành", "xã", "tỉnh Đồng Tháp", code="29938")
TITLE = "Xã Tân Thành họp dân bàn việc làm đường"
TEXT = "Chiều 12/10/2025, UBND xã Tân Thành họp với bà con các ấp{area} về việc mở rộng con đường liên ấp."


def _propose(*wards: Ward, area: str = "") -> tuple[Proposal, Registry]:
    registry = Registry(wards={ward.id: ward for ward in wards})
    material = read_bytes("text", f"{TITLE}\n\n{TEXT.format(area=area)}\n".encode())
    return extract("bai.txt", material, Setting(registry, date(2025, 11, 1))), registry


@pytest.mark.parametrize(
    ("registered", "area", "province"),
    [
        (DONG_THAP, "", "Đồng Tháp"),
        (replace(DONG_THAP, code=""), "", "Đồng Tháp"),
        (DONG_THAP, " có bà con tỉnh Lâm Đồng", "Đồng Tháp"),
        (Ward("tan-hong", "Tân Hồng", "xã", "tỉnh Đồng Tháp"), "", "Đồng Tháp"),
        (AN_GIANG, " của tỉnh Lâm Đồng", "Lâm Đồng"),
    ],
    ids=["its entry", "its entry without a code", "another province is named", "same province", "province is named"],
)
def test_of_namesakes_the_one_near_the_project_is_meant(registered: Ward, area: str, province: str) -> None:
    """The registry's own comes first, then what the text names, then one of the same province."""
    proposal, _ = _propose(registered, area=area)
    assert [ward.place.province for ward in proposal.wards] == [province]


def test_nothing_is_asked_about_the_ward_of_the_registry() -> None:
    """That there are others of its name is no news to its editors."""
    proposal, registry = _propose(DONG_THAP)
    settled = settle_wards(proposal, None, registry)
    assert ([ward.id for ward in settled.wards], [one.key for one in settled.notes]) == (
        ["tan-thanh"],
        ["event_as_date", "no_byline"],
    )


def test_a_province_that_speaks_against_the_registry_is_told() -> None:
    """The draft has the registry's ward, the report asks to look."""
    proposal, registry = _propose(DONG_THAP, area=" có bà con tỉnh Lâm Đồng")
    assert "ward_rivals" in [one.key for one in settle_wards(proposal, None, registry).notes]


def test_a_guess_among_namesakes_is_refused() -> None:
    """It would put a commune that nobody named into the registry."""
    proposal, registry = _propose(AN_GIANG)
    with pytest.raises(Refused) as refused:
        settle_wards(proposal, None, registry)
    assert refused.value.key == "ward_rivals"


def test_the_editor_has_the_last_word() -> None:
    """The ward that is named stands, and nothing is left to check about it: the other notes are of day and author."""
    proposal, registry = _propose(AN_GIANG)
    chosen = settle_wards(_propose(DONG_THAP)[0], None, registry).wards[0]
    settled = settle_wards(proposal, chosen, registry)
    assert (settled.wards, settled.confidence["wards"], [one.key for one in settled.notes]) == (
        (chosen,),
        1.0,
        ["event_as_date", "no_byline"],
    )


def test_an_article_without_a_ward_gets_the_only_one_and_the_report_says_so() -> None:
    """To be looked at by the editor."""
    registry = Registry(wards={"tan-thanh": DONG_THAP})
    material = read_bytes("text", "Lịch họp dân\n\nMời bà con đến họp.\n".encode())
    settled = settle_wards(extract("bai.txt", material, Setting(registry, date(2025, 11, 1))), None, registry)
    notes = {one.key: dict(one.values) for one in settled.notes}
    assert (settled.wards[0].id, notes["ward_only"], "no_ward" in notes) == (
        "tan-thanh",
        {"name": "xã Tân Thành"},
        False,
    )
