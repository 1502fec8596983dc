"""Files that are broken, each in one way, made from a good one."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from editor.files.format import dumps
from editor.model.pictures import LARGEST, image_id
from tests.build import PNG, journey, with_curve

GOOD = dumps(with_curve(journey("Learn: ad, search > Buy: pay", title="Shoes"), [1, 0.5, -1]).records())


def edited(old: str, new: str) -> bytes:
    """The good file with one piece of text put in place of another."""
    assert old.encode() in GOOD, old
    return GOOD.replace(old.encode(), new.encode("utf-8", "surrogatepass"), 1)


def with_record(**fields: Any) -> bytes:
    """The good file with one record more."""
    document = json.loads(GOOD)
    document["records"].append(fields)
    return json.dumps(document).encode()


def with_fields(key: str, **fields: Any) -> bytes:
    """The good file with other fields in one record."""
    document = json.loads(GOOD)
    next(record for record in document["records"] if record["id"] == key).update(fields)
    return json.dumps(document).encode()


def card(**fields: Any) -> bytes:
    return with_fields("card-ad", **fields)


def image(**fields: Any) -> bytes:
    data = fields.pop("content", PNG)
    encoded = base64.b64encode(data).decode()
    return with_record(**{"kind": "image", "id": image_id(data), "data": encoded, **fields})


def header(**fields: Any) -> bytes:
    return json.dumps({**json.loads(GOOD), **fields}).encode()


DEEP = "[" * 60 + "]" * 60

BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    # Not JSON at all, or JSON that is not ours.
    "empty": (lambda: b"", "It is empty."),
    "blank": (lambda: b" \n ", "It is empty."),
    "binary": (lambda: b"\x89PNG\r\n\x1a\n\0\0", "not text that can be read (byte 0)"),
    "utf16": (lambda: GOOD.decode().encode("utf-16"), "not text that can be read (byte 0)"),
    "latin1": (lambda: edited("Shoes", "S").replace(b'"S"', b'"S\xe9"'), "not text that can be read (byte "),
    "prose": (lambda: b"Dear customer", "It cannot be read as a journey (line 1, column 1)."),
    "cut off": (lambda: GOOD[:-40], "cannot be read as a journey (line "),
    "cut in a text": (lambda: GOOD[: GOOD.index(b"Shoes") + 3], "cannot be read as a journey (line "),
    "two documents": (lambda: GOOD + GOOD, "cannot be read as a journey (line "),
    "merge markers": (
        lambda: edited('{"id":"stage-buy"', '<<<<<<< HEAD\n{"id":"stage-buy"'),
        "(line 4, column 1)",
    ),
    "trailing comma": (lambda: edited("\n]}", ",\n]}"), "cannot be read as a journey (line "),
    "single quotes": (lambda: edited('"Shoes"', "'Shoes'"), "cannot be read as a journey (line "),
    "comment": (lambda: edited("[\n", "[ // records\n"), "cannot be read as a journey (line "),
    "raw line break": (lambda: edited("Shoes", "Sho\nes"), "cannot be read as a journey (line "),
    "bad escape": (lambda: edited("Shoes", "Sho\\xes"), "cannot be read as a journey (line "),
    "too many lists": (lambda: b"[" + b"[]," * 1_400_000, "It holds more than any map can."),
    "too many numbers": (lambda: b"[" + b"1," * 3_100_000, "It holds more than any map can."),
    "a wide text without end": (lambda: edited("Shoes", "ą" * 2_100_000), "A text in it is too long."),
    "large, but not full": (lambda: b"[" + b" " * 4_100_000, "cannot be read as a journey (line "),
    "a version of no day": (
        lambda: header(format_version=10_000),
        "10000 is no version that a journey can be of.",
    ),
    "nan": (lambda: edited('"value":1.0', '"value":NaN'), "NaN is no number that a map can hold."),
    "infinity": (lambda: edited('"value":1.0', '"value":-Infinity'), "-Infinity is no number"),
    "100,000 brackets": (lambda: b"[" * 100_000, "There are too many brackets inside one another."),
    "100,000 braces": (lambda: b'{"a":' * 100_000, "There are too many brackets inside one another."),
    "closed brackets": (
        lambda: b"[" * 100_000 + b"]" * 100_000,
        "There are too many brackets inside one another.",
    ),
    "brackets in a field": (
        lambda: edited('"Shoes"', "[" * 50_000 + "]" * 50_000),
        "There are too many brackets inside one another.",
    ),
    "a number of 5,000 digits": (lambda: edited("1.0", "9" * 5000), "A number in it is too long."),
    "a key twice": (
        lambda: edited('"title":"Buy"', '"title":"Buy","title":"Bye"'),
        "shop.journey:4: stage-buy: “title” is given twice for the same thing, ",
    ),
    "a key twice, spaced": (
        lambda: edited('"title":"Buy"', '"title" : "Buy","title" :"B"'),
        "“title” is given twice",
    ),
    "a key twice, escaped": (
        lambda: edited('"title":"Buy"', '"title":"B\\"","t\\u0069tle":"B"'),
        "“title” is given twice",
    ),
    "a key twice, inside": (
        lambda: edited('"text":"ad"', '"text":"ad","x":{"a":1,"a":2}'),
        "shop.journey:11: “a” is given twice",
    ),
    "a header key twice": (lambda: edited("{", '{"format":"x",'), "shop.journey:1: “format” is given twice"),
    "records twice": (
        lambda: edited("\n]}", '\n],"records":[]}'),
        "shop.journey:17: “records” is given twice",
    ),
    "lone surrogate": (
        lambda: edited("Shoes", "Shoe\\ud83d"),
        "shop.journey:2: A text in it holds a broken character.",
    ),
    "reversed surrogates": (lambda: edited("Shoes", "\\uDE00\\uD83D"), "a broken character"),
    "surrogate in a key": (
        lambda: edited('"title":"Buy"', '"\\udfff":1,"title":"Buy"'),
        "a broken character",
    ),
    "surrogate as bytes": (lambda: edited("Shoes", "\ud83d"), "not text that can be read"),
    "a list": (lambda: b"[1,2]", "It is not a Safar journey."),
    "a text": (lambda: b'"journey"', "It is not a Safar journey."),
    "another program's": (lambda: b'{"type":"excalidraw"}', "It is not a Safar journey."),
    "another format": (lambda: header(format="journey"), "It is not a Safar journey."),
    # The header.
    "no version": (
        lambda: edited('"format_version":1,', ""),
        "format_version: It does not say of which version it is.",
    ),
    "version 0": (lambda: header(format_version=0), "0 is no version that a journey can be of."),
    "version as text": (
        lambda: header(format_version="1"),
        "1 should be a whole number without quotation marks.",
    ),
    "version true": (lambda: header(format_version=True), "true should be a whole number"),
    "version 1.5": (lambda: header(format_version=1.5), "1.5 should be a whole number"),
    "no records": (
        lambda: b'{"format":"safar-journey","format_version":1}',
        "The list of all that is on the map (“records”) is missing.",
    ),
    "records as object": (
        lambda: header(records={}),
        "The list of all that is on the map (“records”) is missing.",
    ),
    "too many records": (
        lambda: header(records=[None] * 200_001),
        "There are more than 200000 things on the map.",
    ),
    "no map": (lambda: header(records=[]), "What describes the map itself is missing."),
    "hostile header": (lambda: edited("{", '{"by":1e999,'), "Infinity is no number"),
    # Records.
    "a record that is a number": (
        lambda: header(records=[json.loads(GOOD)["records"][0], 5]),
        "Entry 2 of the list is nothing that can be on a map.",
    ),
    "a record without id": (lambda: with_record(kind="owner"), "Entry 16 of the list has no “id”."),
    "an empty id": (lambda: with_record(kind="owner", id=""), "Entry 16 of the list has no “id”."),
    "an id that is a number": (lambda: with_record(kind="owner", id=7), "Entry 16 of the list has no “id”."),
    "a record without kind": (lambda: with_record(id="x"), "Entry 16 of the list has no “kind”."),
    "a kind that is a list": (lambda: with_record(id="x", kind=[]), "Entry 16 of the list has no “kind”."),
    "an id with a bar": (
        lambda: with_record(kind="owner", id="a|b"),
        "a|b.id: a|b cannot be an id: only letters",
    ),
    "an id with a line break": (
        lambda: with_record(kind="owner", id="a\nb"),
        "cannot be an id: only letters",
    ),
    "an endless id": (lambda: with_record(kind="owner", id="x" * 10_000), "cannot be an id: only letters"),
    "an id twice": (
        lambda: with_record(kind="owner", id="card-ad"),
        "card-ad: Two things on the map have the same id.",
    ),
    "two maps": (lambda: with_record(kind="map", id="map-2"), "map-2: There is more than one map."),
    "a stage without step": (
        lambda: with_record(kind="stage", id="s"),
        "s: A stage needs at least one step.",
    ),
    # References.
    "a lane that is not there": (
        lambda: card(lane="lane-x"),
        "card-ad.lane: It refers to 'lane-x', which is not on the map.",
    ),
    "a step that is a stage": (
        lambda: card(step="stage-buy"),
        "card-ad.step: It cannot refer to 'stage-buy', which is a stage.",
    ),
    "no lane": (lambda: card(lane=""), "card-ad.lane: It has to refer to something on the map"),
    "an owner that is not there": (lambda: card(owner="o"), "card-ad.owner: It refers to 'o'"),
    "personas that are not there": (
        lambda: card(personas=["persona-ava", "p"]),
        "card-ad.personas: It refers to 'p'",
    ),
    "personas twice": (
        lambda: card(personas=["persona-ava"] * 2),
        "card-ad.personas: The same one stands",
    ),
    "a connection to nothing": (
        lambda: with_record(kind="connection", id="c", source="card-ad"),
        "c.target: It has to refer to something on the map",
    ),
    "a connection to itself": (
        lambda: with_record(kind="connection", id="c", source="card-ad", target="card-ad"),
        "c.target: A connection joins two different elements.",
    ),
    "a connection of card and stage": (
        lambda: with_record(kind="connection", id="c", source="card-ad", target="stage-buy"),
        "c.target: A connection joins two cards or two stages",
    ),
    "a note about nothing": (
        lambda: with_record(kind="note", id="n", about="x"),
        "n.about: It refers to 'x'",
    ),
    # Values.
    "a text that is a number": (lambda: card(text=5), "card-ad.text: 5 should be a text in quotation marks."),
    "a text that is null": (
        lambda: card(text=None),
        "card-ad.text: null should be a text in quotation marks.",
    ),
    "a text that is a list": (
        lambda: card(text=["a"]),
        'card-ad.text: ["a"] should be a text in quotation marks.',
    ),
    "a lane that is a list": (lambda: card(lane=[]), "card-ad.lane: [] should be a text in quotation marks."),
    "a text without end": (
        lambda: card(text="x" * 20_001),
        "card-ad.text: The text is longer than 20000 characters.",
    ),
    "an order with a dash": (lambda: card(order="a-0"), "card-ad.order: a-0 cannot be a place in an order"),
    "an endless order": (lambda: card(order="a" * 101), "cannot be a place in an order"),
    "a span of nothing": (lambda: card(span=0), "card-ad.span: 0 lies outside the numbers"),
    "half a span": (lambda: card(span=1.5), "card-ad.span: 1.5 should be a whole number"),
    "a span that is true": (lambda: card(span=True), "card-ad.span: true should be a whole number"),
    "a giant span": (
        lambda: card(span=10**400),
        "card-ad.span: a number of more than 30 digits lies outside",
    ),
    "a switch that is 1": (
        lambda: card(moment_of_truth=1),
        "card-ad.moment_of_truth: 1 should be true or false",
    ),
    "a switch that is 1 among good ones": (
        lambda: with_fields("card-ad", moment_of_truth=True).replace(
            b'"text": "search"', b'"text": "search", "moment_of_truth": 1'
        ),
        "card-search.moment_of_truth: 1 should be true or false",
    ),
    "an unknown initiator": (lambda: card(initiator="boss"), "card-ad.initiator: boss is none of the words"),
    "personas as text": (
        lambda: card(personas="ava"),
        "card-ad.personas: ava should be a list of texts in square brackets.",
    ),
    "a persona that is a number": (
        lambda: card(personas=[1]),
        "card-ad.personas: 1 should be a text in quotation marks.",
    ),
    "an evidence that is a text": (
        lambda: card(evidence="sure"),
        "card-ad.evidence: sure should be a group of values in braces.",
    ),
    "an unknown evidence": (
        lambda: card(evidence={"level": "sure"}),
        "card-ad.evidence.level: sure is none of",
    ),
    "an evidence of no day": (
        lambda: card(evidence={"date": "2025-02-30"}),
        "card-ad.evidence.date: 2025-02-30 is not",
    ),
    "a pain of text": (
        lambda: card(pain={"severity": "3"}),
        "card-ad.pain.severity: 3 should be a whole number",
    ),
    "a pain of 4": (lambda: card(pain={"severity": 4}), "card-ad.pain.severity: 4 is none of"),
    "an unknown impact": (
        lambda: card(opportunity={"impact": 1}),
        "card-ad.opportunity.impact: 1 should be a text in quotation marks.",
    ),
    "an emotion beyond": (
        lambda: edited('"value":0.5', '"value":1.5'),
        "value: 1.5 lies outside the numbers",
    ),
    "an endless emotion": (
        lambda: edited('"value":0.5', '"value":1e999'),
        "value: Infinity lies outside the numbers",
    ),
    "a giant emotion": (
        lambda: edited('"value":0.5', f'"value":1{"0" * 400}'),
        "more than 30 digits is too great.",
    ),
    "an emotion in words": (
        lambda: edited('"value":0.5', '"value":"0.5"'),
        "value: 0.5 should be a number without quotation marks.",
    ),
    "a place beyond": (
        lambda: with_fields("point-persona-ava-1", at=-0.1),
        "persona-ava-1.at: -0.1 lies outside",
    ),
    "a width of zero": (lambda: with_fields("step-buy-1", width=0), "step-buy-1.width: 0.0 lies outside"),
    "a lane of no kind": (
        lambda: edited('"emotions"', '"moods"'),
        "lane-emotions.lane_kind: moods is none of",
    ),
    "a colour by name": (
        lambda: with_fields("stage-buy", color="red"),
        "stage-buy.color: red is not a colour",
    ),
    "a colour with alpha": (
        lambda: with_fields("stage-buy", color="#0072b2ff"),
        "is not a colour such as #0072b2",
    ),
    "aliases that are null": (
        lambda: with_fields("stage-buy", aliases=None),
        "aliases: null should be a list of texts in square brackets.",
    ),
    "a language of spaces": (
        lambda: with_fields("map", language="e n"),
        "map.language: e n is not a language",
    ),
    "a direction up": (lambda: with_fields("map", direction="up"), "map.direction: up is none of the words"),
    "a theme with a path": (
        lambda: with_fields("map", theme="../../x"),
        "map.theme: ../../x is not the name of a theme or an icon.",
    ),
    "one level": (lambda: with_fields("map", levels=["up"]), "map.levels: A scale has 2 to 10 levels"),
    "a review tomorrow": (
        lambda: with_fields("map", reviewed="tomorrow"),
        "map.reviewed: tomorrow is not a date",
    ),
    # Pictures.
    "base64 with spaces": (lambda: image(data="AA AA"), ".data: The picture is damaged or cut off."),
    "base64 beyond ASCII": (lambda: image(data="ą"), ".data: The picture is damaged or cut off."),
    "half base64": (lambda: image(data="AAA"), ".data: The picture is damaged or cut off."),
    "a picture under another name": (
        lambda: image(id="image-0000000000000000"),
        "The picture is not the one that its id stands for.",
    ),
    "a text as a picture": (
        lambda: image(content=b"hello"),
        "The picture is damaged, or no PNG or JPEG as it should be.",
    ),
    "a png as a jpeg": (
        lambda: image(media_type="image/jpeg"),
        "The picture is damaged, or no PNG or JPEG as it should be.",
    ),
    "an svg": (lambda: image(media_type="image/svg+xml"), "media_type: image/svg+xml is none of the words"),
    "40,000 pixels wide": (
        lambda: image(content=PNG[:16] + bytes.fromhex("00009c4000009c40") + PNG[24:]),
        "The picture has more than 40 megapixels.",
    ),
    "a picture of 21 MB": (
        lambda: image(content=PNG.ljust(LARGEST + 1)),
        "The picture is larger than 20 MB.",
    ),
    # What we do not know must be harmless all the same.
    "deep unknown field": (
        lambda: edited('"text":"ad"', f'"text":"ad","x":{DEEP}'),
        "card-ad.x: There are more than 40 brackets",
    ),
    "infinite unknown field": (
        lambda: card(x={"y": 1}).replace(b'"y": 1', b'"y": 1e999'),
        "card-ad.x: Infinity is no number",
    ),
    "giant unknown number": (lambda: card(x=[2**53 + 1]), "card-ad.x: 9007199254740993 is too great."),
    "deep unknown kind": (
        lambda: with_record(kind="metric", id="m", x=json.loads(DEEP)),
        "m.x: There are more than 40 brackets",
    ),
    "unknown in evidence": (
        lambda: card(evidence={"x": 10**300}),
        "card-ad.evidence.x: a number of more than 30",
    ),
    "unknown kind, bad id": (
        lambda: with_record(kind="metric", id="m m"),
        "m m.id: m m cannot be an id",
    ),
}
