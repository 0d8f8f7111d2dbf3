"""Why a file cannot be imported, as one exception whose key names a sentence of the catalogue."""

from __future__ import annotations

from bantin.model import Problem


class Refused(Exception):  # noqa: N818 - it names what happened to the file
    """Raised by the readers of files; `key` stands below `ingest.refused`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = {name: str(value) for name, value in values.items()}


class Unsound(Exception):  # noqa: N818 - as above
    """Raised for a draft that `bantin check` would not let pass; `problems` are those of the draft."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class Unreadable(Refused):
    """Raised for a file whose front matter is wrong; `problem` says where, in the words of `bantin check`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__("front_matter")
        self.problem = problem
