"""The PDF of every sample: sound, fonts embedded, and every line of text comes back whole."""

from __future__ import annotations

import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from editor import SAMPLES
from editor.files.reading import read
from editor.model.records import Stage
from editor.picture.frame import Picture
from editor.picture.walk import frames
from editor.picture.words import TextBlock
from editor.session.drawing import map_layout
from editor.session.exporting import Options, export

FILES = sorted(SAMPLES.glob("*.journey"))
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Direction marks, which a reader may add or drop without changing a text."""


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    out = tmp_path_factory.mktemp("pdf") / "map.pdf"
    export(picture_of(request.param), out, Options())
    return request.param, out


@cache
def picture_of(path: Path) -> Picture:
    return map_layout().lay_out(read(path).journey)


def output_of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def plain(text: str) -> str:
    return " ".join(
        unicodedata.normalize("NFC", text.translate(MARKS)).replace("\u00a0", " ").split(" ")
    ).strip()


def lines_of(path: Path, *, cards: bool) -> list[str]:
    """Every line as it was broken on the sheet: those on cards, or all the others."""
    return [
        plain(block.text[line.start : line.end].replace("\n", ""))
        for frame, _ in frames(picture_of(path).root)
        if (frame.role == "card") == cards
        for block in frame.items
        if isinstance(block, TextBlock)
        for line in block.shaped.lines
        if block.text[line.start : line.end].strip()
    ]


def test_the_file_is_sound(sample: tuple[Path, Path]) -> None:
    done = subprocess.run(["qpdf", "--check", str(sample[1])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()


def test_every_font_is_embedded_and_cut_down(sample: tuple[Path, Path]) -> None:
    rows = output_of("pdffonts", str(sample[1])).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows), rows


def test_pdftotext_gives_every_line_exactly(sample: tuple[Path, Path]) -> None:
    path, pdf = sample
    found = [plain(line) for line in output_of("pdftotext", str(pdf), "-").splitlines()]
    assert [line for line in lines_of(path, cards=True) if line not in found] == []
    # Titles of stages share their line with a number, glosses with their neighbours.
    whole = " ".join(found)
    assert [line for line in lines_of(path, cards=False) if line not in whole] == []


def test_pdfium_gives_nine_lines_of_ten(sample: tuple[Path, Path]) -> None:
    path, pdf = sample
    document = pypdfium2.PdfDocument(pdf)
    found = [plain(line) for line in document[0].get_textpage().get_text_bounded().splitlines()]
    document.close()
    expected = lines_of(path, cards=True)
    lost = [line for line in expected if line not in found]
    assert len(lost) <= 0.1 * len(expected), lost[:20]


def test_the_outline_has_an_entry_per_stage(sample: tuple[Path, Path]) -> None:
    path, pdf = sample
    document = pypdfium2.PdfDocument(pdf)
    entries = [plain(item.get_title()) for item in document.get_toc()]
    document.close()
    assert [plain(stage.title) for stage in read(path).journey.all(Stage)] == entries[-len(entries) :]


def test_the_document_says_what_it_is(sample: tuple[Path, Path]) -> None:
    path, pdf = sample
    sheet = read(path).journey.map
    info = dict(row.split(":", 1) for row in output_of("pdfinfo", str(pdf)).splitlines() if ":" in row)
    assert plain(info["Title"]) == plain(sheet.title)
    assert plain(info["Author"]) == plain(sheet.team)
    assert info["Pages"].strip() == "1"


def test_the_same_map_gives_the_same_bytes(sample: tuple[Path, Path], tmp_path: Path) -> None:
    path, pdf = sample
    for suffix in (".pdf", ".svg", ".png"):
        first, second = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
        export(picture_of(path), first, Options())
        export(map_layout().lay_out(read(path).journey), second, Options())
        assert first.read_bytes() == second.read_bytes()
    assert pdf.stat().st_size < 2_000_000
