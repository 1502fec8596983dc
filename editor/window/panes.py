"""The panes of a window, walked through with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

BY_TAB = frozenset({Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus})


def walk(panes: Mapping[QWidget, QWidget], by: int) -> None:
    """Give the focus to the next visible pane, or to the one before with -1.

    `panes` says where in each to look for what shows that it has the keys; a pane may do so itself.
    """
    seen = [pane for pane in panes if pane.isVisible()]
    holder = next((place for place, pane in enumerate(seen) if _holds_focus(pane)), 0)
    pane = seen[(holder + by) % len(seen)]
    stop = _first_stop(panes[pane]) if panes[pane] is not pane else None
    (stop or pane).setFocus(Qt.FocusReason.TabFocusReason)


def _first_stop(part: QWidget) -> QWidget | None:
    """Return the first thing in a part of a pane that Tab reaches, None where there is none."""
    stops = (one for one in part.findChildren(QWidget) if one.focusPolicy() in BY_TAB and one.isEnabled())
    return next((stop for stop in stops if stop.isVisibleTo(part)), None)


def _holds_focus(pane: QWidget) -> bool:
    focused = pane.window().focusWidget()
    return focused is pane or (focused is not None and pane.isAncestorOf(focused))
