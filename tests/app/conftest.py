"""A desk for windows: the real one, in folders of its own, with answers instead of dialogs."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.window.desk import furnished, put_away


def pytest_collection_modifyitems(items):
    """Let the screenless platform complain of what it cannot do to windows: there is no screen."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    made = furnished(qapp, tmp_path, monkeypatch)
    yield made
    put_away(qapp, made)


@pytest.fixture(autouse=True)
def clean_log(monkeypatch, tmp_path):
    """Let the log go to a folder of its own and take its handler away again; return its file."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    root = logging.getLogger()
    level = root.level
    yield tmp_path / "state" / "safar" / "safar.log"
    for handler in [handler for handler in root.handlers if handler.get_name() == "safar"]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture
def window(desk):
    return desk.new_window()
