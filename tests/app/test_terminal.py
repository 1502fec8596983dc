"""Lines on the terminal and the progress bar."""

from __future__ import annotations

import io

from editor.app.terminal import ProgressLine, printable


class Terminal(io.StringIO):
    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def test_control_characters_are_shown_as_replaced():
    assert printable("a\x1b[2Jb\x07\tc") == "a\ufffd[2Jb\ufffd\tc"
    assert printable("می\u200cشود") == "می\u200cشود"


def test_progress_is_shown_where_somebody_looks_and_taken_away():
    stream = Terminal(True)
    progress = ProgressLine("map.pdf", stream)
    assert progress(0.0)
    assert progress(0.5)
    assert progress(2.0)
    progress.clear()
    text = stream.getvalue()
    assert " 50 %" in text
    assert "100 %" in text
    assert text.endswith("\r\x1b[K")


def test_progress_is_silent_in_a_pipe():
    stream = Terminal(False)
    progress = ProgressLine("map.pdf", stream)
    assert progress(0.5)
    progress.clear()
    assert stream.getvalue() == ""
