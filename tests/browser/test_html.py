"""The HTML of all pages."""

from pathlib import Path

from browser.nu import find_invalid


def test_html_is_valid(site: Path) -> None:
    """Every page of the site is valid HTML, without a warning."""
    found = find_invalid(site)
    assert not found, "\n".join(found)


def test_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """The checker that says nothing about the site does speak about a page that is wrong."""
    page = "<!doctype html><html lang=vi><title>Trang sai</title><p><a href='x y'>Không hợp lệ</a><div></p></div>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    found = "\n".join(find_invalid(tmp_path))

    assert "Bad value" in found
    assert "index.html:1" in found
