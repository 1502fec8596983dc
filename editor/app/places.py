"""Where Safar finds what it ships and keeps what it remembers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from editor import RESOURCES

ROOT = RESOURCES.parent

FONTS = RESOURCES / "fonts"
TEMPLATES = RESOURCES / "templates"
TRANSLATIONS = RESOURCES / "translations"
SAMPLES = ROOT / "samples"


def config_folder() -> Path:
    """Return the folder for settings (XDG on Linux); it need not exist yet."""
    return _own("XDG_CONFIG_HOME", ".config", "Preferences", "APPDATA")


def state_folder() -> Path:
    """Return the folder for the log; it need not exist yet."""
    return _own("XDG_STATE_HOME", ".local/state", "Logs", "LOCALAPPDATA")


def cache_folder() -> Path:
    """Return the folder for thumbnails, which may be deleted at any time; it need not exist yet."""
    return _own("XDG_CACHE_HOME", ".cache", "Caches", "LOCALAPPDATA")


def _own(variable: str, linux: str, mac: str, windows: str) -> Path:
    # The XDG rule: a relative path in the variable is invalid and counts as not set.
    if Path(named := os.environ.get(variable, "")).is_absolute():
        return Path(named) / "safar"
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / mac / "Safar"
    if sys.platform == "win32":
        return Path(os.environ.get(windows) or home) / "Safar"
    return home / linux / "safar"
