"""Tables as text: what people copy from a spreadsheet, and CSV and TSV that come and go as files.

A cell that a spreadsheet could take for a formula is written with an apostrophe before it, which is
taken away again when it is read: see `guarded`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from editor.model.rules import LONGEST_TEXT
from editor.model.trouble import Trouble

Rows = tuple[tuple[str, ...], ...]

DELIMITERS = ("\t", ";", ",")
"""What may part cells, the surest sign of a table first."""

MOST_CHARACTERS = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 1_000

_BOM = "\ufeff"
_RISKY = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_NEGATIVE = re.compile(r"-(0|[1-9][0-9]*)(\.[0-9]+)?")
_STATED = re.compile(r"sep=([\t;,])\r?\n?", re.IGNORECASE)
_QUOTED = r'"(?:[^"]++|"")*+"'
_QUOTED_CELL = re.compile(rf"(?<![^\t;,\r\n]){_QUOTED}")
_LONG_CELL = "A cell of the table is longer than {most} characters."


def decoded(content: bytes, place: str = "") -> str:
    """Return the text of a CSV file: UTF-8, or UTF-16 with a byte order mark; raises Trouble for others."""
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(
            "The letters of the table cannot be read.",
            "Save it as “CSV UTF-8” in the spreadsheet program.",
            place=place,
        ) from None


def parse(text: str, delimiter: str = "", place: str = "") -> Rows:
    """Return the cells of a table, row by row; rows may differ in length, an empty line is one empty cell.

    Without a `delimiter` it is found (tab, else semicolon, else comma; a first line "sep=;" says it). Pass
    a tab for what comes from the clipboard: spreadsheets part cells with tabs, and prose has commas. Quotes
    that open no well-formed quoted cell are letters like others. Raises Trouble for a table that is too
    large; `place` is the file it came from.
    """
    text = text.removeprefix(_BOM)
    if len(text) > MOST_CHARACTERS:
        raise _too_large("The table is longer than {most} characters.", place, most=MOST_CHARACTERS)
    stated = _STATED.match(text)
    if stated and not delimiter:
        delimiter, text = stated[1], text[stated.end() :]
    delimiter = delimiter or found_delimiter(text)
    try:
        return _read(text, delimiter, place)
    except csv.Error:
        return _read_mended(text, delimiter, place)


def found_delimiter(text: str) -> str:
    """Return what parts the cells of `text`: what its first row has, else what the rest has, else a tab."""
    bare = _QUOTED_CELL.sub("", text)
    for part in (bare.lstrip("\r\n").partition("\n")[0], bare):
        for delimiter in DELIMITERS:
            if delimiter in part:
                return delimiter
    return DELIMITERS[0]


def write_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as spreadsheets put them on the clipboard, with tabs between cells."""
    return _written(rows, "\t")


def write_csv(rows: Iterable[Sequence[str]], *, bom: bool = False) -> str:
    """Return rows as CSV after RFC 4180; a byte order mark in front tells Excel that it is UTF-8."""
    return (_BOM if bom else "") + _written(rows, ",")


def guarded(cell: str) -> str:
    """Return `cell` with an apostrophe before it where a spreadsheet could take it for a formula.

    Cells that already look guarded get one more, so that `unguarded` gives every text back; negative
    numbers are what they look like and stay.
    """
    if _RISKY.match(cell) and not _NEGATIVE.fullmatch(cell):
        return "'" + cell
    return cell


def unguarded(cell: str) -> str:
    """Return `cell` without the apostrophe that `guarded` put before it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _written(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return page.getvalue()


def _read(text: str, delimiter: str, place: str) -> Rows:
    """Return the cells; raises csv.Error where quotes do not fit or a cell is longer than csv reads."""
    lines = io.StringIO(text, newline="")
    rows: list[tuple[str, ...]] = []
    for row in csv.reader(lines, delimiter=delimiter, strict=True):
        _check_row(row, len(rows) + 1, place)
        rows.append(tuple(map(unguarded, row)) or ("",))
    return tuple(rows)


def _read_mended(text: str, delimiter: str, place: str) -> Rows:
    try:
        return _read(_mended(text, delimiter), delimiter, place)
    except csv.Error:
        raise _too_large(_LONG_CELL, place, most=LONGEST_TEXT) from None


def _mended(text: str, delimiter: str) -> str:
    """Return `text` with quotes round every cell that begins with one and is no well-formed quoted cell."""
    cell = re.compile(rf"(?:{_QUOTED})(?=[{delimiter}\r\n]|\Z)|(?P<bare>[^{delimiter}\r\n]*)")
    return cell.sub(_quoted_again, text)


def _quoted_again(cell: re.Match[str]) -> str:
    bare = cell["bare"] or ""
    return '"' + bare.replace('"', '""') + '"' if bare.startswith('"') else cell[0]


def _check_row(row: Sequence[str], number: int, place: str) -> None:
    if number > MOST_ROWS:
        raise _too_large("The table has more than {most} rows.", place, most=MOST_ROWS)
    if len(row) > MOST_COLUMNS:
        problem = "Row {row} of the table has more than {most} cells."
        raise _too_large(problem, place, row=number, most=MOST_COLUMNS)
    longest = max(row, key=len, default="")
    if len(longest) > LONGEST_TEXT:
        problem = "The cell in row {row}, column {column} is longer than {most} characters."
        column = row.index(longest) + 1
        raise Trouble(problem, "Shorten its text.", place=place, row=number, column=column, most=LONGEST_TEXT)


def _too_large(problem: str, place: str, **details: int) -> Trouble:
    return Trouble(problem, "Divide the table into smaller ones.", place=place, **details)
