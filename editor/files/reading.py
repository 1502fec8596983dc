"""Reading a journey: bytes to records to a checked graph, or one sentence that says what is wrong."""

from __future__ import annotations

import gc
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from editor.files import decoding, limits
from editor.files.causes import told_reading
from editor.files.columns import strings_in
from editor.files.format import FORMAT, HEADER_KEYS, VERSION
from editor.files.loose import canonical
from editor.files.migrations import migrate
from editor.files.refusal import Refusal, short
from editor.files.shapes import NOT_WHOLE
from editor.model.fault import Misfit
from editor.model.journey import Journey
from editor.model.records import Image, Unknown
from editor.model.rules import fault
from editor.model.trouble import Trouble

State = Literal["ok", "migrated", "newer", "damaged"]

RESTORE = "Restore the file from a backup, or mend the place in a text editor."
CHOOSE_ONE = "Delete one of the two in a text editor, or restore the file from a backup."
UPDATE = "Open it with a newer version of Safar."
NOT_OURS = "It is not a Safar journey."
NO_VERSION = "It does not say of which version it is."
BAD_VERSION = "{value} is no version that a journey can be of."
LAST_VERSION = 9999
"""Greater numbers are no versions of any day to come."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A line of a damaged file that is no record, or a record that had to go: why, as a Trouble."""

    line: int
    record: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Opened:
    """A journey that was read: how, and from which version of the format.

    `newer` means that the file was written by a newer version: it may be looked at, not saved. `damaged`
    comes from `editor.files.salvage` only and says what was `lost`. `digest` is the sha256 of the file.
    """

    journey: Journey
    state: State
    version: int
    digest: str = ""
    lost: tuple[Lost, ...] = ()


def read(path: Path) -> Opened:
    """Return the journey in the file; raises Trouble that names the file, the place and the remedy."""
    content = content_of(path)
    return replace(loads(content, str(path)), digest=digest(content))


def digest(content: bytes) -> str:
    """Return the sha256 by which the content of a file is known."""
    return sha256(content).hexdigest()


def loads(content: bytes, place: str) -> Opened:
    """Return the journey in `content`; raises Trouble, its place beginning with `place`."""
    with _collector_paused():
        version = 0
        try:
            document = _document(content)
            version = document["format_version"]
            return Opened(_journey(document, content), _state(version), version)
        except Refusal as refusal:
            raise _trouble(content, place, version, refusal) from None
        except Misfit as misfit:
            bad = misfit.fault
            refusal = Refusal(bad.problem, record=bad.id, field=bad.field, at_line=0, **bad.details)
            raise _trouble(content, place, version, refusal) from None


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that is not too large; raises Trouble."""
    with told_reading(path):
        if not path.is_file():
            problem = "It is not a file." if path.exists() else "There is no such file."
            raise Trouble(problem, "Choose a journey file.", place=str(path))
        if path.stat().st_size > limits.LARGEST_FILE:
            raise Trouble("The file is larger than 40 MB.", "Choose a journey file.", place=str(path))
        return path.read_bytes()


def _document(content: bytes) -> dict[str, Any]:
    document = limits.parse(content)
    if type(document) is not dict or document.get("format") != FORMAT:
        raise Refusal(NOT_OURS)
    version = document.get("format_version")
    if type(version) is not int or not 1 <= version <= LAST_VERSION:
        problem = BAD_VERSION if type(version) is int else NO_VERSION if version is None else NOT_WHOLE
        raise Refusal(problem, field="format_version", value=version)
    return document


def _journey(document: dict[str, Any], content: bytes) -> Journey:
    version = document["format_version"]
    if version < VERSION:
        content = canonical(migrate(document, version, VERSION)).encode("utf-8")
        document = limits.parse(content)
    raw = document.pop("records", None)
    groups, strings = decoding.records(raw, limits.tidiness(content))
    # The list of records was taken out of the document; its key is one string more.
    limits.check_keys(content, strings + strings_in(document) + 1)
    unknown = {name: value for name, value in document.items() if name not in HEADER_KEYS}
    groups.setdefault(Unknown, []).extend(decoding.header(unknown))
    for picture in groups.get(Image, ()):
        if broken := fault(picture):
            raise Misfit(broken)
    return Journey(chain.from_iterable(groups.values()))


def _state(version: int) -> State:
    if version == VERSION:
        return "ok"
    return "newer" if version > VERSION else "migrated"


def _trouble(content: bytes, place: str, version: int, refusal: Refusal) -> Trouble:
    """Return the trouble with the place as FILE:LINE: RECORD.FIELD, as far as it is known."""
    line = refusal.at_line or _line_of(content, refusal.record)
    where = ".".join(short(part) for part in (refusal.record, refusal.field) if part)
    parts = (f"{place}:{line}" if line else place, where)
    return Trouble(
        refusal.problem, _remedy(refusal, version), place=": ".join(filter(None, parts)), **refusal.details
    )


def _remedy(refusal: Refusal, version: int) -> str:
    if refusal.problem == NOT_OURS:
        return "Choose a journey file."
    if version > VERSION:
        return UPDATE
    return CHOOSE_ONE if refusal.problem == limits.KEY_TWICE else RESTORE


def _line_of(content: bytes, record: str) -> int:
    """Return the line on which the record with that id stands, counted from 1; 0 if it is not found."""
    quoted = re.escape(f'"{record}"'.encode("utf-8", "replace"))
    found = re.search(rb'"id"\s*:\s*' + quoted, content) if record else None
    return content.count(b"\n", 0, found.start()) + 1 if found else 0


@contextmanager
def _collector_paused() -> Generator[None]:
    """Keep the garbage collector from walking thousands of new objects that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
