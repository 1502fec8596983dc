"""Bitmaps as PDF image objects: JPEG bytes as they are, everything else as compressed pixels."""

from __future__ import annotations

from PIL import Image, ImageOps

from editor.export.bitmaps import opened
from editor.export.pdf_document import Document, Reference
from editor.picture.frame import Bitmap

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
_UPRIGHT = 1
_ORIENTATION = 0x0112


def embed(document: Document, bitmap: Bitmap) -> Reference:
    """Add a bitmap to the document; transparency becomes a soft mask."""
    image = opened(bitmap)
    if _is_plain_jpeg(image):
        return document.add_stream(bitmap.data, _entries(image) | {"Filter": "/DCTDecode"})
    image = ImageOps.exif_transpose(image)
    mask = _mask(image)
    image = image.convert("L" if image.mode in ("1", "L", "LA") else "RGB")
    entries = _entries(image)
    if mask is not None:
        entries["SMask"] = document.add_stream(mask.tobytes(), _entries(mask))
    return document.add_stream(image.tobytes(), entries)


def _is_plain_jpeg(image: Image.Image) -> bool:
    """Tell whether PDF readers show the JPEG bytes as they are: grey or RGB, and not turned."""
    turned = image.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT
    return image.format == "JPEG" and image.mode in _SPACES and not turned


def _mask(image: Image.Image) -> Image.Image | None:
    """Return the opacity of the image, None if it is opaque everywhere."""
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _entries(image: Image.Image) -> dict[str, str]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": str(image.width),
        "Height": str(image.height),
        "ColorSpace": _SPACES[image.mode],
        "BitsPerComponent": "8",
    }
