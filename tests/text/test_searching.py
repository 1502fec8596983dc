"""Words are found however they are spelt, and replaced where they stand."""

from __future__ import annotations

import pytest

from editor.text.searching import found, replaced


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Checkout", "check"), ("ŻÓŁTY", "żółty"), ("café", "CAFE"), ("می‌خواهد", "میخواهد"),
        ("میخواهد", "می‌خواهد"), ("كتاب علي", "کتاب علی"), ("کتاب", "كتاب"), ("مُشتَری", "مشتری"),
        ("14\u00a0fields", "14 fields"), ("۱۴ فیلد", "14"), ("مـشتری", "مشتری"), ("Straße", "strasse"),
    ],
)  # fmt: skip
def test_spelling_makes_no_difference(text, words):
    assert len(found(text, words)) == 1


def test_places_are_those_of_the_text_with_its_marks():
    assert found("a مُشتَریِ b", "مشتری") == ((2, 10),)
    assert found("pay, Pay", "pay") == ((0, 3), (5, 8))
    assert found("anything", " ") == ()
    assert found("shop", "shoe") == ()


def test_every_place_is_replaced_once():
    assert replaced("pay, Pay, PAY", "pay", "repay") == "repay, repay, repay"
    assert replaced("می‌خواهد بخرد", "میخواهد", "خواست") == "خواست بخرد"
