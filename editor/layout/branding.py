"""From two brand colours to a whole theme: every word reads, what stands side by side is told apart.

The same colours give the same theme. The colours themselves stay what people gave; what is drawn is moved
towards black or white only as far as contrast asks for.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.layout.color import CONTRAST, ink_on, mixed
from editor.layout.palette import DISTINCT, SHAPES, apart, badge_ground, distance, readable_on, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.layout.theme import Theme

WELL_READ = 7.0
"""The contrast of headings and running text (WCAG 2.1, level AAA), which black reaches on all grounds."""
SEEN = 4.0
"""The least distance of a chevron from the paper."""
UNLIKE = 15.0
"""The least distance of what is good from what hurts, and of an important stage from the others."""
STEP_SHARE = 0.45
"""How much paper the ground of a step's title has."""


@lru_cache(maxsize=32)
def branded(theme: Theme, brand: tuple[str, ...]) -> Theme:
    """Return `theme` in the brand's one or two colours; greys stay grey."""
    given = tuple(filter(None, brand))
    if not given or theme.grey:
        return theme
    first, second = given[0], given[-1]
    made = _lined(_headed(theme, first), first, second)
    return checked(_accented(made, first, second))


def _headed(theme: Theme, first: str) -> Theme:
    """Return the theme with the header in the first colour."""
    stage = _chevron(theme, first)
    strong = apart(first, (stage, theme.paper), UNLIKE)
    return replace(
        theme,
        stage=stage,
        stage_ink=readable_on(mixed(first, theme.ink, 0.35), (stage, step_ground(theme, stage)), WELL_READ),
        strong=strong,
        strong_ink=ink_on(strong),
        ink=readable_on(mixed(theme.ink, first, 0.1), (theme.paper,), WELL_READ),
        muted=mixed(theme.muted, first, 0.12),
    )


def _chevron(theme: Theme, color: str) -> str:
    """Return the lightest tint of `color`, or of a shade of it, that is seen on the paper."""
    for base in (color, readable_on(color, (theme.paper,), SHAPES)):
        for share in (0.13, 0.2, 0.3):
            made = mixed(theme.paper, base, share)
            if distance(made, theme.paper) >= SEEN:
                return made
    return theme.stage


def _lined(theme: Theme, first: str, second: str) -> Theme:
    """Return the theme with curve, lines and bands in the brand's colours."""
    kind = _kindly(theme, (second, first))
    above = mixed(theme.paper, kind, 0.14)
    curve = readable_on(first, (theme.paper, above, theme.below), SHAPES)
    other = apart(readable_on(second, (theme.paper,), SHAPES), (curve,), UNLIKE)
    return replace(
        theme,
        above=above,
        curve=curve,
        personas=(curve, other, *spread((curve, other), theme.personas, 5)[2:]),
        connection=readable_on(mixed(theme.connection, first, 0.2), (theme.paper,), CONTRAST),
        hairline=mixed(theme.hairline, first, 0.07),
        card_edge=mixed(theme.card_edge, first, 0.1),
        band=mixed(theme.paper, second, 0.03),
    )


def _accented(theme: Theme, first: str, second: str) -> Theme:
    """Return the theme with owners and opportunities in the brand's colours."""
    lead = badge_ground(first)
    kind = _kindly(theme, (second, first))
    return replace(
        theme,
        accents=spread((lead, _mate(second, lead)), theme.accents, len(theme.accents)),
        opportunity=kind,
        opportunity_fill=mixed(theme.card, kind, 0.07),
        pill=mixed(theme.card, kind, 0.17),
    )


def _mate(color: str, lead: str) -> str:
    """Return the shade of `color` nearest to it that white signs show on and that is no other's."""
    shades = (badge_ground(mixed(color, pole, n / 20)) for n in range(20) for pole in ("#000000", "#ffffff"))
    return next(shade for shade in shades if distance(shade, lead) >= DISTINCT)


def _kindly(theme: Theme, wanted: Sequence[str]) -> str:
    """Return the first colour that nobody takes for pain, dark enough for lines on the paper."""
    drawn = (readable_on(color, (theme.paper,), SHAPES) for color in wanted)
    return next((color for color in drawn if distance(color, theme.pain) >= UNLIKE), theme.opportunity)


def step_ground(theme: Theme, stage: str) -> str:
    """Return the ground on which the titles of steps stand under chevrons of the colour `stage`."""
    return mixed(stage, theme.paper, STEP_SHARE)


def checked(theme: Theme) -> Theme:
    """Return the theme with every ink moved as far as it must be to read on all that it stands on."""
    grounds = (
        theme.paper, theme.band, theme.card, theme.pain_fill, theme.opportunity_fill, theme.note,
        theme.above, theme.below,
    )  # fmt: skip
    return replace(
        theme,
        ink=readable_on(theme.ink, grounds),
        muted=readable_on(theme.muted, grounds),
        stage_ink=readable_on(theme.stage_ink, (theme.stage, step_ground(theme, theme.stage))),
        strong_ink=readable_on(theme.strong_ink, (theme.strong,)),
        curve=readable_on(theme.curve, (theme.paper,), SHAPES),
        accents=tuple(map(badge_ground, theme.accents)),
        good=readable_on(theme.good, (theme.paper,), SHAPES),
        bad=readable_on(theme.bad, (theme.paper,), SHAPES),
        fair=readable_on(theme.fair, (theme.paper,), SHAPES),
    )
