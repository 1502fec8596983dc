"""Which addresses may leave in a picture."""

from __future__ import annotations

import pytest

from editor.export.links import safe_link


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.com", "https://example.com"),
        (" HTTP://Example.com/a?b=c&d=%20#e ", "HTTP://Example.com/a?b=c&d=%20#e"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("https://example.com/سفر", "https://example.com/%D8%B3%D9%81%D8%B1"),
        ('https://example.com/"><script>', "https://example.com/%22%3E%3Cscript%3E"),
    ],
)
def test_known_ways_out_are_written_in_ascii(address: str, written: str) -> None:
    assert safe_link(address) == written


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "vbscript:x", "ftp://example.com", "//example.com", "example.com", "https://", "mailto:", "", "http://[",
        "https://exa\tmple.com", "\\\\server\\share",
    ],
)  # fmt: skip
def test_other_ways_are_closed(address: str) -> None:
    assert safe_link(address) == ""
