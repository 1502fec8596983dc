"""How files of older versions become files of this one: plain documents, one step per version.

A step takes the JSON document of version n and returns that of version n + 1. It works on plain
dictionaries only, so that it stays true when records change later. Version 1 is the first: no step yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Document = dict[str, Any]
Step = Callable[[Document], Document]

STEPS: Mapping[int, Step] = {}


def migrate(document: Document, version: int, target: int, steps: Mapping[int, Step] = STEPS) -> Document:
    """Return `document` brought from `version` to `target`; raises KeyError where a step is missing."""
    for number in range(version, target):
        document = steps[number](document)
    return document
