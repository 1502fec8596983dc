"""What is odd in a journey that can be shown all the same."""

from __future__ import annotations

import pytest

from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import Card, Image, Lane, Map, Persona, Point, Record
from editor.model.validity import check, is_right_to_left
from tests.build import EMOTIONS, PNG, TOUCHPOINTS, connection, journey, with_curve, with_records


def codes(shop: Journey) -> list[tuple[str, str]]:
    return [(problem.code, problem.id) for problem in check(shop)]


def shop(*more: Record, **of_map: object) -> Journey:
    return with_records(with_curve(journey("Learn: ad > Buy: pay", **of_map), [1, 0]), *more)


def test_a_good_map_has_no_problem() -> None:
    assert check(shop()) == []


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ([Card("card-x", "", TOUCHPOINTS, "step-buy-1", span=2)], "span", "card-x"),
        ([Card("card-x", "", EMOTIONS, "step-buy-1")], "card-on-curve", "card-x"),
        ([Point("point-x", TOUCHPOINTS, "persona-ava", "step-buy-1")], "point-off-curve", "point-x"),
        ([Point("point-x", EMOTIONS, "persona-ava", "step-buy-1")], "same-place", "point-x"),
        ([Persona("persona-x", "a9", "Ava")], "same-name", "persona-x"),
        (
            [
                Persona("persona-bo"),
                Lane("lane-bo", "b", persona="persona-bo"),
                Card("card-x", "", "lane-bo", "step-buy-1", personas=("persona-ava",)),
            ],
            "persona",
            "card-x",
        ),
        ([connection("card-ad", "card-pay"), connection("card-ad", "card-pay", text="x")], "", ""),
        ([Image(image_id(PNG), data=PNG)], "unused", image_id(PNG)),
    ],
)
def test_problems_are_found(more: list[Record], code: str, place: str) -> None:
    assert codes(shop(*more)) == ([(code, place)] if code else [])


def test_a_picture_that_is_shown() -> None:
    image = Image(image_id(PNG), data=PNG)
    card = Card("card-x", "", TOUCHPOINTS, "step-buy-1", image=image.id)
    assert codes(shop(image, card)) == []


def test_two_connections_of_one_kind() -> None:
    twin = connection("card-ad", "card-pay")
    assert codes(shop(twin, type(twin)("connection-x", "card-ad", "card-pay"))) == [
        ("same-way", "connection-x")
    ]


def test_problems_of_the_map_itself() -> None:
    assert codes(shop(language="fa")) == [("direction", "map")]
    assert codes(shop(language="fa", direction="rtl")) == []
    assert codes(shop(direction="rtl")) == [("direction", "map")]
    assert codes(shop(reviewed="2025-03-21", next_review="2025-03-20")) == [("review", "map")]
    assert codes(Journey([Map()])) == [("no-stage", "map"), ("no-lane", "map")]


def test_problems_are_sentences() -> None:
    problems = check(with_records(shop(language="fa"), Persona("persona-x", "a9", "Ava")))
    assert [problem.template.format(**problem.details) for problem in problems] == [
        "The map does not run the way fa is written.",
        "Two personas are called Ava.",
    ]


@pytest.mark.parametrize(
    ("language", "expected"), [("fa", True), ("AR-EG", True), ("pl", False), ("fan", False)]
)
def test_languages(language: str, expected: bool) -> None:
    assert is_right_to_left(language) == expected
