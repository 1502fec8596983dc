"""Export of a finished picture to a file whose suffix says what it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.files import writing
from editor.model.trouble import Trouble
from editor.picture.frame import Picture
from editor.session.tables import TABLES

Progress = Callable[[float], bool]
"""Told the share done (0 to 1); answers False to cancel, which raises `editor.export.progress.Cancelled`."""


@dataclass(frozen=True, slots=True)
class Options:
    """What people choose: paper (a name or "300x200mm"), orientation, margins, pixels per inch."""

    paper: str = "A3"
    orientation: str = "auto"
    dpi: float = 144.0
    margins: str = "narrow"


Writer = Callable[[Picture, Options, Progress], bytes]


def export(
    picture: Picture, path: Path, options: Options | None = None, progress: Progress | None = None
) -> None:
    """Write `picture` to `path` as its suffix says, wholly or not at all.

    Raises Trouble for a suffix that is not known or a file that cannot be written, and Cancelled when
    `progress` answers False; the file is then as it was.
    """
    writer = writer_for(path)
    # People should not wait for a poster that then cannot be saved.
    writing.check_writable(path)
    writing.replace(path, _made(writer, picture, options or Options(), progress or _go_on))


def _made(writer: Writer, picture: Picture, options: Options, progress: Progress) -> bytes:
    try:
        return writer(picture, options, progress)
    except OSError as error:
        raise Trouble(
            "A file of the program cannot be read ({reason}).",
            "Try again; if it stays like this, install Safar anew.",
            place=str(error.filename or ""),
            reason=error.strerror or str(error),
        ) from error


def writer_for(path: Path) -> Writer:
    """Return what makes the bytes of a file with that suffix; raises Trouble for an unknown one."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Trouble(
            "Safar cannot export to files of this kind.",
            "Give a name that ends in one of: {suffixes}",
            place=str(path),
            suffixes=", ".join((*WRITERS, *TABLES)),
        )
    return writer


def _pdf(picture: Picture, options: Options, progress: Progress) -> bytes:
    # The PDF library takes a tenth of a second to load: only who exports waits for it.
    from editor.export.papers import page_for
    from editor.export.pdf import pdf_bytes

    page = page_for(options.paper, options.orientation, picture.width, picture.height, options.margins)
    return pdf_bytes(picture, page, progress)


def _svg(picture: Picture, options: Options, progress: Progress) -> bytes:
    del options
    from editor.export.svg import svg_bytes

    return svg_bytes(picture, progress)


def _png(picture: Picture, options: Options, progress: Progress) -> bytes:
    from editor.export.png import png_bytes

    return png_bytes(picture, options.dpi, progress)


def _go_on(share: float) -> bool:
    del share
    return True


WRITERS: Mapping[str, Writer] = {".pdf": _pdf, ".svg": _svg, ".png": _png}
