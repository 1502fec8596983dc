"""Finds a place in the window for a sheet that has become smaller, or larger again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.picture.geometry import Rect

if TYPE_CHECKING:
    from editor.canvas.camera import Camera

EDGE = 24
"""Pixels of desk left beyond the end of a sheet that is pulled into the window."""
NEAR = 2.0
"""Pixels by which a place may differ from another and still be the same."""


class Stand(NamedTuple):
    """Where somebody looks: the scale, and how far it is scrolled from where the map begins, in pixels."""

    scale: float = 0.0
    x: float = 0.0
    y: float = 0.0

    def is_near(self, other: Stand) -> bool:
        """Tell whether two are the same, but for the rounding of pixels."""
        far = max(abs(self.x - other.x), abs(self.y - other.y))
        return self.scale == other.scale and far <= NEAR


NOWHERE = Stand()


class Settling:
    """Puts a sheet that fits into the window in its middle, if nobody has put it anywhere else.

    One that does not fit stays where it is, unless the window would show nothing of it any more. While
    something is held, such as a card that is dragged, nothing moves under the hand: that waits.
    """

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._held = False
        self._before: Rect | None = None
        self._stood = self._since = NOWHERE
        self._settled = self._left = NOWHERE

    def hold(self, held: bool) -> None:
        """Move nothing from now on; or make up for it."""
        self._held = held
        if not held and self._before is not None:
            self._notice()
            self._settle(self._before)
            self._camera.take_room()

    def ground(self) -> Rect:
        """Return the sheet, with what it has lost while something is held: there the window may still be."""
        sheet, before = self._camera.sheet, self._before
        if before is None or not self._held:
            return sheet
        width = max(sheet.w, before.w)
        return Rect(sheet.w - width if self._camera.rtl else 0.0, 0.0, width, max(sheet.h, before.h))

    def forget(self) -> None:
        """Leave a sheet where it is, because it was just put there."""
        self._before, self._settled = None, NOWHERE

    def leave(self) -> None:
        """Remember the sheet and where it is before it becomes another."""
        if self._before is None:
            self._before, self._stood = self._camera.sheet, self._stand()
        else:
            self._notice()

    def take(self) -> None:
        """Settle the sheet that is there now, as soon as nothing is held."""
        self._since = self._stand()
        if not self._held and self._before is not None:
            self._settle(self._before)

    def _notice(self) -> None:
        """Look whether the sheet was moved while it waited."""
        if not self._stand().is_near(self._since):
            self._stood = self._stand()

    def _settle(self, before: Rect) -> None:
        self._before = None
        camera, at_rest = self._camera, self._stood.is_near(self._settled)
        if before == camera.sheet:
            return
        if not self._fits(camera.sheet):
            self._go(self._left if at_rest else self._pulled(before))
        elif camera.fitted or at_rest or not self._fits(before):
            camera.center(camera.sheet)
            self._left = self._left if at_rest else self._stood
            self._settled = self._stand()

    def _pulled(self, before: Rect) -> Stand:
        """Return where somebody stood, moved on to the sheet if its end has left the middle of the window."""
        (scale, x, y), sheet, window = self._stood, self._camera.sheet, self._camera.window()
        way = -1 if self._camera.rtl else 1
        wide, high = window.width() / 2, window.height() / 2
        across = _pulled(way * (x + wide), before.w * scale, sheet.w * scale, wide)
        down = _pulled(y + high, before.h * scale, sheet.h * scale, high)
        return Stand(scale, way * across - wide, down - high)

    def _go(self, stand: Stand) -> None:
        if not stand.is_near(self._stand()):
            self._camera.scroll_to(round(stand.x + self._beginning()), round(stand.y))

    def _fits(self, sheet: Rect) -> bool:
        scale, window = self._camera.scale, self._camera.window()
        return sheet.w * scale <= window.width() and sheet.h * scale + EDGE <= window.height()

    def _stand(self) -> Stand:
        x, y = self._camera.scroll
        return Stand(self._camera.scale, x - self._beginning(), y)

    def _beginning(self) -> float:
        """Return the pixel of the sheet at which time begins."""
        return self._camera.sheet.w * self._camera.scale if self._camera.rtl else 0.0


def _pulled(middle: float, before: float, length: float, half: float) -> float:
    """Return the pixel of a sheet to be in the middle of a window, `half` of which is given.

    That is the one that was there, unless the sheet, `length` pixels long and longer `before`, ends sooner.
    """
    if middle <= length or middle > before:
        return middle
    return length / 2 if length <= 2 * half else length - half + EDGE
