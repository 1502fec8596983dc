"""How a card of each kind of lane is dressed: fill, edge, accent and ink."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from editor.layout.theme import Theme
from editor.picture.paint import Stroke

DASH = (3.0, 2.2)
"""The edge of cards whose content is assumed, in points of dash and gap."""


@dataclass(frozen=True, slots=True)
class Look:
    """The dress of a card; an empty accent means no bar on the leading side."""

    fill: str
    edge: Stroke
    accent: str = ""
    quiet: bool = False


@lru_cache(maxsize=256)
def look(theme: Theme, lane_kind: str, accent: str, assumed: bool) -> Look:
    """Return the look of a card in a lane of `lane_kind`; `accent` is its owner's colour or empty."""
    fill, edge = theme.card, theme.card_edge
    if lane_kind == "pain_points":
        fill, accent = theme.pain_fill, theme.pain
    elif lane_kind == "opportunities":
        fill, accent = theme.opportunity_fill, theme.opportunity
    elif lane_kind == "notes":
        fill, edge, accent = theme.note, theme.note_edge, ""
    elif lane_kind == "touchpoints":
        accent = ""
    line = Stroke(theme.assumed, 0.8, DASH) if assumed else Stroke(edge, 0.8)
    return Look(fill, line, accent, assumed)
