"""The only currency of editing: what is added, updated and removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.model.records import Record

Pair = tuple[Record, Record]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two states of a journey, by id; `updated` holds (old, new)."""

    added: Mapping[str, Record] = field(default_factory=dict[str, Record])
    updated: Mapping[str, Pair] = field(default_factory=dict[str, Pair])
    removed: Mapping[str, Record] = field(default_factory=dict[str, Record])

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)

    def inverse(self) -> Change:
        """Return the change that leads back."""
        back = {key: (new, old) for key, (old, new) in self.updated.items()}
        return Change(self.removed, back, self.added)

    def then(self, later: Change) -> Change:
        """Return the one change that does what this and then `later` do."""
        squashed: dict[str, tuple[Record | None, Record | None]] = dict(self._pairs())
        for key, (old, new) in later._pairs():
            squashed[key] = (squashed[key][0] if key in squashed else old, new)
        return of(squashed)

    def records(self) -> Iterable[Record]:
        """Yield every record that is mentioned: added, old, new and removed ones."""
        yield from self.added.values()
        for pair in self.updated.values():
            yield from pair
        yield from self.removed.values()

    def _pairs(self) -> Iterable[tuple[str, tuple[Record | None, Record | None]]]:
        yield from ((key, (record, None)) for key, record in self.removed.items())
        yield from self.updated.items()
        yield from ((key, (None, record)) for key, record in self.added.items())


def of(pairs: Mapping[str, tuple[Record | None, Record | None]]) -> Change:
    """Return the change of (before, after) pairs by id; None means that the record is not there."""
    return Change(
        {key: new for key, (old, new) in pairs.items() if old is None and new is not None},
        {key: (old, new) for key, (old, new) in pairs.items() if old and new and old != new},
        {key: old for key, (old, new) in pairs.items() if old is not None and new is None},
    )


def difference(before: Mapping[str, Record], after: Mapping[str, Record]) -> Change:
    """Return the change that leads from one set of records to another, both by id."""
    keys = sorted(before.keys() | after.keys())
    return of({key: (before.get(key), after.get(key)) for key in keys})
