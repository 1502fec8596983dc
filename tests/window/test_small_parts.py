"""Settings and catalogue: what is remembered, and what a glance at a file tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from editor.files.format import dumps
from editor.window.catalogue import folded, glance, recent_tile, stage_count
from editor.window.key_places import latin_letter
from editor.window.settings import MOST_RECENT, Settings
from tests.build import journey
from tests.window.desk import SAMPLES


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(tmp_path / "safar.ini")


def test_settings_are_there_again_the_next_day(settings, tmp_path):
    settings.set_theme("dark")
    settings.set_shown("minimap", False)
    settings.set_shape("window", QByteArray(b"\x01\x02"))
    again = Settings(tmp_path / "safar.ini")
    assert again.theme() == "dark"
    assert not again.shown("minimap")
    assert again.shown("outline")
    assert again.shape("window") == QByteArray(b"\x01\x02")
    assert again.shape("panels").isEmpty()


@pytest.mark.parametrize(
    "garbage", ["[window]\ntheme=purple\n", "]]]\x00\xff", "[files]\nrecent=\n[shape]\nwindow=7\n"]
)
def test_garbage_in_the_settings_means_the_usual(qapp, tmp_path, garbage):
    file = tmp_path / "safar.ini"
    file.write_text(garbage, encoding="utf-8")
    settings = Settings(file)
    assert settings.theme() == "system"
    assert settings.recent() == ()
    assert settings.shape("window").isEmpty()


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
    assert Settings(tmp_path / "safar.ini").recent() == (tmp_path / "a.journey",)


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
