"""The faces text is set in: the bundled ones, and what the system has for the characters they lack."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QRawFont

from editor.picture.words import BOLD, REGULAR
from editor.text.outlines import REFERENCE

BUNDLED = (REGULAR, BOLD)

_BUNDLED_FAMILY = "Vazirmatn"
# As long as the bundled name, so that it fits into the font's name table. Under its own name the
# system's Vazirmatn, of another version and with other glyph numbers, could answer instead of ours.
_PRIVATE_FAMILY = "SafarText"

_SYMBOL_FAMILIES = (
    "DejaVu Sans",
    "Noto Sans",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Sans Symbols2",
    "Noto Sans Math",
    "Segoe UI",
    "Segoe UI Symbol",
    "Arial Unicode MS",
    "Apple Symbols",
    "Noto Sans CJK SC",
)


class Faces:
    """Fonts by face name at the reference size, and which characters each of them covers."""

    def __init__(self, folder: Path) -> None:
        """Register the bundled faces found as files in `folder`; an application must be running."""
        for face in BUNDLED:
            _register(folder / f"{face}.ttf")
        self._fonts: dict[str, QFont] = {face: _font(_PRIVATE_FAMILY, face == BOLD) for face in BUNDLED}
        self._raw: dict[str, QRawFont] = {}
        self._usual = {face: _matcher(self.raw(face)) for face in BUNDLED}
        self._substitutes: dict[str, str | None] = {}

    def font(self, face: str) -> QFont:
        """Return the font of a bundled face or of a family that `substitute` named."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = _font(face, bold=False)
        return font

    def raw(self, face: str) -> QRawFont:
        """Return the same font with its glyph tables."""
        raw = self._raw.get(face)
        if raw is None:
            raw = self._raw[face] = QRawFont.fromFont(self.font(face))
        return raw

    def covers(self, text: str, face: str) -> bool:
        """Tell quickly whether the bundled `face` surely has all of `text`, none of it beyond U+FFFF."""
        return self._usual[face](text) is not None

    def uncovered(self, text: str, face: str) -> frozenset[str]:
        """Return the characters of `text` that should be seen and that the bundled `face` lacks."""
        raw = self.raw(face)
        return frozenset(c for c in set(text) if c != "\n" and not _shows(raw, c))

    def substitute(self, char: str) -> str | None:
        """Return the installed family that draws `char` as an outline, None if there is none."""
        if char not in self._substitutes:
            self._substitutes[char] = self._find(char)
        return self._substitutes[char]

    def draws(self, family: str, char: str) -> bool:
        """Tell whether the installed `family` has an outline for `char` (white space needs none)."""
        raw = self.raw(family)
        if not raw.supportsCharacter(ord(char)):
            return False
        return char.isspace() or any(not raw.pathForGlyph(g).isEmpty() for g in _glyphs(raw, char))

    def name(self, run: QGlyphRun, face: str) -> str:
        """Return the name of the run's face, which is `face` unless a substitute draws it."""
        family = run.rawFont().familyName()
        return face if family == _PRIVATE_FAMILY else family

    def _find(self, char: str) -> str | None:
        return next((family for family in self._families if self.draws(family, char)), None)

    @cached_property
    def _families(self) -> tuple[str, ...]:
        installed = [f for f in QFontDatabase.families() if f != _PRIVATE_FAMILY]
        preferred = [f for f in _SYMBOL_FAMILIES if f in installed]
        return (*preferred, *(f for f in installed if f not in preferred))


# Latin with all of Europe's letters, Arabic with Persian, punctuation with joiners and isolates.
_USUAL = ((0x0020, 0x007E), (0x00A0, 0x017F), (0x0600, 0x06FF), (0x2000, 0x206F))

# Default_Ignorable_Code_Point of Unicode 15: shown as nothing, so no face has to have them.
_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


def is_ignorable(char: str) -> bool:
    """Tell whether `char` is one that draws nothing by itself: ZWNJ, marks of direction, selectors."""
    return any(first <= ord(char) <= last for first, last in _IGNORABLE)


def _shows(raw: QRawFont, char: str) -> bool:
    return is_ignorable(char) or raw.supportsCharacter(ord(char))


def _matcher(raw: QRawFont) -> Callable[[str], re.Match[str] | None]:
    """Return a matcher for texts of the usual characters the font has: three times as fast as a set."""
    usual = "".join(chr(code) for first, last in _USUAL for code in range(first, last + 1))
    glyphs = zip(usual, raw.glyphIndexesForString(usual), strict=True)
    shown = "".join(char for char, gid in glyphs if gid or is_ignorable(char))
    return re.compile(f"[\n{re.escape(shown)}]*").fullmatch


@cache
def _register(path: Path) -> None:
    # Once a process: Qt searches all its fonts anew after each registration.
    content = path.read_bytes()
    for encoding in ("utf-16-be", "latin-1"):
        content = content.replace(_BUNDLED_FAMILY.encode(encoding), _PRIVATE_FAMILY.encode(encoding))
    if QFontDatabase.addApplicationFontFromData(QByteArray(content)) < 0:
        raise OSError(f"{path} is not a font that Qt can read")


def _font(family: str, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(REFERENCE)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A merged font numbers its glyphs across faces and breaks the string indexes of glyph runs.
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def _glyphs(raw: QRawFont, char: str) -> Iterable[int]:
    return (g for g in raw.glyphIndexesForString(char) if g)
