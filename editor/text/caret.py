"""Where the cursor stands between the characters of a line, and which place a click means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from editor.picture.words import GlyphRun, ShapedText, TextLine


@dataclass(frozen=True, slots=True)
class Caret:
    """A place between two characters: `index` in the text, x in em from the line's left end.

    The next character begins at `x`; the one before ends at `other`, which differs where the direction
    changes (and only there).
    """

    index: int
    x: float
    other: float


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one letter with its marks takes: [start, end) of the text, where it begins and ends."""

    start: int
    end: int
    begins: float
    ends: float


def carets(shaped: ShapedText, number: int) -> tuple[Caret, ...]:
    """Return the places of the cursor in line `number`, in the order of the text.

    There is none between a letter and its mark. Those behind the line's last visible character all
    stand at its end. The place behind a line's last character is the first one of the next line.
    """
    line = shaped.lines[number]
    last_index = line.end if number == shaped.line_count - 1 else line.end - 1
    cells = sorted((c for run in shaped.runs()[number] for c in _cells(run)), key=lambda cell: cell.start)
    first, last = (line.width, 0.0) if line.rtl else (0.0, line.width)
    begins = {cell.start: cell.begins for cell in cells}
    ends = {cell.end: cell.ends for cell in cells}
    return tuple(
        Caret(index, begins.get(index, last), ends.get(index, first if index == line.start else last))
        for index in _stops(line, cells)
        if index <= last_index
    )


def hit(shaped: ShapedText, number: int, x: float) -> int:
    """Return the index in the text at which a click at `x` em in line `number` puts the cursor."""
    nearest = min(
        (min(abs(caret.x - x), abs(caret.other - x)), caret.index) for caret in carets(shaped, number)
    )
    return nearest[1]


def _stops(line: TextLine, cells: list[_Cell]) -> Iterator[int]:
    yield line.start
    for cell in cells:
        yield cell.end
    behind = cells[-1].end if cells else line.start
    yield from range(behind + 1, line.end + 1)


def _cells(run: GlyphRun) -> Iterator[_Cell]:
    """Yield the letters of a run; a ligature is shared out evenly among its letters."""
    edges = _cluster_edges(run)
    starts = sorted(edges)
    for start, end in zip(starts, [*starts[1:], len(run.text)], strict=True):
        left, right = edges[start]
        letters = [*_letters(run.text, start, end)]
        begins, ends = (right, left) if run.rtl else (left, right)
        width = (ends - begins) / len(letters)
        for place, (first, last) in enumerate(letters):
            x = begins + place * width
            yield _Cell(run.start + first, run.start + last, x, x + width)


def _cluster_edges(run: GlyphRun) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of each cluster, by the index of its first character.

    A mark's place is not where its letter begins: the letter is first in a run from the left, last in
    one from the right.
    """
    lefts = dict[int, float]()
    for cluster, x in zip(run.clusters, run.xs, strict=True):
        if run.rtl or cluster not in lefts:
            lefts[cluster] = x
    order = sorted(lefts, reverse=run.rtl)
    end = min(lefts.values()) + run.width
    rights = [*(lefts[cluster] for cluster in order[1:]), end]
    return {cluster: (lefts[cluster], right) for cluster, right in zip(order, rights, strict=True)}


def _letters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield [first, last) of each character in text[start:end] together with the marks that follow it."""
    first = start
    for index in range(start + 1, end):
        if not category(text[index]).startswith("M"):
            yield first, index
            first = index
    yield first, end
