"""What a host tells browsers beside each page."""

from __future__ import annotations

from bantin.host.headers import site_policy, write_headers
from bantin.host.policy import content_security_policy

PAGES = ("<script>var a=1</script>", "<script>var b=2</script>")


def test_the_policy_of_the_site_allows_what_each_page_does() -> None:
    """A browser holds a page to both policies, so the header's must not forbid a script of any page."""
    allowed = site_policy(PAGES)
    hashes = {word for page in PAGES for word in content_security_policy(page).split() if word.startswith("'sha256-")}
    assert (len(hashes), [one for one in hashes if one.rstrip(";") not in allowed]) == (2, [])


def test_only_files_named_by_their_content_are_kept_for_ever() -> None:
    """A font or a picture may be replaced under its name."""
    text = write_headers(PAGES, ["assets/bantin.5f05410072.css", "assets/images/favicon.png"]).decode()
    assert ("/assets/bantin.5f05410072.css\n  Cache-Control: public, max-age=31536000, immutable\n" in text) is True
    assert "favicon" not in text


def test_every_address_gets_the_headers_of_safety() -> None:
    """In the form that Netlify and Cloudflare Pages read."""
    block = write_headers(PAGES, []).decode().partition("\n/")[0].splitlines()
    assert block[0] == "/*"
    assert {line.split(":")[0].strip() for line in block[1:]} >= {
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
    }
