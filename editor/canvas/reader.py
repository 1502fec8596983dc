"""The canvas for screen readers: rows of the map, and in each what stands there, in the map's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from editor.canvas.lane_signs import named
from editor.canvas.spot import Spot
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from editor.canvas.view import MapView

ROLES = {
    "row": QAccessible.Role.List,
    "cell": QAccessible.Role.Cell,
    "connection": QAccessible.Role.Link,
    "title": QAccessible.Role.Heading,
}


class MapReader(QAccessibleWidget):
    """The map as a whole: its children are its rows.

    Nodes are never let go, only given other spots: Qt keeps pointers to every node it was ever told of.
    """

    def __init__(self, view: MapView, flags: Callable[[str], frozenset[str]]) -> None:
        super().__init__(view, QAccessible.Role.Table, view.accessibleName())
        self._view, self._flags = view, flags
        self._picture: object = None
        self._rows: list[list[Spot]] = []
        self._nodes: list[Node] = []

    def rows(self) -> list[Node]:
        """Return a node for each row of the picture shown now."""
        if self._picture is not self._view.picture:
            self._picture, self._rows = self._view.picture, self._view.places.rows()
            nodes = _enough(self._nodes, len(self._rows), self._view, self)
            for node, row in zip(nodes, self._rows, strict=False):
                node.show(_row(row), row)
        return self._nodes[: len(self._rows)]

    def words(self, spot: Spot) -> str:
        """Return the words that name a spot; a lane's rail says whether it is locked or collapsed."""
        flags = self._flags(spot.ref) if spot.role == "rail" else frozenset[str]()
        return named(spot.label, flags) if flags else spoken(spot)

    def tell_focus(self, ref: str) -> None:
        """Tell screen readers that the spot with this ref is in focus now."""
        if not QAccessible.isActive():
            return
        found = (node for row in self.rows() for node in row.kids() if node.spot.ref == ref)
        node = next(found, None)
        if node is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))

    # Qt

    def text(self, kind: QAccessible.Text) -> str:
        """The map's title as its name."""
        picture = self._view.picture
        named = kind == QAccessible.Text.Name and picture is not None and picture.title
        return picture.title if named and picture else super().text(kind)

    def childCount(self) -> int:
        """The number of rows."""
        return len(self.rows())

    def child(self, index: int) -> QAccessibleInterface | None:
        """A row."""
        rows = self.rows()
        return rows[index] if 0 <= index < len(rows) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which row it is."""
        return next((i for i, row in enumerate(self.rows()) if row is child), -1)

    def focusChild(self) -> QAccessibleInterface | None:
        """The spot in focus."""
        focus = self._view.choice.focus
        found = (node for row in self.rows() for node in row.kids() if node.spot.ref == focus)
        return next(found, None) if focus else None


class Node(QAccessibleInterface):
    """A row, or a spot in a row."""

    def __init__(self, view: MapView, parent: QAccessibleInterface) -> None:
        super().__init__()
        self._view, self._parent = view, parent
        self.spot = Spot("", "row", Rect(0.0, 0.0, 0.0, 0.0))
        self._row: list[Spot] = []
        self._nodes: list[Node] = []

    def show(self, spot: Spot, row: list[Spot]) -> None:
        """Stand for another spot from now on, with other spots in it."""
        self.spot, self._row = spot, row
        for node, kid in zip(self._nodes, row, strict=False):
            node.show(kid, [])

    def kids(self) -> list[Node]:
        """Return a node for each spot of the row."""
        known = len(self._nodes)
        nodes = _enough(self._nodes, len(self._row), self._view, self)
        for node, kid in zip(nodes[known:], self._row[known:], strict=False):
            node.show(kid, [])
        return nodes[: len(self._row)]

    # Qt

    def isValid(self) -> bool:
        """Always: it keeps what it tells."""
        return True

    def object(self) -> QObject | None:
        """No object: cards are painted."""
        return None

    def window(self) -> object:
        """The window of the canvas."""
        return self._parent.window()

    def parent(self) -> QAccessibleInterface:
        """The row, or the map."""
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:
        """A spot of the row."""
        return self.kids()[index] if 0 <= index < len(self._row) else None

    def childCount(self) -> int:
        """The number of spots in the row."""
        return len(self._row)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """The spot at a point of the screen."""
        return next((kid for kid in self.kids() if kid.rect().contains(x, y)), None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which spot of the row it is."""
        return next((i for i, kid in enumerate(self.kids()) if kid is child), -1)

    def text(self, kind: QAccessible.Text) -> str:
        """Its words as its name."""
        return self._view.map_reader().words(self.spot) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Its words are changed by editing only."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        place = self._view.camera.touched(self.spot.rect, 0)
        return place.translated(self._view.viewport().mapToGlobal(QPoint(0, 0)))

    def role(self) -> QAccessible.Role:
        """What it is."""
        return ROLES.get(self.spot.role, QAccessible.Role.ListItem)

    def state(self) -> QAccessible.State:
        """Whether it is chosen and in focus."""
        state = QAccessible.State()
        if self.spot.role != "row":
            state.selectable = state.focusable = True
            state.selected = self.spot.ref in self._view.choice.chosen
            state.focused = self.spot.ref == self._view.choice.focus
        return state


def _enough(nodes: list[Node], wanted: int, view: MapView, parent: QAccessibleInterface) -> list[Node]:
    """Return `nodes` after adding what is missing to `wanted`."""
    nodes += [Node(view, parent) for _ in range(wanted - len(nodes))]
    return nodes


def spoken(spot: Spot) -> str:
    """Return the words that name a spot; what has none is named by its kind."""
    translate = QCoreApplication.translate
    kinds = {
        "cell": translate("MapReader", "Empty cell"),
        "card": translate("MapReader", "Card without text"),
        "point": translate("MapReader", "Emotion"),
        "connection": translate("MapReader", "Connection"),
    }
    return spot.label or kinds.get(spot.role, "")


def _row(row: list[Spot]) -> Spot:
    """Return a row as one spot: named by its rail, or else by its kind."""
    translate = QCoreApplication.translate
    kinds = {
        "stage": translate("MapReader", "Stages"),
        "step": translate("MapReader", "Steps"),
        "persona": translate("MapReader", "Personas"),
        "note": translate("MapReader", "Notes"),
        "connection": translate("MapReader", "Connections"),
    }
    rail = next((spot.label for spot in row if spot.role == "rail"), "")
    place = row[0].rect
    for spot in row:
        place = place.united(spot.rect)
    return Spot("", "row", place, rail or kinds.get(row[0].role, spoken(row[0])))
