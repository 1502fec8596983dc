"""Random journeys and random edits, for hypothesis: sizes and texts shrink, the rest hangs on a seed."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Record
from editor.model.words import clean
from tests.random_journeys import Maker

LETTERS = 'ab Zé\n"\\/<&…–😀ąęśżł' + "سلام‌پچگژی۱۲٬" + "\u0301\u200f\u0640"

texts = st.text(st.sampled_from(LETTERS), max_size=12).map(clean)


@st.composite
def journeys(draw: st.DrawFn, most: int = 4) -> Journey:
    """Draw a journey with every kind of record; up to `most` of each, and up to 3 × `most` cards."""
    return Journey(draw(records(most)))


@st.composite
def records(draw: st.DrawFn, most: int = 4) -> list[Record]:
    """Draw the records of a journey, in any order."""
    sizes = draw(st.lists(st.integers(0, most), min_size=9, max_size=9))
    words = draw(st.lists(texts, min_size=1, max_size=6))
    seed = draw(st.integers(0, 2**32))
    # Looks have a seed of their own, so that colours change nothing else.
    return Maker(Random(seed), Random(seed + 1), Ids(seed), words).records(sizes)
