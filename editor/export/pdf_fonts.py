"""Faces in a PDF: a subset of the glyphs, addressed by our own codes, with the text of each code."""

from __future__ import annotations

import zlib

from editor.export.pdf_codes import FaceCodes
from editor.export.pdf_document import Document, Reference

_SYMBOLIC = 4
_STEM = "80"
"""A stem width that readers need only to imitate a font that is not embedded; ours always is."""


def embed(document: Document, codes: FaceCodes) -> Reference:
    """Add the face with all codes given so far; returns its composite (Type 0) font."""
    file, numbers = codes.face.subset(set(codes.glyphs))
    base = f"/{_tag(codes)}+{codes.face.name}"
    descendant = document.add(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "CIDToGIDMap": document.add_stream(codes.glyph_map(numbers)),
            "FontDescriptor": _descriptor(document, codes, base, file),
            "W": codes.width_list(),
        }
    )
    return document.add(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": f"[{descendant}]",
            "ToUnicode": document.add_stream(codes.to_unicode().encode("ascii")),
        }
    )


def _descriptor(document: Document, codes: FaceCodes, base: str, file: bytes) -> Reference:
    metrics = codes.face.metrics
    return document.add(
        {
            "Type": "/FontDescriptor",
            "FontName": base,
            "Flags": str(_SYMBOLIC),
            "FontBBox": f"[{' '.join(map(str, metrics.box))}]",
            "ItalicAngle": "0",
            "Ascent": str(metrics.ascent),
            "Descent": str(metrics.descent),
            "CapHeight": str(metrics.cap_height),
            "StemV": _STEM,
            "FontFile2": document.add_stream(file, {"Length1": str(len(file))}),
        }
    )


def _tag(codes: FaceCodes) -> str:
    """Return six capital letters that depend on the glyphs alone, as subsets must have in their name."""
    number = zlib.crc32(repr(sorted(set(codes.glyphs))).encode())
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
