"""The one error that people read: what is wrong, where, and what to do about it."""

from __future__ import annotations


class Trouble(Exception):
    """A problem with its place and remedy; each part is a whole translatable sentence template.

    `problem` and `remedy` may hold {names} that `details` fills; `place` is a file, a line, an id.
    """

    def __init__(self, problem: str, remedy: str = "", *, place: str = "", **details: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.place = place
        self.details = details

    def __str__(self) -> str:
        sentences = [s.format(**self.details) for s in (self.problem, self.remedy) if s]
        line = " ".join(" ".join(sentences).split())
        return f"{self.place}: {line}" if self.place else line
