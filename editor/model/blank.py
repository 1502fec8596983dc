"""The empty map: three stages and lanes for the five elements every journey map has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.order import n_between
from editor.model.records import Lane, Map, Persona, Record, Stage, Step

FIVE_ELEMENTS = ("actions", "emotions", "touchpoints", "owners", "pain_points", "opportunities")
"""Lane kinds: actions and emotions, touchpoints, people responsible, pain points and opportunities.

The fifth element, the stages, are the columns.
"""


def blank(
    ids: Ids,
    *,
    about: Map | None = None,
    stages: Sequence[str] = ("", "", ""),
    lane_titles: Mapping[str, str] | None = None,
) -> Journey:
    """Return a map with empty stages of these titles, one persona and the lanes of the five elements.

    A lane whose kind has no title in `lane_titles` is shown under the name of its kind.
    """
    titles = lane_titles or {}
    made: list[Record] = [about or Map(), Persona(ids.new("persona"), "a0")]
    for order, title in zip(n_between(None, None, len(stages)), stages, strict=True):
        stage = Stage(ids.new("stage"), order, title)
        made += [stage, Step(ids.new("step"), "a0", stage.id)]
    for order, kind in zip(n_between(None, None, len(FIVE_ELEMENTS)), FIVE_ELEMENTS, strict=True):
        made.append(Lane(ids.new("lane"), order, kind, titles.get(kind, "")))
    return Journey(made)
