"""Every shipped template and sample: it loads, it is valid, and its labels are the sources' own.

The labels are written here a second time on purpose, missing half-spaces and full stops included:
whoever "corrects" one of them in a template breaks a contract.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.files.format import dumps
from editor.files.reading import read
from editor.model.records import Card, Channel, Connection, Lane, Note, Owner, Persona, Point, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.model.journey import Journey

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "resources" / "templates"
SAMPLES = ROOT / "samples"
INDEX: list[dict[str, str]] = json.loads((TEMPLATES / "index.json").read_text("utf-8"))["templates"]
EVERY = sorted([*TEMPLATES.glob("*.journey"), *SAMPLES.glob("*.journey")])
PERSIAN = [path for path in EVERY if json.dumps("fa") in path.read_text("utf-8")]

LABELS = {
    "b2b": (
        "خارج از بازار (Out-of-market phase)",
        "انگیزه (Trigger phase)",
        "ملاحظات اولیه برند (Initial brand consideration phase)",
        "ارزیابی فعال (Active evaluation)",
        "تصمیمگیری خرید (Purchase decision phase)",
    ),
    "service": (
        "شناخت (Awareness)",
        "تفکر و ارزیابی (Consideration)",
        "تصمیمگیری (Decision)",
        "تجربه (Experience)",
        "نگهداشتن (Retention)",
        "پشتیبانی و خدمات پس از فروش (Post-Purchase Support)",
    ),
    "ecommerce": (
        "آگاهی از برند (Awareness)",
        "بررسی و ملاحظات (Consideration)",
        "جذب (Acquisition)",
        "خرید یا اقدام (Action)",
        "خدمات پس از فروش (Service)",
        "وفادارسازی (Loyalty)",
    ),
    "retail": ("اطلاع", "نامزدی", "توجه", "خرید", "پس از خرید"),
    "buying-cycle": (
        "ODKRYCIE.",
        "OCENA ALTERNATYW.",
        "AKCJA KUPNA.",
        "SERWIS POGWARANCYJNY.",
        "LOJALNOŚĆ.",
    ),
}
FOREIGN_OR_HIDDEN = set("\u064a\u0649\u0643\u200e\u200f\u00ad")
"""Arabic yeh, alef maksura and kaf, direction marks, soft hyphen: none of them belongs into these texts."""
ZWNJ = "\u200c"
FIVE_GROUPS = {"touchpoints", "owners", "pain_points", "opportunities", "actions", "emotions"}


def opened(path: Path) -> Journey:
    """Return the journey of a file that reads without a remark."""
    found = read(path)
    assert found.state == "ok", path.name
    return found.journey


def texts(record: object) -> Iterator[str]:
    """Yield every text of a record."""
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        yield from (v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, str))


def titles(name: str) -> tuple[str, ...]:
    """Return the stage titles of a template in order."""
    return tuple(stage.title for stage in opened(TEMPLATES / f"{name}.journey").all(Stage))


@pytest.mark.parametrize("name", LABELS)
def test_the_labels_are_the_sources_own_code_point_for_code_point(name: str) -> None:
    assert titles(name)[: len(LABELS[name])] == LABELS[name]


@pytest.mark.parametrize(("name", "count"), [("b2b", 7), ("service", 6), ("ecommerce", 6), ("retail", 5)])
def test_each_model_has_as_many_stages_in_english_as_in_its_own_language(name: str, count: int) -> None:
    assert len(titles(name)) == len(titles(f"{name}-en")) == count


def test_the_buying_cycle_has_five_phases_and_a_gloss_for_the_fourth() -> None:
    assert len(titles("buying-cycle")) == len(titles("buying-cycle-en")) == 5
    fourth = opened(TEMPLATES / "buying-cycle.journey").all(Stage)[3]
    assert "dostawę" in fourth.summary
    assert "pierwsze chwile po zakupie" in fourth.summary


def test_two_stages_of_the_b2b_buyer_are_visibly_to_be_named() -> None:
    assert all("نام‌گذاری کنید" in title for title in titles("b2b")[5:])
    assert all("to be named" in title for title in titles("b2b-en")[5:])


def test_the_first_three_retail_stages_have_the_names_of_the_running_text_as_aliases() -> None:
    stages = opened(TEMPLATES / "retail.journey").all(Stage)
    assert [stage.aliases for stage in stages] == [("آگاهی",), ("تعامل",), ("بررسی",), (), ()]


def test_the_retail_sample_has_the_stages_of_its_template() -> None:
    stages = opened(SAMPLES / "retail-chain.journey").all(Stage)
    assert tuple(stage.title for stage in stages) == LABELS["retail"]


def test_the_b2b_sample_names_all_seven_stages() -> None:
    found = tuple(stage.title for stage in opened(SAMPLES / "b2b-software.journey").all(Stage))
    assert found[:5] == LABELS["b2b"]
    assert len(found) == 7
    assert not any("نام‌گذاری" in title for title in found)


def test_the_index_lists_every_template_once() -> None:
    assert sorted(entry["file"] for entry in INDEX) == sorted(p.name for p in TEMPLATES.glob("*.journey"))


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["name"])
def test_an_entry_of_the_index_says_what_its_file_holds(entry: dict[str, str]) -> None:
    whole = opened(TEMPLATES / entry["file"]).map
    assert entry["file"] == entry["name"] + ".journey"
    assert entry["language"] == whole.language
    assert entry["title"]
    assert whole.title
    assert entry["description"].endswith(".")
    assert entry["description_en"].endswith(".")
    assert entry["title_en"].isascii()
    assert entry["description_en"].isascii()


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_file_is_canonical_to_the_byte(path: Path) -> None:
    assert dumps(opened(path).records()) == path.read_bytes()


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["name"])
def test_a_template_shows_the_five_groups_of_lanes_and_what_is_to_be_named(entry: dict[str, str]) -> None:
    journey = opened(TEMPLATES / entry["file"])
    assert {lane.lane_kind for lane in journey.all(Lane)} >= FIVE_GROUPS
    assert all(lane.title and lane.summary for lane in journey.all(Lane))
    assert all(stage.summary and journey.steps(stage.id) for stage in journey.all(Stage))
    assert len(journey.all(Persona)) == 1
    assert len(journey.all(Owner)) >= 2
    assert journey.all(Channel)


@pytest.mark.parametrize("path", PERSIAN, ids=lambda path: path.stem)
def test_persian_is_written_with_persian_letters(path: Path) -> None:
    journey = opened(path)
    assert journey.map.direction == "rtl"
    for text in (text for record in journey.records() for text in texts(record)):
        assert not set(text) & FOREIGN_OR_HIDDEN, text
        assert unicodedata.is_normalized("NFC", text), text
        assert text == text.strip(ZWNJ), text
        assert ZWNJ * 2 not in text, text


@pytest.mark.parametrize("name", ["b2b-software", "retail-chain", "clinic-visit"])
def test_a_persian_sample_is_rich_enough_to_judge_a_layout(name: str) -> None:
    journey = opened(SAMPLES / f"{name}.journey")
    lane_kinds = {lane.id: lane.lane_kind for lane in journey.all(Lane)}
    cards = Counter(lane_kinds[card.lane] for card in journey.all(Card))
    assert 25 <= cards["touchpoints"] <= 60
    assert len(journey.all(Point)) >= 10
    assert 2 <= len(journey.all(Note)) <= 4
    assert any(card.span > 1 for card in journey.all(Card))
    assert {c.evidence.level for c in journey.all(Card) if c.evidence} == {"assumed", "observed", "measured"}


@pytest.mark.parametrize("name", ["b2b-software", "retail-chain", "clinic-visit"])
def test_a_persian_sample_branches_and_loops(name: str) -> None:
    journey = opened(SAMPLES / f"{name}.journey")
    stages = {stage.id for stage in journey.all(Stage)}
    links = journey.all(Connection)
    ways = Counter(link.source for link in links if link.connection_kind == "next")
    assert max(ways.values()) >= 2
    assert any(link.connection_kind == "returns" and {link.source, link.target} <= stages for link in links)
