"""The door through which Qt asks for a canvas's reader; the reader itself is loaded when somebody asks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


@lru_cache(maxsize=1)
def install() -> None:
    """Let Qt ask for the readers of canvases; to be called once there is an application."""
    QAccessible.installFactory(_reader_of)


def _reader_of(key: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    make = getattr(thing, "map_reader", None)
    return make() if make is not None else None
