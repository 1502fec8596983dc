"""What goes to the clipboard and comes from it: parts of maps, as our own bytes and as a table of text.

Our bytes are a journey file whose map record is empty, so that reading them checks them as a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.exchange.sheet import rows_of
from editor.exchange.table import parse, write_tsv
from editor.files import format as file_format
from editor.files import reading
from editor.files.limits import LARGEST_FILE
from editor.model.change import Change
from editor.model.edits.fragment import cut_out, paste_fragment
from editor.model.edits.pasting import paste_table
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.model.records import Map, Record
from editor.model.trouble import Trouble

MIME = "application/x-safar-journey"
"""The type under which the bytes of a fragment travel."""

PLACE = "clipboard"
AGAIN = "Copy it again."


@dataclass(frozen=True, slots=True)
class Clip:
    """What was copied or is to be pasted: a fragment's bytes and text with tabs, either may be empty."""

    fragment: bytes = b""
    text: str = ""


def copied(journey: Journey, keys: Iterable[str]) -> Clip:
    """Return what stands on the clipboard after copying the records with those ids; nothing is empty."""
    keys = tuple(keys)
    parts = cut_out(journey, keys)
    return Clip(dumps(parts), write_tsv(rows_of(journey, keys))) if parts else Clip()


def pasted(journey: Journey, clip: Clip, *, lane: str = "", step: str = "", ids: Ids) -> Change:
    """Return the change that pastes `clip`, a fragment if it has one, else its text as cells of cards.

    Raises Trouble for bytes that are no fragment and for tables that are too large.
    """
    if clip.fragment:
        return paste_fragment(journey, loads(clip.fragment), lane=lane, step=step, ids=ids)
    return paste_table(journey, lane, step, parse(clip.text, "\t", PLACE), ids)


def dumps(records: Iterable[Record]) -> bytes:
    """Return a fragment (see `editor.model.edits.fragment`) as bytes; the same records give the same."""
    return file_format.dumps((Map(), *records))


def loads(content: bytes) -> tuple[Record, ...]:
    """Return the fragment in `content`; raises Trouble for what a file would be refused for."""
    if len(content) > LARGEST_FILE:
        raise Trouble("What was copied is larger than 40 MB.", "Copy a smaller part.", place=PLACE)
    try:
        opened = reading.loads(content, PLACE)
    except Trouble as trouble:
        raise Trouble(trouble.problem, AGAIN, place=trouble.place, **trouble.details) from trouble
    if opened.state == "newer":
        problem = "It was copied from a newer version of Safar."
        raise Trouble(problem, "Update this one, or copy it there as text.", place=PLACE)
    return tuple(record for record in opened.journey.records() if not isinstance(record, Map))
