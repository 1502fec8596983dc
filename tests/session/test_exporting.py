"""Exports by suffix: whole files or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.export.progress import Cancelled
from editor.model.trouble import Trouble
from editor.picture.frame import Box, Frame, Picture
from editor.picture.geometry import Rect
from editor.session.exporting import Options, export, writer_for

PICTURE = Picture(Frame(0, 0, 200, 100, (Box(Rect(10, 10, 50, 20), 4, fill="#0072b2"),)), title="Shoes")
SIGNATURES = {".pdf": b"%PDF-", ".svg": b"<", ".png": b"\x89PNG"}


@pytest.mark.parametrize("suffix", SIGNATURES)
def test_the_suffix_says_what_it_becomes(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"map{suffix.upper()}"
    shares: list[float] = []
    export(PICTURE, path, progress=lambda share: not shares.append(share))
    assert path.read_bytes().startswith(SIGNATURES[suffix])
    assert shares[-1] == 1.0
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", SIGNATURES)
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    export(PICTURE, one)
    export(PICTURE, other)
    assert one.read_bytes() == other.read_bytes()


def test_a_font_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")

    def fail(picture: Picture, progress: object) -> bytes:
        raise OSError(24, "Too many open files", "Vazirmatn.ttf")

    monkeypatch.setattr("editor.export.svg.svg_bytes", fail)
    with pytest.raises(Trouble, match=r"Vazirmatn\.ttf: .* cannot be read \(Too many open files\)"):
        export(PICTURE, path)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("suffix", SIGNATURES)
def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"map{suffix}"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        export(PICTURE, path, progress=lambda share: False)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_paper_and_pixels_are_chosen(tmp_path: Path) -> None:
    export(PICTURE, tmp_path / "map.pdf", Options(paper="A5", orientation="portrait"))
    export(PICTURE, tmp_path / "small.png", Options(dpi=36))
    export(PICTURE, tmp_path / "large.png", Options(dpi=288))
    assert (tmp_path / "small.png").stat().st_size < (tmp_path / "large.png").stat().st_size
    with pytest.raises(Trouble):
        export(PICTURE, tmp_path / "map.pdf", Options(paper="A99"))


@pytest.mark.parametrize("name", ["map.docx", "map", "map.journey", ".pdf"])
def test_other_suffixes_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Trouble) as caught:
        export(PICTURE, tmp_path / name)
    assert str(caught.value) == (
        f"{tmp_path / name}: Safar cannot export to files of this kind. "
        "Give a name that ends in one of: .pdf, .svg, .png, .csv, .md"
    )
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_drawn(tmp_path: Path) -> None:
    drawn: list[float] = []
    with pytest.raises(Trouble, match="no such folder"):
        export(PICTURE, tmp_path / "missing" / "map.pdf", progress=lambda share: not drawn.append(share))
    assert drawn == []


def test_the_writer_is_found_without_drawing() -> None:
    assert callable(writer_for(Path("x.PDF")))
