"""Finding: every text that somebody has written is searched, in reading order, however it is spelt."""

from __future__ import annotations

import pytest

from editor.model.edits.wording import rewrite
from editor.model.journey import Journey
from editor.model.pictures import image_id
from editor.model.records import (
    Card,
    Channel,
    Connection,
    Image,
    Lane,
    Map,
    Note,
    Owner,
    Persona,
    Point,
    Record,
    Stage,
    Step,
)
from editor.model.values import Evidence
from editor.session.finding import FIELDS, hits, in_reading_order, rewritten
from tests.build import PNG, TOUCHPOINTS, journey, with_records

RED, BLUE = image_id(PNG), image_id(PNG + b"!")
EVERYWHERE = with_records(
    journey("Learn: ad > Buy: shop"),
    Map(title="word 1", summary="word 2", goal="word 3", begins="word 4", ends="word 5", team="word 6"),
    Persona("p", "a0", "word 7", "word 8", "word 9"),
    Owner("o", "a0", "word A"),
    Channel("c", "a0", "word B"),
    Lane("l", "a5", "owners", "word C", "word D"),
    Lane("e", "a6", "emotions"),
    Stage("stage-learn", "a0", "word E", ("other", "word F"), "word G"),
    Step("step-learn-1", "a0", "stage-learn", "word H"),
    Card("card-ad", "a0", "lane-touchpoints", "step-learn-1", "word I"),
    Card("card-o", "a0", "l", "step-learn-1", "word J"),
    Point("point", "e", "p", "step-learn-1", 0.5, 0.5, "word K"),
    Connection("link", "card-ad", "card-shop", "next", "word L"),
    Note("note", "a0", "card-ad", "word M"),
)


def test_every_text_is_found_in_reading_order() -> None:
    found = hits(EVERYWHERE, "WORD")
    assert [hit.text[-1] for hit in found] == list("123456789ABCDEFGHIJKLM")
    assert {hit.spans for hit in found} == {((0, 4),)}
    assert [(hit.field, hit.place) for hit in found if hit.key == "stage-learn"] == [
        ("title", None), ("aliases", 1), ("summary", None),
    ]  # fmt: skip


def test_every_kind_that_people_write_on_is_searched() -> None:
    kinds = {type(record) for record in in_reading_order(EVERYWHERE)}
    assert kinds == set(FIELDS) - {Image}, "pictures come with what shows them"
    assert len(list(in_reading_order(EVERYWHERE))) == len(EVERYWHERE)
    for kind, fields in FIELDS.items():
        assert issubclass(kind, Record)  # type: ignore[arg-type]
        assert {field.partition(".")[0] for field in fields} <= set(kind.__dataclass_fields__)
        parts = {part for field in fields if (part := field.partition(".")[2])}
        assert parts <= set(Evidence.__dataclass_fields__)


def pictured() -> Journey:
    """A card and a persona that show one picture, evidence for a card and an emotion."""
    shown, lost = Image(RED, data=PNG, alt="a red shoe"), Image(BLUE, data=PNG + b"!", alt="a blue shoe")
    proof = Evidence("observed", "Shoe diary", "2026-01-02", "interviews about shoes")
    return journey(
        "Learn: ad > Buy: shop",
        Persona("p", "a0", "Ann", image=RED),
        Lane("e", "a6", "emotions"),
        Card("card-new", "b0", TOUCHPOINTS, "step-learn-1", "new", evidence=proof, image=RED),
        Point("point", "e", "p", "step-learn-1", evidence=Evidence("measured", "shoe counter")),
        shown,
        lost,
    )


def test_evidence_and_texts_of_pictures_are_searched_where_they_are_shown() -> None:
    found = [(hit.shown, hit.key, hit.field) for hit in hits(pictured(), "SHOE")]
    assert found == [
        ("p", RED, "alt"),
        ("card-new", "card-new", "evidence.source"),
        ("card-new", "card-new", "evidence.method"),
        ("point", "point", "evidence.source"),
    ]


def test_evidence_and_texts_of_pictures_are_replaced() -> None:
    shop = pictured()
    shop.apply(rewrite(shop, rewritten(shop, hits(shop, "shoe"), "shoe", "boot")))
    proof = shop.one(Card, "card-new").evidence
    assert proof == Evidence("observed", "boot diary", "2026-01-02", "interviews about boots")
    assert shop.one(Image, RED).alt == "a red boot"
    assert shop.one(Image, BLUE).alt == "a blue shoe", "what nobody sees on the map stays as it is"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("می\u200cرود", "میرود"),
        ("میرود", "می\u200cرود"),
        ("كفش", "کفش"),
        ("یک", "يك"),
        ("ŁÓDŹ", "łódź"),
        ("Zażółć", "ZAŻÓŁĆ"),
    ],
)
def test_spelling_makes_no_difference(text: str, words: str) -> None:
    (hit,) = hits(journey("Learn", Note("note", "a0", "stage-learn", f"1 {text} 2")), words)
    assert hit.spans == ((2, 2 + len(text)),)


def test_nothing_is_found_without_words() -> None:
    assert hits(EVERYWHERE, "") == hits(EVERYWHERE, " ") == ()


def test_replacing_rewrites_each_field_and_leaves_the_rest() -> None:
    change = rewrite(EVERYWHERE, rewritten(EVERYWHERE, hits(EVERYWHERE, "word"), "word", "name"))
    after = EVERYWHERE.__class__(
        {**EVERYWHERE.by_id(), **{k: new for k, (_, new) in change.updated.items()}}.values()
    )
    assert [hit.text[-1] for hit in hits(after, "name")] == list("123456789ABCDEFGHIJKLM")
    assert hits(after, "word") == ()
    assert after.one(Stage, "stage-learn").aliases == ("other", "name F")


def test_several_texts_of_one_row_are_replaced_together() -> None:
    shop = journey("Learn", levels=("good word", "so so", "bad word"))
    texts = rewritten(shop, hits(shop, "word"), "word", "mood")
    assert texts == {"map": {"levels": ("good mood", "so so", "bad mood")}}
    assert rewritten(shop, hits(shop, "bad"), "bad", "poor") == {
        "map": {"levels": ("good word", "so so", "poor word")}
    }
