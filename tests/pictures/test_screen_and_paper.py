"""What is on the screen is what is on paper: Qt's painting against the PDF, rasterised by poppler."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from skimage.metrics import structural_similarity

from editor import SAMPLES
from editor.canvas.painter import paint
from editor.export.papers import Page
from editor.export.pdf import pdf_bytes
from editor.picture.frame import Frame, Picture
from editor.session.session import Session

CLOSE = 0.995
STRIP, REACH = 256, 3
"""Rows compared at a time, and how far the measure's window of 7 pixels reaches from its middle."""
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
    """The structural similarity of two pictures, taken strip by strip: whole, a large one needs gigabytes."""
    ours, theirs = grey(one).astype(np.float32), grey(other).astype(np.float32)
    total = count = 0.0
    for top in range(0, ours.shape[0] - 2 * REACH, STRIP):
        rows = slice(top, top + STRIP + 2 * REACH)
        _, each = structural_similarity(ours[rows], theirs[rows], data_range=255.0, full=True)
        inner = each[REACH:-REACH, REACH:-REACH]
        total, count = total + float(inner.sum(dtype=np.float64)), count + inner.size
    return total / count


def on_screen(drawn: Picture, dpi: int, size: QSize) -> QImage:
    """The picture at the true scale; poppler rounds a page's size, not its scale, to whole pixels."""
    canvas = QImage(size, QImage.Format.Format_RGB32)
    canvas.fill(QColor(drawn.paper))
    painter = QPainter(canvas)
    painter.scale(dpi / 72, dpi / 72)
    paint(painter, drawn)
    painter.end()
    return canvas


@pytest.mark.parametrize("dpi", [96, 144])
@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
def test_the_screen_shows_what_the_paper_shows(path: Path, dpi: int, tmp_path: Path) -> None:
    paper = on_paper(pdf(path), dpi, tmp_path)
    assert likeness(on_screen(picture(path), dpi, paper.size()), paper) >= CLOSE


def test_samples_are_there() -> None:
    assert len(SAMPLE_FILES) >= 8


def test_the_measure_sees_a_lane_that_moved_by_one_point(tmp_path: Path) -> None:
    drawn = picture(SAMPLE_FILES[0])
    moved = tuple(
        i._replace(y=i.y + 1.0) if isinstance(i, Frame) and i.role == "lane" else i for i in drawn.root.items
    )
    other = drawn._replace(root=drawn.root._replace(items=moved))
    paper = on_paper(pdf(SAMPLE_FILES[0]), 96, tmp_path)
    assert likeness(on_screen(other, 96, paper.size()), paper) < CLOSE - 0.01
