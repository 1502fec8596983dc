"""The columns of the map: one per step, as wide as what stands in them asks for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from editor.layout.card import BAR, ICON, PAD
from editor.layout.setting import Setting
from editor.layout.signs import NO_SIGNS, Signs, card_signs
from editor.layout.theme import Theme
from editor.model.records import Card, Step
from editor.picture.words import REGULAR
from editor.text.fit import word_width

LONG_WORD = 13
"""Words of fewer letters fit every column and are not measured."""
_has_long_word = re.compile(rf"\S{{{LONG_WORD}}}").search
LINES = 5
"""A column grows until its longest text takes about this many lines."""
WIDEST_WORD = 320.0


class Demand(NamedTuple):
    """What the cards of one cell ask for: room for their words in points, and signs in header and legend.

    It says no more than what changes columns or signs, so that most edits leave it equal.
    """

    room: float = 0.0
    signs: Signs = NO_SIGNS


class Column(NamedTuple):
    """One column: its step, and where its cards stand: `x` from the leading edge of the content, `w` wide."""

    step: Step
    x: float
    w: float


class Columns(NamedTuple):
    """All columns in reading order, the content's width, and the gutters before, between and behind.

    A column owns half of the gutters at its sides; the outermost are only as wide as that half. `stages`
    holds (stage id, start, width) of each stage, gutters included, in reading order.
    """

    all: tuple[Column, ...]
    width: float
    gutters: tuple[float, ...]
    stages: tuple[tuple[str, float, float], ...]

    def across(self, index: int, span: int) -> float:
        """Return the width of a card that starts in column `index` and covers `span` columns."""
        if span <= 1:
            # Not by adding and taking away: the width of a column is compared with that of its cards.
            return self.all[index].w
        last = self.all[min(index + span, len(self.all)) - 1]
        return last.x + last.w - self.all[index].x


NO_DEMAND = Demand()


def demand(setting: Setting, cards: Sequence[Card]) -> Demand:
    """Return what one cell's cards ask for; cards that span several columns ask for no room."""
    if not cards:
        return NO_DEMAND
    letters, word = 0, 0.0
    for card in cards:
        length = len(card.text)
        if length >= LONG_WORD and card.span == 1:
            letters = max(letters, length)
            word = max(word, _longest_word(setting, card))
    return Demand(_room(setting.theme, letters, word), card_signs(cards))


def _longest_word(setting: Setting, card: Card) -> float:
    if not _has_long_word(card.text):
        return 0.0
    extra = ICON + 6.0 if card.channel else BAR + 1.0
    aside = 24.0 if card.pain else 0.0
    em = word_width(setting.shaper, card.text, REGULAR)
    return em * setting.theme.text + 2 * PAD + extra + aside


def _room(theme: Theme, letters: int, word: float) -> float:
    """Return the width for the longest text in about LINES lines, or the longest word; 0 for the usual."""
    wanted = min(letters * theme.text * 0.5 / LINES + 2 * PAD, theme.widest_column)
    asked = max(wanted, min(word, WIDEST_WORD))
    return _stepped(asked) if asked > theme.column else 0.0


def _stepped(width: float) -> float:
    return math.ceil(width / 4) * 4.0


def column_width(theme: Theme, step: Step, demands: Iterable[Demand], title_word: float) -> float:
    """Return the width of a column in points: the user's, else by its longest text and word."""
    if step.width is not None:
        return max(step.width, 48.0)
    asked = max((d.room for d in demands), default=0.0)
    return _stepped(max(asked, min(title_word, WIDEST_WORD), theme.column))


def arranged(steps: Sequence[Step], widths: Sequence[float], gutters: tuple[float, ...]) -> Columns:
    """Return the columns side by side; `gutters` has one more entry than there are columns.

    At both ends of the content stands half a gutter.
    """
    columns, x = list[Column](), gutters[0] / 2
    for step, width, behind in zip(steps, widths, gutters[1:], strict=True):
        columns.append(Column(step, x, width))
        x += width + behind
    return Columns(tuple(columns), x - gutters[-1] / 2, gutters, stage_spans(columns, gutters))


def stage_spans(columns: Sequence[Column], gutters: Sequence[float]) -> tuple[tuple[str, float, float], ...]:
    """Return (stage id, start, width) of each stage, gutters included, in reading order."""
    spans: list[tuple[str, float, float]] = []
    for stage, group in groupby(enumerate(columns), key=lambda pair: pair[1].step.stage):
        members = list(group)
        (first, opening), (last, closing) = members[0], members[-1]
        start = opening.x - gutters[first] / 2
        end = closing.x + closing.w + gutters[last + 1] / 2
        spans.append((stage, start, end - start))
    return tuple(spans)
