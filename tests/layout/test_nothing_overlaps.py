"""On every sample and template: no text leaves its box, none overlaps another, nothing leaves the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from editor import RESOURCES, SAMPLES
from editor.files.reading import read
from editor.model.records import Card, Connection, Lane, Stage
from editor.picture.frame import Frame, Picture, Shape
from editor.picture.geometry import Path as Path_
from editor.picture.geometry import Rect
from editor.picture.walk import find, frames, missing_characters, texts
from editor.picture.words import TextBlock
from editor.session.drawing import map_layout

FILES = sorted(SAMPLES.glob("*.journey")) + sorted((RESOURCES / "templates").glob("*.journey"))
SLACK = 0.6
"""Points that rounding may take."""
TIGHT = {"card", "stage", "step", "rail", "badge", "mark", "note", "persona", "title", "legend"}
"""Roles of frames that must hold their own texts entirely."""


@cache
def picture_of(path: Path) -> Picture:
    return map_layout().lay_out(read(path).journey)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def picture(request: pytest.FixtureRequest) -> Picture:
    return picture_of(request.param)


def line_boxes(block: TextBlock, place: Rect) -> Iterator[Rect]:
    """The rectangles of a block's lines on the sheet, as high as the letters usually are."""
    size = block.style.size
    for (x, baseline), line in zip(block.places(), block.shaped.lines, strict=True):
        dx, dy = place.x - block.rect.x, place.y - block.rect.y
        yield Rect(x + dx, baseline + dy - 0.78 * size, line.width * size, 1.0 * size)


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) >= 20


def test_lines_stay_in_their_blocks(picture: Picture) -> None:
    leaving = [
        block.text
        for block, place in texts(picture.root)
        for box in line_boxes(block, place)
        if not inside(box, place)
    ]
    assert leaving == []


def test_blocks_stay_in_their_frames(picture: Picture) -> None:
    leaving = [
        (frame.role, item.text)
        for frame, place in frames(picture.root)
        if frame.role in TIGHT
        for item in frame.items
        if isinstance(item, TextBlock) and not inside(item.rect.moved(place.x, place.y), place)
    ]
    assert leaving == []


def test_no_text_overlaps_another(picture: Picture) -> None:
    boxes = [(box, block.text) for block, place in texts(picture.root) for box in line_boxes(block, place)]
    boxes.sort(key=lambda pair: pair[0].y)
    clashes = [
        (text, other)
        for i, (box, text) in enumerate(boxes)
        for below, other in until(boxes[i + 1 :], box.bottom)
        if box.grown(-SLACK / 2).overlaps(below.grown(-SLACK / 2))
    ]
    assert clashes == []


def until(boxes: list[tuple[Rect, str]], bottom: float) -> Iterator[tuple[Rect, str]]:
    for box, text in boxes:
        if box.y >= bottom:
            return
        yield box, text


def test_cards_do_not_overlap(picture: Picture) -> None:
    cards = sorted(
        (place for frame, place in frames(picture.root) if frame.role == "card"), key=lambda r: r.y
    )
    clashes = [
        (a, b) for i, a in enumerate(cards) for b in cards[i + 1 :] if b.y < a.bottom and a.overlaps(b)
    ]
    assert clashes == []


def test_everything_stands_on_the_sheet(picture: Picture) -> None:
    sheet = Rect(0, 0, picture.width, picture.height)
    outside = [
        (f.role, f.ref)
        for f, place in frames(picture.root)
        if f.role != "segment" and not inside(place, sheet)
    ]
    assert outside == []


def test_lanes_follow_one_another(picture: Picture) -> None:
    lanes = [place for frame, place in frames(picture.root) if frame.role == "lane"]
    assert lanes
    assert all(abs(a.bottom - b.y) < 0.01 for a, b in pairwise(lanes))


def test_every_character_has_a_glyph(picture: Picture) -> None:
    assert missing_characters(picture) == ""


def stages_by_x(picture: Picture) -> list[str]:
    found = [(place.x, frame.ref) for frame, place in frames(picture.root) if frame.role == "stage"]
    return [ref for _, ref in sorted(found)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_time_runs_in_the_direction_of_the_map(path: Path) -> None:

    journey = read(path).journey
    expected = [stage.id for stage in journey.all(Stage)]
    if journey.map.direction == "rtl":
        expected.reverse()
    assert stages_by_x(picture_of(path)) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_card_is_drawn_once(path: Path) -> None:

    drawn = [frame.ref for frame, _ in frames(picture_of(path).root) if frame.role == "card"]
    journey = read(path).journey
    hidden = {lane.id for lane in journey.all(Lane) if lane.hidden}
    assert sorted(drawn) == sorted(card.id for card in journey.all(Card) if card.lane not in hidden)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_second_layout_is_the_first(path: Path) -> None:
    layout, journey = map_layout(), read(path).journey
    first, second = layout.lay_out(journey), layout.lay_out(journey)
    same = {frame.ref: frame for frame in first.root.frames() if frame.role == "lane"}
    again = [frame for frame in second.root.frames() if frame.role == "lane"]
    assert all(isinstance(frame, Frame) and frame.items is same[frame.ref].items for frame in again)
    assert find(second, "map", "map") == find(first, "map", "map")


def runs(path: Path_) -> Iterator[Rect]:
    """The straight runs of a drawn line as thin rectangles."""
    last = (0.0, 0.0)
    for command in path.commands:
        end = (float(command[-2]), float(command[-1]))
        if command[0] == "L":
            xs, ys = sorted((last[0], end[0])), sorted((last[1], end[1]))
            yield Rect(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0]).grown(0.3)
        last = end


def test_connections_cross_no_text(picture: Picture) -> None:
    words = [(box, block.text) for block, place in texts(picture.root) for box in line_boxes(block, place)]
    links = [(f, place) for f, place in frames(picture.root) if f.role == "connection"]
    clashes = [
        (frame.ref, text)
        for frame, place in links
        for item in frame.items[:1]
        if isinstance(item, Shape)
        for run in runs(item.path)
        for box, text in words
        if text != frame.label and run.moved(place.x, place.y).overlaps(box)
    ]
    assert clashes == []


def test_every_connection_is_drawn_with_its_words(path_and_picture: tuple[Path, Picture]) -> None:
    path, picture = path_and_picture
    journey = read(path).journey
    drawn = {frame.ref: frame for frame, _ in frames(picture.root) if frame.role == "connection"}
    assert set(drawn) == {connection.id for connection in journey.all(Connection)}
    wordless = [c.id for c in journey.all(Connection) if c.text and c.text not in drawn[c.id].label]
    assert wordless == []
    unwritten = [
        ref
        for ref, f in drawn.items()
        if f.label and not any(isinstance(item, TextBlock) for item in f.items)
    ]
    assert unwritten == []


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path_and_picture(request: pytest.FixtureRequest) -> tuple[Path, Picture]:
    return request.param, picture_of(request.param)
