"""What leads where: connections made, moved to another end, and cut."""

from __future__ import annotations

from dataclasses import replace

from editor.model.change import Change
from editor.model.edits.removing import remove
from editor.model.journey import Journey
from editor.model.records import Connection, Record
from editor.model.trouble import Trouble


def connect(journey: Journey, connection: Connection) -> Change:
    """Add a connection; nothing happens where one of its kind joins the same two already.

    Raises Trouble where the ends are one element, or a card and a stage.
    """
    _check_ends(journey, connection)
    if any(_same(connection, other) for other in _leaving(journey, connection.source)):
        return Change()
    return Change(added={connection.id: connection})


def reconnect(journey: Journey, key: str, *, source: str | None = None, target: str | None = None) -> Change:
    """Let a connection begin or end elsewhere; it stays where it is if one of its kind is there already.

    Raises Trouble as `connect` does.
    """
    old = journey.one(Connection, key)
    new = replace(old, source=source or old.source, target=target or old.target)
    _check_ends(journey, new)
    if new == old or any(other.id != key and _same(new, other) for other in _leaving(journey, new.source)):
        return Change()
    return Change(updated={key: (old, new)})


def disconnect(journey: Journey, key: str) -> Change:
    """Remove a connection and the notes about it."""
    return remove(journey, (journey.one(Connection, key).id,))


def _leaving(journey: Journey, source: str) -> list[Record]:
    return [record for record in journey.naming(source) if isinstance(record, Connection)]


def _same(one: Connection, other: Record) -> bool:
    return isinstance(other, Connection) and (one.source, one.target, one.connection_kind) == (
        other.source,
        other.target,
        other.connection_kind,
    )


def _check_ends(journey: Journey, connection: Connection) -> None:
    source, target = journey.get(connection.source), journey.get(connection.target)
    if source.id == target.id:
        raise Trouble("A connection joins two different elements.", "Choose another end.", place=source.id)
    if type(source) is not type(target) or source.kind not in ("card", "stage"):
        raise Trouble("A connection joins two cards or two stages.", "Choose another end.", place=target.id)
