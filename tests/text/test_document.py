"""Editing in place: a QTextDocument at the reference size wraps exactly as the card does."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QTextDocument

from editor.picture.words import BOLD, REGULAR
from editor.text.engine import TextEngine, room_in_pixels
from editor.text.glue import glued
from tests.text.writing import paragraphs


def line_ends(document: QTextDocument) -> list[int]:
    """Where each line of a laid-out document ends, counted in its plain text."""
    ends, block = list[int](), document.begin()
    while block.isValid():
        layout = block.layout()
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            ends.append(block.position() + line.textStart() + line.textLength())
        block = block.next()
    return ends


@pytest.mark.parametrize("face", [REGULAR, BOLD])
def test_a_document_wraps_as_the_engine_does(engine: TextEngine, face: str) -> None:
    chance, document = random.Random(5), QTextDocument()
    document.setDocumentMargin(0)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(engine.font(face))
    for text in paragraphs(500, seed=50):
        width = chance.uniform(4.0, 25.0)
        laid = engine.layout(text, face, "auto", width)
        document.setDefaultTextOption(engine.option(rtl=laid.lines[0].rtl))
        document.setTextWidth(room_in_pixels(width))
        document.setPlainText(glued(text))
        document.size()  # lays out
        assert line_ends(document) == [line.end for line in laid.lines], (text, width)
