"""A small map that has one of everything a document can say, in any language."""

from __future__ import annotations

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
from editor.model.values import Evidence, Opportunity, Pain
from tests.build import PNG

PICTURE = image_id(PNG)


def full_map(text: str = "", **of_map: str) -> Journey:
    """Return the map; every text in it is `text` if one is given."""
    return Journey([*_frame(text, of_map), *_content(text)])


def _frame(text: str, of_map: dict[str, str]) -> list[Record]:
    about = {
        "title": "Shoes", "summary": "In brief", "goal": "Sell", "begins": "need", "ends": "use",
        "team": "Web", "version": "3", "reviewed": "2026-11-12", "next_review": "2027-01-14",
    }  # fmt: skip
    texts = {name: text or said for name, said in about.items() if "review" not in name}
    days = {name: said for name, said in about.items() if "review" in name}
    return [
        Map(**{**texts, **days, **of_map}),
        Persona("p-1", "a0", text or "Nina", text or "Runs", text or "Win"),
        Owner("o-1", "a0", text or "Shop"),
        Channel("c-1", "a0", text or "Web"),
        Image(PICTURE, data=PNG, alt=text or "A shoe"),
        Stage("s-1", "a0", text or "Learn", (text or "Awareness",), text or "At first"),
        Stage("s-2", "a1", text or "Buy"),
        Step("t-1", "a0", "s-1", text or "Look"),
        Step("t-2", "a1", "s-1"),
        Step("t-3", "a0", "s-2"),
        Lane("l-1", "a0", "touchpoints", text or "Contact"),
        Lane("l-2", "a1", "emotions", persona="p-1"),
        Lane("l-3", "a2", "pain_points"),
        Lane("l-4", "a3", "text", text or "Secret", hidden=True),
    ]


def _content(text: str) -> list[Record]:
    evidence = Evidence("observed", text or "Interviews", "2026-09-18", text or "by phone")
    return [
        Card(
            "k-1", "a0", "l-1", "t-1", text or "Ad\nin town", owner="o-1", channel="c-1", initiator="firm",
            personas=("p-1",), moment_of_truth=True, evidence=evidence, image=PICTURE,
        ),
        Card("k-2", "a1", "l-1", "t-1", text or "Shop window", 2),
        Card("k-3", "a0", "l-3", "t-3", text or "Too dear", pain=Pain("driver", 2),
             opportunity=Opportunity("high", "low")),
        Card("k-4", "a0", "l-4", "t-2", text or "Hidden"),
        Point("e-1", "l-2", "p-1", "t-1", 0.5, 0.6, text or "glad", evidence),
        Point("e-2", "l-2", "p-1", "t-3", 0.5, -0.25),
        Connection("x-1", "k-1", "k-3", "triggers", text or "soon"),
        Connection("x-2", "s-2", "s-1", "returns"),
        Connection("x-3", "k-1", "k-4", "needs"),
        Note("n-1", "a0", "k-3", text or "Why?"),
        Note("n-2", "a1", "", text or "Free"),
        Note("n-3", "a2", "x-3", text or "Unseen"),
    ]  # fmt: skip
