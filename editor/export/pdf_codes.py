"""Character codes of one face in one PDF: a code for every pair of glyph and character.

A glyph that stands for different characters in different places gets several codes, so that each code
says exactly which text it carries.
"""

from __future__ import annotations

from editor.export.faces import Face
from editor.model.trouble import Trouble

Code = tuple[str, float]
"""A code as four hexadecimal digits, and the width in em that it moves the pen."""

HAIR = 0.001
"""Width in em of codes that show nothing: pdfium leaves out what has no width at all."""

_MOST_CODES = 0xFFFF
_BLOCK = 100
"""Pairs that one block of a ToUnicode map may hold."""


class FaceCodes:
    """The codes of `face`, called `resource` in content streams; code 0 is the glyph of nothing."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.glyphs: list[int] = [0]
        self._texts: list[str] = [""]
        self._widths: list[int] = [round(face.advance(0) * 1000)]
        self._known: dict[tuple[int, str, float], Code] = {}

    def visible(self, gid: int, char: str) -> Code:
        """Return the code that shows glyph `gid` and carries `char`."""
        return self._code(gid, char, self.face.advance(gid))

    def empty(self, char: str, width: float = HAIR) -> Code:
        """Return the code that shows nothing, is `width` em wide and carries `char`."""
        return self._code(self.face.empty, char, width)

    def _code(self, gid: int, char: str, width: float) -> Code:
        key = (gid, char, width)
        if key not in self._known:
            self._known[key] = self._new(*key)
        return self._known[key]

    def _new(self, gid: int, char: str, width: float) -> Code:
        code = len(self.glyphs)
        if code > _MOST_CODES:
            raise Trouble(
                "The map holds more different characters than one font can carry.", "Export a part of it."
            )
        thousandths = round(width * 1000)
        self.glyphs.append(gid)
        self._texts.append(char)
        self._widths.append(thousandths)
        return f"{code:04x}", thousandths / 1000

    def to_unicode(self) -> str:
        """Return the CMap that says which text each code carries."""
        pairs = [f"<{code:04x}> <{_utf16(text)}>" for code, text in enumerate(self._texts) if text]
        blocks = (pairs[i : i + _BLOCK] for i in range(0, len(pairs), _BLOCK))
        body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
        return _CMAP.replace("BODY", body)

    def glyph_map(self, numbers: dict[int, int]) -> bytes:
        """Return the CIDToGIDMap for a subset in which glyph g has become numbers[g]."""
        return b"".join(numbers[gid].to_bytes(2, "big") for gid in self.glyphs)

    def width_list(self) -> str:
        """Return the widths of all codes as the PDF array W; pdfium cuts fractions of thousandths off."""
        return f"[0 [{' '.join(map(str, self._widths))}]]"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex()


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
BODY
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
