"""Geometry, ink and text in the syntax of SVG."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from editor.picture.frame import Shape
from editor.picture.geometry import Path
from editor.picture.paint import Stroke

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file may hold, not even as references."""


def number(value: float, digits: int = 2) -> str:
    """Return a number with at most `digits` decimals and nothing more than it needs."""
    # Adding zero turns -0.0 into 0.0.
    return f"{round(value, digits) + 0.0:.8g}"


def text(content: str) -> str:
    """Return map text as XML character data."""
    return escape(_NOT_XML.sub("\ufffd", content))


def attributes(**values: str) -> str:
    """Return attributes, escaped, each with a blank before it; "_" in a name stands for "-", "__" for ":"."""
    return "".join(f" {_attribute(name)}={quoteattr(_NOT_XML.sub('', v))}" for name, v in values.items())


def _attribute(name: str) -> str:
    return name.replace("__", ":").replace("_", "-")


def path_data(outline: Path, scale: float = 1.0, digits: int = 2) -> str:
    """Return the value of the attribute d, all lengths multiplied by `scale`."""
    return "".join(
        command[0] + " ".join(number(value * scale, digits) for value in command[1:])
        for command in outline.commands
    )


def shape(drawn: Shape, digits: int = 2) -> str:
    """Return a shape as an element."""
    return f"<path{attributes(d=path_data(drawn.path, digits=digits))}{paint(drawn.fill, drawn.stroke)}/>"


def paint(fill: str | None, line: Stroke | None) -> str:
    """Return the attributes that ink an outline."""
    inked = attributes(fill=fill or "none")
    if line is None:
        return inked
    inked += attributes(stroke=line.color, stroke_width=number(line.width, 4))
    if line.dash:
        inked += attributes(stroke_dasharray=" ".join(number(length, 4) for length in line.dash))
    return inked + attributes(stroke_linecap="round") if line.cap == "round" else inked
