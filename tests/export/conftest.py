"""One draughtsman for all tests of the room: it remembers nothing that a test could see."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from editor.export.faces import FONTS
from editor.text.engine import TextEngine
from tests.export.drawing import Draughtsman


@pytest.fixture(scope="session")
def pen(qapp: QApplication) -> Draughtsman:
    # An application with widgets, because tests of other rooms in the same process need one.
    return Draughtsman(TextEngine(FONTS))
