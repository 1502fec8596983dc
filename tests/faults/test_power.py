"""Power cuts at every moment: no file is torn, and what was said to be saved is there."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

import pytest

from tests.faults import strace
from tests.faults.checks import check
from tests.faults.power import cuts, written
from tests.faults.samples import prepare
from tests.faults.strace import WHOLE
from tests.faults.victim import ACTS, MAP, NEW, OLD

pytestmark = pytest.mark.skipif(bool(strace.missing()), reason=strace.missing() or "strace is there")

MANY = ("lock", "save_as", "recover")
LEAST = {
    **dict.fromkeys(("create", "check", "pdf", "svg", "png"), 15),
    **dict.fromkeys(MANY, 500 if WHOLE else 100),
    **dict.fromkeys(("save", "copy", "keep", "rotate"), 20),
}
"""States there must be, or the model does not see what happens."""


@pytest.mark.parametrize("act", [act for act in ACTS if act != "offer"])
def test_after_a_power_cut_the_file_is_old_or_new(tmp_path: Path, act: str) -> None:
    folder = prepare(tmp_path / "maps", act)
    after, count = folder.parent / "after", 0
    for tree, saved in islice(cuts(act, folder), 0, None, 1 if WHOLE or act not in MANY else 4):
        shutil.rmtree(after, ignore_errors=True)
        check(written(tree, after), act, saved=saved)
        count += 1
    print(f"{act}: {count} states after a power cut")
    assert count >= LEAST.get(act, 1)


def test_the_model_sees_what_careless_saving_does(tmp_path: Path) -> None:
    folder = prepare(tmp_path / "maps", "careless")
    lost = torn = 0
    for tree, saved in cuts("careless", folder):
        lost += saved and tree[MAP] != NEW
        torn += tree[MAP] not in (OLD, NEW)
    assert lost >= 3
    assert torn >= 3
