"""The language of the window: which one, its translation files and its direction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from editor.window.plain_numbers import run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SOURCE = "en"
_FROM_RIGHT = (QLocale.Script.ArabicScript, QLocale.Script.HebrewScript)


def speak(application: QApplication, chosen: str, folder: Path) -> str:
    """Let the window speak the `chosen` language, by default the system's, as far as it can.

    Translations are `safar_TAG.qm` in `folder`, Qt's own beside Qt. Returns the tag spoken.
    """
    tag = spoken(chosen or QLocale.system().name(), folder)
    if tag != SOURCE:
        _install(application, f"qtbase_{tag}", _qt_translations())
        _install(application, f"safar_{tag}", folder)
    run(application, from_right=QLocale(tag).script() in _FROM_RIGHT)
    return tag


def spoken(wanted: str, folder: Path) -> str:
    """Return the tag of the language to speak: the wanted one if there is a translation, else English."""
    tag = wanted.replace("-", "_").partition("_")[0]
    return tag if (folder / f"safar_{tag}.qm").is_file() else SOURCE


def _qt_translations() -> Path:
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _install(application: QApplication, name: str, folder: Path) -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator(application)
    if translator.load(name, str(folder)):
        application.installTranslator(translator)
