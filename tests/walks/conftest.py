"""A desk with one window on which a map can be built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.app.desktop import Desktop
from tests.window.desk import furnished, put_away


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the screenless platform complain of what it cannot do to windows: there is no screen."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    made = furnished(qapp, tmp_path, monkeypatch)
    yield made
    put_away(qapp, made)
