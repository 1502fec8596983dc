"""What the File menu does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.model.trouble import Trouble
from editor.window.modal import stay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from editor.picture.frame import Picture
    from editor.session.session import Session
    from editor.window.main_window import MainWindow

BEGINNINGS = frozenset({".csv", ".tsv"})
"""Tables with which a map can begin."""


class FileDeeds:
    """Begins, opens, saves, exports and closes the maps of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the menu does."""
        return {
            "file.new": self.new,
            "file.template": self.show_templates,
            "file.open": self.open,
            "file.save": self.save,
            "file.save_as": self.save_as,
            "file.export": self.export,
            "file.close": self.close,
            "file.quit": self._window.desk.quit,
        }

    def new(self) -> None:
        """Begin a blank map."""
        self._window.open_template(self._window.desk.catalogue.blank())

    def show_templates(self) -> None:
        """Show the start page: here, or in a new window if a map is open here."""
        window = self._window if self._window.session is None else self._window.desk.new_window()
        window.start_page_shown().search.setFocus()

    def open(self) -> None:
        """Ask for files and open them."""
        for path in self._window.asking.open_names(self._folder()):
            self._window.open_path(path)

    def dropped(self, mime: QMimeData) -> list[Path]:
        """Return what can be opened of what is dragged to the window: maps, or a table while none is open."""
        from editor.canvas.parcels import file, maps

        table = file(mime)
        return maps(mime) or [table] * (self._window.session is None and table.suffix.lower() in BEGINNINGS)

    def open_dropped(self, path: Path) -> None:
        """Open a map, or begin one with what stands in a table."""
        if path.suffix.lower() in BEGINNINGS:
            self._begin_with(path)
        else:
            self._window.open_path(path)

    def _begin_with(self, path: Path) -> None:
        """Begin a map with the cells of a table as cards, named like its file."""
        from editor.window.incoming import table_text

        try:
            text = table_text(path)
        except Trouble as trouble:
            self._window.asking.tell(trouble)
            return
        self.new()
        workspace = self._window.opened
        name = workspace.bench.plans.write(workspace.session.journey.map.id, path.stem)
        workspace.bench.do(QT_TRANSLATE_NOOP("Steps", "Set title"), name)
        workspace.view.text_dropped.emit(text, "")

    def save(self) -> bool:
        """Save the map where it belongs; return whether it is saved now."""
        session = self._window.session
        if session is None or session.path is None or session.read_only:
            return self.save_as()
        return self._save_to(session.path)

    def save_as(self) -> bool:
        """Ask for a file and save the map there; return whether it is saved now."""
        session = self._window.session
        if session is None:
            return False
        if session.holder is not None:
            return self._copy_of_held()
        path = self._window.asking.save_name(self.suggested(".journey"))
        return path is not None and self._save_to(path)

    def export(self) -> None:
        """Show the export dialog."""
        from editor.window.export_dialog import ExportDialog

        window = self._window
        session, tokens = window.settled().session, window.desk.theme.tokens
        dialog = ExportDialog(window, session.picture, self.suggested(".pdf"), window.asking, tokens)
        dialog.offer_grey(lambda: _grey(session))
        settings, choices = window.desk.settings, dialog.choices
        choices.choose(settings.export_choices())
        choices.changed.connect(lambda: settings.set_export_choices(choices.kept()))
        stay(dialog)

    def close(self) -> None:
        """Go back to the start page."""
        if self._window.may_close_map():
            self._window.show_start()

    def suggested(self, suffix: str) -> Path:
        """Return a file name for the map: its own, or its title as a file name."""
        from editor.session.pathsafe import file_name

        session = self._window.session
        if session is not None and session.path is not None:
            return session.path.with_suffix(suffix)
        title = session.title if session is not None else ""
        return self._folder() / file_name(title, suffix)

    def _save_to(self, path: Path) -> bool:
        from editor.window.file_choices import may_overwrite

        window = self._window
        try:
            session = window.settled().session
            if not may_overwrite(window, path):
                return False
            session.save(path)
        except Trouble as trouble:
            window.asking.tell(trouble)
            return False
        if (safety := window.opened.safety) is not None:
            safety.look()
        window.desk.settings.remember(path.absolute())
        window.desk.note_open()
        window.refresh()
        return True

    def _copy_of_held(self) -> bool:
        """Go on with a copy of a map that somebody else works on; return whether there is one."""
        from editor.window.file_choices import FileChoices

        held = self._window.session
        FileChoices(self._window, self._window.opened).work_on_copy()
        return self._window.session is not held

    def _folder(self) -> Path:
        recent = self._window.desk.settings.recent()
        return next((path.parent for path in recent if path.parent.is_dir()), Path.home())


def _grey(session: Session) -> Picture:
    """Return the drawing of a map for printers without colour."""
    from editor.session.drawing import map_layout
    from editor.session.greying import grey_picture

    return grey_picture(session.journey, map_layout().lay_out)
