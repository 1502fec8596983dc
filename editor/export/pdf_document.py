"""The file structure of a PDF; the one module that touches reportlab, private names included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

Reference = str
"""How one object names another: "12 0 R"."""

Entries = Mapping[str, str]
"""A PDF dictionary: names without the slash, values in PDF syntax."""

_VERSION = (1, 7)


class Document:
    """A PDF being written: objects go in as PDF syntax, the finished file comes out."""

    def __init__(self) -> None:
        self._file: Any = pdfdoc.PDFDocument(invariant=1, pdfVersion=_VERSION)
        self._reserved: dict[Reference, Any] = {}

    def add(self, entries: Entries) -> Reference:
        """Add a dictionary and return the reference to it."""
        return self._register(pdfdoc.PDFDictionary(dict(entries)))

    def reserve(self) -> Reference:
        """Return a reference to a dictionary that `fill` will fill, for objects that name each other."""
        dictionary = pdfdoc.PDFDictionary({})
        reference = self._register(dictionary)
        self._reserved[reference] = dictionary
        return reference

    def fill(self, reference: Reference, entries: Entries) -> None:
        """Give a reserved dictionary its entries."""
        self._reserved[reference].dict.update(entries)

    def add_stream(self, content: bytes, entries: Entries | None = None) -> Reference:
        """Add a stream; it is compressed unless its entries name a filter."""
        self._file.updateSignature(content)
        dictionary = pdfdoc.PDFDictionary(dict(entries or {}))
        return self._register(pdfdoc.PDFStream(dictionary, content, [pdfdoc.PDFZCompress]))

    def to_bytes(self, catalog: Entries, info: Entries) -> bytes:
        """Return the file whose root is `catalog`; equal objects give equal bytes."""
        self._file.Catalog = pdfdoc.PDFDictionary(dict(catalog))
        self._file.info = pdfdoc.PDFDictionary(dict(info))
        self._file.updateSignature(repr(sorted(info.items())))
        return self._file.format()

    def _register(self, thing: Any) -> Reference:
        name = self._file.Reference(thing).name
        number, generation = self._file.idToObjectNumberAndVersion[name]
        return f"{number} {generation} R"


def text_string(text: str) -> str:
    """Return `text` as a PDF text string, whatever characters it holds."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
