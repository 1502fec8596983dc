"""How a glyph and the characters it stands for are written as codes, so that readers get them in order."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category, mirrored

from editor.export.pdf_codes import HAIR, Code, FaceCodes
from editor.export.reading_order import NUMERIC

RLM, LRM = "\u200f", "\u200e"

Letter = tuple[str, float, str]
"""Codes that stand where the glyph stands, how far they move the pen in em, codes that follow them."""

_SILENT = frozenset(("Mn", "Me", "Cf"))
"""Categories of characters that have no glyph of their own to be read by: marks, joiners, signs."""

_CHANGED = frozenset(filter(mirrored, map(chr, range(0x3040)))) | {"…"}
"""Characters that pdfium changes at an odd level unless an LRM stands before and an RLM after them."""


class Letters(dict[tuple[int, str], Letter]):
    """The letters of one face in one direction by glyph and text; each is made when it is first asked for.

    Every character has a code: the main one shows the glyph, the others, such as the second half of a
    ligature, show nothing. In right-to-left runs signs of direction hold what readers would move.
    """

    def __init__(self, codes: FaceCodes, rtl: bool) -> None:
        super().__init__()
        self._codes = codes
        self._rtl = rtl

    def __missing__(self, pair: tuple[int, str]) -> Letter:
        gid, text = pair
        self[pair] = letter = self._letter(text, lambda char: self._codes.visible(gid, char))
        return letter

    def unseen(self, text: str, width: float) -> Letter:
        """Return codes for a text of `width` em whose glyphs are drawn in another way."""
        return self._letter(text, lambda char: self._codes.empty(char, round(width, 3)))

    def sign(self) -> str:
        """Return the code of the sign of this direction."""
        return self._codes.empty(RLM if self._rtl else LRM)[0]

    def _letter(self, text: str, main: Callable[[str], Code]) -> Letter:
        lead = _lead(text)
        codes = [self._codes.empty(char) for char in text]
        if lead is None:
            written = [code for code, _ in codes]
            return "", 0.0, "".join(written[::-1] if self._rtl else written)
        codes[lead] = main(text[lead])
        held = [self._held(char, code) for char, (code, _) in zip(text, codes, strict=True)]
        before = "".join(part for parts in held[:lead] for part in parts) + held[lead][0]
        after = held[lead][2] + "".join(part for parts in held[lead + 1 :] for part in parts)
        return self._in_visual_order(before, codes[lead], after)

    def _in_visual_order(self, before: str, main: Code, after: str) -> Letter:
        left, right = (_reversed(after), _reversed(before)) if self._rtl else (before, after)
        return left + main[0], main[1] + HAIR * (len(left) // 4), right

    def _held(self, char: str, code: str) -> tuple[str, str, str]:
        """Return a character's code between the signs that hold it, in logical order."""
        if self._rtl and char in NUMERIC:
            return "", code, self.sign()
        if self._rtl and char in _CHANGED:
            return self._codes.empty(LRM)[0], code, self.sign()
        return "", code, ""


def _lead(text: str) -> int | None:
    """Return the character that the glyph is read by, None if it has none."""
    return next((i for i, char in enumerate(text) if category(char) not in _SILENT), None)


def _reversed(codes: str) -> str:
    return "".join(codes[i : i + 4] for i in range(len(codes) - 4, -1, -4))
