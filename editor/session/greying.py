"""A map for printers without colour: laid out in tones of grey, its pictures turned grey with it."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import TYPE_CHECKING

from PIL import Image as Pixels

from editor.model.edits.wording import set_fields
from editor.model.journey import Journey
from editor.picture.frame import Bitmap, Frame, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.picture.frame import Item

GREY = "grey"
"""The name of the theme that knows no colours."""


def grey_picture(journey: Journey, layout: Callable[[Journey], Picture]) -> Picture:
    """Return the drawing of `journey`, which stays as it is, in greys only."""
    copy = Journey(journey.records())
    copy.apply(set_fields(copy, (copy.map.id,), theme=GREY))
    made = layout(copy)
    return Picture(_greyed(made.root), made.title, made.language, made.rtl, made.author, made.paper)


def _greyed(frame: Frame) -> Frame:
    items = tuple(map(_item, frame.items))
    place = (frame.x, frame.y, frame.w, frame.h)
    return Frame(*place, items, frame.role, frame.ref, frame.label, frame.link, frame.clip)


def _item(item: Item) -> Item:
    if isinstance(item, Frame):
        return _greyed(item)
    return _photograph(item) if isinstance(item, Bitmap) else item


def _photograph(bitmap: Bitmap) -> Bitmap:
    """Return a picture without its colours; one that cannot be read stays for the export to complain of."""
    try:
        image = Pixels.open(io.BytesIO(bitmap.data), formats=("PNG", "JPEG"))
        grey = image.convert("LA" if image.has_transparency_data else "L")
    except (OSError, SyntaxError, ValueError, Pixels.DecompressionBombError):
        return bitmap
    target = io.BytesIO()
    grey.save(target, "PNG")
    content = target.getvalue()
    return Bitmap(bitmap.rect, sha256(content).hexdigest(), content, "image/png")
