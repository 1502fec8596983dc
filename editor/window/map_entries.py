"""What the command palette finds on a map: its stages, lanes and cards, its people and its channels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from editor.model.records import Card, Channel, Lane, Owner, Persona, Stage
from editor.window.counting import counted
from editor.window.fields import name_of
from editor.window.palette import Entry
from editor.window.view_deeds import show_inspector
from editor.window.words import kind_name, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.window.main_window import MainWindow
    from editor.window.workspace import Workspace

noop = QT_TRANSLATE_NOOP
_OF = {
    Persona: noop("Palette", "{n} card of this persona|{n} cards of this persona"),
    Owner: noop("Palette", "{n} card of this owner|{n} cards of this owner"),
    Channel: noop("Palette", "{n} card of this channel|{n} cards of this channel"),
}


def map_entries(window: MainWindow) -> Iterator[Entry]:
    """Yield everything that can be found on the open map by its words."""
    workspace = window.opened
    journey = workspace.session.journey
    lanes = [lane for lane in journey.all(Lane) if not lane.hidden]
    for record in (*journey.all(Stage), *lanes, *journey.all(Persona)):
        yield from _on_map(workspace, record)
    for record in (*journey.all(Owner), *journey.all(Channel)):
        if record.name:
            yield Entry(record.name, kind_name(record.kind), "", partial(_open, window, record.id))
    cards, shown = workspace.cards_in_order(), {lane.id for lane in lanes}
    yield from _users(workspace, [card for card in cards if card.lane in shown])
    for card in cards:
        yield from _on_map(workspace, card)


def _on_map(workspace: Workspace, record: Stage | Lane | Persona | Card) -> Iterator[Entry]:
    """Yield the entry that chooses what can be seen on the map, nothing for what has no name."""
    name = name_of(workspace.session.journey, record.id)
    if isinstance(record, Lane):
        name = name or words(record.lane_kind)
    if name:
        yield Entry(name, kind_name(record.kind), "", partial(_choose, workspace, (record.id,)))


def _users(workspace: Workspace, cards: list[Card]) -> Iterator[Entry]:
    """Yield the entries that choose all of `cards` that name a persona, an owner or a channel."""
    found: dict[str, list[str]] = {}
    for card in cards:
        for key in (*card.personas, card.owner, card.channel):
            found.setdefault(key, []).append(card.id)
    journey = workspace.session.journey
    for kind, pattern in _OF.items():
        told = QCoreApplication.translate("Palette", pattern)
        for record in journey.all(kind):
            keys = tuple(found.get(record.id, ()))
            if keys and record.name:
                yield Entry(record.name, counted(told, len(keys)), "", partial(_choose, workspace, keys))


def _choose(workspace: Workspace, keys: tuple[str, ...]) -> None:
    """Choose elements on the map and stand there, so that the next keys are meant for them."""
    workspace.settle()
    workspace.choose(keys, reveal=True)
    workspace.view.setFocus(Qt.FocusReason.OtherFocusReason)


def _open(window: MainWindow, key: str) -> None:
    """Show all about an owner or a channel, which cannot be chosen on the map, in the inspector."""
    workspace = window.settled()
    show_inspector(window)
    workspace.choose(())
    workspace.inspector.open(key)
