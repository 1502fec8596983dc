"""The contact sheet of states: python -m tests.pictures.contact_sheet [FILE.png].

Drives a shown window into every state of `tests.pictures.states`, on an English and a Persian map, light and
dark, and puts labelled pictures of them into one file.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap

from editor import RESOURCES
from editor.app.desktop import Desktop, made_application

SHEET = RESOURCES / "pictures" / "states.png"
TILE_WIDTH, GAP, LABEL = 720, 16, 30
COLUMNS = (("shoe-shop", "light"), ("clinic-visit", "dark"))
SIDES = (("shoe-shop", "dark"), ("clinic-visit", "light"))
"""The two other pairs, of which the idle state alone is shown."""
COLORS = 256
"""So many colours the file has: with all of them it would be four times as large."""


def main(words: list[str]) -> int:
    """Write the sheet and say where."""
    target = Path(words[0]) if words else SHEET
    folder = tempfile.TemporaryDirectory()
    for name in ("CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(folder.name) / name.lower())
    desk = Desktop(made_application())
    columns = [pictures(desk, sample, theme) for sample, theme in COLUMNS]
    sides = [pictures(desk, sample, theme, only="idle")[0] for sample, theme in SIDES]
    rows = [list(row) for row in zip(*columns, strict=True)]
    rows.insert(1, sides)
    target.write_bytes(in_few_colors(arranged(rows)))
    print(f"{target}: {len(rows) * 2} states, {target.stat().st_size // 1024} kB")
    folder.cleanup()
    return 0


def pictures(desk: Desktop, sample: str, theme: str, only: str = "") -> list[tuple[str, QPixmap]]:
    """Return the states on one sample in one theme, each with its label."""
    from tests.pictures.scene import Scene
    from tests.pictures.states import STATES

    shown = []
    for name, state in STATES.items():
        if only and name != only:
            continue
        scene = Scene(desk, sample, theme, Path(tempfile.gettempdir()) / "safar-states")
        image = state(scene)
        scene.end()
        tile = image.scaledToWidth(TILE_WIDTH, Qt.TransformationMode.SmoothTransformation)
        shown.append((f"{name} · {sample} · {theme}", tile))
    return shown


def arranged(rows: list[list[tuple[str, QPixmap]]]) -> QImage:
    """Return the pictures in rows on one sheet, each under its label."""
    height = max(tile.height() for row in rows for _, tile in row)
    width = GAP + (TILE_WIDTH + GAP) * len(rows[0])
    sheet = QImage(width, GAP + (height + LABEL + GAP) * len(rows), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#ffffff"))
    painter = QPainter(sheet)
    painter.setFont(QFont("Vazirmatn", 11))
    for number, row in enumerate(rows):
        for column, (label, tile) in enumerate(row):
            x, y = GAP + column * (TILE_WIDTH + GAP), GAP + number * (height + LABEL + GAP)
            place = QRect(x, y, TILE_WIDTH, LABEL)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
            painter.drawPixmap(x, y + LABEL, tile)
            painter.drawRect(x - 1, y + LABEL - 1, tile.width() + 1, tile.height() + 1)
    painter.end()
    return sheet


def in_few_colors(sheet: QImage) -> bytes:
    """Return a PNG of the sheet with a palette."""
    from io import BytesIO

    from PIL import Image

    whole = QByteArray()
    buffer = QBuffer(whole)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheet.save(buffer, "PNG")
    few = (
        Image.open(BytesIO(whole.data()))
        .convert("RGB")
        .quantize(COLORS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    )
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
