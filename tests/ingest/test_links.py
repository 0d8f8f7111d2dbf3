"""Links of a page: those that stay, and those that the report tells."""

from __future__ import annotations

import pytest

from ingest.materials import propose

TITLE = "Lịch trực khu phố"
LEAD = "UBND phường Bến Cát thông báo lịch trực của các khu phố trong tháng."


@pytest.mark.parametrize(
    ("lead", "written"),
    [
        ("(BDO) - Phường họp theo {link}.", "Phường họp theo {link}."),
        ("<b>(BDO)</b> - Phường họp theo {link}.", "Phường họp theo {link}."),
        ("<b>(BDO) - Phường họp</b> theo {link}.", "**Phường họp** theo {link}."),
        ("<i>(BDO)</i> - <b>Phường họp</b> theo {link}.", "**Phường họp** theo {link}."),
        ("Phường họp theo {link}.", "Phường họp theo {link}."),
    ],
)
def test_a_link_in_the_first_paragraph_stays(lead: str, written: str) -> None:
    """It is cut off with no agency's name, and the plain text of a summary never takes it away."""
    link, address = '<a href="https://a.vn/12">kế hoạch của phường Bến Cát</a>', "https://a.vn/12"
    more = "<p>Các khu phố bàn những việc cần làm trong tháng và cùng chia việc.</p>" * 3
    said = lead.format(link=f"{link} về những việc cần làm trong tháng này")
    body = propose("html", f"<html><body><h1>{TITLE}</h1><p>{said}</p>{more}</body></html>").body
    shown = f"[kế hoạch của phường Bến Cát]({address}) về những việc cần làm trong tháng này"
    assert body.split("\n")[0] == written.format(link=shown)


def test_a_link_above_a_name_stays() -> None:
    """The name at the end of its paragraph goes to the byline, whatever stands out in it."""
    link = '<a href="https://a.vn/12">kế hoạch</a>'
    found = propose(
        "html",
        f"<h1>{TITLE}</h1><p>{LEAD}</p><p>Các khu phố cùng làm theo {link} của phường./. <b>Nguyễn Văn A.</b></p>",
    )
    assert (found.body.endswith("theo [kế hoạch](https://a.vn/12) của phường./."), found.byline) == (
        True,
        ("Nguyễn Văn A",),
    )


def test_a_link_around_a_picture_is_told() -> None:
    """Where it has words."""
    link = '<p>Xem <a href="/vb/12.pdf"><img src="i.png"> Kế hoạch số 12</a>.</p><a href="i.jpg"><img src="i"></a>'
    found = propose("html", f"<h1>{TITLE}</h1><p>{LEAD}</p>{link}")
    assert [dict(one.values) for one in found.notes if one.key == "link_left_out"] == [
        {"words": "Kế hoạch số 12", "address": "/vb/12.pdf"}
    ]
