"""A translation file changes every word of the window and its direction."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator

from editor.app.language import speak, spoken
from editor.window.catalogue import stage_count
from editor.window.main_window import MainWindow

WORDS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa">
<context><name>Menus</name>
<message><source>&amp;File</source><translation>پرونده</translation></message></context>
<context><name>Actions</name>
<message><source>&amp;Undo</source><translation>واگرد</translation></message></context>
<context><name>MainWindow</name>
<message><source>Safar</source><translation>سفر</translation></message></context>
<context><name>Plural</name>
<message><source>en</source><translation>fa</translation></message></context>
<context><name>Catalogue</name>
<message><source>{n} stage|{n} stages</source><translation>{n} مرحله</translation></message></context>
</TS>
"""


@pytest.fixture
def persian(tmp_path, qapp):
    """Put a Persian translation into a folder; let English be spoken again afterwards."""
    (tmp_path / "safar_fa.ts").write_text(WORDS, encoding="utf-8")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    command = [tool, tmp_path / "safar_fa.ts", "-qm", tmp_path / "safar_fa.qm"]
    subprocess.run(command, check=True, capture_output=True)
    yield tmp_path
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_english_is_spoken_where_there_is_no_translation(tmp_path):
    (tmp_path / "safar_pl.qm").touch()
    assert spoken("pl_PL", tmp_path) == "pl"
    assert spoken("de", tmp_path) == "en"
    assert spoken("", tmp_path) == "en"


def test_a_translated_window_speaks_its_language_from_right_to_left(persian, desk, qapp):
    assert speak(qapp, "fa_IR", persian) == "fa"
    window = MainWindow(desk)
    window.show_start()
    assert window.menuBar().actions()[0].text() == "پرونده"
    assert window.actions_by_id["edit.undo"].text() == "واگرد"
    assert window.windowTitle() == "سفر"
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert stage_count(3) == "3 مرحله"
    window.deleteLater()


def test_the_chosen_language_is_asked_of_the_settings(persian, qapp):
    assert speak(qapp, "en", persian) == "en"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
