"""One engine for all tests of the room: it holds no state that a test could see."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.text.engine import TextEngine

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="session")
def engine() -> TextEngine:
    return TextEngine(FONTS)
