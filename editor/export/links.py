"""Addresses that may leave in a picture: http, https and mailto, written in plain ASCII."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""Characters of an address that are not escaped; quotes, brackets and blanks are."""


def safe_link(address: str) -> str:
    """Return `address` as an ASCII URI, or "" when it is no http, https or mailto address."""
    trimmed = address.strip()
    if any(char < " " or char == "\x7f" for char in trimmed):
        return ""
    try:
        parts = urlsplit(trimmed)
    except ValueError:
        return ""
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    allowed = parts.scheme in ("http", "https", "mailto") and target
    return quote(trimmed, safe=_KEPT, errors="replace") if allowed else ""
