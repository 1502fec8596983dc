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
from typing import Any

from editor.files.loose import canonical
from editor.files.shapes import KINDS, SHAPES
from editor.model.records import Record, Unknown

FORMAT = "safar-journey"
VERSION = 1
SUFFIX = ".journey"

HEADER_KEYS = ("format", "format_version", "records")

_PLACES = {kind.kind: place for place, kind in enumerate(KINDS)}


def dumps(records: Iterable[Record]) -> bytes:
    """Return the file of these records; the same records give the same bytes in whatever order they come."""
    known, header = list[Record](), dict[str, Any]()
    for record in records:
        if isinstance(record, Unknown) and not record.unknown_kind:
            header.update(json.loads(record.fields))
        else:
            known.append(record)
    lines = ",\n".join(map(line, sorted(known, key=_rank)))
    return _document(header, lines).encode("utf-8")


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


def _rank(record: Record) -> tuple[int, str, str]:
    if isinstance(record, Unknown):
        return len(KINDS), record.unknown_kind, record.id
    return _PLACES[record.kind], "", record.id
