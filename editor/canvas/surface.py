"""What is painted in the window, from the desk up to the pinned headers, and which pixels have changed."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform

from editor.canvas.afar import Afar
from editor.canvas.budget import CATCH_UP, FRAME, Budget
from editor.canvas.display import Display
from editor.canvas.ground import BLUR, DROP, Ground
from editor.canvas.overlay import Overlay
from editor.canvas.passing import Level, level
from editor.canvas.pinned import PAD, Pinned
from editor.canvas.spotlight import Spotlight
from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from editor.canvas.camera import Camera
    from editor.canvas.choice import Choice
    from editor.canvas.colors import CanvasColors
    from editor.canvas.passing import Passing
    from editor.canvas.places import Places
    from editor.canvas.tools.carried import Carried
    from editor.picture.frame import Picture


CLOSEST, BESIDE = 2.0, 24.0
"""The most a part of the sheet that is looked at is blown up, and the points shown round it."""
EDGE = BLUR + DROP + 3
"""Pixels at the edges of the sheet in which its shadow lies."""
MOST_GAPS = 1.3
"""How many times its pixels an area may have with the gaps in it, to be painted as a whole."""
MOST_AREAS = 12
"""With more areas than this to be painted, all that lies between them is painted, too."""


class Surface:
    """Paints a picture on its desk with the marks over it, and asks the window for no more than is needed.

    `region` are the pixels of the window that are being painted.
    """

    def __init__(self, window: QWidget, camera: Camera, places: Places, choice: Choice) -> None:
        self._window, self._camera, self._places = window, camera, places
        self._paper = "#ffffff"
        self._owed = QRegion()
        self._budget, self._soon_painted = Budget(), False
        self._soon = QTimer(window, singleShot=True, interval=0)
        self._soon.timeout.connect(self._repaint_owed)
        self._marked = self._pinned_at = self._asked = self.region = QRegion()
        self._ground: Ground | None = None
        self._afar = Afar()
        self.display = Display()
        self.pinned = Pinned(self.display, camera)
        self.overlay = Overlay(camera, places, choice, self.pinned)
        self.spotlight = self.overlay.spotlight = Spotlight(self.display, camera, places)

    def wear(self, colors: CanvasColors) -> None:
        """Take the colours of a window theme."""
        self._ground = Ground(colors)
        self._afar.forget()
        self.overlay.wear(colors)
        self._window.update()

    @property
    def owes(self) -> bool:
        """Whether something was put off, which the next painting or one after it makes up for."""
        return self._soon.isActive() or self._soon_painted

    def show(self, picture: Picture | None) -> list[Rect]:
        """Take `picture` in place of the last one; return the parts of the sheet that differ."""
        self._paper = picture.paper if picture else ""
        self.overlay.paper = QColor(self._paper or "#ffffff")
        changed = self.display.show(picture)
        self._afar.forget()
        self.pinned.show(picture)
        return changed

    def repaint(self, areas: Iterable[Rect]) -> None:
        """Have these parts of the sheet painted again, and what is pinned with them."""
        changed = list(areas)
        self._afar.forget()
        self._ask(self._camera.region(changed) + self.pinned.touched(changed))

    def take_sheet(self, sheet: Rect) -> None:
        """Look at a sheet of another size, and have its edges painted again where they were and are."""
        before, scroll = self._camera.sheet, self._camera.scroll
        if sheet == before:
            return
        self._camera.take_sheet(sheet, self._places.rtl)
        if self._camera.scroll == scroll:
            self._repaint_edges(before, sheet)
        else:
            self._window.update()

    def _repaint_edges(self, before: Rect, after: Rect) -> None:
        outer = QRegion(self._camera.touched(before, EDGE)) + self._camera.touched(after, EDGE)
        inner = self._camera.touched(before, -EDGE) & self._camera.touched(after, -EDGE)
        self._ask(outer - QRegion(inner))
        pinned, self._pinned_at = self._pinned_at, self.pinned.region()
        if pinned != self._pinned_at:
            self._ask(pinned + self._pinned_at)

    def mark(self) -> None:
        """Have the marks painted again: where they were and where they are now."""
        marked = self.overlay.touched()
        self._ask(self._marked + marked)
        self._marked = marked

    def carry(self, carried: Carried | None) -> None:
        """Show what is being dragged; marks that stay as they are need not be painted again."""
        changed = self.overlay.carry(carried)
        if changed is None:
            self.mark()
        else:
            self._ask(changed)
            self._marked = QRegion((self._marked + changed).boundingRect())  # all that was marked on the way

    def show_focus(self, focused: bool) -> None:
        """Show the marks as they are with the keyboard here, or elsewhere."""
        self.overlay.focused = focused
        self.mark()

    def moved(self) -> None:
        """Have everything painted again, after a zoom."""
        self._marked, self._pinned_at = self.overlay.touched(), self.pinned.region()
        self._window.update()

    def scrolled(self, dx: int, dy: int) -> None:
        """Repaint what is pinned or said, where scrolling dragged it along and where it belongs."""
        before, self._pinned_at = self._pinned_at, self.pinned.region()
        marked, self._marked = self._marked, self.overlay.touched()
        dragged = before + before.translated(dx, dy) + self._pinned_at
        if self.overlay.guides:  # words stay inside the window
            dragged += marked.translated(dx, dy) + self._marked
        self._window.update(dragged)

    def _ask(self, region: QRegion) -> None:
        """Have these pixels painted with those asked for before, in one piece where that adds few more.

        Painting round a gap takes Qt longer than painting it.
        """
        self._asked += region
        whole = self._asked.boundingRect() & self._camera.window()
        pixels = sum(rect.width() * rect.height() for rect in self._asked)
        if whole.width() * whole.height() <= pixels * MOST_GAPS:
            self._asked = QRegion(whole)
        self._window.update(self._asked)

    def paint_back(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint desk, paper and picture; what the budget leaves over is painted as soon as Qt is idle."""
        self._asked = QRegion()
        self._budget = Budget(CATCH_UP if self._soon_painted else FRAME)
        self._soon_painted = False
        if level(self._camera.scale) is not Level.FULL:
            look = painter.worldTransform(), self._window.size(), painter.device().devicePixelRatio()
            if self._afar.paint(painter, look, self._paint_all):
                return
        self._paint_map(painter, self._passing(painter, exposed))
        if self._budget.owed is not None:
            self._owe(self._camera.touched(self._budget.owed))

    def _paint_all(self, painter: QPainter) -> bool:
        """Paint all that the window shows of the map; tell whether nothing was put off."""
        shown, budget = self._camera.shown(), Budget(CATCH_UP)
        self._paint_map(painter, self.display.passing(painter, shown, budget))
        return budget.owed is None

    def _paint_map(self, painter: QPainter, passing: Passing) -> None:
        world = painter.worldTransform()
        painter.setWorldTransform(QTransform())
        if self._ground is not None:
            sheet = world.mapRect(QRectF(*self._camera.sheet)) if self._paper else QRectF()
            bands, exposed = self.display.bands(passing), QRectF(*passing.exposed)
            self._ground.paint(painter, world.mapRect(exposed), sheet, self._paper, bands)
        painter.setWorldTransform(world)
        self.display.paint_through(passing)

    def look_at(self, area: Rect, readable: float) -> None:
        """Look at a part of the sheet as closely as it fits beside what is pinned; see `fit_clear`."""
        limits = min(readable, CLOSEST), CLOSEST
        self._camera.fit_clear(area.grown(BESIDE), limits, lambda: self.pinned.margins_of(area, PAD))

    def paint_front(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint marks and what is pinned."""
        self._budget.owed = None
        passing = self._passing(painter, exposed)
        painter.save()
        passing.stand_on_pixels()
        self.overlay.paint(painter, passing)
        painter.restore()
        if self._budget.owed is not None:
            self._owe(self.pinned.region())

    def _passing(self, painter: QPainter, exposed: QRectF) -> Passing:
        """Return a passing through the window."""
        areas = self._areas(painter.worldTransform())
        return self.display.passing(painter, _rect(exposed), self._budget, areas, self._camera.window())

    def _areas(self, world: QTransform) -> tuple[Rect, ...]:
        """Return the parts of the sheet that are painted, where there are a few with gaps between them."""
        if not 2 <= self.region.rectCount() <= MOST_AREAS:
            return ()
        back, _ = world.inverted()
        return tuple(_rect(back.mapRect(QRectF(area).adjusted(-1, -1, 1, 1))) for area in self.region)

    def lift(self, y: float) -> float:
        """Return by how many points the row at y is painted lower than it stands: by a part of a pixel."""
        scale = self._camera.scale
        top = self.display.row_top(y) if level(scale) is Level.FULL else None
        return 0.0 if top is None else floor(top * scale + 0.5) / scale - top

    def draw_small(self, target: QPixmap, scale: float) -> None:
        """Draw paper and picture as blocks on `target`, `scale` pixels a point."""
        target.fill(QColor(self._paper or "transparent"))
        painter = QPainter(target)
        painter.scale(scale, scale)
        self.display.paint(painter, self._camera.sheet)
        painter.end()

    def taken(self, area: Rect) -> QPixmap:
        """Return what the sheet shows in `area` now, as large as on the screen."""
        scale, ratio = self._camera.scale, self._window.devicePixelRatioF()
        target = QPixmap(ceil(area.w * scale * ratio), ceil(area.h * scale * ratio))
        target.setDevicePixelRatio(ratio)
        target.fill(QColor(self._paper or "transparent"))
        painter = QPainter(target)
        painter.scale(scale, scale)
        painter.translate(-area.x, -area.y)
        self.display.paint(painter, area)
        painter.end()
        return target

    def _owe(self, pixels: QRect | QRegion) -> None:
        """Have these pixels painted again as soon as Qt is idle."""
        self._owed += pixels
        self._soon.start()

    def _repaint_owed(self) -> None:
        self._window.update(self._owed)
        self._owed = QRegion()
        self._soon_painted = True


def _rect(area: QRectF) -> Rect:
    return Rect(area.x(), area.y(), area.width(), area.height())
