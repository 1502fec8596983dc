"""Which characters of a glyph run belong to which of its glyphs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, pairwise
from unicodedata import category

from editor.picture.words import GlyphRun

_SILENT = frozenset(("Mn", "Me", "Cf"))
"""Categories of characters that have no glyph of their own to be read by: marks, joiners, signs."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The smallest piece of a run whose characters and glyphs belong together.

    `text` is its source in logical order; text[lead] is the character to be read at x, `width` em wide.
    `main`, an index into the run, is the glyph that shows it; None if there is none on the baseline.
    """

    text: str
    lead: int
    x: float
    width: float
    main: int | None


def is_plain(run: GlyphRun) -> bool:
    """Tell whether every glyph of the run is one character and stands on the baseline."""
    count = len(run.gids)
    if len(run.text) != count or run.outlines or any(run.ys):
        return False
    return run.clusters == tuple(range(count - 1, -1, -1) if run.rtl else range(count))


def clusters(run: GlyphRun, advance: Callable[[int], float]) -> list[Cluster]:
    """Return the clusters of a run in visual order; together they hold every character of it once.

    `advance` tells how far a glyph of the run's face moves the pen, in em.
    """
    texts = _texts(run)
    groups = [(start, list(g)) for start, g in groupby(range(len(run.gids)), run.clusters.__getitem__)]
    found: list[Cluster] = []
    following = min(run.xs, default=0.0) + run.width
    for start, glyphs in reversed(groups):
        main = max(glyphs, key=lambda i: advance(run.gids[i])) if len(glyphs) > 1 else glyphs[0]
        x = run.xs[main]
        text = texts.pop(start, "")
        found.append(Cluster(text, _lead(text), x, max(following - x, 0.0), _shown(run, main, text)))
        following = x
    return found[::-1]


def _texts(run: GlyphRun) -> dict[int, str]:
    """Return the text of each cluster by its start; characters before the first go to the first."""
    starts = sorted(set(run.clusters))
    edges = [0, *starts[1:], len(run.text)]
    return {start: run.text[a:b] for start, (a, b) in zip(starts, pairwise(edges), strict=True)}


def _lead(text: str) -> int:
    """Return the first character that is neither mark nor sign, 0 if all are."""
    if len(text) < 2:
        return 0
    return next((i for i, char in enumerate(text) if category(char) not in _SILENT), 0)


def _shown(run: GlyphRun, main: int, text: str) -> int | None:
    return None if run.outlines or run.ys[main] or not text else main
