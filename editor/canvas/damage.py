"""What has to be repainted when one picture takes the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.canvas.row import Part, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.canvas.display import PlacedRow
    from editor.picture.geometry import Rect

Key = tuple[int, float, float]


def damage(before: Sequence[Part | PlacedRow], after: Sequence[Part | PlacedRow]) -> list[Rect]:
    """Return the rectangles of the sheet in which the two differ; what stayed itself counts as equal."""
    old, new = _keyed(before), _keyed(after)
    gone = [part for key, part in old.items() if key not in new]
    come = [part for key, part in new.items() if key not in old]
    return [rect for pair in _paired(gone, come) for rect in pair]


def _keyed(parts: Iterable[Part | PlacedRow]) -> dict[Key, Part | PlacedRow]:
    return {(id(part.ink), part.x, part.y): part for part in parts}


def _paired(gone: list[Part | PlacedRow], come: list[Part | PlacedRow]) -> list[list[Rect]]:
    """Return the damage of each place; a row that stands where one stood is compared inside."""
    rows = {(part.x, part.y): part for part in gone if isinstance(part.ink, Row)}
    pairs = []
    for part in come:
        twin = rows.pop((part.x, part.y), None) if isinstance(part.ink, Row) else None
        pairs.append([part.bounds] if twin is None else _in_row(twin, part))
    left = [part for part in gone if isinstance(part, Part)]
    return [*pairs, [part.bounds for part in (*left, *rows.values())]]


def _in_row(before: Part | PlacedRow, after: Part | PlacedRow) -> list[Rect]:
    changes = after.ink.changes(before.ink)
    if changes is None:
        return [before.bounds, after.bounds]
    return [area.moved(after.x, after.y) for area in changes]
