"""What lets a map be touched: hands, writer and drops, wired to one another and to the view.

They are loaded after the first painting or with the first event, because people wait for the first paint.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer

if TYPE_CHECKING:
    from editor.canvas.drops import Drops
    from editor.canvas.hands import Hands
    from editor.canvas.surface import Surface
    from editor.canvas.view import MapView
    from editor.canvas.writing import Writer
    from editor.picture.frame import Picture
    from editor.session.bench import Bench

READY_AFTER = 40
"""Milliseconds after the first painting in which the map gets ready to be touched."""
DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop})
"""The events of a drag from outside."""


class Touch:
    """The hands on a view, the writer in it, and what takes things dropped on it, once they are needed."""

    def __init__(self, view: MapView, surface: Surface) -> None:
        self._view, self._surface = view, surface
        self._bench: Bench | None = None
        self._known: Bench | None = None
        self._soon = QTimer(view, singleShot=True, interval=READY_AFTER)
        self._soon.timeout.connect(lambda: self.drops)

    @cached_property
    def hands(self) -> Hands:
        """The tools at work on the view, with the writer they hand texts to."""
        from editor.canvas.hands import Hands

        view = self._view
        hands = Hands(view.viewport(), view.camera, view.places, view.choice, self._surface)
        hands.bench = self._bench
        hands.marked.connect(self._surface.mark)
        hands.hovered.connect(view.hovered)
        hands.activated.connect(view.activated)
        hands.drafted.connect(self.writer.show)
        hands.drafted.connect(view.hints.take_draft)
        self.writer.ended.connect(hands.end_writing)
        return hands

    @cached_property
    def writer(self) -> Writer:
        """What lets a text be written where it stands."""
        from editor.canvas.writing import Writer

        view = self._view
        writer = Writer(view, self._surface, view.camera, view.places)
        writer.corner = view.minimap
        writer.follow(view.picture)
        writer.tabled.connect(view.table_pasted)
        view.zoom_changed.connect(lambda _: writer.stand())
        return writer

    @cached_property
    def drops(self) -> Drops:
        """What takes things that are dragged in from outside."""
        from editor.canvas.drops import Drops

        drops = Drops(self.hands)
        drops.file_dropped.connect(self._view.file_dropped)
        drops.text_dropped.connect(self._view.text_dropped)
        return drops

    @property
    def _begun(self) -> bool:
        return "hands" in self.__dict__

    def take_bench(self, bench: Bench | None) -> None:
        """Let the map be worked on at `bench`; None, or one that only reads, lets it be looked at only."""
        self._bench = bench if bench is not None and not bench.read_only else None
        self._known = bench
        if self._begun:
            self.hands.bench = self._bench
            self.hands.leave()  # what was offered at another bench
        self._show_signs()

    def follow(self, picture: Picture | None) -> None:
        """Stand where things stand in a new picture."""
        if self._begun:
            self.writer.follow(picture)
        self._show_signs()

    def flags(self, lane: str) -> frozenset[str]:
        """Return what is to be said of a lane that is shown: "locked", "collapsed"."""
        return self._shut().get(lane, frozenset())

    def tip_at(self, x: float, y: float) -> str:
        """Return what a tip says of what is at pixel (x, y), escaped."""
        from editor.canvas.tips import tip

        spot = self.hands.spot_at(x, y)
        return tip(spot, self._view.camera.scale, self.flags(spot.ref) if spot else frozenset())

    def _shut(self) -> dict[str, frozenset[str]]:
        return self._known.facts.shut_lanes() if self._known is not None else {}

    def _show_signs(self) -> None:
        """Show on the rails which lanes are locked or collapsed now."""
        shut, overlay = self._shut(), self._surface.overlay
        if not shut and overlay.signs is None:
            return
        from editor.canvas.lane_signs import SignPainter, lane_signs

        view, before = self._view, overlay.signs
        signs = lane_signs(shut, view.places)
        if before is None or before.signs != signs:
            rtl = view.places.rtl
            overlay.signs = SignPainter(signs, view.camera, self._surface.pinned, rtl)
            for area in (*(before.areas() if before else ()), *overlay.signs.areas()):
                view.viewport().update(area.toAlignedRect().adjusted(-1, -1, 1, 1))

    def let_go(self) -> None:
        """Keep the text that is being written, and put back what is being dragged."""
        if self._begun:
            self.hands.let_go()

    def leave(self) -> None:
        """Forget what was under the pointer."""
        if self._begun:
            self.hands.leave()

    def painted(self) -> None:
        """Go on with what waited for the painting; after the first one, get ready to be touched."""
        if self._begun:
            self.hands.freight.painted()
        elif not self._soon.isActive():
            self._soon.start()
