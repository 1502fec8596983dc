"""Icons: the drawn set is whole and in one hand, and bad strings name their icon."""

from __future__ import annotations

import json
from pathlib import Path as File

import pytest

from editor.layout.icons import BADGE_SHARE, GRID, STROKE, badge, circle, glyph, parse

ICONS = File(__file__).parents[2] / "resources" / "icons" / "icons.json"
CHANNELS = [
    "mail",
    "megaphone",
    "web",
    "phone",
    "social",
    "person",
    "store",
    "chat",
    "parcel",
    "card",
    "app",
    "calendar",
    "clipboard",
    "word_of_mouth",
    "newsletter",
    "document",
    "meeting",
    "search",
    "bank",
    "support",
    "sms",
    "tv",
    "kiosk",
    "home",
    "car",
    "hospital",
    "school",
    "gift",
    "star",
    "ticket",
    "map_pin",
    "laptop",
    "truck",
]
TOOLS = [
    "save",
    "open",
    "new",
    "undo",
    "redo",
    "select",
    "curve",
    "connect",
    "note",
    "plus",
    "minus",
    "stage",
    "lane",
    "search",
    "export",
    "zoom_in",
    "zoom_out",
    "fit",
    "fit_width",
    "trash",
    "duplicate",
    "copy",
    "cut",
    "paste",
    "palette",
    "settings",
    "info",
    "warning",
    "chevron_left",
    "chevron_right",
    "chevron_up",
    "chevron_down",
    "close",
    "check",
    "more",
    "eye",
    "eye_off",
    "lock",
    "unlock",
    "drag",
    "persona",
    "owner",
    "history",
    "keyboard",
    "moon",
    "sun",
    "print",
    "image",
    "link",
    "help",
    "outline",
    "inspector",
    "minimap",
    "split",
    "merge",
    "align",
]


def drawn() -> dict[str, list[str]]:
    return json.loads(ICONS.read_text("utf-8"))


def test_every_named_icon_is_drawn() -> None:
    assert set(drawn()) == set(CHANNELS) | set(TOOLS)


@pytest.mark.parametrize("name", sorted(drawn()))
def test_every_icon_parses_and_keeps_its_stroke_on_the_grid(name: str) -> None:
    half = STROKE / 2
    for path in parse(drawn()[name], name):
        box = path.bounds()
        assert box.x >= half
        assert box.y >= half
        assert box.right <= GRID - half
        assert box.bottom <= GRID - half


@pytest.mark.parametrize("name", sorted(drawn()))
def test_every_icon_fills_its_square_without_leaning(name: str) -> None:
    boxes = [path.bounds() for path in parse(drawn()[name], name)]
    box = boxes[0]
    for other in boxes[1:]:
        box = box.united(other)
    assert max(box.w, box.h) >= 12
    assert abs(box.center.x - 12) <= 1.5
    assert abs(box.center.y - 12) <= 1.5


def test_no_two_icons_look_the_same() -> None:
    looks = [tuple(strings) for strings in drawn().values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize(
    "string",
    [
        "",
        "M 1 2",
        "L 1 2 L 3 4",
        "M 1 2 Q 1 2 3 4",
        "M 1 2 L 3",
        "M 1 x L 3 4",
        "M 1 2 L nan 4",
        "M 1 2 3 4",
        "m 1 2 l 3 4",
    ],
)
def test_a_bad_string_names_the_icon(string: str) -> None:
    with pytest.raises(ValueError, match="parcel"):
        parse([string], "parcel")


def test_a_badge_is_a_filled_disc_with_the_icon_in_its_middle() -> None:
    art = badge("plus", parse(drawn()["plus"], "plus"), "#0072b2", "#ffffff")
    disc, *lines = art.shapes
    assert disc.fill == "#0072b2"
    assert disc.path.bounds() == (0, 0, 1, 1)
    assert all(line.stroke and line.stroke.color == "#ffffff" and line.fill is None for line in lines)
    assert all(abs(line.path.bounds().center.x - 0.5) < 1e-9 for line in lines)
    assert lines[0].stroke
    assert lines[0].stroke.width == pytest.approx(STROKE * BADGE_SHARE / GRID)


def test_a_glyph_fills_the_unit_square() -> None:
    art = glyph("minus", parse(["M 0 12 L 24 12"]), "#333333")
    assert art.shapes[0].path.bounds() == (0, 0.5, 1, 0)
    assert art.shapes[0].stroke
    assert art.shapes[0].stroke.cap == "round"


def test_the_same_badge_is_made_once() -> None:
    paths = parse(drawn()["mail"])
    assert badge("mail", paths, "#000000", "#ffffff") is badge("mail", paths, "#000000", "#ffffff")


def test_a_circle_is_round() -> None:
    for x, y in ((c[-2], c[-1]) for c in circle(3, 4, 2).commands if len(c) > 1):
        assert (float(x) - 3) ** 2 + (float(y) - 4) ** 2 == pytest.approx(4)
