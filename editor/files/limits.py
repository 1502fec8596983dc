"""What a file may be before anybody looks at what it means: its JSON, and how much of it."""

from __future__ import annotations

import json
import re
from typing import Any

from editor.files.refusal import Refusal

LARGEST_FILE = 256 * 1024 * 1024
MOST_RECORDS = 200_000

NOT_UTF8 = "It is not UTF-8 text (byte {position})."
NOT_JSON = "It is not JSON: {reason} (line {line}, column {column})."
TOO_DEEP = "It is nested too deeply."
TOO_LONG_NUMBER = "A number in it is too long."
NO_NUMBER = "{value} is not a number that a file may hold."
KEY_TWICE = "The key {key} is there twice."
LONE_SURROGATE = "A text in it holds half a character (a lone surrogate)."
EMPTY = "It is empty."

_ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_UNTIDY_ESCAPE = re.compile(rb"\\[^n\"\\/]")
# Each begins with a fixed byte, which the searching goes by: one pattern for all takes forty times as long.
_UNTIDY = tuple(map(re.compile, (rb"\xc2[\x80-\x9f\xad]", rb"\xe2\x80[\xa8\xa9]", rb"\xef\xbb\xbf")))


def parse(content: bytes) -> Any:
    """Return the JSON document in `content`; raises Refusal where it is not strictly JSON."""
    if not content.strip():
        raise Refusal(EMPTY)
    try:
        document = json.loads(_text(content), object_pairs_hook=_object, parse_constant=_constant)
        if _ESCAPED_SURROGATE.search(content):
            json.dumps(document, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise Refusal(TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise Refusal(NOT_JSON, reason=error.msg, line=error.lineno, column=error.colno) from None
    except Refusal:
        raise
    except UnicodeEncodeError:
        raise Refusal(LONE_SURROGATE) from None
    except ValueError:
        # The interpreter refuses to read whole numbers of more than 4,300 digits.
        raise Refusal(TOO_LONG_NUMBER) from None
    return document


def is_tidy(content: bytes) -> bool:
    """Tell whether no text in `content` can hold anything that `editor.model.words.clean` would change.

    Composition (NFC) apart; it errs on the side of no.
    """
    if (b"\\" in content and _UNTIDY_ESCAPE.search(content)) or b"\x7f" in content:
        return False
    return content.isascii() or not any(untidy.search(content) for untidy in _UNTIDY)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(NOT_UTF8, position=error.start) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refusal(KEY_TWICE, record=str(fields.get("id", "")), key=twice)
    return fields


def _constant(name: str) -> float:
    raise Refusal(NO_NUMBER, value=name)
