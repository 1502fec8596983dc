"""A picture as PNG: the pixels of its own PDF, so that there is one painter for paper."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
from PIL import Image

from editor.export.papers import Page
from editor.export.pdf import pdf_bytes
from editor.export.progress import Progress, carry_on, report
from editor.export.resolution import POINTS_PER_INCH, pixels
from editor.picture.frame import Picture

_PAINTED, _DRAWN = 0.3, 0.6
"""Shares of the work that are done once the PDF and the pixels are there."""


def png_bytes(picture: Picture, dpi: float = 144.0, progress: Progress = carry_on) -> bytes:
    """Return the picture as a PNG of `dpi` pixels per inch; equal pictures give equal bytes.

    Raises Trouble for a resolution that cannot be made, Cancelled when `progress` answers False.
    """
    pixels(picture, dpi)
    page = Page(picture.width, picture.height)
    document = pdf_bytes(picture, page, lambda share: progress(share * _PAINTED))
    image = _pixels(document, dpi / POINTS_PER_INCH)
    report(progress, _DRAWN)
    output = io.BytesIO()
    image.save(output, "PNG", dpi=(dpi, dpi))
    report(progress, 1.0)
    return output.getvalue()


def _pixels(document: bytes, scale: float) -> Image.Image:
    with pypdfium2.PdfDocument(document) as file:
        page: Any = file[0]
        return page.render(scale=scale).to_pil().convert("RGB")
