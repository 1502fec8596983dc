"""The story of the shoe shop, built on a blank map with nothing but keys and the mouse.

The files that come of it are kept beside this one; `SAFAR_WALKS_KEEP=1` writes them anew, to be read
before they are committed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from editor.app.desktop import Desktop
from editor.files.reading import read
from tests.walks.walker import Walker

K, M = Qt.Key, Qt.KeyboardModifier
HERE = Path(__file__).parent
ACTIONS, EMOTIONS, PAINS, CHANCES = "lane-actions", "lane-emotions", "lane-pains", "lane-opportunities"


@dataclass(frozen=True)
class Story:
    """What is written on the map, in one language; `search` finds the blank template on the start page."""

    file: str
    search: str
    title: str
    persona: str
    stages: tuple[str, str, str, str]
    actions: tuple[str, str, str, str]
    pain: str
    chance: str
    onward: Qt.Key
    """The arrow that points where time goes."""


ENGLISH = Story(
    "shoes.journey",
    "blank map",
    "New shoes",
    "Ela, 34",
    ("Want", "Pay", "Ask for help", "Wear"),
    ("falls in love with a pair of shoes", "fills her basket", "calls the shop", "runs in them & comes back"),
    "her way to pay is missing",
    "let her pay at the door",
    K.Key_Right,
)
PERSIAN = Story(
    "shoes-fa.journey",
    "نقشهٔ خالی",
    "کفش نو",
    "سمیه، ۳۴ ساله",
    ("خواستن", "پرداخت", "پشتیبانی", "پس از خرید"),
    ("از یک جفت کفش خوشش می‌آید", "سبد را پر می‌کند", "به فروشگاه زنگ می‌زند", "با آن‌ها می‌دود"),
    "روش پرداخت دلخواهش نیست",
    "پرداخت درِ خانه",
    K.Key_Left,
)


@pytest.mark.parametrize("story", [ENGLISH, PERSIAN], ids=["left to right", "right to left"])
def test_the_shoe_shop_is_built_from_blank_by_hand(desk: Desktop, tmp_path: Path, story: Story) -> None:
    file = tmp_path / story.file
    hand = Walker(desk, file)
    hand.begin(story.search)
    name_things(hand, story)
    write_cards(hand, story)
    draw_the_curve(hand)
    connect(hand)
    hand.key(K.Key_S, M.ControlModifier)
    assert not hand.window.session.dirty
    assert_is_kept(file)


def name_things(hand: Walker, story: Story) -> None:
    """Write title, persona and stages, the third of which is inserted behind the second."""
    first, second, fourth = hand.facts.stages()
    hand.rewrite("map", story.title).enter()
    hand.rewrite("persona-1", story.persona).enter()
    hand.rewrite(first, story.stages[0]).key(K.Key_Tab)
    hand.key(K.Key_A, M.ControlModifier).type(story.stages[1]).key(K.Key_Tab)
    hand.key(K.Key_A, M.ControlModifier).type(story.stages[3]).enter()
    hand.insert_after(second).type(story.stages[2]).enter()
    assert hand.facts.stages()[::3] == (first, fourth)
    assert tuple(map(hand.facts.text, hand.facts.stages())) == story.stages


def write_cards(hand: Walker, story: Story) -> None:
    """Write a row of cards with Tab, then a card in the wrong cell, which is dragged, and one that walks."""
    first, second, third, _ = hand.facts.steps()
    hand.click(f"{ACTIONS}|{first}").type(story.actions[0])
    for text in story.actions[1:]:
        hand.key(K.Key_Tab).type(text)
    hand.enter()
    hand.click(f"{PAINS}|{first}").type(story.pain).enter()
    (pain,) = hand.facts.cards(PAINS, first)
    hand.drag(hand.pixel(pain), hand.pixel(f"{PAINS}|{second}"))
    assert hand.facts.cards(PAINS, second) == (pain,)
    hand.click(f"{CHANCES}|{second}").type(story.chance).enter()
    hand.key(story.onward, M.AltModifier)
    (chance,) = hand.facts.cards(CHANCES, third)
    hand.key(K.Key_Z, M.ControlModifier)
    assert hand.facts.cards(CHANCES, second) == (chance,)
    hand.key(K.Key_Z, M.ControlModifier | M.ShiftModifier)
    assert hand.facts.cards(CHANCES, third) == (chance,)


def draw_the_curve(hand: Walker) -> None:
    """Put an emotion into every step, drag one down, raise one by key, and take one too many back."""
    steps = hand.facts.steps()
    for step, share in zip(steps, (0.25, 0.5, 0.5, 0.5), strict=True):
        hand.double_click(f"{EMOTIONS}|{step}", (0.5, share))
    points = {hand.facts.point(key)[2]: key for key in hand.points(EMOTIONS)}
    sad = points[steps[1]]
    hand.drag(hand.pixel(sad), hand.level(EMOTIONS, sad, -1.0))
    hand.click(points[steps[3]]).key(K.Key_Up)
    hand.double_click(f"{EMOTIONS}|{steps[0]}", (0.1, 0.8)).key(K.Key_Delete)
    emotions = [hand.facts.point(points[step])[4] for step in steps]
    assert emotions == [1.0, -1.0, 0.0, 0.5]
    assert len(hand.points(EMOTIONS)) == len(steps)


def connect(hand: Walker) -> None:
    """Draw a line from what is missing to the call, and one more that is called off."""
    _, second, third, fourth = hand.facts.steps()
    (pain,), (call,), (end,) = (
        hand.facts.cards(PAINS, second),
        *(hand.facts.cards(ACTIONS, step) for step in (third, fourth)),
    )
    trailing = (0.0 if hand.facts.rtl() else 1.0, 0.5)
    hand.drag(hand.pixel(call, trailing), hand.pixel(end))
    hand.key(K.Key_Z, M.ControlModifier)
    hand.drag(hand.pixel(pain, trailing), hand.pixel(call))
    (link,) = hand.view.selection
    assert hand.facts.connection(link) == (pain, call, "next", "")


def assert_is_kept(file: Path) -> None:
    """Compare a saved map with the one that is kept under its name."""
    kept = HERE / file.name
    if "SAFAR_WALKS_KEEP" in os.environ:
        kept.write_bytes(file.read_bytes())
    assert read(file).state == "ok"
    assert file.read_text("utf-8").splitlines() == kept.read_text("utf-8").splitlines()
    assert file.read_bytes() == kept.read_bytes()
