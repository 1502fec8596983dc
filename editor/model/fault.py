"""What is wrong with one field of one record."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """A field of the record `id` that breaks a rule; `problem` is a sentence template for `details`."""

    id: str
    field: str
    problem: str
    details: Mapping[str, object] = dataclasses.field(default_factory=dict[str, object])

    @property
    def place(self) -> str:
        """Return record and field as one word, such as "card-k3f9x2ab.owner"."""
        return f"{self.id}.{self.field}" if self.field else self.id


class Misfit(ValueError):
    """A record or change that the journey refuses; `fault` says which field and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.place}: {fault.problem.format(**fault.details)}")
        self.fault = fault
