"""Geometry and ink in the syntax of PDF content streams."""

from __future__ import annotations

from editor.picture.frame import Box, Shape
from editor.picture.geometry import Path
from editor.picture.paint import Stroke

ROUND = 0.5522847498
"""Distance of the control points of a quarter circle from its ends, in radii."""

_CAPS = {"butt": 0, "round": 1}
_COARSE = {
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}
_FINE = {letter: operator.replace(".2f", ".5f") for letter, operator in _COARSE.items()}


def path(outline: Path, *, fine: bool = False) -> str:
    """Return the operators that build an outline; `fine` is for outlines of about one unit."""
    operators = _FINE if fine else _COARSE
    return "\n".join(operators[command[0]] % command[1:] for command in outline.commands)


def color(code: str) -> str:
    """Return "#rrggbb" as three numbers from 0 to 1."""
    return " ".join(f"{int(code[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))


def fill_color(code: str) -> str:
    """Return the operator that sets the colour to fill with."""
    return f"{color(code)} rg"


def stroke(line: Stroke) -> str:
    """Return the operators that set everything a stroke depends on but its joins."""
    dash = " ".join(f"{length:.5g}" for length in line.dash)
    return f"{color(line.color)} RG {line.width:.5g} w [{dash}] 0 d {_CAPS[line.cap]} J"


def ink(fill: str | None, line: Stroke | None) -> str:
    """Return the operator that paints the path just built."""
    if fill is None:
        return "n" if line is None else "S"
    return "f" if line is None else "B"


def styled(shape: Box | Shape, outline: str) -> str:
    """Return an outline with all that it takes to paint it, whatever was set before."""
    settings = [fill_color(shape.fill)] if shape.fill else []
    settings += [stroke(shape.stroke)] if shape.stroke else []
    return "\n".join((*settings, outline, ink(shape.fill, shape.stroke)))


def rectangle(x: float, y: float, w: float, h: float, radius: float) -> str:
    """Return the operators that build a rectangle whose corners have `radius` points."""
    r = min(radius, w / 2, h / 2)
    if r <= 0:
        return f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re"
    k = r - r * ROUND
    right, bottom = x + w, y + h
    return (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c "
        f"{right:.2f} {bottom - r:.2f} l "
        f"{right:.2f} {bottom - k:.2f} {right - k:.2f} {bottom:.2f} {right - r:.2f} {bottom:.2f} c "
        f"{x + r:.2f} {bottom:.2f} l "
        f"{x + k:.2f} {bottom:.2f} {x:.2f} {bottom - k:.2f} {x:.2f} {bottom - r:.2f} c "
        f"{x:.2f} {y + r:.2f} l "
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
    )
