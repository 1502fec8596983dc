"""What keys and clicks do to an emotion curve: points come, go and move; a persona comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.canvas.tools.curving import MOVE, Place, tidy
from editor.canvas.tools.refusing import refuse
from editor.canvas.walking import Way
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from editor.canvas.scale import EmotionScale
    from editor.canvas.spot import Spot
    from editor.canvas.tools.board import Board, Pointer
    from editor.session.bench import Bench

ADD = QT_TRANSLATE_NOOP("Steps", "Add emotion")
REMOVE = QT_TRANSLATE_NOOP("Steps", "Remove emotion")
DISCONNECT = QT_TRANSLATE_NOOP("Steps", "Remove connection")
REMOVED = {"point": REMOVE, "connection": DISCONNECT}
CLOSE = 8.0
"""Points beside a face within which a double click means that face, not one more of the same curve."""


def add_at(board: Board, pointer: Pointer) -> bool:
    """Add a point to the front curve where the pointer is; tell whether emotions may stand there.

    Beside a face, which would cover the new one, that face is chosen instead; with Alt it is added anyway.
    """
    found = _open_ground(board, board.spot(pointer))
    if found is None:
        return False
    bench, lane, scale = found
    near = None if pointer.alt else _hidden_by(board, bench, lane, pointer)
    if near is not None:
        board.choice.set((near,))
        return True
    step, at = scale.time(pointer.x)
    value = scale.value(pointer.y)
    _add(board, bench, lane, (step, at, value) if pointer.alt else (step, tidy(at), scale.snapped(value)))
    return True


def _hidden_by(board: Board, bench: Bench, lane: str, pointer: Pointer) -> str | None:
    """Return the point of the front curve whose face would cover a new one at the pointer, if there is."""
    around = Rect(pointer.x - CLOSE, pointer.y - CLOSE, 2 * CLOSE, 2 * CLOSE)
    persona = front(board, bench, lane)
    close = (key for key in board.places.caught(around, ("point",)) if bench.facts.point(key)[1] == persona)
    return next(close, None)


def add_at_focus(board: Board) -> bool:
    """Add a neutral point to the front curve in the cell in focus; tell whether emotions may stand there."""
    spot = board.places.find(board.choice.focus) if board.choice.focus else None
    found = _open_ground(board, spot)
    if found is None or spot is None:
        return False
    bench, lane, scale = found
    _add(board, bench, lane, (spot.ref.partition("|")[2], 0.5, scale.snapped(0.0)))
    return True


def _open_ground(board: Board, spot: Spot | None) -> tuple[Bench, str, EmotionScale] | None:
    """Return the bench, the lane and its scale where `spot` is a cell that takes emotions."""
    if spot is None or spot.role != "cell" or board.bench is None:
        return None
    lane = spot.ref.partition("|")[0]
    scale = board.places.scale(lane)
    if scale is None or not board.bench.facts.takes_points(lane):
        return None
    return board.bench, lane, scale


def _add(board: Board, bench: Bench, lane: str, place: Place) -> None:
    added = bench.do(ADD, bench.plans.add_point(lane, front(board, bench, lane), *place))
    board.choice.set(key for key in added if bench.facts.kind(key) == "point")


def front(board: Board, bench: Bench, lane: str) -> str:
    """Return the persona whose curve is edited in a lane: who was brought to the front, or the first."""
    allowed = bench.facts.curves(lane)
    if board.choice.front in allowed:
        return board.choice.front
    return allowed[0] if allowed else ""


def bring(board: Board, number: int) -> bool:
    """Bring the curve of the persona with this number, from 1, to the front, or put it back.

    Tell whether there is one. Where the keyboard is among cards, digits are letters, and nothing happens.
    """
    if board.bench is None or not _among_emotions(board):
        return False
    everybody = board.bench.facts.personas()
    if not 1 <= number <= len(everybody):
        return False
    wanted = everybody[number - 1]
    board.choice.bring("" if wanted == board.choice.front else wanted)
    return True


def clicked(board: Board, spot: Spot | None) -> None:
    """Bring the curve whose point was clicked to the front, unless it is there already."""
    if spot is None or spot.role != "point" or board.bench is None:
        return
    lane, persona, *_ = board.bench.facts.point(spot.ref)
    if persona != front(board, board.bench, lane):
        board.choice.bring(persona)


def _among_emotions(board: Board) -> bool:
    spot = board.places.find(board.choice.focus) if board.choice.focus else None
    if spot is None or spot.role in ("point", "persona"):
        return True
    return board.places.scale(spot.ref.partition("|")[0]) is not None


def nudge(board: Board, way: Way, fine: bool) -> bool:
    """Move the chosen points a level (`fine`: a tenth of it) or a tenth of their step; tell whether any are.

    Left and right are those of the screen.
    """
    bench = board.bench
    if bench is None:
        return False
    chosen = board.choice.chosen
    if not chosen or any(bench.facts.kind(key) != "point" for key in chosen):
        return False
    points = {key: bench.facts.point(key) for key in chosen}
    if all(bench.facts.takes_points(lane) for lane, *_ in points.values()):
        scales = {key: board.places.scale(point[0]) for key, point in points.items()}
        places = {k: _nudged(s, points[k][2:], way, fine) for k, s in scales.items() if s is not None}
        bench.do(MOVE, bench.plans.move_points(places))
    else:
        refuse(board, board.places.find(chosen[0]))
    return True


def _nudged(scale: EmotionScale, place: Place, way: Way, fine: bool) -> Place:
    step, at, value = place
    if way in (Way.LEFT, Way.RIGHT):
        later = (way is Way.RIGHT) != scale.rtl
        return *scale.beside(step, at, 1 if later else -1), value
    up = 1 if way is Way.UP else -1
    if fine:
        return step, at, round(min(1.0, max(-1.0, value + up * scale.gap / 10)), 3)
    return step, at, scale.next_level(value, up)


def remove_chosen(board: Board) -> bool:
    """Remove the chosen points and connections; tell whether nothing else is chosen."""
    bench, chosen = board.bench, board.choice.chosen
    if bench is None or not chosen:
        return False
    kinds = {bench.facts.kind(key) for key in chosen}
    if not kinds <= REMOVED.keys():
        return False
    shut = [key for key in chosen if bench.facts.kind(key) == "point" and _is_shut(bench, key)]
    if shut:
        refuse(board, board.places.find(shut[0]))
    else:
        bench.do(REMOVED[min(kinds)], bench.plans.remove(chosen))
    return True


def _is_shut(bench: Bench, point: str) -> bool:
    return not bench.facts.takes_points(bench.facts.point(point)[0])
