"""The actions of one window: made from the table, enabled by the situation, worded by the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolTip

from editor.window.actions import CONTEXT, GROUPS, MENUS, ROWS
from editor.window.key_places import latin_letter
from editor.window.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenuBar, QWidget

    from editor.window.actions import Menu, Row
    from editor.window.icons import Icons


def _none(name: str, parent: QWidget) -> QMenu | None:
    del name, parent
    return None


class ActionSet:
    """All actions of a window by id; what each does is given once, by id."""

    def __init__(
        self, window: QWidget, deeds: Mapping[str, Callable[[], None]], icons: Callable[[], Icons]
    ) -> None:
        self._icons = icons
        self.situation = Situation()
        self._actions = {row.id: self._made(row, window, deeds[row.id]) for row in ROWS}
        window.addActions(list(self._actions.values()))
        self.suit(self.situation)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def rows(self) -> list[tuple[Row, QAction]]:
        """Return every row of the table with its action."""
        return [(row, self._actions[row.id]) for row in ROWS]

    def suit(self, situation: Situation) -> None:
        """Enable what works in `situation`; undo and redo say what they would take back or make again."""
        self.situation = situation
        for row, action in self.rows():
            action.setEnabled(situation.allows(row.need))
        self._actions["edit.undo"].setText(_named(situation.undo, "&Undo", "&Undo {name}"))
        self._actions["edit.redo"].setText(_named(situation.redo, "&Redo", "&Redo {name}"))

    def wear_icons(self) -> None:
        """Take the icons again, as when the theme has changed."""
        for row, action in self.rows():
            if row.icon and not action.icon().isNull():
                action.setIcon(self._icons().icon(row.icon))

    def with_icon(self, key: str) -> QAction:
        """Return an action with its icon drawn; most actions never need theirs."""
        row = next(row for row in ROWS if row.id == key)
        self._actions[key].setIcon(self._icons().icon(row.icon))
        return self._actions[key]

    def by_place(self, event: QKeyEvent) -> QAction | None:
        """Return the action that the pressed keys mean by where they are on the keyboard.

        With a Persian layout Ctrl and the Z key arrive as Ctrl and a Persian letter.
        """
        letter = latin_letter(event.nativeScanCode())
        usual = QtCore.Qt.KeyboardModifier.ControlModifier | QtCore.Qt.KeyboardModifier.ShiftModifier
        if event.key() < QtCore.Qt.Key.Key_ydiaeresis or not letter or event.modifiers() & ~usual:
            return None
        keys = QKeySequence(event.modifiers().value | ord(letter))
        return next((action for action in self._actions.values() if keys in action.shortcuts()), None)

    def why_not(self, event: QKeyEvent) -> str:
        """Return what an action that adds something needs, "" unless its keys were pressed in vain."""
        keys = QKeySequence(event.keyCombination())
        adding = (action for key, action in self._actions.items() if key.startswith("insert."))
        meant = next((action for action in adding if keys in action.shortcuts()), None)
        return meant.statusTip() if meant is not None and not meant.isEnabled() else ""

    def fill_menu_bar(self, bar: QMenuBar, late: Mapping[str, QMenu]) -> None:
        """Put the menus of the table into `bar`; `late` are those that are filled when they open."""
        reasons = Reasons(bar)
        for title, entries in MENUS:
            menu = bar.addMenu(QCoreApplication.translate("Menus", title))
            self._fill(menu, entries, late)
            menu.installEventFilter(reasons)

    def context_menu(self, parent: QWidget, late: Callable[[str, QWidget], QMenu | None] = _none) -> QMenu:
        """Return a menu of what can work now on the map; it goes away with its last use.

        `late` makes the menus in it that the table does not know, None where they would be empty.
        """
        menu = QMenu(parent)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in CONTEXT:
            if not isinstance(entry, str):
                inner = late(entry[0], menu)
                if inner is not None:
                    menu.addMenu(inner)
            elif not entry:
                menu.addSeparator()
            elif entry in GROUPS:
                self._headed(entry, menu)
            elif self._actions[entry].isEnabled():
                menu.addAction(self._actions[entry])
        return menu

    def _headed(self, group: str, menu: QMenu) -> None:
        """Put the name of a group over its actions, where one of them can work."""
        if any(action.isEnabled() for key, action in self._actions.items() if key.startswith(f"{group}.")):
            menu.addAction(QCoreApplication.translate("Menus", GROUPS[group])).setEnabled(False)

    def _fill(self, menu: QMenu, entries: tuple[str | Menu, ...], late: Mapping[str, QMenu]) -> None:
        for entry in entries:
            if entry == "":
                menu.addSeparator()
            elif isinstance(entry, str):
                menu.addAction(self._actions[entry])
            elif entry[0] in late:
                menu.addMenu(late[entry[0]])
            else:
                title = QCoreApplication.translate("Menus", entry[0])
                self._fill(menu.addMenu(title), entry[1], late)

    def _made(self, row: Row, window: QWidget, deed: Callable[[], None]) -> QAction:
        action = QAction(window)  # with a text Qt would think of icons, too, and load their names
        action.setText(QCoreApplication.translate("Actions", row.text))
        action.setObjectName(row.id)
        action.setStatusTip(QCoreApplication.translate("Actions", row.tip))
        action.setToolTip(tool_tip(action.text(), row))
        action.setCheckable(row.checkable)
        if row.keys:
            action.setShortcuts([QKeySequence(keys) for keys in row.keys.split(", ")])
        action.triggered.connect(lambda: deed())
        return action


class Reasons(QtCore.QObject):
    """Says of a menu's entry that cannot be chosen what it is for, and so what must be there for it.

    Of those that can be chosen the status line says it; Qt tells nobody when the pointer rests on others.
    """

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Take the wish for a tool tip."""
        if event.type() != QtCore.QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        menu = cast("QMenu", watched)
        action = menu.actionAt(event.pos())
        words = action.statusTip() if action is not None and not action.isEnabled() else ""
        QToolTip.showText(event.globalPos(), words, menu)  # without words there is none
        return True


def tool_tip(text: str, row: Row) -> str:
    """Return an action's name with its first keys, and what it is for, as the tool bar shows them."""
    name = text.replace("&", "").rstrip("…")
    keys = QKeySequence(row.keys.split(", ")[0]).toString(QKeySequence.SequenceFormat.NativeText)
    named = f"{name}  ({keys})" if keys else name
    return f"{named}\n{QCoreApplication.translate('Actions', row.tip)}" if row.tip else named


def _named(step: str, plain: str, pattern: str) -> str:
    """Return a menu text that names the step of the history, or the plain one."""
    if not step:
        return QCoreApplication.translate("Actions", plain)
    name = QCoreApplication.translate("Steps", step).replace("&", "&&")
    return QCoreApplication.translate("Actions", pattern).format(name=name)
