"""How each kind of record looks as a JSON object: names, defaults and types of its fields."""

from __future__ import annotations

import dataclasses
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any
from unicodedata import is_normalized

from editor.files import loose
from editor.files.refusal import Refusal
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
from editor.model.words import clean

Row = dict[str, Any]
Converter = Callable[[Sequence[Any], Any], list[Any]]

KINDS: tuple[type[Record], ...] = (
    Map,
    Persona,
    Owner,
    Channel,
    Stage,
    Step,
    Lane,
    Card,
    Point,
    Connection,
    Note,
    Image,
)
"""The kinds in the order in which they stand in a file; unknown kinds follow by name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a class: its name, its default, and how its values come from JSON.

    Values of the type `plain` are taken as they are; `convert` makes a column of values out of others.
    `put(record, value)` fills the field's slot in a record that is being made.
    """

    name: str
    default: Any
    plain: type
    convert: Converter
    put: Callable[[Any, Any], None]
    real: bool

    def column(self, rows: Sequence[Row], *, tidy: bool) -> list[Any]:
        """Return the values of the field in `rows`; raises Refusal for values of the wrong type."""
        values: list[Any] = list(map(dict.get, rows, repeat(self.name), repeat(self.default)))
        kinds = set(map(type, values))
        if kinds == {self.plain} and (self.plain is not str or (tidy and _composed(values))):
            return values
        try:
            return self.convert(values, self.default)
        except Refusal as refusal:
            raise refusal.inside(self.name) from None


@dataclass(frozen=True, slots=True)
class Shape:
    """How one class looks as JSON: all its fields but `extra`.

    Values are made a column at a time, past the constructor, whose one call per field would take longer
    than reading the JSON does: this is most of the speed of opening a file.
    """

    made: type
    fields: tuple[Field, ...]
    put_extra: Callable[[Any, Any], None]

    def build(self, rows: Sequence[Row], *, tidy: bool) -> list[Any]:
        """Return the values that `rows` describe; fields that are not known become their extra.

        `tidy` says that no text needs cleaning but for composition. Raises Refusal for wrong types.
        """
        made = list(map(object.__new__, repeat(self.made, len(rows))))
        present = set[str]().union(*rows)
        for field in self.fields:
            known = field.name in present
            _exhaust(map(field.put, made, field.column(rows, tidy=tidy) if known else repeat(field.default)))
        unknown = present.difference(("kind",), (field.name for field in self.fields))
        extras = (loose.packed(_part(row, unknown)) for row in rows) if unknown else repeat(())
        _exhaust(map(self.put_extra, made, extras))
        return made

    def plain_fields(self, value: Any) -> Row:
        """Return the fields of `value` that differ from their defaults, as JSON values."""
        fields = loose.unpacked(value.extra)
        for field in self.fields:
            content = getattr(value, field.name)
            if content != field.default:
                fields[field.name] = float(content) if field.real else as_json(content)
        return fields


def as_json(value: Any) -> Any:
    """Return a field's value as JSON knows it."""
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Evidence | Pain | Opportunity):
        return VALUES[type(value)].plain_fields(value)
    return list(value) if isinstance(value, tuple) else value


def _wrong(problem: str, value: object) -> Refusal:
    return Refusal(problem, value=value)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise _wrong("{value} is not a text.", value)
    return clean(value)


def _texts(value: Any) -> tuple[str, ...]:
    if type(value) is not list:
        raise _wrong("{value} is not a list of texts.", value)
    return tuple(map(_text, value))


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise _wrong("{value} is not a whole number.", value)
    return value


def _number(value: Any) -> float:
    if type(value) is float or (type(value) is int and abs(value) <= loose.GREATEST):
        return float(value)
    raise _wrong("{value} is not a number.", value)


def _switch(value: Any) -> bool:
    if type(value) is not bool:
        raise _wrong("{value} is not true or false.", value)
    return value


def _bytes(value: Any) -> bytes:
    try:
        return b64decode(_text(value), validate=True)
    except ValueError:
        raise _wrong("{value} is not base64.", value) from None


def _each(convert: Callable[[Any], Any]) -> Converter:
    """Return the converter of a column whose values are converted one by one."""

    def column(values: Sequence[Any], default: Any) -> list[Any]:
        return [value if value is default else convert(value) for value in values]

    return column


def _objects(kind: type) -> Converter:
    """Return the converter of a column of small values, some of which may be missing."""

    def column(values: Sequence[Any], default: Any) -> list[Any]:
        rows = [value for value in values if value is not default]
        if set(map(type, rows)) - {dict}:
            wrong = next(row for row in rows if type(row) is not dict)
            raise _wrong("{value} is not an object in braces.", wrong)
        made = iter(VALUES[kind].build(rows, tidy=False))
        return [value if value is default else next(made) for value in values]

    return column


_CONVERTERS: Mapping[str, Converter] = {
    "str": _each(_text),
    "tuple[str, ...]": _each(_texts),
    "int": _each(_whole),
    "float": _each(_number),
    "float | None": _each(_number),
    "bool": _each(_switch),
    "bytes": _each(_bytes),
    "Evidence | None": _objects(Evidence),
    "Pain | None": _objects(Pain),
    "Opportunity | None": _objects(Opportunity),
}


def _shape(kind: Any) -> Shape:
    fields = [_field(kind, field) for field in dataclasses.fields(kind) if field.name != "extra"]
    return Shape(kind, tuple(fields), kind.extra.__set__)


def _field(kind: Any, field: dataclasses.Field[Any]) -> Field:
    missing = field.default is dataclasses.MISSING or field.name == "id"
    return Field(
        name=field.name,
        default=None if missing else field.default,
        plain=str if missing else type(field.default),
        convert=_CONVERTERS[str(field.type)],
        put=getattr(kind, field.name).__set__,
        real=str(field.type).startswith("float"),
    )


def _composed(texts: Sequence[str]) -> bool:
    """Tell whether all texts are in NFC, looked at together."""
    together = "\n".join(texts)
    return together.isascii() or is_normalized("NFC", together)


def _exhaust(steps: Iterator[None]) -> None:
    deque(steps, maxlen=0)


def _part(row: Row, names: set[str]) -> Row:
    return {name: row[name] for name in names.intersection(row)}


VALUES: Mapping[type, Shape] = {kind: _shape(kind) for kind in (Evidence, Pain, Opportunity)}
SHAPES: Mapping[str, Shape] = {kind.kind: _shape(kind) for kind in KINDS}
