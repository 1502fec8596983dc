"""Thumbnails: made in quiet moments, kept on disk, and never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from editor.model.trouble import Trouble
from editor.window import thumbnails
from editor.window.thumbnails import Thumbnails


class Pencil:
    """Draws red squares and counts them."""

    def __init__(self) -> None:
        self.drawn = 0

    def __call__(self, path, width, height) -> QImage:
        if path.read_bytes() == b"broken":
            raise Trouble("It is broken.", place=str(path))
        self.drawn += 1
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff0000"))
        return image


@pytest.fixture
def pencil():
    return Pencil()


@pytest.fixture
def thumbs(qapp, tmp_path, pencil):
    return Thumbnails(tmp_path / "cache", pencil)


def file(tmp_path, content=b"map", name="a.journey"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def finished(qtbot, thumbs):
    qtbot.waitUntil(lambda: not thumbs.waiting())


def test_a_picture_is_there_after_a_quiet_moment(qtbot, thumbs, tmp_path):
    path = file(tmp_path)
    assert thumbs.picture(path) is None
    with qtbot.waitSignal(thumbs.ready):
        pass
    assert thumbs.picture(path).width() == thumbnails.WIDTH


def test_a_picture_is_drawn_once_for_the_same_content(qtbot, thumbs, tmp_path, pencil):
    thumbs.picture(file(tmp_path))
    finished(qtbot, thumbs)
    thumbs.forget()
    thumbs.picture(file(tmp_path, name="copy.journey"))
    finished(qtbot, thumbs)
    assert pencil.drawn == 1
    thumbs.forget()
    thumbs.picture(file(tmp_path, b"other"))
    finished(qtbot, thumbs)
    assert pencil.drawn == 2


def test_files_that_cannot_be_drawn_keep_their_sketch(qtbot, thumbs, tmp_path, pencil, monkeypatch):
    monkeypatch.setattr(thumbnails, "LARGEST", 10)
    paths = [file(tmp_path, b"broken"), tmp_path / "gone", file(tmp_path, b"x" * 11, "large.journey")]
    for path in paths:
        thumbs.picture(path)
    finished(qtbot, thumbs)
    assert [thumbs.picture(path) for path in paths] == [None, None, None]
    assert pencil.drawn == 0


def test_the_cache_does_not_grow_for_ever(qtbot, thumbs, tmp_path, monkeypatch):
    monkeypatch.setattr(thumbnails, "KEPT", 3)
    for number in range(6):
        thumbs.picture(file(tmp_path, str(number).encode(), f"{number}.journey"))
    finished(qtbot, thumbs)
    assert len(list((tmp_path / "cache").glob("*.png"))) == 3


def test_a_real_map_is_drawn_by_the_real_layout(desk, qtbot):
    sample = sorted(desk.catalogue.shelves()[2].tiles, key=lambda tile: tile.path)[0]
    desk.thumbnails.picture(sample.path)
    finished(qtbot, desk.thumbnails)
    picture = desk.thumbnails.picture(sample.path)
    assert 0 < picture.width() <= thumbnails.WIDTH
    assert 0 < picture.height() <= thumbnails.HEIGHT
