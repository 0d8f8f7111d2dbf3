"""What stops a command. Faults of content are values (`Problem`), not exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bantin.model.problem import Problem


class BantinError(Exception):
    """Base of all: `key` names a text of the message catalogue, `values` fill it."""

    exit_code = 2

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[Callable[..., BantinError], tuple[object, ...], dict[str, object]]:
        """Let it pass from one process to another, whatever its subclass is made from."""
        return _restore, (type(self), self.args), self.__dict__


def _restore(kind: type[BantinError], args: tuple[object, ...]) -> BantinError:
    return kind.__new__(kind, *args)


class ConfigError(BantinError):
    """Raised by the host, the plugin and the commands for wrong use or a wrong mkdocs.yml."""


class ContentError(BantinError):
    """Raised by a build that writes nothing because of errors in the content; carries them."""

    exit_code = 1

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("build.refused", errors=sum(problem.severity == "error" for problem in problems))
        self.problems = problems
