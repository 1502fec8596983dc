"""An export on a thread of its own, so that the window stays awake and may change its mind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal

from editor.export.progress import Cancelled
from editor.model.trouble import Trouble
from editor.session.exporting import export

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from editor.picture.frame import Picture
    from editor.session.exporting import Options


class ExportJob(QThread):
    """Writes one picture to one file; `progressed` tells the share done, then one of the three others.

    `done` tells the file, `failed` the error.
    """

    progressed = Signal(float)
    done = Signal(Path)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, picture: Picture, path: Path, options: Options, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = picture
        self._path = path
        self._options = options
        self._wanted = True

    def cancel(self) -> None:
        """Stop at the next chance; the file is then as it was."""
        self._wanted = False

    def run(self) -> None:
        """Write the file; every way it can end is told by a signal."""
        try:
            export(self._picture, self._path, self._options, self._progress)
        except Cancelled:
            self.stopped.emit()
        except Trouble as trouble:
            self.failed.emit(trouble)
        except Exception as error:
            # Raising in a thread would only tell the log; the dialog must not wait for ever.
            self.failed.emit(error)
        else:
            self.done.emit(self._path)

    def _progress(self, share: float) -> bool:
        self.progressed.emit(share)
        return self._wanted
