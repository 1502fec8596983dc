"""Which characters of a glyph run belong to which of its glyphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from editor.picture.words import GlyphRun


@dataclass(frozen=True, slots=True)
class Cluster:
    """The smallest piece of a run whose characters and glyphs belong together.

    `text` is its source in logical order, to be read at x and `width` em wide. `main`, an index into the
    run, is the glyph that shows it; None if there is none on the baseline.
    """

    text: str
    x: float
    width: float
    main: int | None


def glyph_texts(run: GlyphRun) -> Sequence[str]:
    """Return the characters that each glyph stands for, none if not every glyph stands for its own.

    Nor are there any if a glyph is off the baseline or the run's face is not bundled.
    """
    if run.outlines or any(run.ys):
        return ()
    count, starts = len(run.gids), run.clusters
    if len(run.text) == count and starts == tuple(range(count - 1, -1, -1) if run.rtl else range(count)):
        return run.text[::-1] if run.rtl else run.text
    ends = (len(run.text), *starts[:-1]) if run.rtl else (*starts[1:], len(run.text))
    texts = [run.text[start:end] for start, end in zip(starts, ends, strict=True)]
    first = starts[-1:] if run.rtl else starts[:1]
    return texts if all(texts) and first == (0,) else ()


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
        found.append(Cluster(text, x, max(following - x, 0.0), _shown(run, main, text)))
        following = x
    return found[::-1]


def _texts(run: GlyphRun) -> dict[int, str]:
    """Return the text of each cluster by its start; characters before the first go to the first."""
    starts = sorted(set(run.clusters))
    edges = [0, *starts[1:], len(run.text)]
    return {start: run.text[a:b] for start, (a, b) in zip(starts, pairwise(edges), strict=True)}


def _shown(run: GlyphRun, main: int, text: str) -> int | None:
    return None if run.outlines or run.ys[main] or not text else main
