"""A step: one thing that was done, under the name that undo shows."""

from __future__ import annotations

from dataclasses import dataclass

from editor.model.change import Change


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A named change that was made; two steps are the same only if they are one object."""

    label: str
    change: Change
