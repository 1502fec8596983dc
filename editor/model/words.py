r"""Clean words: the one form in which text stands in records.

NFC, line breaks as "\n", a tab as one space, no soft hyphen, no control character, no lone surrogate,
no byte order mark: shaping and line breaking then meet nothing they treat differently.
"""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\ud800-\udfff\ufeff]")
_SUSPECT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u2028\u2029\ud800-\udfff\ufeff]")


def clean(text: str) -> str:
    """Return `text` in the form that records hold; clean text comes back unchanged."""
    if text.isascii() and text.isprintable():
        return text
    if _SUSPECT.search(text):
        text = _UNWANTED.sub("", _BREAK.sub("\n", text).replace("\t", " "))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def is_clean(text: str) -> bool:
    """Tell whether `text` has the form that records hold."""
    return clean(text) == text
