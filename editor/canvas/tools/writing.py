"""A text is being written in place: every change is previewed, the end of it is one step or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.text_keys import Wish
from editor.canvas.tools.board import Button
from editor.canvas.tools.panning import Panning
from editor.canvas.tools.refusing import refuse
from editor.canvas.walking import following

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer, Tool
    from editor.session.bench import Bench
    from editor.session.gesture import SessionGesture
    from editor.session.plans import Plan

EDIT = QT_TRANSLATE_NOOP("Steps", "Edit text")
ADD = QT_TRANSLATE_NOOP("Steps", "Add card")
HELD = "\u200b"
"""What stands for an empty text while it is written, so that the layout keeps a place for it."""

ROLES = frozenset({"title", "persona", "stage", "step", "rail", "card", "point", "connection", "note"})
"""Roles of the spots whose text can be written in place; in a cell a new card can be."""
IN_LANES = ("card", "point", "rail")
LONG = frozenset({"card", "note"})
"""Roles whose texts may have several paragraphs."""
NAMES = frozenset({"title", "persona", "stage", "step", "rail"})
"""Roles whose texts are names: rather given anew than mended in the middle."""


class Draft:
    """A text on its way to a record: `start` is what it was, `text` what it is now."""

    def __init__(
        self, key: str, role: str, start: str, gesture: SessionGesture, plan: Callable[[str], Plan]
    ) -> None:
        self.key, self.role, self.start = key, role, start
        self.text = start
        self._gesture, self._plan = gesture, plan

    @property
    def over(self) -> bool:
        """Whether the text has gone its way; also when somebody else has taken it back."""
        return self._gesture.over

    @property
    def long(self) -> bool:
        """Whether the text may have several paragraphs."""
        return self.role in LONG

    @property
    def names(self) -> bool:
        """Whether the text is the name of something."""
        return self.role in NAMES

    def write(self, text: str) -> None:
        """Show the map with another text."""
        self.text = text
        self._gesture.preview(self._plan(text or HELD))

    def finish(self) -> None:
        """Keep the text as one step, or leave no trace where it is what it was.

        Whoever presses Enter after the last word wants no empty line under it.
        """
        if self.over:
            return
        plan = self._outcome()
        if plan is None:
            self._gesture.cancel()
            return
        self._gesture.preview(plan)
        self._gesture.commit()

    def put_by(self) -> None:
        """Have the journal hold the text as it would be kept now, so that a crash does not take it."""
        if not self.over:
            self._gesture.draft(self._outcome())

    def _outcome(self) -> Plan | None:
        kept = self.text.strip()
        return None if self.start in (self.text, kept) else self._plan(kept)

    def drop(self) -> None:
        """Put everything back as it was."""
        if not self.over:
            self._gesture.cancel()


@dataclass(frozen=True, slots=True)
class Writing:
    """The text under way, the ref of the spot on which it was begun, and the state to go back to."""

    rest: Tool
    draft: Draft
    origin: str

    def press(self, board: Board, pointer: Pointer) -> Tool:
        """Keep the text when something beside it is pressed, which then means what it always means.

        With the middle button the sheet is moved under the text.
        """
        if pointer.button is Button.MIDDLE:
            board.show_grip(True)
            return Panning(self, pointer, board.scroll)
        return self.finish(board).press(board, pointer)

    def move(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Go on."""
        return self

    def release(self, board: Board, pointer: Pointer) -> Tool:  # noqa: ARG002
        """Go on."""
        return self

    def cancel(self, board: Board) -> Tool:
        """Put the text back as it was."""
        board.show_draft(None)
        self.draft.drop()
        self._choose(board)
        return self.rest

    def end(self, board: Board, wanted: Wish) -> Tool:
        """Drop the text, keep it, or keep it and write on."""
        match wanted:
            case Wish.DROP:
                return self.cancel(board)
            case Wish.NEXT | Wish.PREVIOUS:
                return self.go_on(board, forward=wanted is Wish.NEXT)
            case _:
                return self.finish(board)

    def finish(self, board: Board) -> Tool:
        """Keep the text."""
        board.show_draft(None)
        self.draft.finish()
        self._choose(board)
        return self.rest

    def go_on(self, board: Board, forward: bool) -> Tool:
        """Keep the text and write on the next card or in the next empty cell, or on the next of its kind."""
        self.finish(board)
        here = board.places.find(self.draft.key) or board.places.find(self.origin)
        wanted = ("card", "cell") if self.draft.role == "card" else (self.draft.role,)
        while here is not None:
            here = following(board.places, here, 1 if forward else -1)
            if here is not None and here.role in wanted:
                tool = begun(board, self.rest, here)
                if tool is not None:
                    return tool
        return self.rest

    def _choose(self, board: Board) -> None:
        spot = board.places.find(self.draft.key) or board.places.find(self.origin)
        board.choice.click(spot)


def begun(board: Board, rest: Tool, spot: Spot, text: str | None = None) -> Tool | None:
    """Return the state that writes on `spot`, beginning with `text` in place of what stands there.

    None where nothing can be written: a map to look at, a locked lane, a spot without words.
    """
    bench = board.bench
    draft = _draft(bench, spot) if bench is not None else None
    if draft is None:
        refuse(board, spot)
        return None
    if text is not None or not draft.text:
        draft.write(draft.text if text is None else text)
    board.choice.click(board.places.find(draft.key) or spot)
    board.show_draft(draft)
    return Writing(rest, draft, spot.ref)


def _draft(bench: Bench, spot: Spot) -> Draft | None:
    if spot.role == "cell":
        lane, _, step = spot.ref.partition("|")
        if not bench.facts.takes_cards(lane):
            return None
        key, plan = bench.plans.write_new(lane, step)
        return Draft(key, "card", "", bench.gesture(ADD), plan)
    if spot.role not in ROLES or (spot.role in IN_LANES and bench.facts.is_locked(_lane(bench, spot))):
        return None
    start = bench.facts.text(spot.ref)
    return Draft(
        spot.ref, spot.role, start, bench.gesture(EDIT), lambda text: bench.plans.write(spot.ref, text)
    )


def _lane(bench: Bench, spot: Spot) -> str:
    """Return the lane of a card, a point or a rail."""
    if spot.role == "card":
        return bench.facts.cell(spot.ref)[0]
    return spot.ref if spot.role == "rail" else bench.facts.point(spot.ref)[0]
