"""Pictures that mean harm, and what they are made of."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache

from PIL import Image

SVG = b"""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
<image href="file:///etc/hostname" width="9" height="9"/><image href="http://127.0.0.1:9/x.png"/></svg>"""

RING = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\x08"
"""A directory of tags whose one entry and whose successor are the directory itself."""


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


END = chunk(b"IEND", b"")


def png_head(width: int, height: int) -> bytes:
    """The beginning of a PNG that claims this size."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x02\0\0\0")


@lru_cache(maxsize=2)
def pixels(width: int, height: int) -> bytes:
    """Black pixels of that size as a chunk, a thousandth as long as they are."""
    packer = zlib.compressobj(9)
    rows = [packer.compress(bytes(1 + 3 * width)) for _ in range(height)]
    return chunk(b"IDAT", b"".join(rows) + packer.flush())


def png(width: int, height: int, more: bytes = b"") -> bytes:
    """A black PNG, with `more` chunks behind its head."""
    return png_head(width, height) + more + pixels(width, height) + END


def text_bomb() -> bytes:
    """A chunk of text that is 20 MB long when it is unpacked."""
    return chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(20_000_000), 9))


def profile_bomb() -> bytes:
    """A colour profile that is 50 MB long when it is unpacked."""
    return chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(50_000_000), 9))


def encoded(form: str, width: int, height: int, mode: str = "RGB") -> bytes:
    """An empty picture in that format."""
    page = io.BytesIO()
    Image.new(mode, (width, height)).save(page, form)
    return page.getvalue()


@lru_cache(maxsize=2)
def jpeg(width: int, height: int) -> bytes:
    """A black JPEG."""
    return encoded("JPEG", width, height, "L")


def jpeg_head(width: int, height: int) -> bytes:
    """The beginning of a JPEG that claims this size."""
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return b"\xff\xd8\xff\xc0\x00\x11\x08" + size + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"


def jpeg_of_two_sizes() -> bytes:
    """A JPEG that says at first that it is small, and then that it is not."""
    small = jpeg_head(8, 8)
    return small + jpeg(7000, 7000)[2:]


def jpeg_of_many_scans() -> bytes:
    """A progressive JPEG whose scans come a thousand times: each is unpacked again."""
    page = io.BytesIO()
    Image.new("L", (2000, 2000)).save(page, "JPEG", progressive=True)
    content = page.getvalue()
    start = content.rindex(b"\xff\xda")
    return content[:-2] + content[start:-2] * 1000 + b"\xff\xd9"


def jpeg_with_exif(exif: bytes) -> bytes:
    """A small JPEG with these tags."""
    plain = jpeg(20, 20)
    return plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + plain[2:]


def deep_png() -> bytes:
    """A PNG of 16 bits a pixel."""
    page = io.BytesIO()
    Image.new("I;16", (2000, 2000)).save(page, "PNG")
    return page.getvalue()
