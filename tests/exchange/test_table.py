"""Tables as people copy them, and as they leave."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.exchange import table
from editor.exchange.table import decoded, guarded, parse, unguarded, write_csv, write_tsv
from editor.model.trouble import Trouble

LETTERS = st.text(alphabet="ab ąż\u200cسفر'\"=+-@\t\r\n;,1.", max_size=12)
TABLES = st.lists(st.lists(LETTERS, min_size=1, max_size=4), max_size=5)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("ad", (("ad",),)),
        ("ad\tshop\n", (("ad", "shop"),)),
        ("ad\tshop\r\npay\twear\r\n", (("ad", "shop"), ("pay", "wear"))),
        ("ad\tshop\rpay\twear", (("ad", "shop"), ("pay", "wear"))),
        ("\ufeffad;shop", (("ad", "shop"),)),
        ("ad,shop\n,pay", (("ad", "shop"), ("", "pay"))),
        ("ad\n\nshop", (("ad",), ("",), ("shop",))),
        ("ad\tshop\tpay\nwear", (("ad", "shop", "pay"), ("wear",))),
        ('"two\nlines"\t"a ""quoted"" word"', (("two\nlines", 'a "quoted" word'),)),
        ('"two\r\nlines";next', (("two\r\nlines", "next"),)),
        ("prices, offers\treviews; tests", (("prices, offers", "reviews; tests"),)),
        ("one, two;three", (("one, two", "three"),)),
        ("stage,text\nLearn,reads; compares", (("stage", "text"), ("Learn", "reads; compares"))),
        ("title\nLearn,reads", (("title",), ("Learn", "reads"))),
        ('"a;b",c', (("a;b", "c"),)),
        ("sep=;\r\na,b;c", (("a,b", "c"),)),
        ("sep=,\na;b,c", (("a;b", "c"),)),
        ("می‌خرد؛ می‌پرسد، برمی‌گردد\tzażółć, gęślą", (("می‌خرد؛ می‌پرسد، برمی‌گردد", "zażółć, gęślą"),)),
    ],
)  # fmt: skip
def test_what_people_copy_becomes_rows_of_cells(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert parse(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"Hello" she said\tleft', (('"Hello" she said', "left"),)),
        ('"Hello she said\nand left', (('"Hello she said',), ("and left",))),
        ('5" screen\t"wide', (('5" screen', '"wide'),)),
        ('"fine\ncell"\t"odd" cell\n""\t"', (("fine\ncell", '"odd" cell'), ("", '"'))),
        ('he said "no"\tand left', (('he said "no"', "and left"),)),
    ],
)
def test_quotes_that_open_no_cell_are_letters(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert parse(text) == rows


def test_text_from_the_clipboard_is_parted_by_tabs_only() -> None:
    assert parse("compares prices, asks\nwaits; pays", "\t") == (("compares prices, asks",), ("waits; pays",))
    assert parse("sep=;\na;b", "\t") == (("sep=;",), ("a;b",))


@pytest.mark.parametrize("cell", ["=1+1", "+48 123", "@home", "-dash", "\tx", "\rx", "'=x", "''+", "=", "-"])
def test_what_could_be_a_formula_is_guarded_and_given_back(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "a=1", "'tis", "-0.6", "-12", "0.5", "سفر"])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


def test_numbers_that_a_spreadsheet_would_change_are_guarded() -> None:
    assert [guarded(cell) for cell in ("+48123", "-007", "-1e5", "-1+1")] == [
        "'+48123",
        "'-007",
        "'-1e5",
        "'-1+1",
    ]


def test_a_file_from_another_program_loses_its_guard() -> None:
    assert parse("'=SUM(A1),'tis,''=x") == (("=SUM(A1)", "'tis", "'=x"),)


def test_csv_follows_rfc_4180() -> None:
    rows = [("ad", 'a "word"'), ("two\nlines", "a,b"), ("=1", "")]
    assert write_csv(rows) == 'ad,"a ""word"""\r\n"two\nlines","a,b"\r\n\'=1,\r\n'
    assert write_csv([("ą",)], bom=True) == "\ufeffą\r\n"


def test_tsv_is_what_spreadsheets_paste() -> None:
    assert write_tsv([("a\tb", "c\nd"), ("e, f", "=x")]) == '"a\tb"\t"c\nd"\r\ne, f\t\'=x\r\n'


@given(TABLES)
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    expected = tuple(map(tuple, rows))
    assert parse(write_csv(rows), ",") == expected
    assert parse(write_csv(rows, bom=True), ",") == expected
    assert parse(write_tsv(rows), "\t") == expected


@given(TABLES)
def test_no_cell_that_is_written_begins_a_formula(rows: list[list[str]]) -> None:
    for row in csv.reader(io.StringIO(write_csv(rows), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            assert not cell.startswith("-") or float(cell) < 0


@given(st.text(alphabet="a\"\t\n\r,;'=", max_size=30))
def test_any_text_is_read(text: str) -> None:
    rows = parse(text)
    assert all(rows)
    if '"' not in text:
        assert sum(map(len, rows)) >= len([line for line in text.splitlines() if line])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("ąسفر".encode(), "ąسفر"),
        ("ąسفر".encode("utf-8-sig"), "ąسفر"),
        ("ąسفر".encode("utf-16"), "ąسفر"),
        (b"\xfe\xff" + "ąسفر".encode("utf-16-be"), "ąسفر"),
        (b"", ""),
    ],
)
def test_files_are_utf_8_or_marked_utf_16(content: bytes, text: str) -> None:
    assert decoded(content) == text


@pytest.mark.parametrize("content", ["zażółć".encode("cp1250"), b"\xff\xfea"])
def test_a_file_in_another_encoding_is_refused_with_a_remedy(content: bytes) -> None:
    with pytest.raises(Trouble, match=r"map\.csv: The letters of the table cannot be read\. Save it as"):
        decoded(content, "map.csv")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n" * (table.MOST_ROWS + 1), "more than 20000 rows. Divide"),
        ("a\n" + "," * table.MOST_COLUMNS, "Row 2 of the table has more than 1000 cells. Divide"),
        ("a\nb," + "x" * 20_001, "row 2, column 2 is longer than 20000 characters. Shorten"),
        ("a," + "x" * 140_000, "A cell of the table is longer than 20000 characters. Divide"),
        ("x" * (table.MOST_CHARACTERS + 1), "longer than 20000000 characters. Divide"),
    ],
    ids=["rows", "columns", "cell", "huge cell", "text"],
)
def test_too_large_tables_are_refused_with_place_and_remedy(text: str, message: str) -> None:
    with pytest.raises(Trouble) as refused:
        parse(text, place="map.csv")
    assert str(refused.value).startswith("map.csv: ")
    assert message in str(refused.value)


def test_the_largest_table_is_read() -> None:
    assert len(parse("a\n" * table.MOST_ROWS)) == table.MOST_ROWS
    assert len(parse("," * (table.MOST_COLUMNS - 1))[0]) == table.MOST_COLUMNS
