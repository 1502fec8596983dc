"""How a card of each kind of lane is dressed: fill, edge, accent and ink."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from editor.layout.theme import Theme
from editor.picture.paint import Stroke

CURVES = ((), (4.5, 3.0), (1.3, 2.6), (7.0, 2.4, 1.3, 2.4))
"""How the lines of curves are broken, the front one first: colour alone never tells personas apart."""

DASH = (3.0, 2.2)
"""The edge of cards whose content is assumed, in points of dash and gap."""


class Look(NamedTuple):
    """The dress of a card; an empty accent means no bar on the leading side."""

    fill: str
    edge: Stroke
    accent: str = ""
    quiet: bool = False


@lru_cache(maxsize=256)
def look(theme: Theme, lane_kind: str, accent: str, assumed: bool, own: str = "") -> Look:
    """Return the look of a card in a lane of `lane_kind`; `accent` is its owner's colour or empty.

    `own` is the lane's colour or empty: pains and opportunities wear it instead of the theme's.
    """
    fill, edge = theme.card, theme.card_edge
    if own and lane_kind in ("pain_points", "opportunities"):
        fill, accent = lane_ground(theme, own, theme.card), theme.shown(own)
    elif lane_kind == "pain_points":
        fill, accent = theme.pain_fill, theme.pain
    elif lane_kind == "opportunities":
        fill, accent = theme.opportunity_fill, theme.opportunity
    elif lane_kind == "notes":
        fill, edge, accent = theme.note, theme.note_edge, ""
    elif lane_kind == "touchpoints":
        accent = ""
    line = Stroke(theme.assumed, 0.8, DASH) if assumed else Stroke(edge, 0.8)
    return Look(fill, line, accent, assumed)


def lane_ground(theme: Theme, color: str, ground: str) -> str:
    """Return `ground` with a breath of a lane's own colour, on which all words still read."""
    from editor.layout.palette import breath

    return breath(theme.shown(color), ground, (theme.ink, theme.muted))


def curve_stroke(color: str, place: int) -> Stroke:
    """Return the line of the curve that stands at that place among the personas' curves, 0 in front."""
    dash = CURVES[min(place, len(CURVES) - 1)]
    return Stroke(color, 1.3, dash) if place else Stroke(color, 2.0, dash, "round")
