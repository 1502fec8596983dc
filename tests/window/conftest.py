"""Windows for tests: one with nothing in it, an inspector, and hostile words."""

from __future__ import annotations

import pytest

from editor.model.ids import Ids
from editor.session.bench import Bench
from editor.window.inspector import Inspector
from tests.window.canary import evil_journey, evil_words


@pytest.fixture
def window(desk):
    return desk.new_window()


@pytest.fixture
def inspector(qtbot, session):
    """A shown inspector of the test's own `session`."""
    made = Inspector(session.journey, Bench(session, Ids(1)))
    session.subscribe(lambda _: made.refresh())
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    return made


@pytest.fixture
def evil(tmp_path):
    """Words that show a large picture of one colour where they are taken for markup."""
    return evil_words(tmp_path)


@pytest.fixture
def evil_map(evil):
    """A map whose every word is hostile."""
    return evil_journey(evil)
