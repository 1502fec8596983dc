"""Characters the bundled faces lack: another face's outlines, or a name in `missing`; nothing in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from editor.picture.words import BOLD, REGULAR
from editor.text.engine import TextEngine
from editor.text.fonts import Faces, is_ignorable
from tests.text.conftest import FONTS

NOBODY = "\ue000"  # private use: no face of ours, and none on a usual system


@pytest.fixture
def symbols(engine: TextEngine) -> None:
    """The system has a face with symbols to fall back to."""
    if "DejaVu Sans" not in QFontDatabase.families():
        pytest.skip("no DejaVu Sans installed to fall back to")


def test_languages_are_covered_by_both_faces(engine: TextEngine) -> None:
    polish, persian = (
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”",
        "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأۀةً٪٫٬«»؟،؛۰۱۲۳۴۵۶۷۸۹\u200c",
    )
    for face in (REGULAR, BOLD):
        laid = engine.layout(polish + persian, face, "auto", None)
        assert laid.missing == ""
        assert {run.face for run in laid.runs()[0]} == {face}
        assert all(gid for run in laid.runs()[0] for gid in run.gids)


def test_what_draws_nothing_is_never_missing(engine: TextEngine) -> None:
    nothing = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2067\u2068\u2069\ufe0f\ufeff\U000e0061"
    laid = engine.layout(f"a{nothing}b", REGULAR, "auto", None)
    assert laid.missing == ""
    assert laid.lines[0].width == pytest.approx(engine.layout("ab", REGULAR, "auto", None).lines[0].width)
    assert all(is_ignorable(c) for c in nothing)
    assert not any(is_ignorable(c) for c in "aب→ \n۱")


def test_nobody_s_characters_are_named_once_in_order(engine: TextEngine) -> None:
    laid = engine.layout(f"{NOBODY}a\uf8ff\n{NOBODY}", REGULAR, "auto", None)
    assert laid.missing.startswith(NOBODY)
    assert len(set(laid.missing)) == len(laid.missing)


@pytest.mark.usefixtures("symbols")
@pytest.mark.parametrize("symbol", ["→", "★", "😀", "א"])
def test_another_face_lends_its_outlines(engine: TextEngine, symbol: str) -> None:
    laid = engine.layout(f"see {symbol} go", REGULAR, "ltr", None)
    lent = [run for run in laid.runs()[0] if symbol in run.text]
    assert laid.missing == ""
    assert [run.text for run in lent] == [symbol]
    assert all((run.face == REGULAR) == (run not in lent) for run in laid.runs()[0])
    assert len(lent[0].outlines) == len(lent[0].gids) == 1
    box = lent[0].outlines[0].bounds()
    assert 0.2 < box.w < 1.5
    assert -1.2 < box.y < 0.0  # it stands on the baseline, y down
    assert lent[0].outlines[0].commands[-1] == ("Z",)


@pytest.mark.usefixtures("symbols")
def test_indexes_count_characters_beyond_the_first_plane_once(engine: TextEngine) -> None:
    text = "😀😀 abc 😀 def\n😀x"
    laid = engine.layout(text, REGULAR, "auto", 3.0)
    assert laid.lines[-1].end == len(text)
    for line, runs in zip(laid.lines, laid.runs(), strict=True):
        assert "".join(run.text for run in runs) == text[line.start : line.end].rstrip()
        assert all(text.startswith(run.text, run.start) for run in runs)
        assert all(cluster < len(run.text) for run in runs for cluster in run.clusters)


@pytest.mark.usefixtures("symbols")
def test_a_mark_stays_with_the_letter_it_follows(engine: TextEngine) -> None:
    runs = engine.layout("א\u05b8b", REGULAR, "ltr", None).runs()[0]
    assert [run.text for run in runs] == ["א\u05b8", "b"]


def test_a_later_text_is_not_set_with_an_earlier_text_s_fallback(engine: TextEngine) -> None:
    engine.layout("→→→", REGULAR, "auto", None)
    (run,) = engine.layout("abc", REGULAR, "auto", None).runs()[0]
    assert run.face == REGULAR


def test_the_system_s_vazirmatn_does_not_answer_instead_of_ours(engine: TextEngine) -> None:
    # An impostor: our bold file registered under the family name that the bundled fonts bear.
    number = QFontDatabase.addApplicationFont(str(FONTS / "Vazirmatn-Bold.ttf"))
    try:
        assert Faces(FONTS).raw(REGULAR).fontTable("glyf") != Faces(FONTS).raw(BOLD).fontTable("glyf")
        regular = (FONTS / "Vazirmatn-Regular.ttf").read_bytes()
        assert bytes(Faces(FONTS).raw(REGULAR).fontTable("glyf").data()) in regular
    finally:
        QFontDatabase.removeApplicationFont(number)


@pytest.mark.usefixtures("qapp")
def test_a_folder_without_fonts_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"Vazirmatn-Regular\.ttf"):
        TextEngine(tmp_path)
    (tmp_path / "Vazirmatn-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(OSError, match=r"Vazirmatn-Regular\.ttf"):
        TextEngine(tmp_path)
