"""A window of its own for each test, and a log in a folder of its own."""

from __future__ import annotations

import logging

import pytest


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
