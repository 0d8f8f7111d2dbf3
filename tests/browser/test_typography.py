"""Vietnamese letters with two marks: whole, and all of one font."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import tools
from browser.chromium import window
from browser.kinds import find_address

FONT = "Be Vietnam Pro"
RICH = ("home", "article", "trial-article", "ward", "official", "topic", "archive", "wards", "search", "missing")
STACKS = "ỄỠẶỮẪẨỖ"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all."""
    with window(browser, 360, "light") as context, context.new_page() as page:
        yield page


@pytest.mark.parametrize("kind", RICH)
def test_no_mark_comes_from_another_font(page: Page, site: Path, address: str, kind: str) -> None:
    """Once our font is there, it draws every letter of a page; code alone is set in another."""
    page.goto(address + find_address(site, kind))
    page.evaluate("document.fonts.ready")
    page.evaluate("document.querySelectorAll('code, pre').forEach((one) => one.remove())")
    session = page.context.new_cdp_session(page)
    for method in ("DOM.enable", "CSS.enable"):
        session.send(method)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "header, nav, main, footer"})["nodeIds"]
    used = [session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
    others = {font["familyName"] for fonts in used for font in fonts if not font["isCustomFont"]}
    assert others == set()
    assert {font["familyName"] for fonts in used for font in fonts} == {FONT}


@pytest.mark.parametrize("kind", ["home", "article", "ward", "search"])
def test_lines_stand_far_enough_apart(page: Page, site: Path, address: str, kind: str) -> None:
    """Small letters with two marks above and one below never touch, in any text of a page that may have two lines."""
    page.goto(address + find_address(site, kind))
    page.evaluate("document.fonts.ready")
    tight = page.evaluate("""() => {
        const pen = document.createElement("canvas").getContext("2d");
        return [...document.querySelectorAll("main *, footer *")].filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && one.getClientRects().length
            && !one.closest("svg, sup, .bt-off")).filter((one) => {
            const style = getComputedStyle(one);
            pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const up = pen.measureText("ễỗẫữ").actualBoundingBoxAscent;
            const down = pen.measureText("ặộỵợ").actualBoundingBoxDescent;
            return up + down > parseFloat(style.lineHeight) + .5;
        }).map((one) => one.outerHTML.slice(0, 120));
    }""")
    assert tight == []


@pytest.mark.parametrize("kind", ["home", "article", "ward", "search", "standing"])
def test_no_box_cuts_a_mark(page: Page, site: Path, address: str, kind: str) -> None:
    """Wherever text is cut at the edge of its box, capitals with two marks fit into it."""
    page.goto(address + find_address(site, kind))
    page.evaluate("document.fonts.ready")
    cut = page.evaluate(
        """(stacks) => {
        const pen = document.createElement("canvas").getContext("2d");
        const holdsText = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        const cuts = (one) => getComputedStyle(one).overflowX !== "visible" && one.clientHeight > 0;
        const texts = [...document.querySelectorAll("body *")].filter((one) => one.getClientRects().length
            && (one.matches("input[type=search]") || holdsText(one)) && !one.closest(".bt-off, svg, pre"));
        return texts.filter((one) => {
            const box = one.matches("input") ? one : [one, one.parentElement].find(cuts);
            if (!box) return false;
            const style = getComputedStyle(one);
            pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const high = pen.measureText(stacks), low = pen.measureText("ặỵg");
            const middle = (low.fontBoundingBoxAscent - low.fontBoundingBoxDescent) / 2;
            const half = box.clientHeight / 2 + .5;
            return high.actualBoundingBoxAscent - middle > half || low.actualBoundingBoxDescent + middle > half;
        }).map((one) => one.outerHTML.slice(0, 120));
    }""",
        STACKS,
    )
    assert cut == []


@pytest.mark.parametrize(("fallback", "package"), [("BVP Roboto", "roboto"), ("BVP Arial", "arimo")])
@pytest.mark.parametrize("weight", [400, 700])
def test_the_fallback_is_as_wide_as_our_font(
    page: Page, address: str, fallback: str, package: str, weight: int
) -> None:
    """Lines break alike before the font arrives and after, so that nothing jumps.

    The machine's own fonts decide nothing here. Arimo has the widths of Arial, as Liberation Sans has.
    """
    page.goto(address)
    page.evaluate("document.fonts.ready")
    folder = tools.MODULES / "@fontsource" / package / "files"
    files = [folder / f"{package}-{part}-{weight}-normal.woff2" for part in ("latin", "vietnamese")]
    ratio = page.evaluate(
        """async ([fallback, weight, files]) => {
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
            .filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.style);
        const named = (family) => rules.filter((style) => style.fontFamily.replaceAll('"', "") === family
            && style.fontWeight === String(weight));
        const adjust = parseFloat(named(fallback)[0].sizeAdjust ?? named(fallback)[0].getPropertyValue("size-adjust"));
        const vietnamese = named("Be Vietnam Pro").map((style) => style.unicodeRange).find((one) => /1EA0/i.test(one));
        for (const [place, data] of files.entries()) {
            const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
            const face = new FontFace("stand-in", bytes, { weight, unicodeRange: place ? vietnamese : "U+0-FF" });
            document.fonts.add(await face.load());
        }
        const pen = document.createElement("canvas").getContext("2d");
        const [own, other] = ["Be Vietnam Pro", "stand-in"].map((family) => {
            pen.font = `${weight} 18px "${family}"`;
            return pen.measureText(
                "Đảng ủy phường họp tổng kết công tác năm, bàn việc trật tự đô thị, vệ sinh môi trường.").width;
        });
        return other * adjust / 100 / own;
    }""",
        [fallback, weight, [b64encode(file.read_bytes()).decode() for file in files]],
    )
    assert ratio == pytest.approx(1, abs=0.01)
