"""Draws the logos and the portrait in the samples, and dresses the maps: python -m tests.samples.pictures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image as Pixels
from PIL import ImageDraw

from editor.files.format import dumps
from editor.files.reading import read
from editor.model.edits.picturing import set_picture
from editor.model.edits.wording import set_fields
from editor.session.taking_in import taken_in

SAMPLES = Path(__file__).parents[2] / "samples"
FINE = 4
"""Pictures are drawn so many times larger, then shrunk, so that their edges are smooth."""

Pen = ImageDraw.ImageDraw
Draw = Callable[[Pen, float], None]


def drawn(draw: Draw, side: int) -> bytes:
    """Return a square PNG; `draw` works on a square of side 1 scaled by what it is given."""
    large = Pixels.new("RGBA", (side * FINE, side * FINE), (0, 0, 0, 0))
    draw(ImageDraw.Draw(large), side * FINE)
    page = io.BytesIO()
    large.resize((side, side), Pixels.Resampling.LANCZOS).save(page, "PNG", optimize=True)
    return page.getvalue()


def box(k: float, x: float, y: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    return (x * k, y * k, right * k, bottom * k)


def loaf(pen: Pen, k: float) -> None:
    """A round loaf with three cuts on a sign the colour of its crust."""
    pen.ellipse(box(k, 0.0, 0.0, 1.0, 1.0), "#8c3b1f")
    pen.ellipse(box(k, 0.16, 0.27, 0.84, 0.77), "#f5e6d2")
    for middle in (0.32, 0.5, 0.68):
        line = [(middle * k - 0.05 * k, 0.61 * k), (middle * k + 0.05 * k, 0.42 * k)]
        pen.line(line, "#8c3b1f", round(0.055 * k))
        for x, y in line:
            reach = 0.0275 * k
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), "#8c3b1f")


def basket(pen: Pen, k: float) -> None:
    """A shopping basket with a leaf in it."""
    pen.rounded_rectangle(box(k, 0.0, 0.0, 1.0, 1.0), 0.24 * k, "#0b6e4f")
    pen.arc(box(k, 0.28, 0.2, 0.72, 0.76), 180, 360, "#ffffff", round(0.055 * k))
    pen.polygon(
        [(0.18 * k, 0.47 * k), (0.82 * k, 0.47 * k), (0.73 * k, 0.8 * k), (0.27 * k, 0.8 * k)], "#ffffff"
    )
    for x in (0.38, 0.5, 0.62):
        pen.line([(x * k, 0.55 * k), (x * k, 0.72 * k)], "#0b6e4f", round(0.045 * k))
    pen.pieslice(box(k, 0.42, 0.2, 0.74, 0.52), 180, 270, "#ffb347")


def hanna(pen: Pen, k: float) -> None:
    """A woman of forty with brown hair and a green coat."""
    pen.rectangle(box(k, 0.0, 0.0, 1.0, 1.0), "#e9d8c3")
    pen.ellipse(box(k, 0.24, 0.13, 0.76, 0.75), "#5a3a26")
    pen.rounded_rectangle(box(k, 0.24, 0.42, 0.76, 0.8), 0.12 * k, "#5a3a26")
    pen.ellipse(box(k, 0.06, 0.76, 0.94, 1.5), "#4d6b3a")
    pen.rounded_rectangle(box(k, 0.42, 0.6, 0.58, 0.84), 0.07 * k, "#dba987")
    pen.ellipse(box(k, 0.33, 0.24, 0.67, 0.7), "#efc3a2")
    pen.chord(box(k, 0.31, 0.17, 0.69, 0.58), 182, 358, "#5a3a26")
    for x in (0.43, 0.57):
        pen.ellipse(box(k, x - 0.018, 0.455, x + 0.018, 0.495), "#33271e")
    pen.arc(box(k, 0.44, 0.5, 0.56, 0.61), 20, 160, "#a8543c", round(0.018 * k))


@dataclass(frozen=True)
class Dress:
    """How one sample looks: its theme, its brand, and who shows which picture."""

    theme: str = "paper"
    brand: Sequence[str] = ()
    pictures: dict[str, tuple[str, Draw, int]] = field(default_factory=dict)


DRESSES = {
    "bakery": Dress("warm", (), {
        "map": ("A round loaf with three cuts", loaf, 160),
        "persona-hanna": ("Hanna, a woman with brown hair", hanna, 192),
    }),
    "retail-chain": Dress("paper", ("#0b6e4f", "#d9730d"), {"map": ("سبد خرید با یک برگ", basket, 160)}),
}  # fmt: skip


def dress(name: str) -> bytes:
    """Return the sample of that name in its dress, as a file."""
    look = DRESSES[name]
    journey = read(SAMPLES / f"{name}.journey").journey
    journey.apply(set_fields(journey, ["map"], theme=look.theme, brand=tuple(look.brand)))
    for key, (words, draw, side) in look.pictures.items():
        kind = journey.get(key).kind
        picture = taken_in(drawn(draw, side), words, name, kind)
        journey.apply(set_picture(journey, [key], picture))
    return dumps(journey.records())


if __name__ == "__main__":
    for sample in DRESSES:
        (SAMPLES / f"{sample}.journey").write_bytes(dress(sample))
