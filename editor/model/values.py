"""Small values that stand inside records: evidence, pain, opportunity, and the allowed words."""

from __future__ import annotations

from dataclasses import dataclass

Extra = tuple[tuple[str, str], ...]
"""Fields this version does not know: (name, canonical JSON text), kept through load and save."""

LANE_KINDS = (
    "actions", "thoughts", "touchpoints", "emotions", "pain_points",
    "opportunities", "owners", "notes", "text",
)  # fmt: skip
CONNECTION_KINDS = ("next", "triggers", "needs", "returns", "addresses")
EVIDENCE_LEVELS = ("assumed", "observed", "measured")
PAIN_NATURES = ("driver", "friction")
SEVERITIES = (1, 2, 3)
GRADES = ("low", "medium", "high")
INITIATORS = ("", "customer", "firm")
DIRECTIONS = ("ltr", "rtl")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure a claim is: a level of EVIDENCE_LEVELS, its source, ISO date and method."""

    level: str = "assumed"
    source: str = ""
    date: str = ""
    method: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Pain:
    """What hurts: a driver (the problem that brings the customer) or a friction; severity 1 to 3."""

    nature: str = "friction"
    severity: int = 1
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Opportunity:
    """What could be done: expected impact and effort, each a grade of GRADES."""

    impact: str = "medium"
    effort: str = "medium"
    extra: Extra = ()
