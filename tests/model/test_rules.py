"""What the fields of records may hold."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, get_args

import pytest

from editor.model import rules
from editor.model.pictures import LARGEST, image_id, size
from editor.model.records import (
    Card,
    Connection,
    Image,
    Lane,
    Map,
    Owner,
    Point,
    Record,
    Stage,
    Step,
    Unknown,
)
from editor.model.references import references
from editor.model.values import Evidence, Opportunity, Pain
from tests.build import PNG

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108000300040301220002110103110100")


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Owner(""), "id"),
        (Owner("a b"), "id"),
        (Owner("-a"), "id"),
        (Owner("a|b"), "id"),
        (Owner("x" * 65), "id"),
        (Owner("o\n"), "id"),
        (Owner("o", order="a-"), "order"),
        (Owner("o", order="a" * 101), "order"),
        (Owner("o", color="red"), "color"),
        (Owner("o", color="#FFFFFF"), "color"),
        (Owner("o", name="a\tb"), "name"),
        (Owner("o", name="e\u0301"), "name"),
        (Owner("o", name="x" * 20_001), "name"),
        (Map(language=""), "language"),
        (Map(language="en_GB"), "language"),
        (Map(direction="up"), "direction"),
        (Map(reviewed="21.3.2025"), "reviewed"),
        (Map(reviewed="2025-02-30"), "reviewed"),
        (Map(reviewed="20250321"), "reviewed"),
        (Map(next_review="soon"), "next_review"),
        (Map(theme="../x"), "theme"),
        (Map(levels=("one",)), "levels"),
        (Map(levels=("a",) * 11), "levels"),
        (Map(levels=("a", "b\r")), "levels"),
        (Stage("s", aliases=("a\x00",)), "aliases"),
        (Step("s", width=0.5), "width"),
        (Step("s", width=float("inf")), "width"),
        (Lane("l", height=float("nan")), "height"),
        (Lane("l", lane_kind="cards"), "lane_kind"),
        (Card("c", span=0), "span"),
        (Card("c", span=1001), "span"),
        (Card("c", initiator="boss"), "initiator"),
        (Card("c", personas=("p", "p")), "personas"),
        (Card("c", evidence=Evidence("sure")), "evidence"),
        (Card("c", evidence=Evidence(date="x")), "evidence"),
        (Card("c", pain=Pain("ache")), "pain"),
        (Card("c", pain=Pain(severity=4)), "pain"),
        (Card("c", opportunity=Opportunity(impact="huge")), "opportunity"),
        (Point("p", at=1.5), "at"),
        (Point("p", value=-1.5), "value"),
        (Connection("c", connection_kind="maybe"), "connection_kind"),
        (Image("i", media_type="image/svg+xml"), "media_type"),
        (Image("image-0000000000000000", data=PNG), "data"),
        (Image(image_id(b"x"), data=b"x"), "data"),
        (Image(image_id(PNG), "image/jpeg", PNG), "data"),
    ],
)
def test_bad_values_are_named(record: Record, field: str) -> None:
    fault = rules.fault(record)
    assert fault is not None
    assert fault.field == field
    assert fault.problem.format(**fault.details)
    assert len(str(fault.details["value"])) <= 60


@pytest.mark.parametrize(
    "record",
    [
        Owner("A.b_c-1", color="#0072b2", order="Zz0", name="Łódź\nتهران"),
        Map(language="fa-IR", direction="rtl", reviewed="2024-02-29", levels=("a", "b")),
        Step("s", width=20.0),
        Card("c", span=3, evidence=Evidence("measured", "survey", "2025-01-01"), pain=Pain("driver", 3)),
        Point("p", at=1.0, value=-1.0),
        Image(image_id(PNG), data=PNG),
        Image(image_id(JPEG), "image/jpeg", JPEG),
        Unknown("metric-1", "metric", '{"a":1}'),
    ],
)
def test_good_values_pass(record: Record) -> None:
    assert rules.fault(record) is None


def test_new_records_keep_every_rule() -> None:
    for kind in get_args(Record):
        if kind is not Image:
            assert rules.fault(kind("x")) is None, kind


def test_every_field_has_a_rule_or_needs_none() -> None:
    free = {
        "id",
        "extra",
        "unknown_kind",
        "fields",
        "collapsed",
        "hidden",
        "locked",
        "moment_of_truth",
        "data",
    }
    for kind in get_args(Record):
        names = {field.name for field in fields(kind)}
        named = {reference.field for reference in references(kind)}
        assert names == set(rules.RULES[kind]) | named | (free & names), kind


def test_many_values_are_looked_at_together() -> None:
    assert rules.all_identifiers(["a", "b-1"])
    assert not rules.all_identifiers(["a", "b\nc"])
    assert not rules.all_identifiers(["a", ""])
    assert rules.all_identifiers([])
    assert rules.all_short(["a", "b"])
    assert not rules.all_short(["a" * 20_001])


def test_sizes_of_pictures() -> None:
    assert size(PNG) == (1, 1)
    assert size(JPEG) == (4, 3)
    assert size(b"GIF89a") is None
    assert size(PNG[:20]) is None
    assert size(JPEG[:22]) is None
    assert size(JPEG[:2] + b"\xff\x00" + JPEG[4:20]) is None


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (PNG.ljust(LARGEST + 1), "The picture is larger than 20 MB."),
        (PNG[:16] + bytes.fromhex("0000ffff0000ffff") + PNG[24:], "The picture has more than 40 megapixels."),
        (PNG[:16] + bytes(8) + PNG[24:], "The picture is damaged, or no PNG or JPEG as it should be."),
    ],
)
def test_bad_pictures(data: bytes, problem: str) -> None:
    fault = rules.fault(Image(image_id(data), data=data))
    assert fault is not None
    assert (fault.field, fault.problem) == ("data", problem)


def test_a_jpeg_whose_frame_comes_late() -> None:
    filler = b"\xff\xc4\x00\x04\x00\x00"
    late = JPEG[:2] + filler + JPEG[2:]
    assert size(late) == (4, 3)
    assert rules.fault(replace(Image(image_id(late), "image/jpeg", late), alt="x")) is None


def test_a_long_list_is_shown_short() -> None:
    found: Any = rules.fault(Map(levels=("long label",) * 11))
    assert str(found.details["value"]).endswith("...")
