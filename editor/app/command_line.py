"""The front door: decides between window and command, and turns every failure into one line."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from editor.app import terminal
from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

COMMANDS = ("new", "templates", "export", "check", "info")
BEFORE_QT = ("editor.session.session", "editor.layout.engine", "editor.files.reading")
"""What opens a map and does so without Qt."""
DONE, FOUND, REFUSED = 0, 1, 2
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Safar with `arguments` (the process's own by default) and return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    terminal.make_robust()
    try:
        return _run(words)
    except Trouble as trouble:
        terminal.complain(str(trouble))
    except ImportError as error:
        terminal.complain(_explained(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _close_output()
    except Exception as error:
        terminal.complain(_logged(error))
    return REFUSED


def _run(words: list[str]) -> int:
    if _is_command(words):
        from editor.app.commands import run as run_command

        return run_command(words)
    from editor.app.screen import require_screen

    # Before Qt is touched: without a display its libraries are of no use, and it would abort by itself.
    require_screen()
    return loaded_desktop(words).run(words)


def loaded_desktop(words: Sequence[str]) -> ModuleType:
    """Return `editor.app.desktop`, which brings Qt with it, loaded without a stop for files to open.

    Ten thousand things are made meanwhile and none of them is garbage: looking for some would take a tenth
    of the time to the first frame. The desktop's `Sweeper` does that work from then on.
    """
    gc.disable()
    if words:
        # Qt's Python side reads the source of each module that is loaded after it: it takes a while.
        for room in BEFORE_QT:
            import_module(room)
    from editor.app import desktop

    return desktop


def _is_command(words: list[str]) -> bool:
    """Tell a command or option from files to open, without argparse: the everyday start is quick."""
    return words[:1] != [] and (words[0] in COMMANDS or any(word.startswith("-") for word in words))


def _explained(error: ImportError) -> str:
    from editor.app.libraries import explained

    return str(explained(error))


def _logged(error: Exception) -> str:
    """Write an error that nobody foresaw to the log and return the line that says so."""
    import logging

    from editor.app.log import log_file, start_log

    start_log()
    logging.getLogger("editor").error("Unexpected error", exc_info=error)
    return (
        f"Something unexpected went wrong ({type(error).__name__}). "
        f"Please send a report with the log: {log_file()}"
    )


def _close_output() -> None:
    """Leave quietly when the reader of a pipe has gone, as `head` does."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
