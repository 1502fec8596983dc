"""A map to choose, as it stands on the start page: what is known of it, and how much room it takes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize

TILE = QSize(248, 216)
PICTURE = QSize(232, 148)


class Tile(NamedTuple):
    """One map to choose: its file, what it is called, one line about it, whether it is there at all."""

    path: Path
    title: str
    line: str = ""
    found: bool = True
    rtl: bool = False
    more: str = ""
    language: str = ""
