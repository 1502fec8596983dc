"""Journeys as tables."""

from __future__ import annotations

import csv
import io

import pytest

from editor.exchange.sheet import COLUMNS, csv_bytes, csv_text, grid_rows, list_rows, rows_of
from editor.exchange.table import decoded, parse, write_tsv
from editor.model.edits.pasting import paste_table
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Card, Lane, Map, Persona, Point
from tests.build import EMOTIONS, TOUCHPOINTS, journey, with_curve
from tests.exchange.maps import full_map


def listed(book: Journey) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(book))))


def test_a_list_says_everything_about_a_card() -> None:
    assert {name: said for name, said in listed(full_map())[0].items() if said} == {
        "stage": "Learn", "step": "Look", "lane": "Contact", "kind": "touchpoints", "text": "Ad\nin town",
        "owner": "Shop", "channel": "Web", "initiator": "firm", "evidence": "observed",
        "source": "Interviews", "date": "2026-09-18", "method": "by phone", "moment_of_truth": "yes",
        "personas": "Nina",
    }  # fmt: skip
    pain = next(row for row in listed(full_map()) if row["kind"] == "pain_points")
    assert [pain[name] for name in ("pain", "severity", "impact", "effort")] == ["driver", "2", "high", "low"]


def test_a_list_has_a_row_for_every_card_and_emotion_column_by_column() -> None:
    assert [row["text"] for row in listed(full_map())] == [
        "Ad\nin town", "Shop window", "glad", "Hidden", "", "Too dear",
    ]  # fmt: skip
    emotions = [row for row in listed(full_map()) if row["kind"] == "emotions"]
    assert [(row["emotion"], row["personas"], row["evidence"]) for row in emotions] == [
        ("0.6", "Nina", "observed"),
        ("-0.25", "Nina", ""),
    ]


def test_every_row_of_a_list_has_all_columns() -> None:
    assert {len(row) for row in list_rows(full_map())} == {len(COLUMNS)}
    assert list_rows(Journey([Map()])) == [COLUMNS]


def test_several_personas_share_a_cell() -> None:
    card = Card("card-x", "a0", TOUCHPOINTS, "step-buy-1", personas=("p-1", "p-2"))
    book = journey("Buy", card, Persona("p-1", "a0", "Nina"), Persona("p-2", "a1", "Ola"))
    assert listed(book)[0]["personas"] == "Nina; Ola"


def test_a_grid_is_the_map_as_it_is_seen() -> None:
    assert grid_rows(full_map()) == [
        ("", "Learn", "", "Buy"),
        ("", "Look", "", ""),
        ("Contact", "Ad in town\nShop window", "", ""),
        ("Emotions", "Nina: 0.6 glad", "", "Nina: -0.25"),
        ("Pain points", "", "", "Too dear"),
    ]


def test_a_lane_without_a_title_is_called_after_its_kind_in_the_language_of_the_map() -> None:
    rows = grid_rows(full_map(language="fa", direction="rtl"))
    assert [row[0] for row in rows[3:]] == ["احساسات", "نقطه‌های درد"]


def test_a_persona_without_a_name_leaves_the_number() -> None:
    book = journey("Buy", Persona("p-1"), Lane(EMOTIONS, "b0", "emotions"))
    more = [*book.records(), Point("e-1", EMOTIONS, "p-1", "step-buy-1", 0.5, -0.001)]
    assert grid_rows(Journey(more))[-1] == ("Emotions", "0")


def test_a_grid_file_can_be_pasted_back() -> None:
    book = journey("Learn: ad + =sum, news > Buy: shop", Lane("lane-b", "b0"))
    rows = parse(csv_text(book, "grid"))
    bare = journey("Learn: , > Buy", Lane("lane-b", "b0"))
    bare.apply(paste_table(bare, TOUCHPOINTS, "step-learn-1", [row[1:] for row in rows[2:]], Ids(1)))
    assert grid_rows(bare) == grid_rows(book)


@pytest.mark.parametrize("layout", ["list", "grid"])
def test_a_file_is_utf_8_that_excel_knows(layout: str) -> None:
    book = journey("نیاز: سفارش می‌دهد", language="fa", direction="rtl")
    content = csv_bytes(book, layout)  # type: ignore[arg-type]
    assert content.startswith(b"\xef\xbb\xbf")
    assert decoded(content) == csv_text(book, layout)  # type: ignore[arg-type]
    assert "سفارش می‌دهد" in decoded(content)


def test_the_chosen_cells_alone_are_copied() -> None:
    book = journey("Learn: ad + news, shop > Buy: pay", Lane("lane-b", "b0"))
    assert rows_of(book, ["card-news", "card-pay"]) == [("news", "", "pay")]
    assert rows_of(book, ["stage-learn"]) == [("ad\nnews", "shop")]
    assert rows_of(book, []) == rows_of(book, ["lane-b"]) == []


def test_copied_cells_keep_their_rows_but_for_curves_and_hidden_lanes() -> None:
    more = [Lane("lane-h", "b0", hidden=True), Lane("lane-m", "c0"), Lane("lane-z", "d0")]
    card = Card("card-z", "a0", "lane-z", "step-learn-2", "hm")
    book = with_curve(journey("Learn: ad, shop", *more, card), (0.5, -1))
    assert rows_of(book, ["card-ad", "card-z"]) == [("ad", ""), ("", ""), ("", "hm")]
    chosen = ["card-ad", "card-z", "point-persona-ava-2"]
    assert rows_of(book, chosen) == [("ad", ""), ("", "Ava: -1"), ("", ""), ("", "hm")]
    assert rows_of(book, ["point-persona-ava-1"]) == [("Ava: 0.5",)]
    assert write_tsv(rows_of(book, ["card-ad", "card-z"])) == "ad\t\r\n\t\r\n\thm\r\n"


def test_a_chosen_card_of_a_hidden_lane_is_copied() -> None:
    card = Card("card-h", "a0", "lane-h", "step-learn-1", "hm")
    book = journey("Learn: ad", Lane("lane-h", "b0", hidden=True), card)
    assert rows_of(book, ["card-h"]) == [("hm",)]
