"""Which signs occur on a map and therefore want an explanation in its legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editor.model.records import Card


class Signs(NamedTuple):
    """The signs of some part of a map; `curves` are the ids of the personas whose emotions are drawn."""

    assumed: bool = False
    severity: bool = False
    grades: bool = False
    moment: bool = False
    area: bool = False
    addresses: bool = False
    curves: tuple[str, ...] = ()


NO_SIGNS = Signs()


def card_signs(cards: Sequence[Card]) -> Signs:
    """Return the signs that `cards` carry."""
    telling = [
        card for card in cards if card.evidence or card.pain or card.opportunity or card.moment_of_truth
    ]
    if not telling:
        return NO_SIGNS
    return Signs(
        any(card.evidence is not None and card.evidence.level == "assumed" for card in telling),
        any(card.pain is not None for card in telling),
        any(card.opportunity is not None for card in telling),
        any(card.moment_of_truth for card in telling),
    )


def united(parts: Iterable[Signs]) -> Signs:
    """Return the signs that occur in any of the parts; curves are not united."""
    found = set(parts)
    return Signs(
        any(signs.assumed for signs in found),
        any(signs.severity for signs in found),
        any(signs.grades for signs in found),
        any(signs.moment for signs in found),
        any(signs.area for signs in found),
    )
