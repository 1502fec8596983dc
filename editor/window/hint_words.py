"""What the hint under the map says when nothing special is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

noop = QT_TRANSLATE_NOOP
READING = noop("Workspace", "Click a card to read all about it · [Ctrl] and wheel zoom")
NOTHING = noop("Workspace", "Double-click to write · drag a touchpoint into a cell · [Ctrl] and wheel zoom")
MIXED = noop("Workspace", "[Del] removes · [Ctrl+2] looks closer")
OTHER = noop("Workspace", "[Enter] writes · [Ctrl+2] looks closer")
CHOSEN = {
    "card": noop(
        "Workspace", "[Enter] writes · [Ctrl+Enter] adds a card · [Del] removes · [Ctrl+2] looks closer"
    ),
    "stage": noop(
        "Workspace",
        "[Enter] writes · [Ctrl+Shift+Right] adds a stage · [Del] removes · [Ctrl+2] looks closer",
    ),
    "step": noop(
        "Workspace", "[Enter] writes · [Ctrl+Right] adds a step · [Del] removes · [Ctrl+2] looks closer"
    ),
    "lane": noop(
        "Workspace", "[Enter] writes · [Ctrl+Shift+Down] adds a lane · [Del] removes · [Ctrl+2] looks closer"
    ),
    "point": noop(
        "Workspace",
        "[Enter] writes · [Up] [Down] better or worse · [Left] [Right] earlier or later · [Del] removes",
    ),
    "connection": noop("Workspace", "[Enter] writes · drag an end to lead elsewhere · [Del] removes"),
    "note": noop("Workspace", "[Enter] writes · [Del] removes · [Ctrl+2] looks closer"),
    "owner": noop("Workspace", "Name and colour are in the inspector, at the side"),
    "channel": noop("Workspace", "Name, icon and colour are in the inspector, at the side"),
}
"""What can be done with elements of one kind; keys as the menus write them, in brackets."""
HERE = {
    "cards": noop("Workspace", "[Enter] or a letter begins a card · or drag a touchpoint here"),
    "points": noop("Workspace", "[Enter] adds an emotion · or double-click at its height"),
}
"""What can be done in an empty place of a lane, by what the lane takes."""

LONG_TEXT = noop(
    "Workspace", "[Ctrl+Enter] keeps it · [Tab] goes on · [Enter] begins a new line · [Esc] takes it back"
)
NAME = noop("Workspace", "[Enter] keeps it · [Tab] goes on · [Esc] takes it back")


def hint_while_writing(long: bool) -> str:
    """Return what ends the writing of a `long` text, which has paragraphs, or of a name."""
    return QCoreApplication.translate("Workspace", LONG_TEXT if long else NAME)


def hint(read_only: bool, kinds: AbstractSet[str], takes: str = "") -> str:
    """Return what could be done next, on a map to look at or with elements of these kinds chosen.

    Without any, `takes` tells what the place in focus takes: "cards", "points" or nothing.
    """
    words = READING if read_only else HERE[takes] if takes and not kinds else _of(kinds)
    return QCoreApplication.translate("Workspace", words)


def _of(kinds: AbstractSet[str]) -> str:
    if not kinds:
        return NOTHING
    return MIXED if len(kinds) > 1 else CHOSEN.get(min(kinds), OTHER)
