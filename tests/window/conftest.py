"""A desk for windows: the real one, in folders of its own, with answers instead of dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.window.canary import evil_journey, evil_words
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


@pytest.fixture
def window(desk):
    return desk.new_window()


@pytest.fixture
def evil(tmp_path):
    """Words that show a large picture of one colour where they are taken for markup."""
    return evil_words(tmp_path)


@pytest.fixture
def evil_map(evil):
    """A map whose every word is hostile."""
    return evil_journey(evil)
