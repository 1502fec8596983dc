"""What `v1.journey` says: every kind with every field. The file was made once and stays for ever."""

from __future__ import annotations

from editor.files.format import dumps
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
    Unknown,
)
from editor.model.values import Evidence, Opportunity, Pain
from tests.build import PNG

EXTRA = (("mood", '{"deep":[1,2.5,null,true,"ą"]}'),)
PICTURE = image_id(PNG)


def records() -> list[Record]:
    """Return the records of the file."""
    return [
        Map(
            "map", "Kauf «Schuhe»\nسفر مشتری", "fa-IR", "rtl", "Summary", "Goal", "Need", "Use", "Team", "3",
            "2025-03-21", "2026-02-28", "paper", ("شاد", "آرام", "غمگین"), extra=EXTRA,
        ),
        Persona("persona-ava", "a0", "آوا", "Runs", "Finish", "آ", "#0072b2", PICTURE, EXTRA),
        Owner("owner-shop", "a0", "فروشگاه", "#d55e00", extra=EXTRA),
        Channel("channel-web", "a0", "وب‌گاه", "web", "#009e73", extra=EXTRA),
        Stage("stage-learn", "a0", "آگاهی", ("شناخت", "اطلاع"), "Summary", "#cc79a7", EXTRA),
        Stage("stage-buy", "a0V", "خرید"),
        Step("step-learn", "a0", "stage-learn", "می‌بیند", 120.5, EXTRA),
        Step("step-buy", "a0", "stage-buy"),
        Lane(
            "lane-touch", "a0", "touchpoints", "نقاط تماس", "Where we meet", "persona-ava", 90.0,
            True, True, True, extra=EXTRA,
        ),
        Lane("lane-feel", "a1", "emotions"),
        Card(
            "card-ad", "a0", "lane-touch", "step-learn", "آگهی را می‌بیند", 2, "owner-shop", "channel-web",
            "firm", ("persona-ava",), True, Evidence("measured", "Survey", "2025-01-31", "Interviews", EXTRA),
            Pain("driver", 3, EXTRA), Opportunity("high", "low", EXTRA), PICTURE, EXTRA,
        ),
        Card("card-pay", "a0", "lane-touch", "step-buy", "pays \"at once\" \\o/"),
        Point(
            "point-1", "lane-feel", "persona-ava", "step-learn", 0.25, -0.75, "ناامید", Evidence("observed"),
            EXTRA,
        ),
        Point("point-2", "lane-feel", "persona-ava", "step-buy"),
        Connection("connection-1", "card-ad", "card-pay", "triggers", "سپس", EXTRA),
        Connection("connection-2", "stage-buy", "stage-learn", "returns"),
        Note("note-1", "a0", "connection-1", "چرا؟", EXTRA),
        Image(PICTURE, "image/png", PNG, "A red point", EXTRA),
        Unknown("metric-1", "metric", '{"about":"stage-buy","value":0.31}'),
        Unknown("header", "", '{"made_by":"Safar 0.1"}'),
    ]  # fmt: skip


def content() -> bytes:
    """Return the bytes of the file."""
    return dumps(Journey(records()).records())
