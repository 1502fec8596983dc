"""Damaged files: what is whole is opened, what is lost is said, line by line."""

from __future__ import annotations

import dataclasses
import random

import pytest

from editor.files.format import dumps
from editor.files.reading import loads
from editor.files.salvage import salvage
from editor.model.fault import Fault, Misfit
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Note, Owner, Persona, Stage, Step
from editor.model.trouble import Trouble
from tests.build import connection, journey, with_curve, with_records


def shop() -> Journey:
    shop = with_curve(journey("Learn: ad, search > Buy: shop, pay", title="Shoes"), [0.1, 0.2, 0.3, 0.4])
    card = shop.one(Card, "card-pay")
    return with_records(
        shop,
        Owner("owner-web", "a0", "Web"),
        dataclasses.replace(card, owner="owner-web", personas=("persona-ava",)),
        connection("card-ad", "card-pay"),
        connection("stage-learn", "stage-buy"),
        Note("note-1", "a0", "card-shop", "Why?"),
    )


CONTENT = dumps(shop().records())


def without(*ids: str) -> bytes:
    """The file with the lines of those records broken."""
    lines = CONTENT.split(b"\n")
    bad = [any(f'"id":"{key}","'.encode() in line for key in ids) for line in lines]
    assert sum(bad) == len(ids)
    return b"\n".join(b'{"id":"' if broken else line for broken, line in zip(bad, lines, strict=True))


def test_a_whole_file_loses_nothing() -> None:
    opened = salvage(CONTENT, "x")
    assert (opened.journey, opened.state, opened.lost) == (shop(), "damaged", ())


def test_a_broken_line_loses_that_line() -> None:
    opened = salvage(without("note-1"), "x.journey")
    assert "note-1" not in opened.journey
    assert len(opened.journey) == len(shop()) - 1
    (lost,) = opened.lost
    assert str(lost.trouble).startswith(f"x.journey:{lost.line}: The line cannot be read.")
    assert CONTENT.split(b"\n")[lost.line - 1].startswith(b'{"about"')


@pytest.mark.parametrize("kind", [Stage, Step, Lane, Persona])
def test_what_others_stand_in_comes_back_empty(kind: type) -> None:
    for record in shop().all(kind):
        saved = salvage(without(record.id), "x").journey
        assert isinstance(saved.get(record.id), kind)
        assert len(saved.all(Card)) == 4
        assert len(saved.all(Connection)) == 2


def test_optional_references_are_let_go() -> None:
    opened = salvage(without("owner-web"), "x")
    assert opened.journey.one(Card, "card-pay").owner == ""
    assert [one.record for one in opened.lost] == ["", "card-pay.owner"]
    content = CONTENT.replace(b'["persona-ava"]', b'["persona-ava","persona-eve"]')
    opened = salvage(content, "x")
    assert opened.journey.one(Card, "card-pay").personas == ("persona-ava",)
    assert [one.record for one in opened.lost] == ["card-pay.personas"]


def test_connections_and_notes_go_with_what_they_join() -> None:
    opened = salvage(without("card-ad", "card-shop"), "x")
    assert len(opened.journey.all(Connection)) == 1
    assert "note-1" not in opened.journey
    assert len(opened.lost) == 4


def test_a_lost_map_is_made_anew() -> None:
    opened = salvage(without("map"), "x")
    assert opened.journey.map.title == ""
    content = without("map").replace(b'"owner-web"', b'"map"')
    assert salvage(content, "x").journey.map.id == "map-2"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"id":"map","kind":"map","title":"Again"}', "Two things on the map have the same id."),
        (b'{"id":"map-9","kind":"map","title":"Again"}', "There is more than one map."),
        (b"7", "The line cannot be read."),
        (b'{"id":', "The line cannot be read."),
        (b'{"id":"owner-9","kind":"owner","id":"owner-8"}', "“id” is given twice"),
        (b'{"id":"owner-9"}', "has no “kind”"),
        (b'{"id":"owner-9","kind":"owner","name":7}', "7 should be a text"),
        (b'{"id":"stage-9","kind":"step","stage":"../.."}', "It refers to '../..'"),
        (b'{"id":"c-9","kind":"connection","source":"card-ad","target":"card-ad"}', "joins two different"),
        (b'{"id":"c-9","kind":"connection","source":"card-ad","target":"stage-buy"}', "joins two different"),
        (b'{"id":"image-9","kind":"image","data":"QUJD"}', ""),
        (b'{"id":"owner-9","kind":"owner","name":"\xff"}', "It is not text that can be read"),
    ],
)
def test_bad_lines_are_left_out_and_said(line: bytes, problem: str) -> None:
    opened = salvage(CONTENT.replace(b"\n]}", b",\n" + line + b"\n]}"), "x")
    assert opened.journey == shop()
    (lost,) = opened.lost
    assert problem in str(lost.trouble)
    assert lost.line == len(CONTENT.split(b"\n")) - 1


def test_ids_are_cleaned_like_other_texts() -> None:
    dirty = CONTENT.replace(b'"persona-ava"', b'"persona\x7f-ava"').replace(b'"note-1"', b'"note\x7f-1"')
    assert dirty.count(b"\x7f") > 5
    opened = salvage(dirty, "x")
    assert (opened.journey, opened.lost) == (shop(), ())


def test_a_stage_without_steps_gets_one() -> None:
    content = CONTENT.replace(b"\n]}", b',\n{"id":"stage-9","kind":"stage","order":"z"}\n]}')
    assert len(salvage(content, "x").journey.steps("stage-9")) == 1


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"{}\n" * 3, CONTENT[:60]])
def test_where_nothing_is_whole_it_says_so(content: bytes) -> None:
    with pytest.raises(Trouble, match="Nothing in the file can be read"):
        salvage(content, "x")


def test_a_file_cut_anywhere_opens_with_what_stands_before() -> None:
    for cut in range(CONTENT.index(b"\n", 70) + 200, len(CONTENT), 7):
        opened = salvage(CONTENT[:cut], "x")
        assert loads(dumps(opened.journey.records()), "again").journey == opened.journey


def test_files_with_random_damage_open_and_can_be_saved() -> None:
    chance = random.Random(4)
    for _ in range(150):
        bad = bytearray(CONTENT)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(bad))
            bad[place : place + chance.choice((1, 1, 40))] = bytes(chance.choices(b'\0\n",{}az\xff', k=1))
        opened = salvage(bytes(bad), "x")
        assert loads(dumps(opened.journey.records()), "again").journey == opened.journey


def test_what_does_not_fit_even_then_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(records: object) -> Journey:
        raise Misfit(Fault("map", "title", "It does not fit."))

    monkeypatch.setattr("editor.files.salvage.Journey", refuse)
    with pytest.raises(Trouble, match=r"x: map\.title: It does not fit"):
        salvage(CONTENT, "x")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear customer\n" * 10_001, "More than 10000 lines and elements of the file cannot be read."),
        (b"\n" * 400_001, "Nothing in the file can be read as part of a map."),
    ],
)
def test_too_much_that_is_lost_is_not_listed(content: bytes, said: str) -> None:
    with pytest.raises(Trouble, match=said):
        salvage(content, "x")


def test_thousands_of_bad_records_are_found_among_good_ones() -> None:
    bad = b"".join(b'{"id":"bad-%d","kind":"owner","name":5},\n' % n for n in range(3000))
    head, rest = CONTENT.split(b"\n", 1)
    opened = salvage(head + b"\n" + bad + rest, "x")
    assert opened.journey == shop()
    assert len(opened.lost) == 3000
    assert {lost.trouble.problem for lost in opened.lost} == {"{value} should be a text in quotation marks."}
