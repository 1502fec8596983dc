"""Why a file is refused, before it is known where the file is: turned into a Trouble by `reading`."""

from __future__ import annotations

import json


class Refusal(ValueError):
    """A problem as a sentence template, with the record and field, or the line, where it was found.

    A line that is not known is 0.
    """

    def __init__(
        self, problem: str, *, record: str = "", field: str = "", at_line: int = 0, **details: object
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.record = record
        self.field = field
        self.at_line = at_line
        self.details = {name: short(value) for name, value in details.items()}

    def inside(self, field: str) -> Refusal:
        """Return the same refusal one level further out: the field it was found in is named."""
        self.field = f"{field}.{self.field}" if self.field else field
        return self

    def of(self, record: str) -> Refusal:
        """Return the same refusal with the record it was found in."""
        self.record = record
        return self


def short(value: object) -> str:
    """Return a value as people can read it in one line, 60 characters at most."""
    if isinstance(value, int) and abs(value) > 10**30:
        return "a number of more than 30 digits"
    text = value if isinstance(value, str) else _as_written(value)
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:60])
    return text[:57] + "..." if len(text) > 57 else text


def _as_written(value: object) -> str:
    """Return a value as it stands in a file, where people look for it."""
    try:
        return json.dumps(value, ensure_ascii=False, default=repr)
    except RecursionError:
        return "…"
