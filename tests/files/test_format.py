"""The canonical form: what stands where, and what survives."""

from __future__ import annotations

import json
import subprocess
from dataclasses import fields, replace
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from editor.files.format import dumps, line
from editor.files.reading import loads
from editor.files.shapes import KINDS, SHAPES
from editor.model.pictures import image_id
from editor.model.records import Card, Image, Map, Owner, Point, Record, Stage, Step, Unknown
from editor.model.values import Evidence, Opportunity, Pain
from tests.build import EMOTIONS, PNG, TOUCHPOINTS, journey, records, with_curve, with_records
from tests.random_journeys import random_map

FORMAT_PAGE = Path(__file__).parents[2] / "editor" / "files" / "FORMAT.md"


def reopened(content: bytes) -> bytes:
    return dumps(loads(content, "a.journey").journey.records())


def test_the_file_as_people_see_it() -> None:
    content = dumps(records("Buy: pay", title="Schuhe “ü”"))
    assert content.decode() == (
        '{"format":"safar-journey","format_version":1,"records":[\n'
        '{"id":"map","kind":"map","title":"Schuhe “ü”"},\n'
        '{"id":"stage-buy","kind":"stage","order":"a0","title":"Buy"},\n'
        '{"id":"step-buy-1","kind":"step","order":"a0","stage":"stage-buy"},\n'
        '{"id":"lane-touchpoints","kind":"lane","lane_kind":"touchpoints","order":"a0"},\n'
        '{"id":"card-pay","kind":"card","lane":"lane-touchpoints","order":"a0","step":"step-buy-1","text":"pay"}\n'
        "]}\n"
    )


def test_it_is_one_json_document_with_sorted_keys() -> None:
    content = dumps(records("Buy: pay"))
    document = json.loads(content)
    assert list(document) == sorted(document)
    assert all(list(record) == sorted(record) for record in document["records"])


def test_one_edit_changes_one_line() -> None:
    before = journey("Learn: ad > Buy: pay")
    after = with_records(before, Card("card-ad", "a0", TOUCHPOINTS, "step-learn-1", "poster"))
    old, new = (dumps(shop.records()).decode().splitlines() for shop in (before, after))
    assert [(one, other) for one, other in zip(old, new, strict=True) if one != other] == [
        (line(before.get("card-ad")), line(after.get("card-ad")).removesuffix(","))
    ] or len([1 for one, other in zip(old, new, strict=True) if one != other]) == 1


def test_unknown_fields_survive_everywhere() -> None:
    extra = (("mood", '{"b":[1,2.5,null,"ą"]}'), ("weight", "3"))
    inside = Evidence("observed", extra=extra)
    card = Card(
        "card-x", "a9", TOUCHPOINTS, "step-buy-1", "x", evidence=inside, pain=Pain(extra=extra), extra=extra
    )
    shop = journey("Buy: pay", card)
    again = loads(dumps(shop.records()), "a.journey").journey
    assert again == shop
    assert '"mood":{"b":[1,2.5,null,"ą"]}' in line(again.get("card-x"))


def test_unknown_kinds_survive_and_stand_last() -> None:
    metric = Unknown("metric-1", "metric", '{"stage":"stage-buy","value":[1,{"x":0.5}]}')
    shop = journey("Buy: pay", metric, Unknown("a-1", "budget"))
    content = dumps(shop.records())
    assert content.decode().splitlines()[-3:-1] == [
        '{"id":"a-1","kind":"budget"},',
        '{"id":"metric-1","kind":"metric","stage":"stage-buy","value":[1,{"x":0.5}]}',
    ]
    assert reopened(content) == content


def test_unknown_fields_of_the_header_survive() -> None:
    content = dumps(records("Buy: pay"))
    more = content.replace(b'"records":', b'"made_by":"Excel","records":').replace(
        b"]}", b'],"zebra":{"a":1}}'
    )
    assert reopened(more) == more
    assert more != content


def test_any_json_with_the_same_content_is_read() -> None:
    content = dumps(with_curve(journey("Learn: ad, search > Buy: pay"), [1, 0, -1]).records())
    document = json.loads(content)
    document["records"].reverse()
    for record in document["records"]:
        if record["kind"] == "card":
            record |= {"span": 1, "owner": "", "evidence": None, "personas": [], "moment_of_truth": False}
    pretty = "\ufeff" + json.dumps(document, indent=2, ensure_ascii=True)
    assert reopened(pretty.encode()) == content
    assert reopened(pretty.replace("\n", "\r\n").encode()) == content


def test_whole_numbers_stand_for_fractions() -> None:
    point = Point("point-x", EMOTIONS, "persona-ava", "step-buy-1", 1, -1)
    shop = with_records(
        with_curve(journey("Buy: pay"), []), point, Step("step-buy-1", "a0", "stage-buy", width=90)
    )
    content = dumps(shop.records())
    assert b'"value":-1.0' in content
    assert b'"width":90.0' in content
    assert reopened(content) == content
    assert reopened(content.replace(b"-1.0", b"-1").replace(b"90.0", b"90")) == content


def test_texts_are_cleaned_when_they_are_read() -> None:
    content = dumps(records("Buy: pay"))
    for dirty, clean in [
        ('"pay\\tnow"', "pay now"), ('"pay\\r\\nnow"', "pay\nnow"), ('"pa\\u00ady"', "pay"),
        ('"pa\u00ady"', "pay"),
        ('"e\u0301\u2028"', "é\n"), ('"\\u0000pay\u007f"', "pay"), ('"pay\\/\\\\\\""', 'pay/\\"'),
    ]:  # fmt: skip
        read = loads(content.replace(b'"pay"', dirty.encode()), "a.journey").journey
        assert read.one(Card, "card-pay").text == clean


def test_combining_letters_are_composed_among_clean_ones() -> None:
    content = dumps(journey("Buy: pay, \u0634\u0641", title="ó").records())
    assert loads(content.replace("ó".encode(), "o\u0301".encode()), "a").journey.map.title == "ó"


def test_pictures_are_base64_named_by_their_content() -> None:
    picture = Image(image_id(PNG), data=PNG, alt="red")
    shop = journey("Buy: pay", picture)
    content = dumps(shop.records())
    assert loads(content, "a.journey").journey.get(picture.id) == picture
    assert f'"id":"{picture.id}"'.encode() in content


def test_small_values() -> None:
    card = Card(
        "card-x", "", TOUCHPOINTS, "step-buy-1", span=2, personas=("persona-ava",),
        evidence=Evidence("measured", "survey", "2025-03-21", "interviews"), pain=Pain("driver", 3),
        opportunity=Opportunity("high", "low"), moment_of_truth=True, initiator="firm",
    )  # fmt: skip
    hurting = Card("card-z", "", TOUCHPOINTS, "step-buy-1", pain=Pain("friction", 2))
    twinging = replace(hurting, id="card-w", pain=Pain())
    plain = Card("card-y", "", TOUCHPOINTS, "step-buy-1", evidence=Evidence(), pain=Pain())
    shop = with_records(with_curve(journey("Buy: pay, wait"), [1]), card, plain, hurting, twinging)
    content = dumps(shop.records())
    assert loads(content, "a.journey").journey == shop
    assert '"evidence":{},' in line(plain)
    assert reopened(content) == content


@pytest.mark.parametrize("seed", range(60))
def test_lines_made_together_are_those_made_one_by_one(seed: int) -> None:
    shop = random_map(Random(seed))
    strange = [
        Point("point-x", at=1, value=-1, evidence=Evidence(extra=(("mood", "3"),))),
        Card("card-%s", text='"%s"\n', moment_of_truth=seed % 2 == 0, span=1 + seed % 3, initiator="firm"),
        Card("card-y", text="y", extra=(("odd", "[1]"),)),
        Image("image-x", data=b""),
        Step("step-x", width=None if seed % 3 else 90),
    ]
    every = [*shop.records(), *strange]
    Random(seed).shuffle(every)
    made = [text.removesuffix(",") for text in dumps(every).decode().splitlines()[1:-1]]
    assert sorted(made) == sorted(map(line, every))


def test_records_made_while_reading_are_like_any_others() -> None:
    read = loads(dumps(records("Buy: pay")), "a.journey").journey
    card = read.one(Card, "card-pay")
    assert type(card) is Card
    assert card == Card("card-pay", "a0", TOUCHPOINTS, "step-buy-1", "pay")
    assert hash(card) == hash(Card("card-pay", "a0", TOUCHPOINTS, "step-buy-1", "pay"))
    with pytest.raises(AttributeError):
        card.text = "x"  # type: ignore[misc]


def test_every_kind_has_a_shape() -> None:
    assert {*KINDS, Unknown} == set(get_args(Record))
    for kind in KINDS:
        assert [*(field.name for field in SHAPES[kind.kind].fields), "extra"] == [
            f.name for f in fields(kind)
        ]


def test_the_page_about_the_format_names_every_field_and_its_example_is_true() -> None:
    page = FORMAT_PAGE.read_text("utf-8")
    for shape in SHAPES.values():
        row = next(row for row in page.splitlines() if row.startswith(f"| `{shape.made.kind}` |"))  # type: ignore[attr-defined]
        assert all(field.name in row for field in shape.fields if field.name != "id"), row
    example = page.split("```")[1].strip() + "\n"
    assert reopened(example.encode()).decode() == example


def test_two_files_differ_by_the_lines_that_changed(tmp_path: Path) -> None:
    one, other = tmp_path / "one.journey", tmp_path / "other.journey"
    one.write_bytes(dumps(records("Buy: pay")))
    other.write_bytes(
        dumps([*records("Buy: pay"), Owner("owner-1"), Stage("stage-x"), Step("s", stage="stage-x")])
    )
    found = subprocess.run(["diff", one, other], capture_output=True, text=True, check=False).stdout
    assert found.count("\n> ") == 3
    assert "< " not in found


def test_a_map_record_may_have_another_id() -> None:
    assert reopened(dumps([Map("m-1")])) == dumps([Map("m-1")])
