"""Tool tips over the canvas: the words of what is too small to read, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.canvas.spot import Spot

READABLE = 0.9
"""Pixels a point from which cards can be read without a tip."""


def tip(spot: Spot | None, scale: float, flags: frozenset[str] = frozenset()) -> str:
    """Return what a tip says about `spot`, or ""; escaped, because tool tips read mark-up.

    `flags` are what holds of a lane: "locked", "collapsed".
    """
    if spot is None:
        return ""
    told = [spot.label] if scale < READABLE or spot.role == "connection" else []
    if flags:
        from editor.canvas.lane_signs import said

        told.append(said(flags))
    words = "\n".join(filter(None, told))
    if not words:
        return ""
    from html import escape  # loaded with the first tip: it brings all names of HTML's characters

    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>"
