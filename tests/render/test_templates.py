"""Components are made once, however many pages import them."""

from pathlib import Path

import pytest
from jinja2 import Template

from bantin.messages import load_messages
from bantin.render.templates import Templates


def test_the_method_that_it_stands_on_exists() -> None:
    """A new Jinja that renames it must not silently make every component anew for every page."""
    assert callable(Template._get_default_module)


def test_a_component_is_made_once_for_all_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages that import it share its macro."""
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/page.html").write_text('{% from "part.html" import part %}{{ part(page) }}')
    (tmp_path / "part.html").write_text("{% macro part(page) %}<b>{{ page.title }}</b>{% endmacro %}")
    made: list[str | None] = []
    original = Template.make_module

    def note(self: Template, *arguments: object, **options: object) -> object:
        made.append(self.name)
        return original(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Template, "make_module", note)
    templates = Templates([str(tmp_path)], load_messages("vi"))
    pages = [templates.layout("page", {"title": title}) for title in ("Một", "Hai")]
    assert (pages, made) == (["<b>Một</b>", "<b>Hai</b>"], ["part.html"])
