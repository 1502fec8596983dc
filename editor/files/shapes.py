"""How each kind of record looks as a JSON object: names, defaults, types and rules of its fields."""

from __future__ import annotations

import dataclasses
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import Any

from editor.files import loose
from editor.files.columns import MISSING, Column, Columns, columns_of
from editor.files.limits import Tidy
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
from editor.model.rules import AT_ONCE, LONGEST_TEXT, RULES, VALUE_RULES, Rule, identifier, short, words
from editor.model.values import Evidence, Extra, Opportunity, Pain
from editor.model.words import clean

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

NOT_WHOLE = "{value} should be a whole number without quotation marks."


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a class: its name, its default, its rule, and how its values come from JSON.

    Values of the type `plain` are taken as they are; `convert` makes a column of values out of others.
    """

    name: str
    default: Any
    plain: type
    convert: Converter
    rule: Rule | None
    real: bool

    def taken(self, column: Column, tidy: Tidy) -> Sequence[Any]:
        """Return the values of a column as records hold them; raises Refusal for bad ones."""
        try:
            values = self._converted(column, tidy)
            if self.rule:
                _check_rule(self.rule, values)
        except Refusal as refusal:
            raise refusal.inside(self.name) from None
        return values

    def _converted(self, column: Column, tidy: Tidy) -> Sequence[Any]:
        if column.types == {self.plain} and (self.plain is not str or tidy(column.values)):
            return column.values
        return self.convert(column.values, self.default)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the class `made` looks as JSON: all its fields but `extra`, which comes last.

    A frozen class sets each of its fields by a call, which together take longer than reading the JSON. So
    values are made as its `twin`, which has the same slots but is not frozen, and then change class.
    """

    made: type
    twin: type
    fields: tuple[Field, ...]
    names: frozenset[str]
    read: Callable[[Any], tuple[Any, ...]]
    plain: tuple[tuple[str, Any, bool], ...]

    def build(self, columns: Columns, count: int, tidy: Tidy) -> list[Any]:
        """Return the `count` values whose fields stand in `columns`; unknown fields become their extra.

        Raises Refusal for values of a wrong type or against a rule.
        """
        values = [
            field.taken(columns[field.name], tidy) if field.name in columns else repeat(field.default, count)
            for field in self.fields
        ]
        unknown = {name: column.values for name, column in columns.items() if name not in self.names}
        made = list(map(self.twin, *values, _extras(unknown) if unknown else repeat((), count)))
        for value in made:
            value.__class__ = self.made
        return made

    def plain_fields(self, value: Any) -> dict[str, Any]:
        """Return the fields of `value` that differ from their defaults, as JSON values."""
        fields = loose.unpacked(value.extra) if value.extra else {}
        for (name, default, real), content in zip(self.plain, self.read(value), strict=True):
            # Most fields hold their default itself: that is seen without comparing.
            if content is not default and content != default:
                fields[name] = float(content) if real else as_json(content)
        return fields


def as_json(value: Any) -> Any:
    """Return a field's value as JSON knows it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Evidence | Pain | Opportunity):
        return VALUES[type(value)].plain_fields(value)
    return list(value) if isinstance(value, tuple) else value


def _wrong(problem: str, value: object) -> Refusal:
    return Refusal(problem, value=value)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise _wrong("{value} should be a text in quotation marks.", value)
    return clean(value)


def _texts(value: Any) -> tuple[str, ...]:
    if type(value) is not list:
        raise _wrong("{value} should be a list of texts in square brackets.", value)
    return tuple(map(_text, value))


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise _wrong(NOT_WHOLE, value)
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise _wrong("{value} should be a number without quotation marks.", value)
    if type(value) is int and abs(value) > loose.GREATEST:
        raise _wrong("{value} is too great.", value)
    return float(value)


def _switch(value: Any) -> bool:
    if type(value) is not bool:
        raise _wrong("{value} should be true or false, without quotation marks.", value)
    return value


def _bytes(value: Any) -> bytes:
    try:
        return b64decode(_text(value), validate=True)
    except ValueError:
        raise _wrong("The picture is damaged or cut off.", value) from None


def _each(convert: Callable[[Any], Any]) -> Converter:
    """Return the converter of a column whose values are converted one by one."""

    def column(values: Sequence[Any], default: Any) -> list[Any]:
        return [default if value is MISSING else convert(value) for value in values]

    return column


def _objects(kind: type) -> Converter:
    """Return the converter of a column of small values, some of which may be missing."""

    def column(values: Sequence[Any], default: Any) -> list[Any]:
        rows = [value for value in values if value is not MISSING]
        if set(map(type, rows)) - {dict}:
            raise _wrong(
                "{value} should be a group of values in braces.", next(r for r in rows if type(r) is not dict)
            )
        made = iter(VALUES[kind].build(columns_of(rows), len(rows), _untidy))
        return [default if value is MISSING else next(made) for value in values]

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


def _shape(kind: Any, rules: Mapping[str, Rule]) -> Shape:
    fields = [_field(field, rules) for field in dataclasses.fields(kind) if field.name != "extra"]
    names = frozenset(field.name for field in fields)
    plain = tuple((field.name, field.default, field.real) for field in fields)
    return Shape(kind, _twin(kind), tuple(fields), names, attrgetter(*(name for name, _, _ in plain)), plain)


def _twin(kind: Any) -> type:
    names = [(field.name, object) for field in dataclasses.fields(kind)]
    return dataclasses.make_dataclass(kind.__name__, names, slots=True, eq=False, repr=False)


def _field(field: dataclasses.Field[Any], rules: Mapping[str, Rule]) -> Field:
    is_id = field.name == "id"
    return Field(
        name=field.name,
        default=None if is_id else field.default,
        plain=str if is_id else type(field.default),
        convert=_CONVERTERS[str(field.type)],
        rule=identifier if is_id else _rule(field, rules),
        real=str(field.type).startswith("float"),
    )


def _rule(field: dataclasses.Field[Any], rules: Mapping[str, Rule]) -> Rule | None:
    """Return the rule of a field; small values are checked field by field, texts have been cleaned."""
    if field.name in ("evidence", "pain", "opportunity"):
        return None
    rule = rules.get(field.name)
    return short if rule is words else rule


def _check_rule(rule: Rule, values: Sequence[Any]) -> None:
    if rule in AT_ONCE and AT_ONCE[rule](values):
        return
    bad = next((value for value in set(values) if rule(value)), None)
    if bad is not None:
        raise Refusal(rule(bad), value=bad, longest=LONGEST_TEXT)


def _untidy(texts: Sequence[str]) -> bool:
    del texts
    return False


def _extras(columns: Mapping[str, Sequence[Any]]) -> list[Extra]:
    rows = (zip(columns, values, strict=True) for values in zip(*columns.values(), strict=True))
    return [loose.packed({name: value for name, value in row if value is not MISSING}) for row in rows]


VALUES: Mapping[type, Shape] = {
    kind: _shape(kind, VALUE_RULES[kind]) for kind in (Evidence, Pain, Opportunity)
}
SHAPES: Mapping[str, Shape] = {kind.kind: _shape(kind, RULES[kind]) for kind in KINDS}
