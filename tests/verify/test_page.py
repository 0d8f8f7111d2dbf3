"""What one page says, and what is wrong with it by itself."""

from __future__ import annotations

import pytest

from bantin.verify.clauses import split_clauses
from bantin.verify.facts import Facts, decode_facts, encode_facts, read_facts

POLICY = "default-src 'self'; img-src 'self' data:; script-src 'self'; object-src 'none'; base-uri 'none'"
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def facts(body: str, head: str = META) -> Facts:
    """Return the facts of a page."""
    return read_facts("index.html", f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p style='color:red'>x</p>", ("style_attribute", "<p>")),
        ("<p onclick=alert(1)>x</p>", ("handler", "<p onclick>")),
        ("<a href='java&#10;script:alert(1)'>x</a>", None),
        ("<a href=' &#1;JaVaScript:alert(1)'>x</a>", ("script_link", " \x01JaVaScript:alert(1)")),
        ("<a href='data:text/html,x'>x</a>", ("script_link", "data:text/html,x")),
        ("<form action='javascript:alert(1)'></form>", ("script_link", "javascript:alert(1)")),
        ("<iframe src='x'></iframe>", ("element", "<iframe>")),
        ("<base href='x'>", ("element", "<base>")),
        ("<script>alert(1)</script>", ("unknown_script", "alert(1)")),
        ("<svg><script>alert(2)</script></svg>", ("unknown_script", "alert(2)")),
        ("<script type=application/ld+json>{}</script>", None),
        ("<script src='x.js'></script>", None),
    ],
)
def test_what_the_policy_would_have_to_stop_is_found(body: str, fault: tuple[str, str] | None) -> None:
    """As a browser parses it, not as it was written."""
    assert facts(body).faults == ((fault,) if fault else ())


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("", {"no_policy"}),
        (f"<script src=a.js></script>{META}", {"late_policy"}),
        (META.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), {"weak_policy"}),
        (META.replace("script-src 'self'", "script-src *"), {"weak_policy"}),
        (META.replace("img-src 'self' data:", "img-src https://la.example"), {"weak_policy"}),
        (META.replace("; object-src 'none'", ""), {"weak_policy"}),
        (META.replace("; base-uri 'none'", ""), {"weak_policy"}),
        (META.replace(POLICY, "default-src 'none'; base-uri 'none'"), set()),
        (META, set()),
    ],
)
def test_a_policy_must_be_whole(head: str, kinds: set[str]) -> None:
    """Present, before all that it guards, and without a gap."""
    assert {kind for kind, _ in facts("", head).faults} == kinds


def test_an_inline_script_is_known_by_its_hash() -> None:
    """As the policy of the frame names it."""
    allowed = META.replace(
        "script-src 'self'", "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    )
    assert facts("<script>alert(1)</script>", allowed).faults == ()


def test_links_and_loads_are_told_apart() -> None:
    """What a reader follows, and what a browser fetches by itself; srcset, refresh and styles too."""
    found = facts(
        '<a href="a/">x</a><img src="b.jpg" srcset="c.jpg 1x, d.jpg 2x"><img src="data:image/gif;base64,x">'
        '<video poster="e.jpg"></video><style>p{background:url("f.png")}</style><form action="g/"></form>',
        f'{META}<link rel="stylesheet" href="h.css"><link rel="canonical" href="i/">'
        '<meta http-equiv="refresh" content="0; url=j/">',
    )
    assert (found.links, found.loads) == (
        ("i/", "j/", "a/", "g/"),
        ("h.css", "b.jpg", "c.jpg", "d.jpg", "e.jpg", "f.png"),
    )


def test_a_style_sheet_tells_what_it_fetches() -> None:
    """Fonts, pictures, other style sheets."""
    sheet = b"@import 'a.css'; p{background:url(b.png)} q{mask:url('data:image/svg+xml,x')} r{fill:url(#g)}"
    assert read_facts("x.css", sheet).loads == ("a.css", "b.png")


def test_a_drawing_in_a_style_sheet_may_refer_to_its_own_parts() -> None:
    """What stands in the quotes of an address is that address."""
    sheet = b"""q{mask:url( "data:image/svg+xml,<path mask='url(%23m)'/>" )} p{background:url( 'b (1).png' )}"""
    assert read_facts("x.css", sheet).loads == ("b (1).png",)


def test_machines_files_tell_their_addresses() -> None:
    """Feeds, sitemaps, open data."""
    assert read_facts("feed.json", b'{"url": "https://tin.example/a/", "x": "y"}').links == ("https://tin.example/a/",)


def test_facts_come_back_from_the_cache_as_they_went() -> None:
    """Nothing is lost on the way."""
    found = facts('<p id="x" onclick="y">Một hai ba bốn năm sáu bảy</p><a href="z"></a>')
    assert decode_facts(encode_facts(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "<h1>Phường tổ chức ngày hội đọc sách</h1>",
        '{"title":"Phường tổ chức ngày hội đọc sách"}',
        'a,"PHƯỜNG tổ  chức ngày hội đọc sách",b',
        "Tin liên quan: Phường tổ chức ngày hội đọc sách.",
        "<title>Phường tổ chức ngày hội đọc sách - Tin phường</title>",
    ],
)
def test_the_same_words_are_one_clause_wherever_they_stand(text: str) -> None:
    """HTML, JSON, CSV, prose."""
    assert "phường tổ chức ngày hội đọc sách" in list(split_clauses(text))
