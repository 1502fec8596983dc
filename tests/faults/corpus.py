"""Hostile files of every kind that the program reads, made by a script, the same ones every time.

`python -m tests.faults.corpus FOLDER` writes them all, a folder for each reader. What fuzzing has found is
in `tests/faults/seeds/found/READER`.
"""

from __future__ import annotations

import base64
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from editor.files import recovery
from editor.files.limits import LARGEST_FILE
from editor.files.loose import canonical
from editor.model.pictures import image_id
from tests.faults import bombs
from tests.files.broken import BROKEN, GOOD, edited, header, with_fields, with_record

FOUND = Path(__file__).parent / "seeds" / "found"

Make = Callable[[], bytes]
Place = Callable[[Path], object]
"""Puts something at a path that is no plain file with bytes in it."""

KB, MB = 1000, 1_000_000


def records(rows: list[Any], **fields: Any) -> bytes:
    """A journey with these records beside its map."""
    return header(records=[{"id": "map", "kind": "map"}, *rows], **fields)


def image(content: bytes, media_type: str = "image/png") -> bytes:
    """The good file with a picture."""
    data = base64.b64encode(content).decode()
    return with_record(kind="image", id=image_id(content), data=data, media_type=media_type)


def ring(kind: str, count: int) -> list[Any]:
    """Connections between cards that lead round in a circle, and on into nothing."""
    link = {"kind": "connection", "source": "card-0"}
    return [{**link, "id": f"{kind}-{n}", "target": f"card-{n + 1}"} for n in range(count)]


REFUSED: dict[str, Make] = {
    **{f"broken {name}": make for name, (make, _) in BROKEN.items()},
    "one nul": lambda: b"\0",
    "nul in the middle": lambda: GOOD[:200] + b"\0" + GOOD[200:],
    "nul escaped in a key": lambda: edited('"title":"Buy"', '"title\\u0000":1e999'),
    "utf16 without a mark": lambda: GOOD.decode().encode("utf-16-le"),
    "utf16 big endian": lambda: GOOD.decode().encode("utf-16-be"),
    "utf32": lambda: GOOD.decode().encode("utf-32"),
    "utf7": lambda: GOOD.decode().encode("utf-7")[: len(GOOD) // 2],
    "two byte order marks": lambda: b"\xef\xbb\xbf" * 2 + GOOD,
    "overlong utf8": lambda: GOOD.replace(b"Shoes", b"Sh\xc0\xafes"),
    "half, crlf": lambda: GOOD.replace(b"\n", b"\r\n")[: len(GOOD) // 2],
    "half": lambda: GOOD[: len(GOOD) // 2],
    "all but the last bracket": lambda: GOOD.rstrip()[:-1],
    "one byte": lambda: b"{",
    "gzip": lambda: bytes.fromhex("1f8b0800000000000003") + bytes(100),
    "zip": lambda: b"PK\x03\x04" + bytes(100),
    "pickle": lambda: b"\x80\x04\x8c\x05posix\x8c\x06system\x93.",
    "yaml": lambda: b"!!python/object/apply:os.system ['true']",
    "html": lambda: b"<html><script>alert(1)</script>",
    "a lot of spaces": lambda: b" " * (5 * MB),
    "a lot of line breaks": lambda: b"\n" * (5 * MB),
    "spaces before nothing": lambda: b" " * (5 * MB) + b"x",
    "zeros": lambda: bytes(5 * MB),
    "random bytes": lambda: random.Random(4).randbytes(MB),
    "a million brackets": lambda: b"[" * MB,
    "a million braces": lambda: b'{"":' * MB,
    "mixed brackets": lambda: b'[{"a":' * 200_000,
    "three million lists": lambda: b"[" + b"[]," * (3 * MB) + b"[]]",
    "two million objects": lambda: b"[" + b'{"":0},' * (2 * MB) + b"0]",
    "four million numbers": lambda: b"[" + b"1," * (4 * MB) + b"1]",
    "three million texts": lambda: b"[" + b",".join([b'""'] * (3 * MB)) + b"]",
    "million records of nothing": lambda: header(records=[0]).replace(b"[0]", b"[" + b"0," * MB + b"0]"),
    "a text of 10 MB": lambda: edited("Shoes", "x" * (10 * MB)),
    "a text of 38 MB with one wide letter": lambda: edited("Shoes", "😀" + "x" * (38 * MB)),
    "an escaped text of 12 MB": lambda: edited("Shoes", "\\u0041" * (2 * MB)),
    "a key of 5 MB": lambda: edited('"title":"Buy"', f'"{"k" * (5 * MB)}":1,"title":5'),
    "a hundred thousand keys": lambda: with_fields("card-ad", **{f"k{n}": 1e999 for n in range(100_000)}),
    "a number of 4,000 digits": lambda: edited("1.0", "9" * 4000),
    "a million digits": lambda: edited("1.0", "9" * MB),
    "a million digits behind the point": lambda: edited('"value":1.0', f'"value":1.{"9" * MB}1e9'),
    "an exponent of a million digits": lambda: edited('"value":1.0', f'"value":1e{"9" * MB}'),
    "minus infinity": lambda: edited('"value":1.0', '"value":-1e999'),
    "format version 10^400": lambda: header(format_version=10**400),
    "format version -1": lambda: header(format_version=-1),
    "format version a list": lambda: header(format_version=[1]),
    "format version null": lambda: header(format_version=None),
    "format an object": lambda: header(format={"safar-journey": 1}),
    "records a text": lambda: header(records="records"),
    "records null": lambda: header(records=None),
    "records of records": lambda: header(records=[[{"id": "map", "kind": "map"}]]),
    "a record null": lambda: records([None]),
    "a record a text": lambda: records(["card"]),
    "two hundred thousand maps": lambda: header(
        records=[{"id": f"m{n}", "kind": "map"} for n in range(200_000)]
    ),
    "an id of nul": lambda: with_record(kind="owner", id="\0"),
    "an id of a path": lambda: with_record(kind="owner", id="../../etc/passwd"),
    "an id of a right-to-left override": lambda: with_record(kind="owner", id="a\u202eb"),
    "an id with markup": lambda: with_record(kind="owner", id="<img src=x>"),
    "an id in braces": lambda: with_record(kind="owner", id="{place.__class__}"),
    "a kind with markup": lambda: records([{"id": "x", "kind": "card", "lane": "<b>{0}</b>"}]),
    "a kind that is true": lambda: records([{"id": "x", "kind": True}]),
    "a lane that is itself": lambda: with_fields("card-ad", lane="card-ad"),
    "a step in itself": lambda: with_fields("step-buy-1", stage="step-buy-1"),
    "a stage in a step": lambda: with_fields("step-buy-1", stage="step-learn-1"),
    "a connection round": lambda: with_record(kind="connection", id="c", source="c", target="c"),
    "a thousand dangling connections": lambda: records(ring("c", 1000)),
    "ids twice, ten thousand times": lambda: records([{"id": "o", "kind": "owner"}] * 10_000),
    "a card of all kinds": lambda: records([{"id": f"x{n}", "kind": "card", "text": n} for n in range(1000)]),
    "every field a list": lambda: every_field([]),
    "every field an object": lambda: every_field({}),
    "every field true": lambda: every_field(True),
    "every field null": lambda: every_field(None),
    "every field a giant": lambda: every_field(10**1000),
    "every field half a character": lambda: every_field("\ud800"),
    "a picture that is a list": lambda: with_record(kind="image", id="i", data=[1, 2]),
    "a picture without data": lambda: with_record(kind="image", id="i"),
    "a picture of 40 MB": lambda: with_record(
        kind="image", id="i", data="A" * (39 * MB), media_type="image/png"
    ),
    "a png of a billion pixels": lambda: image(bombs.png_head(65_535, 65_535)),
    "a png of no pixels": lambda: image(bombs.png_head(0, 5)),
    "a png without a head": lambda: image(b"\x89PNG\r\n\x1a\n"),
    "a png with a giant head": lambda: image(bombs.png_head(2**31 - 1, 2**31 - 1)),
    "a jpeg of nothing": lambda: image(b"\xff\xd8\xff", "image/jpeg"),
    "a jpeg without an end": lambda: image(b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000, "image/jpeg"),
    "a jpeg of no length": lambda: image(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 100_000, "image/jpeg"),
    "a jpeg of 4 billion pixels": lambda: image(bombs.jpeg_head(65_535, 65_535), "image/jpeg"),
    "a gif": lambda: image(b"GIF89a" + bytes(20)),
    "an svg as a png": lambda: image(bombs.SVG),
    "a newer version, broken": lambda: header(format_version=99, records=5),
    "a newer version, hostile": lambda: header(format_version=2, records=[{"id": 1}]),
    "an older version": lambda: header(format_version=0.5),
}
"""Journeys that are refused with one line."""


def every_field(value: Any) -> bytes:
    """The good file with that value in every field of every record but id and kind."""
    document = json.loads(GOOD)
    for record in document["records"]:
        record.update({name: value for name in record if name not in ("id", "kind")})
    return json.dumps(document).encode()


BEARABLE: dict[str, Make] = {
    "a byte order mark": lambda: b"\xef\xbb\xbf" + GOOD,
    "crlf": lambda: GOOD.replace(b"\n", b"\r\n"),
    "nul escaped in a text": lambda: edited("Shoes", "Sho\\u0000es"),
    "a newer version": lambda: header(format_version=99),
    "markup everywhere": lambda: edited("Shoes", "<img src=x onerror=alert(1)>{0}{place}%s"),
    "a text of 20,000 marks": lambda: edited("Shoes", "e" + "\u0301" * 19_000),
    "a text of 19,000 overrides": lambda: edited("Shoes", "\u202e\u202d" * 9_500),
    "a text of 19,000 line breaks": lambda: with_fields("card-ad", text="a\n" * 9_500),
    "a text of 19,000 letters": lambda: with_fields("card-ad", text="W" * 19_000),
    "persian and emoji without a space": lambda: with_fields("card-ad", text="سفر😀" * 500),
    "a span of a thousand": lambda: with_fields("card-ad", span=1000),
    "sizes beyond reason": lambda: with_fields("step-buy-1", width=20_000),
    "cards linked all to all": lambda: all_to_all(),
    "a file of unknown kinds": lambda: records([{"id": f"u{n}", "kind": f"k{n}"} for n in range(5_000)]),
    "a png cut short": lambda: image(bombs.png(50, 50)[:-30]),
    "a png that is a bomb": lambda: image(bombs.png(6000, 6000)),
    "a png and a web page": lambda: image(bombs.png(5, 5) + b"<script>alert(1)</script>"),
    "a png with a giant chunk": lambda: image(bombs.png_head(5, 5) + b"\xff\xff\xff\xffIDAT"),
    "a png with a text bomb": lambda: image(bombs.png(5, 5, bombs.text_bomb())),
    "a png with a profile bomb": lambda: image(bombs.png(5, 5, bombs.profile_bomb())),
    "a jpeg of two sizes": lambda: image(bombs.jpeg_of_two_sizes(), "image/jpeg"),
    "a jpeg cut short": lambda: image(bombs.jpeg(300, 300)[:-400], "image/jpeg"),
}
"""Journeys that open, however odd; drawing and exporting them must end well or with one line."""


def all_to_all() -> bytes:
    keys = [f"card-{n}" for n in range(30)]
    cards = [{"id": key, "kind": "card", "lane": "lane-touchpoints", "step": "step-buy-1"} for key in keys]
    pairs = [(one, other) for one in keys for other in keys if one != other]
    links = [
        {"id": f"c-{n}", "kind": "connection", "source": one, "target": other}
        for n, (one, other) in enumerate(pairs[:60])
    ]
    document = json.loads(GOOD)
    document["records"] += [*cards, *links]
    return json.dumps(document).encode()


def first_line(**fields: Any) -> str:
    """The first line of a journal, with other fields."""
    document = {
        "format": recovery.FORMAT,
        "format_version": recovery.VERSION,
        "path": "",
        "sha256": "",
        "map": GOOD.decode(),
        "process": {"pid": 2**22 + 1, "host": os.uname().nodename, "user": "u", "started": ""},
        "began": "2026-01-01T00:00:00+00:00",
    }
    return canonical({**document, **fields})


def deed(**fields: Any) -> str:
    """A line of a journal that adds an owner, with other fields."""
    owner = {"id": "owner-1", "kind": "owner", "name": "A"}
    plain = {"act": "do", "label": "x", "added": [owner], "old": [], "new": [], "removed": []}
    return canonical({**plain, **fields})


def draft(**fields: Any) -> str:
    """A line of a journal in which that owner is still being written, with other fields."""
    return deed(**{"act": "draft", **fields})


def journal(*lines: str) -> bytes:
    """A journal of these lines, with good checksums: whoever forges it can do that as well."""
    check, made = "", b""
    for text in lines:
        line, check = recovery.chained(check, text)
        made += line
    return made


JOURNALS: dict[str, Make] = {
    "empty": lambda: b"",
    "zeros": lambda: bytes(MB),
    "random bytes": lambda: random.Random(5).randbytes(MB),
    "line breaks": lambda: b"\n" * (5 * MB),
    "no line break": lambda: b"x" * (20 * MB),
    "a good one": lambda: journal(first_line(), deed()),
    "cut": lambda: journal(first_line(), deed())[:-9],
    "a wrong checksum": lambda: journal(first_line(), deed()).replace(b'"name"', b'"mane"'),
    "a list": lambda: journal("[]"),
    "a number": lambda: journal("1e999"),
    "brackets": lambda: journal("[" * 100_000),
    "another format": lambda: journal(first_line(format="x")),
    "a newer version": lambda: journal(first_line(format_version=2)),
    "a path that is a list": lambda: journal(first_line(path=["a"])),
    "a path with nul": lambda: journal(first_line(path="/srv/\0/a"), deed()),
    "a path that is a folder": lambda: journal(first_line(path="/srv"), deed()),
    "a path without end": lambda: journal(first_line(path="/" + "a/" * 50_000), deed()),
    "a device as path": lambda: journal(first_line(path="/dev/zero"), deed()),
    "a digest that is a number": lambda: journal(first_line(sha256=5), deed()),
    "a map that is null": lambda: journal(first_line(map=None)),
    "a map that is broken": lambda: journal(first_line(map="[" * 100_000), deed()),
    "a map of nothing": lambda: journal(first_line(map=""), deed()),
    "a process that is a text": lambda: journal(first_line(process="x")),
    "a process without number": lambda: journal(first_line(process={"host": "h", "user": "u"})),
    "a number that is a text": lambda: journal(process_line(pid="1"), deed()),
    "a number that is a list": lambda: journal(process_line(pid=[1]), deed()),
    "a number that is negative": lambda: journal(process_line(pid=-1), deed()),
    "a number that is zero": lambda: journal(process_line(pid=0), deed()),
    "a number of 400 digits": lambda: journal(process_line(pid=10**400), deed()),
    "a number that is real": lambda: journal(process_line(pid=1.5), deed()),
    "a host that is a list": lambda: journal(process_line(host=["h"]), deed()),
    "a start that is a number": lambda: journal(process_line(pid=os.getpid(), started=5), deed()),
    "an unknown field of the process": lambda: journal(process_line(x=1), deed()),
    "a date that is none": lambda: journal(first_line(began="yesterday"), deed()),
    "a date that is a number": lambda: journal(first_line(began=1), deed()),
    "a deed that is a list": lambda: journal(first_line(), "[]", deed()),
    "a deed of no act": lambda: journal(first_line(), deed(act="eval")),
    "an act that is a list": lambda: journal(first_line(), deed(act=["do"])),
    "a label that is a number": lambda: journal(first_line(), deed(label=1)),
    "a label with braces": lambda: journal(first_line(), deed(label="{0}<img src=x>")),
    "an undo of nothing": lambda: journal(first_line(), deed(act="undo")),
    "a redo of nothing": lambda: journal(first_line(), deed(act="redo")),
    "an owner twice": lambda: journal(first_line(), deed(), deed()),
    "removing what is not there": lambda: journal(
        first_line(), deed(added=[], removed=[{"id": "z", "kind": "owner"}])
    ),
    "removing the map": lambda: journal(
        first_line(), deed(added=[], removed=[{"id": "map", "kind": "map", "title": "Shoes"}])
    ),
    "another old value": lambda: journal(
        first_line(),
        deed(added=[], old=[{"id": "map", "kind": "map"}], new=[{"id": "map", "kind": "map", "title": "X"}]),
    ),
    "old without new": lambda: journal(first_line(), deed(old=[{"id": "map", "kind": "map"}])),
    "records that are numbers": lambda: journal(first_line(), deed(added=[1])),
    "records that are a text": lambda: journal(first_line(), deed(added="x")),
    "an added picture that is none": lambda: journal(
        first_line(), deed(added=[{"id": "i", "kind": "image", "data": "AAAA"}])
    ),
    "an added card of nowhere": lambda: journal(first_line(), deed(added=[{"id": "c", "kind": "card"}])),
    "hostile unknown content": lambda: journal(
        first_line(), deed(added=[{"id": "c", "kind": "q", "x": [[[]] * 9] * 9}])
    ),
    "a header without end": lambda: journal(
        first_line(), deed(added=[{"id": "h", "kind": "", "x": 5}, {"kind": ""}])
    ),
    "a text too long": lambda: journal(
        first_line(), deed(added=[{"id": "o", "kind": "owner", "name": "x" * 30_000}])
    ),
    "a giant line": lambda: journal(first_line(), deed(label="x" * (10 * MB)), deed()),
    "three thousand deeds": lambda: journal(
        first_line(), *(deed(added=[{"id": f"o{n}", "kind": "owner"}]) for n in range(3_000))
    ),
    "objects without end": lambda: journal(first_line(), deed(added=[{}] * 200_000)),
    "a draft": lambda: journal(first_line(), draft()),
    "a draft that was given up": lambda: journal(first_line(), draft(), draft(added=[])),
    "a draft of nothing": lambda: journal(first_line(), deed(), draft(added=[])),
    "a draft that is cut": lambda: journal(first_line(), deed(), draft(label="x" * 99))[:-9],
    "a draft of what is there already": lambda: journal(first_line(), deed(), draft()),
    "a draft without a label": lambda: journal(first_line(), draft(label=None)),
    "a draft whose label is a list": lambda: journal(first_line(), draft(label=["x"]), deed()),
    "a draft that is no more than its act": lambda: journal(first_line(), '{"act":"draft"}', deed()),
    "a draft of numbers": lambda: journal(first_line(), deed(), draft(added=[1])),
    "a draft about what is not there": lambda: journal(
        first_line(),
        draft(
            added=[],
            old=[{"id": "z", "kind": "owner"}],
            new=[{"id": "z", "kind": "owner", "name": "X"}],
        ),
    ),
    "a draft that names what is not there": lambda: journal(
        first_line(), draft(added=[{"id": "c", "kind": "card", "lane": "z", "step": "z"}])
    ),
    "a draft that removes the map": lambda: journal(
        first_line(), draft(added=[], removed=[{"id": "map", "kind": "map", "title": "Shoes"}])
    ),
    "a draft of a text too long": lambda: journal(
        first_line(), draft(added=[{"id": "o", "kind": "owner", "name": "x" * 30_000}])
    ),
    "a draft of a picture that is none": lambda: journal(
        first_line(), draft(added=[{"id": "i", "kind": "image", "data": "AAAA"}])
    ),
    "three thousand drafts": lambda: journal(
        first_line(), *(draft(added=[{"id": "o", "kind": "owner", "name": "x" * n}]) for n in range(3_000))
    ),
}


def process_line(**fields: Any) -> str:
    """The first line of a journal that another process wrote."""
    return first_line(
        process={"pid": 2**22 + 1, "host": os.uname().nodename, "user": "u", "started": "", **fields}
    )


def lock(**fields: Any) -> bytes:
    """A lock of a process of another host, with other fields."""
    process = {"pid": 1, "host": "elsewhere", "user": "u", "started": ""}
    return json.dumps(
        {"process": process, "since": "2026-01-01T00:00:00+00:00", "token": "t", **fields}
    ).encode()


def lock_of(**fields: Any) -> bytes:
    """A lock of another process."""
    return lock(process={"pid": 1, "host": "elsewhere", "user": "u", "started": "", **fields})


LOCKS: dict[str, Make] = {
    "empty": lambda: b"",
    "nul": lambda: b"\0" * 5000,
    "not json": lambda: b"locked by me",
    "brackets": lambda: b"[" * 4000,
    "a list": lambda: b"[1]",
    "a number of many digits": lambda: b"9" * 4096,
    "latin1": lambda: b'{"process":"\xe9"}',
    "half a character": lambda: lock_of(user="\ud800"),
    "cut": lambda: lock()[:-20],
    "longer than is read": lambda: lock_of(user="u" * 10_000),
    "a process that is null": lambda: lock(process=None),
    "a user that is a list": lambda: lock_of(user=[["x"]]),
    "a user with markup": lambda: lock_of(user="<img src='file:///red.png'>"),
    "a user in braces": lambda: lock_of(user="{0.__class__}"),
    "a user of line breaks": lambda: lock_of(user="\n" * 500),
    "a host of overrides": lambda: lock_of(host="\u202e" * 500),
    "a host that is null": lambda: lock_of(host=None),
    "a number that is a text": lambda: lock_of(pid="1"),
    "a number of 300 digits": lambda: lock_of(pid=10**300, host=os.uname().nodename),
    "a real number": lambda: lock_of(pid=1.5, host=os.uname().nodename),
    "infinity": lambda: lock_of(pid=float("inf"), host=os.uname().nodename),
    "zero": lambda: lock_of(pid=0, host=os.uname().nodename),
    "everybody": lambda: lock_of(pid=-1, host=os.uname().nodename),
    "a start that is a list": lambda: lock_of(pid=os.getpid(), host=os.uname().nodename, started=[1]),
    "since never": lambda: lock(since="never"),
    "since a number": lambda: lock(since=5),
    "since the year one": lambda: lock(since="0001-01-01T00:00:00+23:59"),
    "unknown fields": lambda: lock_of(x=1),
}


def ini(**values: str) -> bytes:
    """A file of settings."""
    groups: dict[str, list[str]] = {}
    for name, value in values.items():
        group, _, key = name.partition("_")
        groups.setdefault(group, []).append(f"{key}={value}")
    return "".join(f"[{group}]\n" + "\n".join(lines) + "\n\n" for group, lines in groups.items()).encode()


SETTINGS: dict[str, Make] = {
    "empty": lambda: b"",
    "nul": lambda: bytes(10_000),
    "random bytes": lambda: random.Random(6).randbytes(100 * KB),
    "utf16": lambda: ini(window_theme="dark").decode().encode("utf-16"),
    "no group": lambda: b"theme=dark\n",
    "brackets": lambda: b"[" * 100_000,
    "unknown values": lambda: ini(window_theme="pink", window_language="../../x", panels_outline="maybe"),
    "a list as theme": lambda: ini(window_theme="a, b, c"),
    "an object as theme": lambda: ini(window_theme="@Invalid()"),
    "a language of a path": lambda: ini(window_language="../../../../etc/passwd"),
    "a language of braces": lambda: ini(window_language="%s%n{0}"),
    "a shape that is a text": lambda: ini(shape_window="wide"),
    "a shape of random bytes": lambda: ini(shape_window="@ByteArray(" + "\\x1\\xff\\x30" * 200 + ")"),
    "a shape that claims much": lambda: ini(
        shape_window="@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0" + "\\xff" * 60 + ")"
    ),
    "a splitter of random bytes": lambda: ini(
        shape_splitter="@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\x1\\x7f\\xff\\xff\\xff)"
    ),
    "a variant of a type unknown": lambda: ini(files_recent="@Variant(\\0\\0\\0\\xff\\0)"),
    "a variant cut short": lambda: ini(files_recent="@Variant(\\0\\0\\0\\t\\0\\0\\xff\\xff)"),
    "a number as recent files": lambda: ini(files_recent="@Variant(\\0\\0\\0\\x2\\0\\0\\0\\x5)"),
    "a list of numbers as recent files": lambda: ini(files_recent="1, 2, 3"),
    "a rectangle as recent files": lambda: ini(files_recent="@Rect(0 0 5 5)"),
    "recent files of nul": lambda: ini(files_recent="/srv/\\0/a.journey, /srv/b\\0.journey"),
    "recent files without end": lambda: ini(
        files_recent=", ".join(f"/srv/{n}.journey" for n in range(50_000))
    ),
    "a recent file of a long name": lambda: ini(files_recent="/srv/" + "x" * 5_000),
    "recent devices": lambda: ini(files_recent="/dev/zero, /dev/random, /proc/self/mem, /srv, /"),
    "a recent fifo": lambda: ini(files_recent="FOLDER/fifo.journey"),
    "recent hostile maps": lambda: ini(
        files_recent="FOLDER/deep.journey, FOLDER/list.journey, FOLDER/latin.journey"
    ),
    "recent files with markup": lambda: ini(files_recent='"/srv/<img src=x>/&lt;b&gt;.journey"'),
    "recent files of the home of nobody": lambda: ini(
        files_recent="~nobody/x, ~/x, $HOME/x, file:///etc/passwd"
    ),
    "half a character": lambda: ini(files_recent="\\xd800\\xd800"),
    "everything at once": lambda: ini(
        files_recent="@Point(1 2)", shape_window="@Size(1 2)", panels_outline="@Invalid()"
    ),
}
"""Settings, recent files among them; FOLDER stands for where they lie."""

INDEXES: dict[str, Make] = {
    "empty": lambda: b"",
    "not json": lambda: b"templates",
    "brackets": lambda: b"[" * 100_000,
    "a list": lambda: b"[]",
    "no templates": lambda: b"{}",
    "templates a number": lambda: b'{"templates":5}',
    "templates of texts": lambda: b'{"templates":["blank"]}',
    "an entry without fields": lambda: b'{"templates":[{}]}',
    "an entry of lists": lambda: entry(name=[], title=[], title_en=[]),
    "a file outside": lambda: entry(file="../../../../etc/passwd"),
    "a file with nul": lambda: entry(file="a\0b"),
    "latin1": lambda: b'{"templates":[{"name":"\xe9"}]}',
    "a title with markup": lambda: entry(title="<img src=x>", name="a\x1b[31m"),
}


def entry(**fields: Any) -> bytes:
    """An index of one template, with other fields."""
    plain = {"name": "blank", "file": "blank.journey", "title": "Blank", "title_en": "Blank"}
    more = {"language": "en", "description": "", "description_en": ""}
    return json.dumps({"templates": [{**plain, **more, **fields}]}).encode()


TABLES: dict[str, Make] = {
    "empty": lambda: b"",
    "nul": lambda: b"a\0b,c\0\n\0",
    "binary": lambda: random.Random(7).randbytes(100 * KB),
    "latin1": lambda: b"caf\xe9;x\n",
    "utf16": lambda: "a\tb\nc\td".encode("utf-16"),
    "utf16 cut": lambda: "a\tb".encode("utf-16")[:-1],
    "utf32": lambda: "a\tb".encode("utf-32"),
    "half a character in utf16": lambda: b"\xff\xfe\x00\xd8a\x00",
    "surrogates in utf8": lambda: b"\xed\xa0\x80,a",
    "formulas": lambda: b"=1+1,+1,-1,@x,\t=1,\r=2\n=HYPERLINK(\"http://x\"),=cmd|' /C calc'!A0\n",
    "a quote never closed": lambda: b'"' + b"a," * 100_000,
    "quotes never closed, many": lambda: b'a,"b\n' * 100_000,
    "quotes and more quotes": lambda: b'"' * (2 * MB + 1),
    "pairs of quotes": lambda: b',""' * 500_000,
    "quotes in threes": lambda: b',"""a' * 500_000,
    "quotes that close too early": lambda: b'"a"b,"c"d\n' * 100_000,
    "a million columns": lambda: b"a," * MB,
    "a million empty columns": lambda: b"," * MB,
    "a million rows": lambda: b"a\n" * MB,
    "a million empty rows": lambda: b"\n" * (5 * MB),
    "carriage returns": lambda: b"\r" * (5 * MB),
    "a giant cell": lambda: b"x" * (19 * MB),
    "a giant cell in quotes": lambda: b'"' + b"x" * (10 * MB) + b'"',
    "a cell of line breaks": lambda: b'"' + b"x\n" * 9_000 + b'"',
    "wide letters": lambda: ("😀" * 4 * MB).encode(),
    "twenty-one MB": lambda: b"a," * (11 * MB),
    "a grid of 2,000 × 2,000": lambda: (b"a," * 2_000 + b"\n") * 2_000,
    "a grid of 500 × 500 with 9 lines": lambda: (b'"1\n2\n3\n4\n5\n6\n7\n8\n9",' * 499 + b"a\n") * 500,
    "overrides and marks": lambda: ("\u202e\u0301\u200f," * 10_000).encode(),
    "a long row among short ones": lambda: b"a\n" * 1000 + b"b," * 400_000,
    "sep says so": lambda: b"sep=;\n=1;2\n",
    "sep says nonsense": lambda: b'sep="\n"a""b\n',
}

PICTURES: dict[str, tuple[Make, str]] = {
    "empty": (lambda: b"", ".png"),
    "one byte": (lambda: b"\x89", ".png"),
    "text": (lambda: b"hello", ".png"),
    "svg with a local link": (lambda: bombs.SVG, ".png"),
    "svg as jpeg": (lambda: bombs.SVG, ".jpg"),
    "gif": (lambda: bombs.encoded("GIF", 5, 5), ".png"),
    "bmp": (lambda: bombs.encoded("BMP", 5, 5), ".png"),
    "webp as jpeg": (lambda: b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(30), ".jpg"),
    "postscript": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n", ".jpg"),
    "a jpeg as png": (lambda: bombs.jpeg(50, 50), ".png"),
    "a png as jpg": (lambda: bombs.png(50, 50), ".jpg"),
    "a png of 49 megapixels": (lambda: bombs.png(7000, 7000), ".png"),
    "a png of 36 megapixels": (lambda: bombs.png(6000, 6000), ".png"),
    "a jpeg of 49 megapixels": (lambda: bombs.jpeg(7000, 7000), ".jpg"),
    "a png of 4 billion pixels": (lambda: bombs.png_head(65_535, 65_535) + bytes(50), ".png"),
    "a png of no pixels": (lambda: bombs.png_head(0, 0), ".png"),
    "a png one pixel high": (lambda: bombs.png(200_000, 1), ".png"),
    "a png with a head only": (lambda: bombs.png_head(50, 50), ".png"),
    "a png cut short": (lambda: bombs.png(200, 200)[:-30], ".png"),
    "a png without pixels": (lambda: bombs.png_head(5, 5) + bombs.chunk(b"IEND", b""), ".png"),
    "a png with wrong checksums": (lambda: bombs.png(50, 50).replace(b"IDAT", b"iDAT"), ".png"),
    "a png with too few pixels": (lambda: bombs.png_head(500, 500) + bombs.pixels(5, 5) + bombs.END, ".png"),
    "a png with a giant chunk": (lambda: bombs.png_head(5, 5) + b"\xff\xff\xff\xffIDAT", ".png"),
    "a png with a negative chunk": (lambda: bombs.png_head(5, 5) + b"\x80\0\0\0tEXt", ".png"),
    "a png with a text bomb": (lambda: bombs.png(5, 5, bombs.text_bomb()), ".png"),
    "a png with text bombs": (lambda: bombs.png(5, 5, bombs.text_bomb() * 70), ".png"),
    "a png with a profile bomb": (lambda: bombs.png(5, 5, bombs.profile_bomb()), ".png"),
    "a png with a pixel bomb": (lambda: bombs.png_head(5, 5) + bombs.pixels(9000, 3000) + bombs.END, ".png"),
    "an animated png": (lambda: bombs.png(5, 5, bombs.chunk(b"acTL", b"\xff" * 8)), ".png"),
    "a png of a million chunks": (lambda: bombs.png(5, 5, bombs.chunk(b"tEXt", b"a\0b") * 500_000), ".png"),
    "a png in 16 bits": (lambda: bombs.deep_png(), ".png"),
    "a png and a web page": (lambda: bombs.png(5, 5) + b"<script>alert(1)</script>", ".png"),
    "a png and a zip": (lambda: bombs.png(5, 5) + b"PK\x05\x06" + bytes(18), ".png"),
    "a jpeg with a head only": (lambda: bombs.jpeg_head(50, 50), ".jpg"),
    "a jpeg cut short": (lambda: bombs.jpeg(300, 300)[:-400], ".jpg"),
    "a jpeg of two sizes": (lambda: bombs.jpeg_of_two_sizes(), ".jpg"),
    "a jpeg of no length": (lambda: b"\xff\xd8" + b"\xff\xe0\x00\x00" * 100_000, ".jpg"),
    "a jpeg of many scans": (lambda: bombs.jpeg_of_many_scans(), ".jpg"),
    "a jpeg with hostile exif": (lambda: bombs.jpeg_with_exif(b"Exif\0\0II*\0\xff\xff\xff\xff"), ".jpg"),
    "a jpeg with a ring of exif": (lambda: bombs.jpeg_with_exif(bombs.RING), ".jpg"),
    "a jpeg in four colours": (lambda: bombs.encoded("JPEG", 50, 50, "CMYK"), ".jpg"),
    "twenty-one MB": (lambda: bombs.png(5, 5).ljust(21 * 1024 * 1024), ".png"),
}

FRAGMENTS: dict[str, Make] = {
    **{
        name: BROKEN[name][0]
        for name in ("prose", "100,000 brackets", "nan", "two maps", "a lane that is not there")
    },
    "empty": lambda: b"",
    "nul": lambda: b"\0",
    "larger than a file": lambda: b" " * (LARGEST_FILE + 1),
    "half": lambda: GOOD[: len(GOOD) // 2],
    "a newer version": lambda: header(format_version=2),
}


def made(folder: Path, cases: dict[str, Make], suffix: str) -> Iterator[tuple[str, Path]]:
    """Write the files of these cases into `folder`, one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, make) in enumerate(cases.items()):
        path = folder / f"{number:03d}{suffix}"
        path.write_bytes(make())
        yield name, path


def all_cases() -> dict[str, dict[str, tuple[Make, str]]]:
    """Return every case by reader and name, with the suffix of its file."""
    cases = {
        "journey": {**{n: (m, ".journey") for n, m in REFUSED.items()}},
        "bearable": {n: (m, ".journey") for n, m in BEARABLE.items()},
        "journal": {n: (m, recovery.SUFFIX) for n, m in JOURNALS.items()},
        "lock": {n: (m, ".lock") for n, m in LOCKS.items()},
        "settings": {n: (m, ".ini") for n, m in SETTINGS.items()},
        "index": {n: (m, ".json") for n, m in INDEXES.items()},
        "table": {n: (m, ".csv") for n, m in TABLES.items()},
        "picture": dict(PICTURES),
        "fragment": {n: (m, ".fragment") for n, m in FRAGMENTS.items()},
    }
    for file in sorted(FOUND.glob("*/*")):
        cases[file.parent.name][f"found {file.name}"] = (file.read_bytes, file.suffix)
    return cases


def build(folder: Path) -> int:
    """Write every file; return how many."""
    count = 0
    for reader, cases in all_cases().items():
        for number, (make, suffix) in enumerate(cases.values()):
            path = folder / reader / f"{number:03d}{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make())
            count += 1
    return count


if __name__ == "__main__":
    print(build(Path(sys.argv[1])), "files")
