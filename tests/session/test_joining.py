"""Lines that are let go where nothing is make what they lead to; styles travel as bytes."""

from __future__ import annotations

import pytest

from editor.model.ids import Ids
from editor.model.records import Card, Connection, Stage
from editor.model.trouble import Trouble
from editor.session import joining
from editor.session.styling import plan_style, style_of
from tests.build import TOUCHPOINTS, connection, journey
from tests.model.edits.looks import looks


def test_a_new_step_comes_beside_with_a_card_and_the_line() -> None:
    for after, place in ((True, 1), (False, 0)):
        book = journey("Learn: ad, search")
        tied = joining.new_line(Ids(1), "card-ad")
        book.apply(joining.tie_to_step(Ids(2), tied, TOUCHPOINTS, "step-learn-1", after)(book))
        new = book.columns()[place]
        (card,) = book.cell(TOUCHPOINTS, new.id)
        (link,) = book.all(Connection)
        assert (link.source, link.target) == ("card-ad", card.id)


def test_a_loose_end_leads_to_a_new_stage() -> None:
    book = journey("Learn > Buy > Use", connection("stage-learn", "stage-use"))
    tied = joining.loose_line(book, "connection-stage-learn-stage-use", "source")
    book.apply(joining.tie_to_stage(Ids(1), tied, "stage-use", after=False)(book))
    (link,) = book.all(Connection)
    assert link.target == "stage-use"
    assert [stage.id for stage in book.all(Stage)].index(link.source) == 2


def test_a_line_of_a_stage_leads_to_no_card() -> None:
    book = journey("Learn: ad")
    plan = joining.tie_to_card(Ids(1), joining.new_line(Ids(2), "stage-learn"), TOUCHPOINTS, "step-learn-1")
    with pytest.raises(Trouble, match="two cards or two stages"):
        plan(book)


def test_a_style_finds_owner_and_channel_by_name_or_brings_them() -> None:
    source = looks(journey("Learn: ad, search"))
    target = looks(journey("Learn: ad, one, two"))
    target.apply(plan_style(style_of(source, "card-ad"), ["card-one", "stage-learn"], "s")(target))
    assert target.one(Card, "card-one").owner == "owner-mark"
    bare = journey("Learn: one, two")
    bare.apply(plan_style(style_of(source, "card-ad"), ["card-one", "card-two"], "s")(bare))
    one, two = bare.one(Card, "card-one"), bare.one(Card, "card-two")
    assert one.owner == two.owner != ""
    assert bare.get(one.channel).id == two.channel
    assert (one.text, one.moment_of_truth) == ("one", True)
    assert not plan_style(style_of(source, "card-search"), ["stage-learn"], "s")(bare)


def test_what_is_no_style_is_refused() -> None:
    with pytest.raises(Trouble):
        plan_style(b"card-ad\n{", ["card-ad"], "s")
