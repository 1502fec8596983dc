"""Lanes that are locked or collapsed say so on their rails, in tips and to screen readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QImage, QRegion
from PySide6.QtWidgets import QApplication

from editor.canvas.lane_signs import INK
from editor.canvas.tips import tip
from editor.model.records import Lane
from tests.build import EMOTIONS, TOUCHPOINTS, journey
from tests.canvas.desk import BOTH
from tests.canvas.shown import Desk

NAME = QAccessible.Text.Name


@pytest.fixture(params=BOTH)
def desk(request: pytest.FixtureRequest, qapp: object) -> Iterator[Desk]:
    more = Lane(EMOTIONS, "b", "emotions", "Mood")
    made = Desk(journey("Learn: ad, search > Buy: shop", more, direction=request.param))
    yield made
    made.view.close()


def change(desk: Desk, lane: str, **flags: bool) -> None:
    desk.bench.do("Change lane", desk.bench.plans.set_fields([lane], **flags))


def inked(desk: Desk, lane: str) -> int:
    """Count the pixels of a sign's colour in the inner quarter of a lane's rail."""
    spot = desk.view.places.find(lane, "rail")
    assert spot is not None
    rail = desk.view.camera.pixels(spot.rect).toRect()
    quarter = rail.width() // 4
    shown: QImage = desk.view.viewport().grab().toImage()
    left = rail.left() if desk.view.places.rtl else rail.right() - quarter
    cells = ((x, y) for x in range(left, left + quarter) for y in range(rail.top() + 2, rail.top() + 40))
    return sum(shown.pixelColor(x, y) == INK for x, y in cells)


@pytest.mark.parametrize("flag", ["locked", "collapsed"])
def test_a_lane_that_is_shut_wears_a_sign_until_it_is_open(desk: Desk, flag: str) -> None:
    assert inked(desk, TOUCHPOINTS) == 0
    change(desk, TOUCHPOINTS, **{flag: True})
    assert inked(desk, TOUCHPOINTS) > 20
    assert inked(desk, EMOTIONS) == 0
    change(desk, TOUCHPOINTS, **{flag: False})
    assert inked(desk, TOUCHPOINTS) == 0


def test_a_sign_is_painted_when_nothing_else_of_the_map_changes(desk: Desk) -> None:
    QApplication.processEvents()
    while desk.view._surface.owes:
        QApplication.processEvents()
    before = desk.session.picture
    change(desk, TOUCHPOINTS, locked=True)
    assert desk.session.picture == before, "pictures never show what is only on the screen"
    desk.view._surface.region = QRegion()
    QApplication.processEvents()
    signs = desk.view._surface.overlay.signs
    assert signs is not None
    (area,) = signs.areas()
    assert desk.view._surface.region.contains(area.toAlignedRect())
    assert desk.view._surface.region.boundingRect().width() < 60


def test_a_sign_stays_with_its_rail_when_that_is_pinned(desk: Desk) -> None:
    change(desk, TOUCHPOINTS, locked=True)
    desk.view.set_zoom(3.0)
    rail = desk.view.places.find(TOUCHPOINTS, "rail")
    assert rail is not None
    x, y = desk.view.camera.scroll
    desk.view.camera.scroll_to(x + (-300 if desk.view.places.rtl else 300), y)
    signs, pinned = desk.view._surface.overlay.signs, desk.view._surface.pinned
    assert signs is not None
    assert pinned.rails_shift() != 0
    seen = desk.view.camera.pixels(rail.rect).translated(pinned.rails_shift(), 0)
    (area,) = signs.areas()
    assert seen.contains(area)
    assert pinned.rails_area().left() <= area.left() < area.right() <= pinned.rails_area().right()


def test_both_signs_of_a_lane_stand_clear_of_one_another(desk: Desk) -> None:
    change(desk, TOUCHPOINTS, locked=True, collapsed=True)
    signs = desk.view._surface.overlay.signs
    assert signs is not None
    for zoom in (0.2, 1.0, 4.0):
        desk.view.set_zoom(zoom)
        first, second = signs.areas()
        assert not first.intersects(second)


def test_tips_and_screen_readers_say_it_too(desk: Desk) -> None:
    change(desk, EMOTIONS, locked=True)
    rail = desk.view.places.find(EMOTIONS, "rail")
    assert rail is not None
    flags = desk.view._touch.flags(EMOTIONS)
    assert "The lane is locked. Unlock it" in tip(rail, 2.0, flags)
    assert tip(rail, 0.3, flags).index("Mood") < tip(rail, 0.3, flags).index("locked")
    assert desk.view._touch.flags(TOUCHPOINTS) == frozenset()
    nodes = [node for row in desk.view.map_reader().rows() for node in row.kids()]
    names = {node.spot.ref: node.text(NAME) for node in nodes}
    assert names[EMOTIONS] == "Mood, locked"
    change(desk, EMOTIONS, collapsed=True)
    (node,) = (
        node for row in desk.view.map_reader().rows() for node in row.kids() if node.spot.ref == EMOTIONS
    )
    assert node.text(NAME) == "Mood, locked and collapsed"


def test_a_map_to_look_at_shows_its_locks(desk: Desk) -> None:
    change(desk, TOUCHPOINTS, locked=True)
    desk.view.set_bench(None)
    assert inked(desk, TOUCHPOINTS) == 0
    desk.view.set_bench(desk.bench)
    assert inked(desk, TOUCHPOINTS) > 20
