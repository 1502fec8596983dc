"""The PNG and JPEG bytes of a picture's bitmaps, opened with care."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from editor.model.trouble import Trouble
from editor.picture.frame import Bitmap, Frame, Picture

MOST_PIXELS = 40_000_000
LONGEST_NAME = 60
"""Letters of a card's text that tell people which card it is."""
_FORMATS = ("PNG", "JPEG")
_NAMED = frozenset({"card", "persona"})


class BadBitmap(Exception):
    """A bitmap that cannot be drawn; `problems` say so of a logo, of what has a name, and of all else."""

    def __init__(self, digest: str, problems: tuple[str, str, str], remedy: str) -> None:
        super().__init__(problems[-1])
        self.digest, self.problems, self.remedy = digest, problems, remedy


def opened(bitmap: Bitmap) -> Image.Image:
    """Return the decoded image as it is stored; raises BadBitmap if it cannot be read or is too large."""
    try:
        image = Image.open(io.BytesIO(bitmap.data), formats=_FORMATS)
        _refuse_giants(image, bitmap)
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        problems = (
            "The map's logo cannot be read.",
            "The picture of “{name}” cannot be read.",
            "A picture on the map cannot be read.",
        )
        raise BadBitmap(bitmap.digest, problems, "Replace it or take it away.") from error
    return image


@contextmanager
def named(picture: Picture) -> Iterator[None]:
    """Turn a bad bitmap of `picture` into the Trouble that tells people what it stands on."""
    try:
        yield
    except BadBitmap as bad:
        role, name = _bearer(picture.root, bad.digest) or ("", "")
        logo, of_name, nameless = bad.problems
        problem = logo if role == "logo" else of_name if name else nameless
        details = {"name": name, "most": MOST_PIXELS // 1_000_000}
        raise Trouble(problem, bad.remedy, **details) from bad


def _refuse_giants(image: Image.Image, bitmap: Bitmap) -> None:
    if image.width * image.height > MOST_PIXELS:
        problems = (
            "The map's logo has more than {most} megapixels.",
            "The picture of “{name}” has more than {most} megapixels.",
            "A picture on the map has more than {most} megapixels.",
        )
        raise BadBitmap(bitmap.digest, problems, "Replace it by a smaller one.")


def _bearer(frame: Frame, digest: str) -> tuple[str, str] | None:
    """Return role and name of what bears that bitmap in `frame`: a card's or persona's, else its own."""
    for item in frame.items:
        if isinstance(item, Bitmap) and item.digest == digest:
            return frame.role, _short(frame.label)
        found = _bearer(item, digest) if isinstance(item, Frame) else None
        if found and frame.role in _NAMED and frame.label.strip():
            return frame.role, _short(frame.label)
        if found:
            return found
    return None


def _short(label: str) -> str:
    """Return a label on one line, shortened."""
    line = " ".join(label.split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}…"
