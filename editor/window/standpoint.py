"""Where one stands in a map: kept when it is closed, and found again when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.picture.geometry import Point
from editor.window.settings import Place

if TYPE_CHECKING:
    from pathlib import Path

    from editor.canvas.view import MapView
    from editor.window.settings import Settings


def keep(view: MapView, settings: Settings, path: Path) -> None:
    """Remember zoom and place of a map; nothing for one that is shown as a whole."""
    camera = view.camera
    point = camera.point(_middle(view), 0)
    place = Place(round(camera.zoom, 4), round(point.x, 1), round(point.y, 1))
    settings.set_place(path, None if camera.fitted else place)


def find(view: MapView, settings: Settings, path: Path) -> None:
    """Go back to where one was in a map."""
    place = settings.place(path)
    if place is not None:
        view.set_zoom(place.zoom)
        view.camera.put(Point(place.x, place.y), _middle(view), 0)


def _middle(view: MapView) -> float:
    """Return the middle of the upper edge: the lower one moves while a window is being arranged."""
    return view.camera.window().width() / 2
