"""What can be undone inside a text while it is written: takes, each with its cursor."""

from __future__ import annotations

from typing import NamedTuple


class Take(NamedTuple):
    """A text with its cursor: where a selection began and where the cursor is, as the editor counts."""

    text: str
    anchor: int
    position: int


class Takes:
    """The takes of one writing; letters typed one after another become one take a word."""

    def __init__(self, first: Take) -> None:
        self._done = [first]
        self._undone: list[Take] = []
        self._growing = False

    def add(self, take: Take) -> None:
        """Remember what the text has become; a take with the same text only moves the cursor."""
        last = self._done[-1]
        if take.text == last.text:
            self._done[-1] = take
            return
        typed = _typed(last, take)
        if self._growing and typed and not (typed.isspace() and not last.text[-1:].isspace()):
            self._done[-1] = take
        else:
            self._done.append(take)
        self._growing = bool(typed)
        self._undone.clear()

    def undo(self) -> Take | None:
        """Return the take before this one, or None at the beginning."""
        if len(self._done) < 2:
            return None
        self._undone.append(self._done.pop())
        self._growing = False
        return self._done[-1]

    def redo(self) -> Take | None:
        """Return the take that was undone last, or None."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        self._growing = False
        return self._done[-1]


def _typed(before: Take, after: Take) -> str:
    """Return the one character that was typed where the cursor was left between two takes, or ""."""
    if len(after.text) != len(before.text) + 1 or after.position != before.position + 1:
        return ""
    start, _ = common_ends(before.text, after.text)
    return after.text[start]


def common_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts share at their beginning, and then at their end."""
    most = min(len(one), len(other))
    start = next((i for i in range(most) if one[i] != other[i]), most)
    left = most - start
    end = next((i for i in range(left) if one[-1 - i] != other[-1 - i]), left)
    return start, end
