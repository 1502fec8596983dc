"""What the layout remembers while an emotion is dragged is what it would lay out afresh."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from editor.layout.links import Routed
from editor.model.edits.curves import move_point
from editor.model.records import Point
from editor.picture.frame import Frame, Picture
from editor.picture.geometry import Rect
from editor.picture.walk import frames
from editor.picture.words import TextBlock
from editor.session.drawing import map_layout
from editor.session.session import Session

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def routes(root: Frame) -> Frame | None:
    return next((frame for frame in root.frames() if frame.role == "connections"), None)


def plain(picture: Picture) -> list[object]:
    """Everything that is drawn and where, without the objects that keep letters."""
    return [
        (frame.role, frame.ref, place, [_plain(item) for item in frame.items if not isinstance(item, Frame)])
        for frame, place in frames(picture.root)
    ]


def _plain(item: object) -> object:
    return (item.rect, item.text, item.style) if isinstance(item, TextBlock) else item


@pytest.mark.parametrize("name", ["shoe-shop", "b2b-software", "large"])
def test_a_dragged_emotion_lays_out_as_a_fresh_map_does(name: str) -> None:
    journey = Session.open(SAMPLES / f"{name}.journey").journey
    layout, random = map_layout(), Random(7)
    kept = 0
    before = routes(layout.lay_out(journey).root)
    for _ in range(12):
        point = random.choice(journey.all(Point))
        step = random.choice(journey.columns()).id
        journey.apply(
            move_point(journey, point.id, step=step, at=random.random(), value=random.uniform(-1, 1))
        )
        picture = layout.lay_out(journey)
        assert plain(picture) == plain(map_layout().lay_out(journey))
        kept += routes(picture.root) is before
        before = routes(picture.root)
    assert kept > 0


def test_routes_are_found_anew_when_a_text_comes_where_one_was_looked_for() -> None:
    near, far, looked_for = Rect(10, 10, 5, 5), Rect(900, 10, 5, 5), Rect(0, 0, 20, 20)
    assert not Routed((), (), [looked_for], None).misses((far,))
    assert Routed((), (), [looked_for], None).misses((near,))
    assert Routed((), (near, far), [looked_for], None).misses((far,))
    assert Routed((), (near, far), [], None).misses((far, near))
