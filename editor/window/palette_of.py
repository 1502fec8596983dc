"""Which colours a map offers: those of its theme, and those that people have given its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from editor.layout.color import CONTRAST, mixed, under_white
from editor.model.records import Channel, Lane, Owner, Persona, Stage
from editor.session.drawing import map_theme
from editor.session.facts import USUAL_LEVELS

if TYPE_CHECKING:
    from editor.model.journey import Journey
    from editor.model.records import Record

TINT = 0.8
"""How much paper there is in the lighter colours of the second row."""
MOST = 16
"""Colours in use that are offered."""


class Offer(NamedTuple):
    """Colours to choose from: the theme's, and those in use that are none of the theme's."""

    theme: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


def offer(journey: Journey) -> Offer:
    """Return what a map offers: the theme's accents, their tints, and what is in use besides."""
    theme = map_theme(journey.map)
    tints = tuple(mixed(color, theme.paper, TINT) for color in theme.accents)
    usual = (*theme.accents, *tints)
    given = [record.color for kind in (Stage, Owner, Lane, Persona, Channel) for record in journey.all(kind)]
    used = dict.fromkeys((*journey.map.brand, *journey.map.level_colors, *given))
    return Offer(usual, tuple(color for color in used if color and color not in usual)[:MOST])


def usual_color(journey: Journey, record: Owner | Channel | Persona, place: int) -> str:
    """Return the colour by which a record is known: its own, else the theme's for its place.

    A channel's sign stands on it in white.
    """
    theme = map_theme(journey.map)
    accents = theme.personas if isinstance(record, Persona) else theme.accents
    accent = accents[place % len(accents)]
    return record.color or (under_white(accent, CONTRAST) if isinstance(record, Channel) else accent)


def usual_levels(journey: Journey, count: int) -> tuple[str, ...]:
    """Return the colours in which the faces of `count` levels are drawn, top to bottom."""
    theme = map_theme(journey.map)
    values = [1.0 - 2.0 * place / max(count - 1, 1) for place in range(count)]
    return tuple(theme.fair if abs(v) < 0.2 else theme.good if v > 0 else theme.bad for v in values)


def usual_brand(journey: Journey) -> tuple[str, str]:
    """Return the two colours that the theme has in place of a brand's."""
    theme = map_theme(journey.map)
    return theme.strong, theme.opportunity


def instead_of(journey: Journey, record: Record, attribute: str) -> Any:
    """Return the colour, or colours, in which a record is drawn whose own are not given."""
    if attribute == "brand":
        return usual_brand(journey)
    if attribute == "level_colors":
        return usual_levels(journey, len(journey.map.levels) or USUAL_LEVELS)
    if isinstance(record, Owner | Persona | Channel):
        return usual_color(journey, record, journey.all(type(record)).index(record))
    return map_theme(journey.map).stage if isinstance(record, Stage) else ""
