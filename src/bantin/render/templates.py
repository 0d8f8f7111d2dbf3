"""Our Jinja environment: escapes everything, knows no undefined value, and computes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context

    from bantin.messages import Messages


_INDENTATION = re.compile(r"\n\s+")


class _Dedenting(FileSystemLoader):
    """Loads templates without their indentation, which a hundred thousand pages would repeat."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the template; a line break stays where one was."""
        source, path, is_current = super().get_source(environment, template)
        return _INDENTATION.sub("\n", source), path, is_current


class _Template(Template):
    """Gives a component's macros as they were made once.

    Jinja would compare all globals at each import on each page; ours are the same everywhere. Overrides one private
    method; a test pins that it exists.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        del ctx
        return super()._get_default_module()


class _Environment(Environment):
    """Looks a value up where views put it, in a dictionary, before it tries attributes: what templates do most."""

    template_class = _Template

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return `obj.attribute` of a template."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Templates:
    """Renders layouts and components. `folders`: the ward's own templates first, ours last."""

    def __init__(self, folders: Sequence[str], texts: Messages) -> None:
        self._environment = _Environment(
            loader=_Dedenting(list(folders)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals["t"] = texts

    def layout(self, name: str, page: dict[str, Any]) -> str:
        """Return the HTML of theme/layouts/<name>.html."""
        return self._environment.get_template(f"layouts/{name}.html").render(page=page)

    def component(self, name: str, params: dict[str, Any]) -> str:
        """Return the HTML of one component."""
        module = self._environment.get_template(f"components/{name}/{name}.html").module
        return str(getattr(module, name.replace("-", "_"))(params))
