"""What a picture in a journey may be: a PNG or JPEG of at most 40 megapixels, named by its content."""

from __future__ import annotations

from hashlib import sha256

from editor.model.records import Image

LARGEST = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def image_id(data: bytes) -> str:
    """Return the id of a picture with that content."""
    return f"image-{sha256(data).hexdigest()[:16]}"


def size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels as the file's head states them, or None for other files."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return _jpeg_size(data) if data.startswith(_JPEG) else None


def problem(image: Image) -> str:
    """Return what is wrong with a picture as a sentence template, or an empty text."""
    if len(image.data) > LARGEST:
        return "The picture is larger than 20 MB."
    signature = _PNG if image.media_type == "image/png" else _JPEG
    pixels = size(image.data) if image.data.startswith(signature) else None
    if pixels is None or 0 in pixels:
        return "The picture is damaged, or no PNG or JPEG as it should be."
    if pixels[0] * pixels[1] > MOST_PIXELS:
        return "The picture has more than 40 megapixels."
    if image.id != image_id(image.data):
        return "The picture is not the one that its id stands for."
    return ""


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return the size in the first start-of-frame segment (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return None
