"""PDFs and images as other programs read them."""

from __future__ import annotations

import io
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image

from editor.export.papers import Page
from editor.export.pdf import pdf_bytes
from editor.picture.frame import Picture
from editor.picture.walk import texts

SIGNS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
"""Signs of direction, which readers add and drop as they please."""


def own_page(picture: Picture) -> bytes:
    """The picture as a PDF whose page is as large as the picture."""
    return pdf_bytes(picture, Page(picture.width, picture.height))


def run(content: bytes, *command: str) -> str:
    """What a command says about a PDF; FILE among its words stands for the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.pdf"
        path.write_bytes(content)
        words = [str(path) if word == "FILE" else word for word in command]
        done = subprocess.run(words, capture_output=True, check=False, cwd=folder)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


def poppler_lines(content: bytes) -> list[str]:
    return plain(run(content, "pdftotext", "-enc", "UTF-8", "FILE", "-").splitlines())


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def pdfium_lines(content: bytes) -> list[str]:
    with opened(content) as document:
        return plain(document[0].get_textpage().get_text_bounded().splitlines())


def plain(lines: Iterable[str]) -> list[str]:
    """Lines in NFC without signs of direction, no-break spaces as spaces, empty lines left out."""
    bare = (unicodedata.normalize("NFC", line.translate(SIGNS)).replace("\u00a0", " ") for line in lines)
    return [line.strip() for line in bare if line.strip()]


def drawn_lines(picture: Picture) -> list[str]:
    """Every line of text as it was broken."""
    blocks = (block for block, _ in texts(picture.root))
    return plain(block.text[line.start : line.end] for block in blocks for line in block.shaped.lines)


def lost(expected: Iterable[str], found: Iterable[str]) -> list[str]:
    known = set(found)
    return [line for line in plain(expected) if line not in known]


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
