"""The Content Security Policy of a page."""

import pytest

from bantin.host.policy import content_security_policy, finish_page, squeeze


def test_each_inline_script_is_allowed_by_its_hash_and_nothing_else_is() -> None:
    """The hash is that of the script's bytes, as browsers compute it."""
    policy = content_security_policy("<script>var a=1</script><script src='x.js'></script>")
    assert policy == (
        "default-src 'self'; img-src 'self' data:; "
        "script-src 'self' 'sha256-WazVQOu5lmXfSreSrMJd1CsaQ4c00fUQpJfBYCuMSIw='; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def test_what_material_writes_invalid_is_mended() -> None:
    """HTML knows autocomplete on text fields only."""
    html = (
        '[[bantin:policy]]<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="x" autocomplete="off">'
    )
    finished = finish_page(html)
    assert '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="x">' in finished
    assert finished.startswith('<meta http-equiv="Content-Security-Policy"')


@pytest.mark.parametrize(("has_palette", "body"), [(True, "<body data-bt-auto class=x>"), (False, "<body class=x>")])
def test_a_site_with_a_palette_follows_the_system_before_a_script_runs(*, has_palette: bool, body: str) -> None:
    """Without a palette the site has the colours that its editor chose."""
    assert finish_page("<body class=x>", has_palette=has_palette) == body


def test_squeezing_keeps_words_apart() -> None:
    """A line break counts as the blank that it was."""
    assert squeeze("  <a>một</a>\n\n\n   <a>hai</a>  \n") == "<a>một</a>\n<a>hai</a>"


def test_squeezing_drops_what_only_materials_script_would_fill() -> None:
    """An announcement without words and a dialog without a message are nothing to a reader."""
    html = (
        '<div data-md-component="announce">\n</div>'
        "<p>Tin</p>"
        '<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset"></div></div>'
    )
    assert squeeze(html) == "<p>Tin</p>"


def test_squeezing_keeps_an_announcement_that_says_something() -> None:
    """A ward may put words there by Material's block."""
    html = '<div data-md-component="announce"><p>Nghỉ lễ ngày 2/9</p></div>'
    assert squeeze(html) == "<div><p>Nghỉ lễ ngày 2/9</p></div>"


def test_squeezing_drops_the_names_by_which_materials_script_finds_its_places() -> None:
    """Our pages do not load it; only the switch of colours is found so by a script of ours."""
    html = '<header class="md-header" data-md-component="header"><form data-md-component="palette"></form></header>'
    assert squeeze(html) == '<header class="md-header"><form data-md-component="palette"></form></header>'


_DRAWER = '<input class="md-toggle" id="__drawer" type="checkbox"><label class="md-overlay" for="__drawer"></label>'


def test_squeezing_drops_the_switch_of_a_drawer_that_is_not_there() -> None:
    """Without a side bar there is nothing to open."""
    assert squeeze(f"{_DRAWER}<main></main>") == "<main></main>"


def test_squeezing_keeps_the_switch_of_a_drawer_that_is_there() -> None:
    """Standing pages with an explicit navigation have a side bar on phones."""
    html = f'{_DRAWER}<div class="md-sidebar"></div>'
    assert squeeze(html) == html
