"""New identifiers: the kind and eight random letters, such as "card-k3f9x2ab"."""

from __future__ import annotations

from collections.abc import Container
from random import Random, SystemRandom

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTH = 8


class Ids:
    """A source of identifiers; with a seed it gives the same ones every time (for tests and samples)."""

    def __init__(self, seed: int | str | None = None) -> None:
        self._random = SystemRandom() if seed is None else Random(seed)  # noqa: S311 - names, not secrets

    def new(self, kind: str, taken: Container[str] = ()) -> str:
        """Return an identifier of that kind that is not in `taken`."""
        while True:
            letters = self._random.choices(LETTERS, k=LENGTH)
            identifier = f"{kind}-{''.join(letters)}"
            if identifier not in taken:
                return identifier
