"""What a terminal shows of us: plain lines, one line per error, a progress bar where somebody looks."""

from __future__ import annotations

import sys
import unicodedata
from typing import TextIO

NAME = "safar"
_BAR = 24


def make_robust() -> None:
    """Let every character through to the standard streams, escaped where their encoding has none."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """Write one line of result to standard output."""
    sys.stdout.write(printable(line) + "\n")


def complain(line: str) -> None:
    """Write one line of trouble to standard error, whatever line breaks the text holds."""
    sys.stderr.write(f"{NAME}: {printable(' '.join(line.split()))}\n")


def printable(line: str) -> str:
    """Return the line without control characters: a file's text must not steer the terminal."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(char) else char for char in line)


def _steers(char: str) -> bool:
    return char not in "\t\n" and unicodedata.category(char) == "Cc"


class ProgressLine:
    """A bar on standard error while something takes time; silent where no terminal listens."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream or sys.stderr
        self._shown = -1
        self._visible = self._stream.isatty()

    def __call__(self, share: float) -> bool:
        """Show that `share` (0 to 1) is done; always answer "go on"."""
        percent = round(100 * min(max(share, 0.0), 1.0))
        if self._visible and percent != self._shown:
            self._shown = percent
            filled = "█" * (percent * _BAR // 100)
            self._stream.write(f"\r{self._label} {filled:░<{_BAR}} {percent:3d} %")
            self._stream.flush()
        return True

    def clear(self) -> None:
        """Take the bar away, so that the next line stands alone."""
        if self._visible and self._shown >= 0:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
