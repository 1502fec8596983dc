"""What is on the screen is what is on paper: Qt's painting against the PDF, rasterised by poppler."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from skimage.metrics import structural_similarity

from editor import SAMPLES
from editor.canvas.painter import image
from editor.export.papers import Page
from editor.export.pdf import pdf_bytes
from editor.picture.frame import Picture
from editor.session.session import Session

CLOSE = 0.995
SAMPLE_FILES = sorted(SAMPLES.glob("*.journey"))


@lru_cache(maxsize=2)
def picture(path: Path) -> Picture:
    return Session.open(path).picture


@lru_cache(maxsize=2)
def pdf(path: Path) -> bytes:
    drawn = picture(path)
    return pdf_bytes(drawn, Page(drawn.width, drawn.height))


def on_paper(content: bytes, dpi: int, folder: Path) -> QImage:
    """The PDF's only page as poppler rasterises it."""
    source = folder / "map.pdf"
    source.write_bytes(content)
    command = ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", str(source), str(folder / "map")]
    subprocess.run(command, check=True, capture_output=True)
    return QImage(str(folder / "map.png"))


def grey(pixels: QImage) -> np.ndarray:
    flat = pixels.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width()].copy()


def likeness(one: QImage, other: QImage) -> float:
    return float(structural_similarity(grey(one), grey(other)))


@pytest.mark.parametrize("dpi", [96, 144])
@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
def test_the_screen_shows_what_the_paper_shows(path: Path, dpi: int, tmp_path: Path, qapp: object) -> None:
    drawn = picture(path)
    paper = on_paper(pdf(path), dpi, tmp_path)
    # poppler cuts a page to whole pixels; the picture is drawn at the page's true scale
    screen = image(drawn, round(drawn.width * dpi / 72), round(drawn.height * dpi / 72))
    screen = screen.copy(0, 0, paper.width(), paper.height())
    assert likeness(screen, paper) >= CLOSE


def test_samples_are_there() -> None:
    assert len(SAMPLE_FILES) >= 8


def test_likeness_sees_a_lost_text(qapp: object, tmp_path: Path) -> None:
    """The measure would notice if the words were missing from one of the two."""
    drawn = picture(SAMPLE_FILES[0])
    blank = QImage(600, 400, QImage.Format.Format_RGB32)
    blank.fill("#ffffff")
    assert likeness(image(drawn, 600, 400), blank) < 0.9
