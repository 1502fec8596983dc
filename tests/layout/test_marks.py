"""What tells things apart besides colour: owners' tags, broken lines, bars; and people's own pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from editor.layout.looks import CURVES
from editor.layout.owner_tags import owner_marks
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import Card, Channel, Image, Lane, Map, Owner, Persona, Point, Record
from editor.model.values import Opportunity
from editor.picture.frame import Bitmap, Box, Frame, Picture, Shape
from editor.picture.walk import frames, texts
from tests.build import PNG, journey, records
from tests.layout.build import fixed_layout

PICTURE = Image(image_id(PNG), data=PNG, alt="a dot")
LANE = "lane-touchpoints"


def named(*names: str, **initials: str) -> list[Owner]:
    return [Owner(f"o{n}", f"a{n}", name, initials=initials.get(f"o{n}", "")) for n, name in enumerate(names)]


def marks(*names: str, **initials: str) -> list[str]:
    return list(owner_marks(named(*names, **initials)).values())


def test_owners_are_marked_by_their_initials() -> None:
    assert marks("Marketing", "Web shop", "Quality and safety", "") == ["M", "W\u200cS", "Q\u200cS", "4"]
    assert marks("بازاریابی", "گروه دیجیتال") == ["ب", "گ\u200cد"]


def test_no_two_owners_have_the_same_mark() -> None:
    assert marks("Marketing", "Market", "Mail", "mail") == ["M", "M\u200ca", "M\u200ci", "M\u200cl"]
    assert marks("A", "A", "A") == ["A", "2", "3"]
    assert len({*marks(*["Same name"] * 40)}) == 40


def test_own_initials_go_before() -> None:
    assert marks("Marketing", "Mail", o1="M") == ["M\u200ca", "M"]


def laid_out(
    *more: Record, spec: str = "Learn: ad > Buy: pay", rtl: bool = False, **sheet: object
) -> Picture:
    direction = "rtl" if rtl else "ltr"
    base = [r for r in records(spec) if not isinstance(r, Map)]
    changed = {record.id for record in more}
    kept = [r for r in base if r.id not in changed]
    return fixed_layout().lay_out(Journey([Map(direction=direction, **sheet), *kept, *more]))  # type: ignore[arg-type]


def card(**fields: object) -> Card:
    known = next(r for r in records("Learn: ad > Buy: pay") if isinstance(r, Card) and r.text == "ad")
    return replace(known, **fields)  # type: ignore[arg-type]


def frame_of(picture: Picture, ref: str, role: str = "") -> Frame:
    return next(f for f, _ in frames(picture.root) if f.ref == ref and role in ("", f.role))


def tags(frame: Frame) -> list[Frame]:
    return [f for f in frame.frames() if f.role == "badge"]


@pytest.mark.parametrize("rtl", [False, True])
def test_a_card_shows_whose_it_is_at_its_trailing_end(rtl: bool) -> None:
    picture = laid_out(Owner("o1", name="Web shop"), card(owner="o1"), rtl=rtl)
    found = frame_of(picture, "card-ad")
    (tag,) = tags(found)
    assert tag.label == "Web shop"
    assert [block.text for block, _ in texts(tag)] == ["W\u200cS"]
    assert tag.x < 12 if rtl else tag.x + tag.w > found.w - 12
    assert found.h == frame_of(picture, "card-pay").h


def test_a_tag_goes_below_words_that_leave_no_room() -> None:
    short, long = "ad", "x" * 17
    heights = []
    for text in (short, long):
        found = frame_of(laid_out(Owner("o1", name="Web"), card(owner="o1", text=text)), "card-ad")
        heights.append(found.h)
        (tag,) = tags(found)
        words = next(block for block, _ in texts(found) if block.text == text)
        assert tag.y + tag.h <= found.h
        if text == long and found.h > heights[0]:
            assert tag.y >= words.rect.bottom
    assert heights[0] <= heights[1]


def test_a_card_without_words_or_with_a_foot_has_its_tag_too() -> None:
    for fields in ({"text": ""}, {"opportunity": Opportunity()}, {"personas": ("p1",)}):
        people = (Persona("p1", name="Nina Hart"), Owner("o1", name="Web"))
        found = frame_of(laid_out(*people, card(owner="o1", **fields)), "card-ad")
        labels = [tag.label for tag in tags(found)]
        assert "Web" in labels
        assert all(tag.y >= 0 and tag.y + tag.h <= found.h + 0.01 for tag in tags(found))


def test_the_legend_explains_the_tags() -> None:
    picture = laid_out(Owner("o1", name="Web shop"), Owner("o2", name="Mail"))
    shown = [block.text for block, _ in texts(picture.root)]
    assert shown.index("W\u200cS") == shown.index("Web shop") + 1
    assert shown.index("M") == shown.index("Mail") + 1


def test_a_channel_s_own_picture_stands_in_place_of_its_icon() -> None:
    picture = laid_out(PICTURE, Channel("c1", name="Club", icon="mail", image=PICTURE.id), card(channel="c1"))
    sign = next(f for f in frame_of(picture, "card-ad").frames() if f.role == "sign")
    assert [item.digest for item in sign.items if isinstance(item, Bitmap)] == [PICTURE.id]
    assert sign.label == "a dot"


@pytest.mark.parametrize("rtl", [False, True])
def test_the_logo_stands_across_from_the_title(rtl: bool) -> None:
    picture = laid_out(PICTURE, rtl=rtl, logo=PICTURE.id, title="Shoes")
    title = frame_of(picture, "map", "title")
    (logo,) = title.frames()
    assert logo.x == (0 if rtl else title.w - logo.w)
    words = next(block for block, _ in texts(title))
    assert not words.rect.overlaps(logo_rect(logo))


def logo_rect(logo: Frame) -> object:
    from editor.picture.geometry import Rect

    return Rect(logo.x, logo.y, logo.w, logo.h)


def test_a_persona_s_picture_fills_a_disc() -> None:
    picture = laid_out(PICTURE, Persona("p1", name="Nina", image=PICTURE.id))
    portrait = next(f for f in frame_of(picture, "p1").frames() if f.role == "portrait")
    assert portrait.clip is not None
    (photo,) = portrait.items
    assert isinstance(photo, Bitmap)
    assert min(photo.rect.w, photo.rect.h) == pytest.approx(portrait.w)


@pytest.mark.parametrize("kind", ["actions", "pain_points", "emotions"])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_lane_wears_its_colour(kind: str, rtl: bool) -> None:
    plain, worn = (
        frame_of(laid_out(Lane("lane-x", "b0", kind, "Own", color=color), rtl=rtl), "lane-x", "lane")
        for color in ("", "#ff0000")
    )
    assert "#ff0000" not in {item.fill for item in plain.items if isinstance(item, Box)}
    bar = next(item for item in worn.items if isinstance(item, Box) and item.fill == "#ff0000")
    assert bar.rect.x > worn.w - 5 if rtl else bar.rect.x < 5


def test_pains_wear_the_colour_of_their_lane() -> None:
    lane = Lane("lane-x", "b0", "pain_points", "Own", color="#00aa00")
    hurt = card(id="card-x", lane="lane-x", text="hurts")
    fills = {i.fill for i in frame_of(laid_out(lane, hurt), "card-x").items if isinstance(i, Box)}
    assert "#00aa00" in fills


def test_levels_wear_their_colours() -> None:
    lane, nina = Lane("lane-x", "b0", "emotions", "Feels"), Persona("p1", name="Nina")
    points = [
        Point(f"q{n}", "lane-x", "p1", step.id, 0.5, 1.0 - 2 * n)
        for n, step in enumerate(journey("Learn: ad > Buy: pay").columns())
    ]
    picture = laid_out(lane, nina, *points, level_colors=("#7a1fa2", "", "", "", "#005a41"))
    assert {first_ink(frame_of(picture, "q0")), first_ink(frame_of(picture, "q1"))} == {"#7a1fa2", "#005a41"}
    dots = [
        f for f, _ in frames(picture.root) if f.role == "level" and any(isinstance(i, Box) for i in f.items)
    ]
    assert len(dots) == 2


def first_ink(frame: Frame) -> str:
    from editor.picture.frame import Symbol

    face = next(item for item in frame.items if isinstance(item, Symbol))
    stroke = face.art.shapes[0].stroke
    assert stroke is not None
    return stroke.color


def test_the_curves_of_four_personas_are_broken_in_four_ways() -> None:
    lane = Lane("lane-x", "b0", "emotions", "Feels")
    people = [Persona(f"p{n}", f"a{n}", f"Nina {n}") for n in range(4)]
    points = [
        Point(f"q{n}{step.id}", "lane-x", f"p{n}", step.id, 0.5, n / 4)
        for n in range(4)
        for step in journey("Learn: ad > Buy: pay").columns()
    ]
    picture = laid_out(lane, *people, *points)
    dashes = [dash for person in people for dash in set(dashes_of(frame_of(picture, person.id, "curve")))]
    assert dashes == list(CURVES)


def dashes_of(curve: Frame) -> Iterator[tuple[float, ...]]:
    for segment in curve.frames():
        if segment.role == "segment":
            yield from (i.stroke.dash for i in segment.items if isinstance(i, Shape) and i.stroke is not None)
