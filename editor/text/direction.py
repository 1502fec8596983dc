"""Which way a paragraph runs: the first strong letter decides (UAX #9, rules P2 and P3)."""

from __future__ import annotations

from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})


def first_strong(text: str) -> str | None:
    """Return "ltr" or "rtl" after the first strong letter outside isolates, None without one."""
    depth = 0
    for char in text:
        kind = bidirectional(char)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind == "L":
            return "ltr"
        elif depth == 0 and kind in _RIGHT_TO_LEFT:
            return "rtl"
    return None


def runs_right_to_left(paragraph: str, base: str) -> bool:
    """Tell whether `paragraph` reads from the right under `base` (see Shaper.layout)."""
    if base == "ltr" or base == "rtl":
        return base == "rtl"
    found = first_strong(paragraph)
    return base == "auto-rtl" if found is None else found == "rtl"
