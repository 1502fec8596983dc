"""The states of the contact sheet can still be reached, and leave the map as it was."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from editor.app.desktop import Desktop
from editor.files.format import dumps
from tests.pictures.contact_sheet import TILE_WIDTH, arranged, in_few_colors
from tests.pictures.scene import SIZE, Scene
from tests.pictures.states import NAMES, STATES, WORDS


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_drag_and_the_versions_are_set_up_and_given_up(desk: Desktop, tmp_path) -> None:
    scene = Scene(desk, "shoe-shop", "light", tmp_path / "scene")
    before = dumps(scene.workspace.session.journey.records())
    for name in ("dragging a card", "versions"):
        image = STATES[name](scene)
        assert (image.width(), image.height()) == SIZE
        assert dumps(scene.workspace.session.journey.records()) == before
    scene.end()


def test_every_sample_has_its_words() -> None:
    assert set(NAMES) == set(WORDS)


def test_pictures_are_put_on_one_sheet(qapp: QApplication) -> None:
    from PySide6.QtGui import QPixmap

    tile = QPixmap(TILE_WIDTH, 100)
    tile.fill("#336699")
    sheet = arranged([[("one", tile), ("two", tile)], [("three", tile)]])
    assert sheet.width() > 2 * TILE_WIDTH
    assert sheet.pixelColor(100, 100).name() == "#336699"
    assert in_few_colors(sheet).startswith(b"\x89PNG")
