"""Why a file is refused, before it is known where the file is: turned into a Trouble by `reading`."""

from __future__ import annotations


class Refusal(ValueError):
    """A problem as a sentence template, with the record and field where it was found."""

    def __init__(self, problem: str, *, record: str = "", field: str = "", **details: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.record = record
        self.field = field
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
    text = value if isinstance(value, str) else repr(value)
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:60])
    return text[:57] + "..." if len(text) > 57 else text
