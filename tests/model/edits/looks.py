"""A card with all that makes a style, for tests of styles."""

from __future__ import annotations

from editor.model.journey import Journey
from editor.model.records import Card, Channel, Owner
from editor.model.values import Evidence
from tests.build import TOUCHPOINTS, with_records


def looks(journey: Journey) -> Journey:
    """Return the journey with owner, channel, evidence and more on the card "card-ad"."""
    return with_records(
        journey,
        Owner("owner-mark", "a", "Marketing", "#0072b2"),
        Channel("channel-web", "a", "Web", "website"),
        Card(
            "card-ad", "a0", TOUCHPOINTS, "step-learn-1", "ad", owner="owner-mark", channel="channel-web",
            initiator="firm", moment_of_truth=True, evidence=Evidence("measured", "survey"),
        ),
    )  # fmt: skip
