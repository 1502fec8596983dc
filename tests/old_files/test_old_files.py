"""One file of every format version is kept for ever, and stays readable with all that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.files.format import VERSION, dumps
from editor.files.reading import read
from editor.model.journey import Journey
from tests.old_files.make_v1 import records

HERE = Path(__file__).parent
MEANT = {1: records}


def test_there_is_a_file_of_every_version() -> None:
    assert sorted(path.name for path in HERE.glob("*.journey")) == [
        f"v{n}.journey" for n in range(1, VERSION + 1)
    ]


@pytest.mark.parametrize("version", MEANT)
def test_it_says_what_it_was_meant_to_say(version: int) -> None:
    path = HERE / f"v{version}.journey"
    opened = read(path)
    assert opened.version == version
    assert opened.journey == Journey(MEANT[version]())


def test_the_present_version_is_saved_as_it_was_read() -> None:
    path = HERE / f"v{VERSION}.journey"
    assert dumps(read(path).journey.records()) == path.read_bytes()
