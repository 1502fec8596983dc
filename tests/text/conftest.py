"""One engine for all tests of the room: it holds no state that a test could see."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.text.engine import TextEngine

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> TextEngine:
    # An application with widgets, because tests of other rooms in the same process need one.
    return TextEngine(FONTS)
