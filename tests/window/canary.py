"""Canaries: words that show a large picture of one colour wherever they are taken for markup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from editor.model.journey import Journey
from editor.model.records import Card, Channel, Connection, Map, Note, Owner, Point, Record, Stage
from editor.model.values import Evidence
from tests.build import journey, with_curve

CANARY = QColor(255, 0, 254)
SAID = ("title", "text", "name", "summary", "goals", "goal", "begins", "ends", "team", "version", "initials")
"""The fields in which people write what they like."""


def evil_words(folder: Path) -> str:
    """Return the words; their picture lies in `folder`."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(CANARY)
    file = folder / "canary.png"
    assert image.save(str(file))
    return f'<img src="{file}" width=64 height=64> & <b>x</b>'


def evil_journey(words: str) -> Journey:
    """Return a map whose every text is `words`."""
    plain = with_curve(journey("Learn: ad > Buy: shop"), [0.5, -0.5])
    more = [
        Owner("owner-1", "a0", words),
        Channel("channel-1", "a0", words),
        Note("note-1", "a0", "stage-learn", words),
        Connection("connection-1", "card-ad", "card-shop", text=words),
    ]
    return Journey([_evil(record, words) for record in (*plain.records(), *more)])


def _evil(record: Record, words: str) -> Record:
    own: dict[str, object] = {name: words for name in SAID if hasattr(record, name)}
    if isinstance(record, Card):
        own |= {"owner": "owner-1", "channel": "channel-1", "personas": ("persona-ava",)}
    if isinstance(record, Card | Point):
        own["evidence"] = Evidence("observed", words, "", words)
    if isinstance(record, Map):
        own["levels"] = (words, words)
    if isinstance(record, Stage):
        own["aliases"] = (words,)
    return replace(record, **own)  # type: ignore[arg-type]


def canaries(widget: QWidget) -> int:
    """Return how many pixels of the widget have the canary's colour."""
    return canaries_in(widget.grab().toImage())


def canaries_in(image: QImage) -> int:
    """Return how many pixels of an image have the canary's colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(plain.constBits()).count(bytes((254, 0, 255, 255)))


def canaries_everywhere() -> int:
    """Return how many pixels of all that is on the screen have the canary's colour, menus and tips too."""
    settle()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown
    return sum(map(canaries, shown))


def settle() -> None:
    """Let the program do all that waits."""
    for _ in range(5):
        QApplication.processEvents()
