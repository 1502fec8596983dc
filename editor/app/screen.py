"""Whether a window can appear here; Qt itself would abort the process without a word to users."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from editor.app import libraries
from editor.model.trouble import Trouble

Connects = Callable[[str], bool]


def require_screen() -> None:
    """Raise Trouble where Qt would abort: no display, or a library for windows is missing."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0] != "xcb":
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    require_display(os.environ.get("DISPLAY", ""))
    require_libraries()


def require_libraries(load: libraries.Load = libraries.load) -> None:
    """Raise Trouble that names the libraries a window on X11 lacks and how to get them."""
    lacking = libraries.missing(libraries.QT | libraries.SCREEN, load)
    if lacking:
        raise libraries.advice(lacking)


def require_display(name: str, connects: Connects | None = None) -> None:
    """Raise Trouble unless the X display `name` answers."""
    if not name:
        raise Trouble(
            "There is no display to open a window on.",
            "Start Safar in a desktop session, or use it without a window: main.py export FILE -o OUT.pdf",
        )
    if not (connects or _answers)(name):
        raise Trouble(
            "The display {name} does not answer.",
            "Check the DISPLAY variable, or use Safar without a window: main.py export FILE -o OUT.pdf",
            name=name,
        )


def _answers(name: str) -> bool:
    """Connect to the display and leave again; unknown libraries are judged later, so they count as yes."""
    from ctypes import CDLL, c_char_p, c_void_p

    try:
        xcb = CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = c_void_p, [c_char_p, c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
