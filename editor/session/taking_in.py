"""Pictures that come in: decoded once, with care, and written anew, so that nothing hidden comes along."""

from __future__ import annotations

import io
import warnings

from PIL import Image as Pillow
from PIL import ImageOps

from editor.model.pictures import MOST_PIXELS, image_id
from editor.model.records import Image
from editor.model.trouble import Trouble
from editor.model.words import clean

LONGEST_SIDE = 2000
"""Pixels; on the largest card of the largest paper still more than 300 an inch."""
SIDES = {"channel": 256, "persona": 320, "map": 800, "card": LONGEST_SIDE}
"""The most pixels of a side by the kind of what shows the picture: 300 an inch where it is drawn small."""
LARGEST_LOSSLESS = 1_500_000
"""Bytes over which an opaque picture becomes a JPEG: it is a photograph."""
MOST_CHUNKS = 10_000
MOST_SCANS = 100
"""Each scan of a JPEG goes over all its pixels again; cameras and browsers write ten."""

_QUALITY = 90
_OTHER = "Choose another PNG or JPEG."
_GREY = ("1", "L", "I;16", "I", "F")


def taken_in(content: bytes, name: str, place: str, kind: str = "card") -> Image:
    """Return the picture in the bytes of a PNG or JPEG: upright, small enough, nothing but pixels.

    `name` becomes the words that stand for it, `kind` is the kind of what shows it (see SIDES). Raises
    Trouble with `place`.
    """
    _refuse_drawings(content, place)
    if content.count(b"IDAT") > MOST_CHUNKS or _chunks(content) > MOST_CHUNKS or _scans(content) > MOST_SCANS:
        raise Trouble("The picture is made of too many pieces.", _OTHER, place=place)
    try:
        # What is odd about a picture does not matter once it is written anew.
        with warnings.catch_warnings(action="ignore"):
            data, media_type = _written(_upright(_opened(content, place), SIDES[kind]))
    except Trouble:
        raise
    except Exception as error:  # hostile pictures make a decoder raise whatever Python can raise
        raise Trouble("The picture cannot be read.", _OTHER, place=place) from error
    return Image(image_id(data), media_type, data, clean(name).strip())


def _opened(content: bytes, place: str) -> Pillow.Image:
    image = Pillow.open(io.BytesIO(content), formats=("PNG", "JPEG"))
    if image.width * image.height > MOST_PIXELS:
        problem = "The picture has more than {most} megapixels."
        raise Trouble(problem, "Choose a smaller PNG or JPEG.", place=place, most=MOST_PIXELS // 1_000_000)
    return image


def _refuse_drawings(content: bytes, place: str) -> None:
    """Raise Trouble for SVG, whatever it is called: whoever draws one may load what it names."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<") and b"<svg" in head:
        problem = "SVG pictures are not taken, because they may load other files."
        raise Trouble(problem, "Save it as PNG in the program that drew it.", place=place)


def _upright(image: Pillow.Image, side: int) -> Pillow.Image:
    """Return the pixels in one of four modes, turned as the camera says."""
    turned = image.getexif()
    if image.mode == "P":
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((side, side), reducing_gap=2.0)
    image.getexif().update(turned)
    return _plain(ImageOps.exif_transpose(image))


def _plain(image: Pillow.Image) -> Pillow.Image:
    if image.mode in ("I;16", "I"):
        return image.convert("F").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in _GREY else "RGB")


def _written(image: Pillow.Image) -> tuple[bytes, str]:
    """Return the bytes of a picture and their media type, without anything the old file said beside."""
    bare = Pillow.new(image.mode, image.size)
    bare.paste(image)
    lossless = _encoded(bare, "PNG")
    if len(lossless) <= LARGEST_LOSSLESS or bare.mode == "RGBA":
        return lossless, "image/png"
    return _encoded(bare, "JPEG"), "image/jpeg"


def _encoded(image: Pillow.Image, form: str) -> bytes:
    page = io.BytesIO()
    image.save(page, form, quality=_QUALITY)
    return page.getvalue()


def _chunks(content: bytes) -> int:
    """Return how many chunks a PNG has, as far as it goes; 0 for other files."""
    at, count = 8, 0
    while content.startswith(b"\x89PNG") and at + 8 <= len(content) and count <= MOST_CHUNKS:
        at += 12 + int.from_bytes(content[at : at + 4], "big")
        count += 1
    return count


def _scans(content: bytes) -> int:
    """Return how many scans a JPEG may have; inside its pixels the mark is never found."""
    return content.count(b"\xff\xda") if content.startswith(b"\xff\xd8") else 0
