"""Missing system libraries and displays: named, with the remedy, before Qt can abort."""

from __future__ import annotations

import sys

import pytest

from editor.app import libraries, screen
from editor.app.command_line import main
from editor.model.trouble import Trouble

MISSING = "libEGL.so.1: cannot open shared object file: No such file or directory"


def without(*names: str):
    def load(name: str) -> object:
        if name in names:
            raise OSError(f"{name}: cannot open shared object file")
        return object()

    return load


def test_all_missing_libraries_are_named_with_one_command(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    load = without("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libdbus-1.so.3")
    line = str(libraries.explained(ImportError(MISSING), load))
    assert "libEGL.so.1" in line
    assert line.endswith("with: apt-get install -y libegl1 libglib2.0-0 libdbus-1-3")


def test_people_who_are_not_root_are_told_to_use_sudo(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    line = str(libraries.explained(ImportError(MISSING), without("libEGL.so.1")))
    assert "sudo apt-get install -y libegl1" in line


def test_the_libraries_of_this_machine_load():
    assert libraries.missing(libraries.QT) == {}
    assert libraries.missing({"libnothing.so.99": "libnothing99"}) == {"libnothing.so.99": "libnothing99"}


def test_a_missing_package_is_named_with_the_command():
    line = str(
        libraries.explained(ModuleNotFoundError("No module named 'networkx'", name="networkx.classes"))
    )
    assert "networkx is missing" in line
    assert f"{sys.executable} -m pip install ." in line


def test_any_other_failed_import_keeps_its_words():
    assert "undefined symbol" in str(
        libraries.explained(ImportError("x.so: undefined symbol: foo"), without())
    )


def test_a_failed_import_is_one_line_on_the_command_line(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "editor.app.commands", None)
    assert main(["templates"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's")
def test_a_display_must_be_there_and_answer():
    with pytest.raises(Trouble, match="no display"):
        screen.require_display("")
    with pytest.raises(Trouble, match="does not answer"):
        screen.require_display(":6543")
    screen.require_display(":0", connects=lambda name: name == ":0")


def test_libraries_for_windows_are_asked_for_before_qt_would_abort():
    with pytest.raises(Trouble) as trouble:
        screen.require_libraries(without("libxcb-cursor.so.0"))
    assert "libxcb-cursor0" in str(trouble.value)
    screen.require_libraries(without())


@pytest.mark.parametrize(
    ("name", "value"), [("QT_QPA_PLATFORM", "offscreen"), ("WAYLAND_DISPLAY", "wayland-0")]
)
def test_other_platforms_are_left_to_qt(monkeypatch, name, value):
    for unset in ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(unset, raising=False)
    monkeypatch.setenv(name, value)
    screen.require_screen()
