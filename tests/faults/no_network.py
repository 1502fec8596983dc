"""Runs the whole program once and tells of every socket: python -m tests.faults.no_network FOLDER.

Opens a map, edits it, exports it, is told of a crash and recovers, all in windows; then runs the commands.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOCKETS: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Note what Python is asked to do with networks."""
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        SOCKETS.append(f"{event} {arguments}")


def edit_and_export(folder: Path, path: Path) -> None:
    """Open a map in a window, edit, save, export and crash."""
    from PySide6.QtWidgets import QApplication

    from editor.app.desktop import Desktop, made_application
    from editor.session.exporting import Options, export
    from tests.window.desk import Answers

    desk = Desktop(made_application())
    window = desk.new_window()
    window.asking = Answers()  # type: ignore[assignment]
    window.open_path(path)
    for _ in range(20):
        QApplication.processEvents()
    for action in (
        "insert.stage",
        "edit.undo",
        "edit.redo",
        "edit.select_all",
        "edit.copy",
        "file.save",
        "help.commands",
    ):
        window.actions_by_id[action].trigger()
        QApplication.processEvents()
    for suffix in (".pdf", ".svg", ".png"):
        export(window.opened.session.picture, folder / f"out{suffix}", Options(dpi=72))
    window.actions_by_id["insert.stage"].trigger()
    workspace = window.settled()
    assert workspace.session.dirty
    assert workspace.safety is not None
    assert workspace.safety.flush()


def recover(folder: Path, path: Path) -> None:
    """Start again, as somebody would after a crash."""
    from PySide6.QtWidgets import QApplication

    from editor.app.desktop import Desktop, made_application
    from tests.window.desk import Answers

    desk = Desktop(made_application())
    window = desk.new_window()
    window.asking = Answers()  # type: ignore[assignment]
    for _ in range(20):
        QApplication.processEvents()
    (left,) = desk.recovery.found()
    from editor.session.drawing import map_layout

    session, recorder = desk.recovery.open(left, map_layout().lay_out, guarded=True)
    assert session.dirty
    session.save()
    recorder.close()
    session.close()


def command(folder: Path, path: Path) -> None:
    """Run the commands that need no window."""
    from editor.app.command_line import main

    assert main(["export", str(path), "-o", str(folder / "again.pdf")]) == 0
    assert main(["info", str(path)]) == 0
    assert main(["check", str(path)]) in (0, 1)


ACTS = {"edit": edit_and_export, "recover": recover, "command": command}


def main(act: str, folder: Path) -> None:
    """Do one act and print what was done with sockets."""
    sys.addaudithook(watch)
    for name in ("CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / "own")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ACTS[act](folder, folder / "map.journey")
    print("sockets:", *SOCKETS, flush=True)
    # Without a goodbye, as a crash would be.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
