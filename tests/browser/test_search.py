"""The search page, as a reader uses it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import find_violations
from browser.chromium import SCHEMES, WIDTHS, Visit, window

_LOOKS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """The search page on a desktop."""
    with window(browser, 1280, "light") as context, context.new_page() as page:
        visit = Visit(page, urlsplit(address).netloc)
        visit.go(f"{address}tim-kiem/")
        yield visit


def titles(page: Page) -> list[str]:
    """Return the titles of the hits."""
    return page.locator("main ol h3").all_inner_texts()


@pytest.mark.parametrize(("width", "scheme"), _LOOKS)
@pytest.mark.parametrize("query", ["bến cát", "xổ số"])
def test_an_answer_is_sound(browser: Browser, address: str, width: int, scheme: str, query: str) -> None:
    """With hits and without, on a phone and a desktop, in light and dark, it keeps nobody out and blocks nothing."""
    with window(browser, width, scheme) as context, context.new_page() as page:
        visit = Visit(page, urlsplit(address).netloc)
        visit.go(f"{address}tim-kiem/?q={query}")
        expect(page.locator("main aside, main section section, main .bt-search__ways ul").first).to_be_visible()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found = [*find_violations(page), *visit.blocked(), *visit.troubles]
        assert not found, "\n".join(found)
        assert wide <= 0


def test_hits_come_while_typing(visit: Visit) -> None:
    """Without diacritics, without Enter, with the phrase marked, and the question in the address."""
    visit.page.get_by_role("combobox").press_sequentially("trat tu do thi")
    expect(visit.page.locator("main mark").first).to_have_text("trật tự đô thị")
    expect(visit.page.get_by_role("status")).to_contain_text("3 bài có “trat tu do thi”")
    assert visit.page.url.endswith("/tim-kiem/?q=trat+tu+do+thi")


def test_a_name_is_offered_and_taken_by_keyboard(visit: Visit) -> None:
    """Arrow down chooses, Enter takes, Escape closes: the combobox pattern of ARIA."""
    field = visit.page.get_by_role("combobox")
    field.press_sequentially("khanh h")
    option = visit.page.get_by_role("option").first
    expect(option).to_contain_text("phường Khánh Hậu")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "goi-y-0")
    field.press("Enter")
    expect(field).to_have_value("phường Khánh Hậu")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_slip_is_put_right_and_said(visit: Visit, address: str) -> None:
    """The corrected question is shown, and can be chosen."""
    visit.go(f"{address}tim-kiem/?q=trat tu do thj")
    note = visit.page.locator("main p", has_text="Có phải bạn tìm")
    expect(note.get_by_role("link")).to_have_text("trật tự đô thị")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("lịch rác", "Không có bài nào viết liền “lịch rác”. Đây là những bài có đủ các từ, ở những chỗ khác nhau."),
        ("lịch rác ở đâu", "Không có bài nào khớp “lịch rác ở đâu”. Có phải bạn tìm"),
    ],
)
def test_words_that_stand_apart_are_said_to_do_so_in_one_note(
    visit: Visit, address: str, query: str, said: str
) -> None:
    """Also where a slip was put right."""
    visit.go(f"{address}tim-kiem/?q={query}")
    note = visit.page.locator("main .bt-search__note")
    expect(note).to_have_count(1)
    expect(note).to_contain_text(said)
    expect(note).to_contain_text("ở những chỗ khác nhau")


def test_nothing_is_said_to_be_nothing(visit: Visit, address: str) -> None:
    """With ways on, and without a hit."""
    visit.go(f"{address}tim-kiem/?q=xổ số")
    expect(visit.page.get_by_role("heading", name="Chưa có bài nào viết “xổ số”")).to_be_visible()
    expect(visit.page.get_by_role("link", name="phường Bến Cát").first).to_be_visible()
    assert titles(visit.page) == []


def test_a_facet_narrows_and_is_taken_back(visit: Visit, address: str) -> None:
    """It stands in the address, so that it can be sent to somebody; going back undoes it."""
    visit.go(f"{address}tim-kiem/?q=trat tu do thi")
    visit.page.get_by_role("complementary").get_by_role("link", name="phường Bến Cát").click()
    expect(visit.page.locator("main ol h3")).to_have_count(1)
    assert visit.page.url.endswith("?q=trat+tu+do+thi&ward=ben-cat")
    visit.page.go_back()
    expect(visit.page.locator("main ol h3")).to_have_count(3)


def test_the_newest_come_first_where_asked_for(visit: Visit, address: str) -> None:
    """The choice is a link like every other."""
    visit.go(f"{address}tim-kiem/?q=trat tu do thi")
    visit.page.get_by_role("group", name="Sắp xếp").get_by_role("link", name="Mới nhất").click()
    expect(visit.page.locator("main ol time").first).to_have_text("07/10/2025")


def test_a_hit_leads_to_its_article(visit: Visit, address: str) -> None:
    """By a relative link, from whatever folder the site lies in."""
    visit.go(f"{address}tim-kiem/?q=to thi bich chau")
    visit.page.locator("main ol h3 a").first.click()
    expect(visit.page.locator("main")).to_contain_text("Tô Thị Bích Châu")


def test_a_network_that_fails_is_told(visit: Visit) -> None:
    """In words that say what to do."""
    visit.page.route("**/search/*.bin", lambda route: route.abort())
    visit.page.get_by_role("combobox").press_sequentially("ben cat")
    expect(visit.page.get_by_role("status")).to_contain_text("kiểm tra kết nối mạng")
