"""What a file may be before anybody looks at what it means: strictly JSON, and not too much of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any
from unicodedata import is_normalized

from editor.files.refusal import Refusal, short

LARGEST_FILE = 40 * 1024 * 1024
"""One wide letter makes Python hold a text, and what is parsed from it, in four times as many bytes."""
MOST_RECORDS = 200_000
MOST_BRACKETS = 600_000
MOST_COMMAS = 3_000_000
"""An empty object of two letters takes 64 bytes when it is parsed, a text of four letters 60."""

NOT_UTF8 = "It is not text that can be read (byte {position})."
NOT_JSON = "It cannot be read as a journey (line {line}, column {column})."
TOO_DEEP = "There are too many brackets inside one another."
TOO_LONG_NUMBER = "A number in it is too long."
NO_NUMBER = "{value} is no number that a map can hold."
KEY_TWICE = "“{key}” is given twice for the same thing, and only one can count."
LONE_SURROGATE = "A text in it holds a broken character."
EMPTY = "It is empty."
TOO_MANY_VALUES = "It holds more than any map can."
TOO_LONG_TEXT = "A text in it is too long."

_HARMLESS = 4_000_000
"""Bytes in which not too many values fit."""

_STRETCH = re.compile(rb'[^"]{1000000,}+')
_ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_KEY_OR_BRACE = re.compile(rb'("(?:[^"\\]|\\.)*+")(\s*:)?|[{}]')
_UNTIDY_ESCAPE = re.compile(rb"\\[^n\"\\/]")
# Each begins with a fixed byte, which the searching goes by: one pattern for all takes forty times as long.
_UNTIDY = tuple(map(re.compile, (rb"\xc2[\x80-\x9f\xad]", rb"\xe2\x80[\xa8\xa9]", rb"\xef\xbb\xbf")))

Tidy = Callable[[Sequence[str]], bool]
"""Tells whether it is certain that none of these texts would be changed by `editor.model.words.clean`."""


def parse(content: bytes) -> Any:
    """Return the JSON document in `content`; raises Refusal where it is not strictly JSON.

    Keys that stand twice in one object are looked for separately, by `check_keys`.
    """
    if not content or content.isspace():
        raise Refusal(EMPTY)
    _check_count(content)
    try:
        document = json.loads(_text(content), parse_constant=_constant)
        if _ESCAPED_SURROGATE.search(content):
            json.dumps(document, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise Refusal(TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise Refusal(NOT_JSON, line=error.lineno, column=error.colno) from None
    except UnicodeEncodeError:
        raise Refusal(LONE_SURROGATE, at_line=_line_of_first(content, _is_broken)) from None
    except Refusal:
        raise
    except ValueError:
        # The interpreter refuses to read whole numbers of more than 4,300 digits.
        raise Refusal(TOO_LONG_NUMBER) from None
    return document


def _check_count(content: bytes) -> None:
    """Raise Refusal if parsing would take much more memory than the text itself."""
    if len(content) < _HARMLESS:
        return
    brackets = content.count(b"[") + content.count(b"{")
    if brackets > MOST_BRACKETS or content.count(b",") > MOST_COMMAS:
        raise Refusal(TOO_MANY_VALUES)
    # Only pictures are so long, and those are ASCII.
    if not all(stretch[0].isascii() for stretch in _STRETCH.finditer(content)):
        raise Refusal(TOO_LONG_TEXT)


def check_keys(content: bytes, strings: int) -> None:
    """Raise Refusal if a key stands twice in one object; `strings` came out of parsing, keys included.

    A second look at every object takes half as long as the parsing, so first the quotes are counted: a
    key that stood twice has left fewer strings than the text holds pairs of quotes.
    """
    if b"\\" in content:
        quotes = content.replace(b"\\\\", b"").replace(b'\\"', b"").count(b'"')
    else:
        quotes = content.count(b'"')
    if quotes != 2 * strings:
        try:
            json.loads(_text(content), object_pairs_hook=_check_pairs)
        except Refusal as refusal:
            refusal.at_line = _line_of_second(content, refusal.details["key"])
            raise


def tidiness(content: bytes) -> Tidy:
    """Return what can be told from the whole file about the texts in it; errs on the side of no."""
    if (b"\\" in content and _UNTIDY_ESCAPE.search(content)) or b"\x7f" in content:
        return _never
    if content.isascii():
        return _always
    return _never if any(untidy.search(content) for untidy in _UNTIDY) else _composed


def _always(texts: Sequence[str]) -> bool:
    del texts
    return True


def _never(texts: Sequence[str]) -> bool:
    del texts
    return False


def _composed(texts: Sequence[str]) -> bool:
    """Tell whether all texts are in NFC, looked at together."""
    together = "\n".join(texts)
    return together.isascii() or is_normalized("NFC", together)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(NOT_UTF8, position=error.start) from None


def _constant(name: str) -> float:
    raise Refusal(NO_NUMBER, value=name)


def _check_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refusal(KEY_TWICE, record=str(fields.get("id", "")), key=twice)
    return fields


def _line_of_second(content: bytes, key: str) -> int:
    """Return the line on which that key, as people read it, stands for the second time in one object."""
    objects: list[set[str]] = []

    def is_second(found: re.Match[bytes]) -> bool:
        if found[0] == b"{":
            objects.append(set())
        elif found[0] == b"}":
            objects.pop()
        elif found[2]:
            name = json.loads(found[1])
            if name in objects[-1]:
                return short(name) == key
            objects[-1].add(name)
        return False

    return _line_of_first(content, is_second)


def _is_broken(found: re.Match[bytes]) -> bool:
    """Tell whether a text holds half a pair of surrogates."""
    try:
        json.loads(found[1] or b'""').encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _line_of_first(content: bytes, wanted: Callable[[re.Match[bytes]], bool]) -> int:
    """Return the line of the first text or brace that is `wanted`, counted from 1; 0 if there is none."""
    found = next(filter(wanted, _KEY_OR_BRACE.finditer(content)), None)
    return content.count(b"\n", 0, found.start()) + 1 if found else 0
