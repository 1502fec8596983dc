"""The log: a file in the user's state folder that turns over before it grows large."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from editor.app.places import state_folder

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 512 * 1024
KEPT = 2
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_file() -> Path:
    """Return the path of the log."""
    return state_folder() / "safar.log"


def start_log() -> None:
    """Send what is logged to the file, once; to standard error where no file can be written."""
    root = logging.getLogger()
    if any(handler.get_name() == "safar" for handler in root.handlers):
        return
    handler = _to_file() or logging.StreamHandler(sys.stderr)
    handler.set_name("safar")
    handler.setFormatter(logging.Formatter(_FORM))
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def _to_file() -> logging.Handler | None:
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"safar: {path}: the log cannot be written ({error.strerror}).\n")
        return None
