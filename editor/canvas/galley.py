"""A galley: the document of an editor in place, set exactly as the text block on the map under it.

It is set at the reference size of the text engine and scaled down. What it shows is as long as the text
itself, but some spaces stand for others: lines do not break between a number and its unit, and a gloss
in brackets stands on a line of its own where the layout gave it one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlockFormat, QTextCursor

from editor.canvas.takes import common_ends
from editor.picture.words import FIRST_BASELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument
    from PySide6.QtWidgets import QGraphicsTextItem

    from editor.canvas.wording import Words
    from editor.picture.words import TextBlock
    from editor.session.lettering import Lettering

BASELINE = 0.8
"""Share of a fixed line height at which Qt puts the baseline (QTextDocumentLayout, getLineHeightParams)."""
NARROWEST = 60.0
"""Points that a text gets at least where the block on the map holds other words besides."""

ALIGNMENTS = {
    0.0: Qt.AlignmentFlag.AlignLeft,
    0.5: Qt.AlignmentFlag.AlignHCenter,
    1.0: Qt.AlignmentFlag.AlignRight,
}


class Galley:
    """Keeps an item's document set as a block, and knows the text that it shows."""

    def __init__(self, item: QGraphicsTextItem, letters: Lettering, text: str) -> None:
        self._item, self._letters = item, letters
        self._document = item.document()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self.text = text
        self._shown = letters.shown(text)
        self._document.setPlainText(self._shown)
        self._substitutes = Substitutes(self._document, letters)
        self._dressed: tuple[str, str, bool] | None = None

    def read(self) -> str:
        """Take over what was written into the document since; return the text."""
        now = content(self._document)
        start, end = common_ends(self._shown, now)
        self.text = self.text[:start] + now[start : len(now) - end] + self.text[len(self.text) - end :]
        self._shown = now
        return self.text

    def replace(self, text: str) -> None:
        """Put another text in place of this one, changing no more of the document than differs."""
        start, end = common_ends(self.text, text)
        self._put(start, len(self.text) - end, text[start : len(text) - end])
        self.text, self._shown = text, content(self._document)

    def part(self, start: int, end: int) -> str:
        """Return the text between two places as the document counts them."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        return units[2 * start : 2 * end].decode("utf-16-le", "replace")

    def wear(self, words: Words) -> None:
        """Look like the block on the map, and stand where it stands."""
        block, letters = words.block, self._letters
        self._dress(block)
        self._show_as(_spaced(letters.shown(self.text), block))
        for paragraph in paragraphs(self._document):
            self._set(paragraph, block)
        self._stand(words)

    def _dress(self, block: TextBlock) -> None:
        """Take face, colour and direction of the block; each of them has everything set anew."""
        dress = (block.style.face, block.style.color, block.rtl)
        if dress == self._dressed:
            return
        self._dressed = dress
        self._substitutes.face = block.style.face
        self._document.setDefaultTextOption(self._letters.option(rtl=block.rtl))
        self._document.setDefaultFont(self._letters.font(block.style.face))
        self._item.setDefaultTextColor(QColor(block.style.color))

    def _stand(self, words: Words) -> None:
        block, letters = words.block, self._letters
        size, rect, share = block.style.size, block.rect, slack_before(block)
        width = rect.w if self._fills(block) else max(rect.w, NARROWEST)
        x = words.x + rect.x - (width - rect.w) * share - letters.slack * size * share
        pitch = block.style.leading * size
        self._item.setTextWidth(letters.room(width / size))
        self._item.setScale(size / letters.em)
        self._item.setPos(x, words.y + rect.y + pitch / 2 + FIRST_BASELINE * size - BASELINE * pitch)

    def _fills(self, block: TextBlock) -> bool:
        """Tell whether the block shows this text and nothing else."""
        return block.text == self._letters.cleaned(self.text)

    def _set(self, paragraph: QTextBlock, block: TextBlock) -> None:
        """Give a paragraph its direction, alignment and pitch."""
        rtl = self._letters.runs_right_to_left(paragraph.text(), block.rtl)
        wanted = QTextBlockFormat()
        wanted.setLineHeight(
            block.style.leading * self._letters.em, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        wanted.setAlignment(ALIGNMENTS[slack_before(block)] | Qt.AlignmentFlag.AlignAbsolute)
        wanted.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        if paragraph.blockFormat() != wanted:
            QTextCursor(paragraph).setBlockFormat(wanted)

    def _show_as(self, wanted: str) -> None:
        """Show `wanted`, which is as long as the text and differs from what is shown in spaces only."""
        if wanted == self._shown:
            return
        for place, (now, then) in enumerate(zip(self._shown, wanted, strict=True)):
            if now != then:
                self._put(place, place + 1, then)
        self._shown = wanted

    def _put(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of the characters [start, end) and leave the item's cursor where it was."""
        kept = self._item.textCursor()
        anchor, position = kept.anchor(), kept.position()
        cursor = QTextCursor(self._document)
        before = _units(self._shown[:start])
        cursor.setPosition(before)
        cursor.setPosition(before + _units(self._shown[start:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        select(self._item, anchor, position)


class Substitutes(QSyntaxHighlighter):
    """Sets characters that the bundled faces lack in the faces in which the map shows them."""

    def __init__(self, document: QTextDocument, letters: Lettering) -> None:
        super().__init__(document)
        self._letters = letters
        self.face = ""

    def highlightBlock(self, text: str) -> None:
        """Set one paragraph."""
        if self.face:
            for found in self._letters.substitutes(text, self.face):
                self.setFormat(found.start, found.length, found.format)


def paragraphs(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document."""
    paragraph = document.begin()
    while paragraph.isValid():
        yield paragraph
        paragraph = paragraph.next()


def content(document: QTextDocument) -> str:
    """Return all characters of a document; unlike toPlainText() it leaves no-break spaces alone."""
    return "\n".join(paragraph.text() for paragraph in paragraphs(document)).replace("\u2028", "\n")


def select(item: QGraphicsTextItem, anchor: int, position: int) -> None:
    """Select what lies between two places, with the cursor at the second."""
    cursor, last = item.textCursor(), item.document().characterCount() - 1
    cursor.setPosition(min(anchor, last))
    cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
    item.setTextCursor(cursor)


def slack_before(block: TextBlock) -> float:
    """Return the share of a line's free room that stands left of it, as `TextBlock.places` has it."""
    if block.style.align == "center":
        return 0.5
    return 1.0 if (block.style.align == "start") == block.rtl else 0.0


def _spaced(shown: str, block: TextBlock) -> str:
    """Return `shown` with a line break before a gloss where the block's lines break there."""
    if " (" not in shown:
        return shown
    text = list(shown)
    for before, after in pairwise(block.shaped.lines):
        if text[after.start - 1 : after.start + 1] == [" ", "("] and before.end == after.start:
            text[after.start - 1] = "\n"
    return "".join(text)


def _units(text: str) -> int:
    """Return how many UTF-16 units `text` has, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
