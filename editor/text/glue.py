"""Spaces that no line breaks at: a number stays with its unit."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

_after_number = re.compile(r"\d ").search
_before_unit = re.compile(
    r"(?<=\d) (?=[%٪‰°€$£₽﷼]|(?:GB|MB|kB|TB|kWh|kW|km|kg|cm|mm|dB|zł|PLN|EUR|USD|tys\.|mln)(?!\w))"
)


def glued(text: str) -> str:
    """Return `text`, as long as it was, with no-break spaces where a line must not break.

    Only the shaper sees them: what is stored, copied and exported keeps its spaces.
    """
    return _before_unit.sub(NO_BREAK, text) if _after_number(text) else text
