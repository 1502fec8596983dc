"""Where the Latin letters and digits are on a keyboard, whatever letters its layout writes."""

from __future__ import annotations

_ROWS = {10: "1234567890", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
"""First scan code of each row of keys as X11 and Wayland count them (the kernel's code plus 8)."""

_LETTERS = {first + i: letter for first, row in _ROWS.items() for i, letter in enumerate(row)}


def latin_letter(scan_code: int) -> str:
    """Return the letter or digit that a US keyboard writes with that key, or "" for any other key."""
    return _LETTERS.get(scan_code, "")
