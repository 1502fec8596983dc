"""What a drag from another program carries: one file, several, or text; and why none of it can be taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSysInfo, QUrl

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

NEW = "application/x-safar-new"
"""The mime type of something new from the palette."""
PICTURES = frozenset({".png", ".jpg", ".jpeg"})
TABLES = frozenset({".csv", ".tsv", ".txt"})
SHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".numbers"})
MAP = ".journey"

SEVERAL = QT_TRANSLATE_NOOP("Refusals", "Drop one file at a time.")
FOLDER = QT_TRANSLATE_NOOP("Refusals", "A folder cannot be dropped. Drop a file out of it.")
DRAWING = QT_TRANSLATE_NOOP("Refusals", "SVG pictures are not taken. Save it as PNG and drop that.")
SHEET = QT_TRANSLATE_NOOP("Refusals", "Save the spreadsheet as CSV and drop that file.")
STRANGER = QT_TRANSLATE_NOOP("Refusals", "Only PNG, JPEG, CSV, TSV, text and journey files are taken here.")


def local_path(url: QUrl) -> Path:
    """Return the file on this computer that a URL names, an empty path where it names none."""
    if url.host() in ("localhost", QSysInfo.machineHostName()):
        url = QUrl(url)
        url.setHost("")
    return Path(url.toLocalFile()) if url.isLocalFile() else Path()


def files(mime: QMimeData) -> list[Path]:
    """Return the local files that are dragged."""
    paths = map(local_path, mime.urls() if mime.hasUrls() else ())
    return [path for path in paths if path != Path()]


def file(mime: QMimeData) -> Path:
    """Return the one local file that is dragged, or an empty path."""
    found = files(mime)
    return found[0] if len(found) == 1 == len(mime.urls()) else Path()


def maps(mime: QMimeData) -> list[Path]:
    """Return the journey files among what is dragged."""
    return [path for path in files(mime) if path.suffix.lower() == MAP]


def is_text(mime: QMimeData) -> bool:
    """Tell whether words are dragged, or a link, whose words are taken."""
    return mime.hasText() and not files(mime) and not mime.hasFormat(NEW)


def refusal(mime: QMimeData) -> str:
    """Return why the files that are dragged fit nowhere on a map, "" where they may fit somewhere."""
    found = files(mime)
    if len(found) > 1:
        return SEVERAL
    if not found:
        return ""
    suffix = found[0].suffix.lower()
    if found[0].is_dir():
        return FOLDER
    if suffix == ".svg":
        return DRAWING
    if suffix in SHEETS:
        return SHEET
    return "" if suffix in PICTURES | TABLES else STRANGER
