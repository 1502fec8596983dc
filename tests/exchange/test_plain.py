"""Text that Markdown leaves as it is, judged by a real Markdown reader."""

from __future__ import annotations

import html
import re
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editor.exchange.plain import plain, plain_lines

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BITS = (
    *"\\`*_{}[]()<>#|~$^&=:.!-+@/ \"'1aZسé\u200c\n",
    "**", "~~", "```", "---", "===", ":--", "[a](b)", "![a](b)", "[a]: b", "<b>", "<!--", "<script>",
    "http://a.b", "www.a.com", "a@b.co", "&lt;", "&#64;", "1. ", "12) ", "- ", "# ", "> ", "| a | b |",
    "    ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(BITS), max_size=9).map("".join)


def shown(markdown: str) -> str:
    """What a reader sees of a document: its text with all tags away and single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", READER.render(markdown))).split())


def tags(markdown: str) -> set[str]:
    return set(re.findall(r"<([a-z0-9]+)", READER.render(markdown)))


@given(TEXTS)
@example("a@b.co``c@d.e")
@example("\\")
def test_any_text_is_shown_as_it_is_anywhere(text: str) -> None:
    line = plain(text)
    expected = " ".join(text.split())
    for before, allowed in (
        ("# ", "h1"),
        ("- ", "ul li"),
        ("1. ", "ol li"),
        ("- **Goal:** ", "ul li strong"),
    ):
        assert shown(before + line).removeprefix("Goal: ").removeprefix("Goal:") == expected
        assert tags(before + line) <= {*allowed.split(), "code"}


@given(TEXTS, TEXTS)
def test_lines_joined_by_hard_breaks_stay_one_paragraph(first: str, second: str) -> None:
    lines = plain_lines(first + "\n" + second)
    item = "- " + "\\\n  ".join(lines)
    assert tags(item) <= {"ul", "li", "br", "code"}
    assert shown(item) == " ".join((first + "\n" + second).split())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, and 3.5 more; 50% (or so)!", "plain words, and 3.5 more; 50% (or so)!"),
        ("می‌خرد؛ «تخفیف» ۱٫۵ برابر", "می‌خرد؛ «تخفیف» ۱٫۵ برابر"),
        ("R&D, Q&A", r"R\&D, Q\&A"),
        ("https://example.com/a_b", r"https\://example\.com/a\_b"),
        ("write to anna.k@example.com.", "write to `anna.k@example.com`."),
        ("@home, me@", "@home, me@"),
        ("2. then", r"2\. then"),
        ("+1, -1", r"\+1, -1"),
        ("two\n lines \n\n", "two lines"),
        ("", ""),
    ],
)
def test_only_what_could_be_markup_is_escaped(text: str, written: str) -> None:
    assert plain(text) == written


def test_each_line_is_escaped_for_itself() -> None:
    assert plain_lines("- a\n\n# b\n===\n1) c") == [r"\- a", r"\# b", r"\=\==", r"1\) c"]


@pytest.mark.parametrize("text", ["a" * 20_000, "@" * 20_000, "a@" * 10_000, "*" * 20_000, "1." * 10_000])
def test_long_texts_take_no_time(text: str) -> None:
    begun = process_time()
    plain(text)
    assert process_time() - begun < 0.5
