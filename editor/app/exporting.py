"""The export command: a map to a file, without a window and without a screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.terminal import ProgressLine, complain, say
from editor.model.trouble import Trouble

if TYPE_CHECKING:
    import argparse

    from editor.model.journey import Journey
    from editor.picture.frame import Picture

PAPER = "A3"


def export(given: argparse.Namespace) -> None:
    """Write the map in `given.file` to `given.output`, whose suffix says what it becomes; raises Trouble."""
    from editor.files.reading import read
    from editor.session.exporting import writer_for
    from editor.session.tables import is_table, write_table

    source, target = Path(given.file), Path(given.output)
    if not is_table(target):
        writer_for(target)
    if given.paper:
        _check_paper(given.paper)
    journey = read(source).journey
    if given.lang:
        speak(journey, given.lang)
    if is_table(target):
        write_table(journey, target)
    else:
        _draw(journey, target, given)
    say(str(target))


def _draw(journey: Journey, target: Path, given: argparse.Namespace) -> None:
    # An export must not need a display, nor touch the one that is there.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from editor.picture.walk import missing_characters
    from editor.session.drawing import map_layout
    from editor.session.exporting import Options, export

    picture = _grey(journey) if given.grey else map_layout().lay_out(journey)
    lacking = missing_characters(picture)
    if lacking:
        complain(f"{given.file}: no font here has these characters: {' '.join(lacking)}")
    progress = ProgressLine(target.name)
    try:
        options = Options(given.paper or PAPER, given.orientation, given.dpi, given.margins)
        export(picture, target, options, progress)
    except Trouble as trouble:
        trouble.place = trouble.place or given.file
        raise
    finally:
        progress.clear()


def _grey(journey: Journey) -> Picture:
    from editor.session.drawing import map_layout
    from editor.session.greying import grey_picture

    return grey_picture(journey, map_layout().lay_out)


def speak(journey: Journey, language: str) -> None:
    """Let the labels and dates of the map be in `language`, without touching its file; raises Trouble."""
    from editor.model.edits.wording import set_fields
    from editor.model.fault import Misfit

    try:
        journey.apply(set_fields(journey, (journey.map.id,), language=language))
    except Misfit as misfit:
        raise Trouble(
            "“{tag}” is no language tag.", "Give a tag such as en, pl or fa.", tag=language
        ) from misfit


def _check_paper(name: str) -> None:
    """Raise Trouble for a paper that there is not, before any work is done."""
    from editor.export.papers import page_for

    page_for(name, "auto", 1.0, 1.0)
