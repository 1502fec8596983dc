"""The pen: what keys other than letters do to a text under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from editor.canvas.galley import select
from editor.canvas.takes import Take
from editor.canvas.text_keys import JOINER, Wish, joins

if TYPE_CHECKING:
    from editor.canvas.galley import Galley
    from editor.canvas.text_item import TextItem
    from editor.session.lettering import Lettering


class Pen:
    """Works on one text; `long` ones may have paragraphs."""

    def __init__(self, item: TextItem, galley: Galley, letters: Lettering, long: bool) -> None:
        self._item, self._galley, self._letters, self._long = item, galley, letters, long

    def edit(self, wanted: Wish) -> None:
        """Do what a key asks for."""
        cursor = self._item.textCursor()
        match wanted:
            case Wish.BREAK:
                cursor.insertBlock()
            case Wish.JOIN:
                cursor.insertText(JOINER)
            case Wish.SPACE:
                start = cursor.selectionStart()
                before = self._galley.part(max(start - 1, 0), start)
                cursor.insertText(JOINER if joins(before) else " ")
            case Wish.COPY | Wish.CUT if cursor.hasSelection():
                chosen = self._galley.part(cursor.selectionStart(), cursor.selectionEnd())
                QGuiApplication.clipboard().setText(chosen)
                if wanted is Wish.CUT:
                    cursor.removeSelectedText()
            case Wish.ALL:
                select(self._item, 0, self._item.document().characterCount() - 1)
                return
            case _:
                return
        self._item.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Insert what comes from elsewhere: clean and plain, not too long, in titles without line breaks."""
        clean = self._letters.cleaned(text)
        clean = clean if self._long else " ".join(clean.split("\n")).strip()
        cursor = self._item.textCursor()
        room = self._letters.longest - len(self._galley.text) + len(cursor.selectedText())
        cursor.insertText(clean[: max(room, 0)])
        self._item.setTextCursor(cursor)

    def turned(self, way: str, otherwise: bool) -> Take:
        """Return the text with the paragraph at the cursor turned: "ltr", "rtl" or the "other" way.

        Paragraphs without letters run right to left if `otherwise`.
        """
        cursor, letters, lines = self._item.textCursor(), self._letters, self._galley.text.split("\n")
        number = self._galley.part(0, cursor.position()).count("\n")
        now = letters.runs_right_to_left(lines[number], otherwise)
        wanted = (not now) if way == "other" else way == "rtl"
        turned = letters.turned(lines[number], wanted, otherwise)
        shift = len(turned) - len(lines[number])
        lines[number] = turned
        return Take("\n".join(lines), max(cursor.anchor() + shift, 0), max(cursor.position() + shift, 0))
