"""Settings and catalogue: what is remembered, and what a glance at a file tells."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from editor.files.format import dumps
from editor.window.catalogue import folded, glance, recent_tile, stage_count
from editor.window.key_places import latin_letter
from editor.window.segments import Segments
from editor.window.settings import MOST_PLACES, MOST_RECENT, Place, Settings
from tests.build import journey
from tests.window.desk import SAMPLES


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(tmp_path / "safar.json")


def test_settings_are_there_again_the_next_day(settings, tmp_path):
    settings.set_theme("dark")
    settings.set_shown("minimap", False)
    settings.set_shape("window", QByteArray(b"\x01\x02"))
    settings.flush()
    again = Settings(tmp_path / "safar.json")
    assert again.theme() == "dark"
    assert not again.shown("minimap")
    assert again.shown("outline")
    assert again.shape("window") == QByteArray(b"\x01\x02")
    assert again.shape("panels").isEmpty()


@pytest.mark.parametrize(
    "garbage",
    [
        '{"theme": "purple", "recent": "x", "shape/window": 7, "places": 1, "open": [1, ["a"]]}',
        "]]]\x00\xff",
        "[]",
        "[" * 100_000,
        '{"places": {"/a.journey": [1, "2", 3]}, "open": 7, "recent": [7, ""]}',
        '{"export": 7}',
        '{"export": {"paper": 4}}',
    ],
)
def test_garbage_in_the_settings_means_the_usual(qapp, tmp_path, garbage):
    file = tmp_path / "safar.json"
    file.write_text(garbage, encoding="utf-8")
    settings = Settings(file)
    assert settings.theme() == "system"
    assert settings.recent() == ()
    assert settings.shape("window").isEmpty()
    assert settings.place(Path("/a.journey")) is None
    assert settings.open_maps() == ()
    assert settings.reopens()
    assert settings.export_choices() == {}


def test_settings_are_written_aside_by_the_safe_writer(settings, tmp_path, qtbot, monkeypatch):
    threads = []
    monkeypatch.setattr(
        "editor.files.writing.os.fsync", lambda descriptor: threads.append(threading.current_thread())
    )
    settings.set_theme("dark")
    settings.set_theme("light")
    assert not (tmp_path / "safar.json").exists()
    qtbot.waitUntil((tmp_path / "safar.json").exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(threads) >= 2, timeout=10_000)
    assert threading.main_thread() not in threads
    assert Settings(tmp_path / "safar.json").theme() == "light"


def test_two_programs_keep_what_the_other_has_set(settings, tmp_path):
    other = Settings(tmp_path / "safar.json")
    settings.set_theme("dark")
    other.set_shown("minimap", False)
    settings.flush()
    other.flush()
    again = Settings(tmp_path / "safar.json")
    assert (again.theme(), again.shown("minimap")) == ("dark", False)


def test_settings_that_cannot_be_written_are_told_and_tried_again(settings, tmp_path):
    told = []
    settings.failed.connect(told.append)
    (tmp_path / "safar.json").mkdir()
    settings.set_theme("dark")
    settings.flush()
    assert "It is a folder" in str(told[0])
    (tmp_path / "safar.json").rmdir()
    settings.flush()
    assert Settings(tmp_path / "safar.json").theme() == "dark"
    blocked = Settings(tmp_path / "safar.json" / "below.json")
    blocked.failed.connect(told.append)
    blocked.set_theme("dark")
    blocked.flush()
    assert len(told) == 2


def test_places_are_remembered_for_the_maps_seen_last(settings, tmp_path):
    paths = [tmp_path / f"{number}.journey" for number in range(MOST_PLACES + 1)]
    for path in paths:
        settings.set_place(path, Place(1.5, 10.0, 20.0))
    settings.set_place(paths[2], None)
    settings.flush()
    again = Settings(tmp_path / "safar.json")
    assert [again.place(path) for path in paths[:4]] == [None, Place(1.5, 10, 20), None, Place(1.5, 10, 20)]


def test_recent_maps_are_few_unique_and_newest_first(settings, tmp_path):
    paths = [tmp_path / f"{number}, ä ب.journey" for number in range(MOST_RECENT + 3)]
    for path in (*paths, paths[-2]):
        settings.remember(path)
    assert settings.recent()[:2] == (paths[-2], paths[-1])
    assert len(settings.recent()) == MOST_RECENT
    settings.forget(paths[-1])
    assert paths[-1] not in settings.recent()


def test_one_recent_map_is_one_path(settings, tmp_path):
    settings.remember(tmp_path / "a.journey")
    settings.flush()
    assert Settings(tmp_path / "safar.json").recent() == (tmp_path / "a.journey",)


def test_a_glance_tells_title_and_stages(tmp_path):
    file = tmp_path / "a.journey"
    file.write_bytes(dumps(journey("Learn: ad > Buy: shop", title="Shoes").records()))
    fields, stages = glance(file)
    assert fields["title"] == "Shoes"
    assert stage_count(stages) == "2 stages"


def test_every_sample_is_known_at_a_glance():
    for file in SAMPLES.glob("*.journey"):
        fields, stages = glance(file)
        assert fields["title"]
        assert stages >= 5


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"{\n[[[[", b"\xff\xfe\n\xff", b'{\n["kind"],\n', b"x" * 300_000]
)
def test_a_glance_at_a_broken_file_tells_nothing(tmp_path, content):
    file = tmp_path / "broken.journey"
    file.write_bytes(content)
    assert glance(file) == ({}, 0)
    assert recent_tile(file).title == "broken"


def test_a_glance_at_nothing_tells_nothing(tmp_path):
    assert glance(tmp_path / "gone.journey") == ({}, 0)
    assert glance(tmp_path) == ({}, 0)


def test_folding_makes_spellings_equal():
    assert folded("ÉTAPE Łódź") == folded("etape lodz")
    assert folded("كيفيت") == folded("کیفیت")
    assert folded("نگه‌داشتن") == folded("نگهداشتن")


def test_letters_stand_where_a_us_keyboard_has_them():
    assert [latin_letter(code) for code in (24, 33, 38, 52, 58, 36, 0)] == ["Q", "P", "A", "Z", "M", "", ""]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_segments_are_round_at_their_outer_corners(qtbot, direction):
    QApplication.setLayoutDirection(direction)
    try:
        segments = Segments({"a": "A", "b": "B", "c": "C"}, "a")
        qtbot.addWidget(segments)
        segments.show()
        buttons = sorted(segments.findChildren(QPushButton), key=lambda button: button.x())
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert [button.property("place") for button in buttons] == ["first", "middle", "last"]
