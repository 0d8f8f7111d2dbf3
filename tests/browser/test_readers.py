"""What a reader sets for themselves, or their system for them."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import find_violations
from browser.chromium import Visit, window
from browser.kinds import KINDS, find_address
from browser.test_pages import find_overflow

_VOICE = """
    const spoken = window.__spoken = [];
    const voices = [{ lang: "vi-VN", name: "vi" }];
    class Utterance { constructor(text) { this.text = text; } }
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => voices, addEventListener() {}, cancel() {},
        pause() { this.paused = true; }, resume() { this.paused = false; },
        speak(one) { spoken.push(one.text); this.last = one; },
    } });
"""


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """The narrowest window: 1280 pixels at a zoom of 400 %."""
    with window(browser, 320, "light") as context:
        yield Visit(context.new_page(), urlsplit(address).netloc)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_at_400_percent(phone: Visit, site: Path, address: str, kind: str) -> None:
    """No page scrolls sideways in 320 pixels, with the largest text neither."""
    phone.go(address + find_address(site, kind))
    found = find_overflow(phone)
    phone.page.evaluate("document.documentElement.dataset.btSize = 'rat-lon'")
    assert found + find_overflow(phone) == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own, so that nothing is remembered from elsewhere."""
    with window(browser, 1280, "light") as context, context.new_page() as page:
        yield page


def size(page: Page) -> float:
    """Return the height of the letters of the text, in pixels."""
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.bt-prose p')).fontSize)"))


def test_text_size_and_contrast_stay_from_page_to_page(page: Page, site: Path, address: str) -> None:
    """As the reader chose them, before the first line is drawn; pressing again takes them back."""
    page.goto(address + find_address(site, "article"))
    usual, ink = size(page), page.evaluate("getComputedStyle(document.querySelector('.bt-byline')).color")
    tools = page.locator(".bt-article__tools")
    tools.get_by_role("button", name="A++").click()
    tools.get_by_role("button", name="Tương phản").click()
    assert size(page) == pytest.approx(usual * 1.25)

    page.goto(address + find_address(site, "trial-article"))
    assert size(page) == pytest.approx(usual * 1.25)
    assert page.evaluate("getComputedStyle(document.querySelector('.bt-byline')).color") != ink
    expect(tools.get_by_role("button", name="A++")).to_have_attribute("aria-pressed", "true")
    assert find_violations(page) == []

    tools.get_by_role("button", name="A, ").click()
    tools.get_by_role("button", name="Tương phản").click()
    page.reload()
    assert size(page) == pytest.approx(usual)


@pytest.mark.parametrize(("kind", "place"), [("article", ".bt-article__tools"), ("home", ".bt-footer")])
def test_the_ways_of_reading_stand_in_one_place(page: Page, site: Path, address: str, kind: str, place: str) -> None:
    """Above the text of an article; elsewhere at the end of the page."""
    page.goto(address + find_address(site, kind))
    expect(page.get_by_role("group", name="Cách đọc")).to_have_count(1)
    expect(page.locator(place).get_by_role("group", name="Cách đọc")).to_be_visible()


def test_colours_stay_from_page_to_page(page: Page, site: Path, address: str) -> None:
    """On our pages and on standing pages, which Material's script looks after."""
    page.goto(address)
    page.get_by_title("Chuyển sang nền tối").click()
    for kind in ("article", "standing", "search"):
        page.goto(address + find_address(site, kind))
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.get_by_title("Chuyển sang nền sáng")).to_be_visible()


def test_a_refused_storage_costs_nothing_else(page: Page, site: Path, address: str) -> None:
    """As in a window that keeps nothing."""
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    visit = Visit(page, urlsplit(address).netloc)
    visit.go(address + find_address(site, "article"))
    usual = size(page)
    page.locator(".bt-article__tools").get_by_role("button", name="A+,").click()
    assert size(page) == pytest.approx(usual * 1.125)
    assert visit.troubles == []


def test_an_article_is_read_aloud(page: Page, site: Path, address: str) -> None:
    """Where there is a Vietnamese voice: the paragraph being read is marked, and reading pauses and stops."""
    page.add_init_script(_VOICE)
    page.goto(address + find_address(site, "article"))
    play = page.locator("[data-bt-play]")
    play.click()
    marked = page.locator(".bt-reading-now")
    expect(marked).to_have_class("bt-article__title bt-reading-now")
    page.evaluate("speechSynthesis.last.onend()")
    expect(marked).to_have_count(1)
    expect(play).to_have_text("Tạm dừng")
    play.click()
    expect(play).to_have_text("Nghe tiếp")
    assert page.evaluate("speechSynthesis.paused")
    play.click()
    page.get_by_role("button", name="Thôi nghe").click()
    expect(marked).to_have_count(0)
    expect(play).to_be_focused()
    title = page.locator("h1").inner_text()
    assert "".join(page.evaluate("window.__spoken")).replace(" ", "").startswith(title.replace(" ", "")[:40])


def test_without_a_voice_no_button_promises_one(page: Page, site: Path, address: str) -> None:
    """As in the Chromium of the tests."""
    page.goto(address + find_address(site, "article"))
    expect(page.locator(".bt-article__tools")).to_be_visible()
    expect(page.locator("[data-bt-play]")).to_be_hidden()


def test_an_article_is_shared_without_anybody_else(page: Page, site: Path, address: str) -> None:
    """Plain links that hold the article's address, and the address itself to copy."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + find_address(site, "article"))
    own = page.locator("link[rel=canonical]").get_attribute("href")
    assert own
    assert own.startswith("https://ban-tin.example/phuong/tin/")
    links = page.locator(".bt-share a").evaluate_all("all => all.map((one) => decodeURIComponent(one.href))")
    assert [own in link for link in links] == [True, True, True]
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.get_by_text("Đã chép địa chỉ của bài.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == own


def test_a_ward_is_found_by_its_old_name(page: Page, address: str) -> None:
    """Typed without diacritics, chosen with the keyboard."""
    page.goto(address)
    field = page.get_by_role("combobox", name="Tên phường, xã")
    field.press_sequentially("cau kho", delay=20)
    option = page.get_by_role("option", name="Cầu Kho")
    expect(option).to_be_visible()
    assert find_violations(page) == []
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    page.wait_for_url(f"{address}dia-phuong/cau-kho/")


def test_a_ward_that_the_site_does_not_know_is_said_to_be_unknown(page: Page, address: str) -> None:
    """Nothing is made up."""
    page.goto(address)
    page.get_by_role("combobox", name="Tên phường, xã").press_sequentially("khong co dau", delay=20)
    expect(page.get_by_text("Chưa có phường, xã nào mang tên này trên trang tin.")).to_be_visible()


def test_without_a_script_the_field_leads_to_the_directory(browser: Browser, address: str) -> None:
    """Which holds every name, old and new."""
    with window(browser, 360, "light", scripts=False) as context, context.new_page() as page:
        page.goto(address)
        page.get_by_label("Tên phường, xã").fill("Cầu Kho")
        page.get_by_role("button", name="Xem").click()
        expect(page.locator("main")).to_contain_text("nay thuộc phường Cầu Ông Lãnh")


def test_nothing_moves_for_those_who_asked_for_calm(page: Page, site: Path, address: str) -> None:
    """With prefers-reduced-motion no transition lasts and no scrolling glides."""
    page.goto(address + find_address(site, "article"))
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        const lasts = (text) => text.split(",").some((part) => parseFloat(part) > 0.01);
        return lasts(style.transitionDuration) && style.transitionProperty !== "none" || lasts(style.animationDuration)
            || style.scrollBehavior === "smooth";
    }).map((one) => one.className)""")
    assert moving == []


@pytest.mark.parametrize("kind", ["home", "article", "ward", "official", "search"])
def test_forced_colours_leave_everything_to_be_seen(page: Page, site: Path, address: str, kind: str) -> None:
    """What colour alone said is said by lines: pressed buttons, fields, bars, icons."""
    page.emulate_media(forced_colors="active")
    page.goto(address + find_address(site, kind))
    unseen = page.evaluate("""() => {
        const isShown = (one) => one.getClientRects().length;
        const shown = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
        const paper = getComputedStyle(document.body).backgroundColor;
        const style = (one) => getComputedStyle(one);
        return [
            ...shown("[aria-pressed=true]").filter((one) => style(one).outlineStyle === "none"),
            ...shown("main button, main input[type=search]").filter((one) => style(one).borderTopStyle === "none"),
            ...shown("main svg :is(rect, circle)").filter((one) => style(one).fill === paper),
        ].map((one) => one.outerHTML);
    }""")
    assert unseen == []
