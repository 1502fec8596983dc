"""The system libraries that Qt needs: which are missing, and the one command that brings them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}
"""File name to Debian package, for everything that draws."""

SCREEN = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""File name to Debian package, for a window on an X11 screen as well."""

Load = Callable[[str], object]


def load(name: str) -> object:
    """Load the library of that file name, as Qt will; raise OSError where it is missing."""
    from ctypes import CDLL

    return CDLL(name)


def missing(libraries: Mapping[str, str], load: Load = load) -> dict[str, str]:
    """Return those of `libraries` that cannot be loaded."""
    return {name: package for name, package in libraries.items() if not _loads(name, load)}


def _loads(name: str, load: Load) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def advice(lacking: Mapping[str, str]) -> Trouble:
    """Return the trouble that names the missing libraries and the command that installs them."""
    command = f"apt-get install -y {' '.join(dict.fromkeys(lacking.values()))}"
    if sys.platform == "linux" and os.geteuid():
        command = f"sudo {command}"
    return Trouble(
        "Qt needs system libraries that are missing here: {names}.",
        "Install them (Debian, Ubuntu) with: {command}",
        names=", ".join(lacking),
        command=command,
    )


def explained(error: ImportError, load: Load = load) -> Trouble:
    """Return an import that failed as a trouble: libraries, a package, or the error itself."""
    text = str(error)
    lacking = missing(QT | SCREEN if "libxcb" in text else QT, load)
    if "cannot open shared object file" in text and lacking:
        return advice(lacking)
    if isinstance(error, ModuleNotFoundError) and error.name:
        return Trouble(
            "The Python package {package} is missing for {python}.",
            "Install what Safar needs, in its folder, with: {python} -m pip install .",
            package=error.name.partition(".")[0],
            python=sys.executable,
        )
    return Trouble(
        "A library could not be loaded: {text}.",
        "Install it with your system's package manager.",
        text=text,
    )
