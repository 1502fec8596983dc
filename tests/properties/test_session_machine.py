"""A hand that never rests: random deeds at an open journey, and what must hold after each of them.

All runs together make STEPS steps, fewer or more with SAFAR_MACHINE_STEPS; the seed that is printed with
a failure makes the same run again with SAFAR_MACHINE_SEED. SAFAR_MACHINE_BRIEF does not shrink what failed.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from editor.model.ids import Ids
from editor.session.clip import copied, pasted
from tests.build import TOUCHPOINTS, journey
from tests.properties.session_canvas import HandAtCanvas
from tests.properties.session_hand import Hand, run

STEPS = int(os.environ.get("SAFAR_MACHINE_STEPS", "25600"))
SHARES = 4
SEEN = STEPS // 50
"""Steps after which the canvas is held against a new one, pixel by pixel."""


@pytest.mark.parametrize("share", range(SHARES))
def test_every_step_leaves_a_sound_map_and_every_step_can_be_undone(share: int) -> None:
    run(type("Share", (Hand,), {"tally": Counter()}), STEPS // SHARES)


def test_the_canvas_shows_what_a_new_one_would_show() -> None:
    run(type("Share", (HandAtCanvas,), {"tally": Counter()}), SEEN)


# What such hands have found


def test_steps_of_two_stages_are_pasted_in_the_order_of_time() -> None:
    made = journey("Learn: ad, search > Buy: shop")
    clip = copied(made, ["step-buy-1", "step-learn-1", "step-learn-2"])
    made.apply(pasted(made, clip, ids=Ids(1)))
    cells = [made.cell(TOUCHPOINTS, step.id) for step in made.columns()]
    assert [card.text for cell in cells for card in cell] == ["ad", "search", "shop"] * 2
