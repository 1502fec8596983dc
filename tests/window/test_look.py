"""Style, icons, theme and small parts of the look."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QStyle, QStyleOptionButton

from editor.layout.color import contrast
from editor.window.about import PARTS, About
from editor.window.actions import ROWS
from editor.window.cheat_sheet import CheatSheet
from editor.window.counting import counted
from editor.window.field_small import FlagField
from editor.window.icons import stroke_path
from editor.window.plain import ElidedLabel
from editor.window.room import open_at
from editor.window.segments import Segments
from editor.window.style import palette, sheet
from editor.window.theme import desktop_is_dark
from editor.window.tick_box import TickBox
from editor.window.tokens import DARK, LIGHT

PAIRS = [
    ("ink", "panel"), ("ink", "raised"), ("ink", "field"), ("ink", "hover"), ("muted", "panel"),
    ("muted", "field"), ("muted", "raised"), ("accent_ink", "accent"), ("accent_ink", "accent_hover"),
    ("soft_ink", "soft"), ("link", "panel"), ("danger", "panel"), ("caution", "panel"),
]  # fmt: skip


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_can_be_read_on_their_grounds(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_an_empty_field_says_can_be_read(qtbot, desk, name, field):
    desk.theme.choose(name)
    made = field()
    qtbot.addWidget(made)
    made.ensurePolished()
    color = made.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (color.name(), color.alpha()) == (desk.theme.tokens.muted, 255)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_of_the_focus_can_be_seen(tokens):
    assert contrast(tokens.ring, tokens.panel) >= 3
    assert contrast(tokens.ring, tokens.field) >= 3
    assert contrast(tokens.ring, tokens.desk) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_knows_every_colour_it_names(tokens):
    text = sheet(tokens)
    assert "$" not in text
    assert set(re.findall(r"#[0-9a-f]{6}\b", text)) <= {getattr(tokens, name) for name in tokens._fields}
    assert palette(tokens).window().color() == QColor(tokens.panel)


def test_every_icon_is_drawn_inside_its_grid_and_in_the_ink_of_the_theme(desk):
    for name in desk.icons.names():
        box = stroke_path(desk.icons._all()[name]).boundingRect()
        assert box.left() >= 0.5, name
        assert box.top() >= 0.5, name
        assert box.right() <= 23.5, name
        assert box.bottom() <= 23.5, name
    image = desk.icons.pixmap("save", 20, "#ff0000", 2.0).toImage()
    assert image.width() == 40
    assert any(image.pixelColor(x, 20).red() == 255 for x in range(40))


def test_icons_change_their_ink_with_the_theme(window, desk):
    before = desk.icons.icon("save").pixmap(20).toImage()
    desk.theme.choose("dark")
    after = desk.icons.icon("save").pixmap(20).toImage()
    assert before != after
    with pytest.raises(KeyError):
        desk.icons.icon("no such icon")


def test_the_window_follows_the_desktop_until_somebody_chooses(desk, qapp):
    assert desk.theme.name() == "system"
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert desk.theme.tokens is (DARK if dark else LIGHT)


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_before_it_is_dressed_an_application_tells_by_its_palette_whether_the_desktop_is_dark(tokens):
    undressed = SimpleNamespace(styleSheet=str, palette=lambda: palette(tokens))
    assert desktop_is_dark(undressed) is tokens.dark


def test_the_cheat_sheet_and_about_open_and_name_everything(window):
    keys, about = CheatSheet(window), About(window, window.desk.resources)
    assert {"New map", "Ctrl+N", "Ctrl+K"} <= {part.text() for part in keys.findChildren(QLabel)}
    assert {name for name, _, _ in PARTS} <= {part.text() for part in about.findChildren(QLabel)}
    licences = " ".join(part.toPlainText() for part in about.findChildren(QPlainTextEdit))
    assert "SIL OPEN FONT LICENSE" in licences.upper()
    assert "MIT" in licences


def test_the_cheat_sheet_leaves_out_no_action_that_has_keys(window):
    shown = {part.text() for part in CheatSheet(window).findChildren(QLabel)}
    assert {row.text.replace("&", "").rstrip("…") for row in ROWS if row.keys} <= shown


def test_dialogs_open_within_the_screen(window):
    screen = window.screen().availableGeometry().size()
    sheet_of_keys = CheatSheet(window)
    open_at(sheet_of_keys, 10_000, 300)
    assert sheet_of_keys.width() <= screen.width()
    open_at(sheet_of_keys, 900, 10_000)
    assert sheet_of_keys.height() <= screen.height()


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "1 a"), ("en", 0, "0 b"), ("pl", 1, "1 a"), ("pl", 3, "3 b"), ("pl", 12, "12 c"),
        ("pl", 22, "22 b"), ("fa", 0, "0 a"), ("fa", 2, "2 b"),
    ],
)  # fmt: skip
def test_numbers_take_the_form_of_their_language(monkeypatch, language, count, expected):
    monkeypatch.setattr("editor.window.counting.QCoreApplication.translate", lambda context, text: language)
    assert counted("{n} a|{n} b|{n} c", count) == expected


def test_a_language_with_too_few_forms_uses_its_last():
    assert counted("{n} Karten", 5) == "5 Karten"


def test_long_names_are_shortened_and_whole_in_the_tool_tip(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show_text("a very long name of a map that nobody can read at once.journey")
    assert "…" in label.text()
    assert "journey" in label.toolTip()
    assert label.full_text().endswith(".journey")


def test_segments_choose_one_and_tell(qtbot):
    segments = Segments({"a": "A", "b": "B"}, "a")
    qtbot.addWidget(segments)
    with qtbot.waitSignal(segments.chosen) as told:
        segments.findChildren(QPushButton)[1].click()
    assert told.args == ["b"]
    segments.choose("nothing")
    assert segments.current() == "b"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ticked", [False, True])
def test_the_frame_of_a_box_to_tick_is_seen_on_its_ground(qtbot, tokens, ticked):
    for box in (TickBox("Grey"), FlagField("Locked")):
        qtbot.addWidget(box)
        box.setPalette(palette(tokens))
        box.setAutoFillBackground(True)
        box.setChecked(ticked)
        box.resize(box.sizeHint())
        option = QStyleOptionButton()
        box.initStyleOption(option)
        place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
        image = box.grab().toImage()
        row = [image.pixelColor(x, place.center().y()).name() for x in range(place.width() // 2)]
        assert max(contrast(color, tokens.panel) for color in row) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_is_seen_on_a_segment_that_is_down(qtbot, tokens):
    segments = Segments({"a": "A", "b": "B"}, "a")
    qtbot.addWidget(segments)
    segments.setStyleSheet(sheet(tokens))
    segments.show()
    down = segments.findChildren(QPushButton)[0]
    segments.activateWindow()
    down.setFocus()
    qtbot.waitUntil(down.hasFocus)
    image = segments.grab().toImage()
    assert contrast(image.pixelColor(down.width() // 2, 1).name(), tokens.accent) >= 3
