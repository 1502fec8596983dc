"""Which fields of which records name other records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

Kind = type[Record]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names one record (or several) of the kinds `targets`; no targets means any kind.

    Where `required` is false the field may be empty, and is emptied when its target is removed unless
    it is `bound` to it.
    """

    field: str
    targets: tuple[Kind, ...] = ()
    required: bool = True
    many: bool = False
    bound: bool = False

    @property
    def binds(self) -> bool:
        """Tell whether a record with this field goes when the one it names goes."""
        return self.required or self.bound

    def named_by(self, record: Record) -> tuple[str, ...]:
        """Return the ids that the field of `record` names."""
        value = getattr(record, self.field)
        if self.many:
            return value
        return (value,) if value or self.required else ()


REFERENCES: Mapping[Kind, tuple[Reference, ...]] = {
    Map: (Reference("logo", (Image,), required=False),),
    Persona: (Reference("image", (Image,), required=False),),
    Channel: (Reference("image", (Image,), required=False),),
    Step: (Reference("stage", (Stage,)),),
    Lane: (Reference("persona", (Persona,), required=False),),
    Card: (
        Reference("lane", (Lane,)),
        Reference("step", (Step,)),
        Reference("owner", (Owner,), required=False),
        Reference("channel", (Channel,), required=False),
        Reference("personas", (Persona,), required=False, many=True),
        Reference("image", (Image,), required=False),
    ),
    Point: (Reference("lane", (Lane,)), Reference("persona", (Persona,)), Reference("step", (Step,))),
    Connection: (Reference("source", (Card, Stage)), Reference("target", (Card, Stage))),
    Note: (Reference("about", required=False, bound=True),),
}


def references(kind: Kind) -> tuple[Reference, ...]:
    """Return the references that records of that kind have."""
    return REFERENCES.get(kind, ())


def named(record: Record) -> Iterator[tuple[Reference, str]]:
    """Yield every reference of `record` with each id that it names."""
    for reference in references(type(record)):
        for key in reference.named_by(record):
            yield reference, key


def referring_to(kind: Kind) -> tuple[tuple[Kind, Reference], ...]:
    """Return the kinds and fields that may name a record of that kind."""
    return tuple(
        (source, reference)
        for source, owned in REFERENCES.items()
        for reference in owned
        if not reference.targets or kind in reference.targets
    )
