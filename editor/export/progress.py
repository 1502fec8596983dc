"""How an export tells how far it is, and how it learns that nobody wants it any more."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], bool]
"""Told the share done (0 to 1); answers False to cancel."""


class Cancelled(Exception):
    """The export was cancelled; nothing was written."""


def carry_on(_share: float) -> bool:
    """Let the export go on whatever its progress."""
    return True


def report(progress: Progress, share: float) -> None:
    """Tell `progress` the share done; raises Cancelled when it answers False."""
    if not progress(share):
        raise Cancelled
