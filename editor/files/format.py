"""The file format, version 1: one canonical JSON document, one record per line (see FORMAT.md).

    {"format":"safar-journey","format_version":1,"records":[
    {"id":"map","kind":"map","title":"Buying shoes"},
    {"id":"stage-k3f9x2ab","kind":"stage","order":"a0","title":"Awareness"}
    ]}

UTF-8, keys sorted, no spaces; records by kind (map, persona, owner, channel, stage, step, lane, card, point,
connection, note, image, then unknown kinds by name), then by id. Fields that have their default
value are left out. Nothing in it depends on when or where it was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter
from typing import Any

from editor.files.loose import canonical
from editor.files.shapes import KINDS, SHAPES
from editor.model.records import Record, Unknown

FORMAT = "safar-journey"
VERSION = 1
SUFFIX = ".journey"

HEADER_KEYS = ("format", "format_version", "records")

_ID = attrgetter("id")
_STRANGE = attrgetter("unknown_kind", "id")


def dumps(records: Iterable[Record]) -> bytes:
    """Return the file of these records; the same records give the same bytes in whatever order they come."""
    # Who only reads a map needs none of it.
    from editor.files.lines import lines

    kinds, header, strange = dict[str, list[Record]](), dict[str, Any](), list[Unknown]()
    for record in records:
        if not isinstance(record, Unknown):
            kinds.setdefault(record.kind, []).append(record)
        elif record.unknown_kind:
            strange.append(record)
        else:
            header.update(json.loads(record.fields))
    groups = (sorted(kinds[kind.kind], key=_ID) for kind in KINDS if kind.kind in kinds)
    known = chain.from_iterable(lines(group, line) for group in groups)
    unknown = map(line, sorted(strange, key=_STRANGE))
    return _document(header, ",\n".join(chain(known, unknown))).encode("utf-8")


def line(record: Record) -> str:
    """Return the one line of a record."""
    return canonical(plain(record))


def plain(record: Record) -> dict[str, Any]:
    """Return the JSON object of a record."""
    if isinstance(record, Unknown):
        return {**json.loads(record.fields), "id": record.id, "kind": record.unknown_kind}
    return {**SHAPES[record.kind].plain_fields(record), "kind": record.kind}


def _document(header: dict[str, Any], lines: str) -> str:
    """Return the whole document; unknown fields of the header stand where sorting puts them."""
    header = {**header, "format": FORMAT, "format_version": VERSION}
    before = canonical({key: value for key, value in header.items() if key < "records"})
    after = canonical({key: value for key, value in header.items() if key > "records"})
    tail = "," + after[1:] if after != "{}" else "}"
    return f'{before[:-1]},"records":[\n{lines}\n]{tail}\n'
