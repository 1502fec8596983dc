"""Content that this version does not know: kept as canonical JSON text, refused where it is hostile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from editor.files.refusal import Refusal
from editor.model.values import Extra

DEEPEST = 40
"""How deep unknown content may be nested."""
GREATEST = 2**53
"""Whole numbers beyond this are not the same number in every program."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
# `_ENCODER.encode` makes such an encoder anew for each of thousands of records, which takes half the time.
_ENCODE: Any = json.encoder.c_make_encoder(  # type: ignore[attr-defined]
    None, _ENCODER.default, json.encoder.encode_basestring, None, ":", ",", True, False, False
)


def canonical(value: Any) -> str:
    """Return `value` as canonical JSON: keys sorted, no spaces, no escapes that are not needed."""
    return "".join(_ENCODE(value, 0))


def packed(fields: Mapping[str, Any]) -> Extra:
    """Return unknown fields as (name, canonical JSON), by name; raises Refusal for hostile content."""
    return tuple((name, canonical(value)) for name, value in sorted(checked(fields).items()))


def unpacked(extra: Extra) -> dict[str, Any]:
    """Return the fields that `packed` made text of."""
    return {name: json.loads(text) for name, text in extra}


def checked(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `fields` as they are; raises Refusal for hostile content, naming the field."""
    for name, value in fields.items():
        try:
            check(value)
        except Refusal as refusal:
            raise refusal.inside(name) from None
    return fields


def check(value: Any, depth: int = 0) -> None:
    """Raise Refusal for numbers without a value, for giant ones and for deep nesting."""
    if depth > DEEPEST:
        raise Refusal("There are more than {deepest} brackets inside one another.", deepest=DEEPEST)
    if isinstance(value, float) and not isfinite(value):
        raise Refusal("{value} is no number that a map can hold.", value=value)
    if isinstance(value, int) and abs(value) > GREATEST:
        raise Refusal("{value} is too great.", value=value)
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            check(part, depth + 1)
