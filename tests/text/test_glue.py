from __future__ import annotations

import pytest

from editor import RESOURCES
from editor.picture.words import REGULAR
from editor.text.engine import TextEngine
from editor.text.glue import NO_BREAK, glued

KEPT = ["31 %", "12 ٪", "۳۱ ٪", "10 GB", "6500 zł", "20 °C", "5 €"]


@pytest.mark.parametrize("text", KEPT)
def test_a_number_stays_with_its_unit(text: str) -> None:
    assert glued(text) == text.replace(" ", NO_BREAK)


@pytest.mark.parametrize("text", ["3 shops", "in 2 days", "a % sign", "12 kmh", "5 GBs", "31%"])
def test_other_spaces_stay(text: str) -> None:
    assert glued(text) == text


def test_lines_break_before_the_number_and_the_text_keeps_its_space(qapp: object) -> None:
    text = "Phone payment not offered; 31 % leave here"
    engine = TextEngine(RESOURCES / "fonts")
    for tenths in range(60, 180, 3):
        shaped = engine.layout(text, REGULAR, "auto", tenths / 10)
        lines = [text[line.start : line.end] for line in shaped.lines]
        assert "".join(lines) == text
        assert not any(line.startswith("%") for line in lines)
        assert "".join(run.text for runs in shaped.runs() for run in runs).count("31 %") == 1
