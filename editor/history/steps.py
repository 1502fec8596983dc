"""A step: one thing that was done, under the name that undo shows; a deed: doing, undoing or drafting one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from editor.model.change import Change

Act = Literal["do", "undo", "redo", "draft"]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A named change that was made; two steps are the same only if they are one object."""

    label: str
    change: Change


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that was done, undone or redone; `change` is what that changed in the journey.

    A draft has changed nothing yet: it is a step that is still under way, and void as soon as another deed
    follows. One with an empty change only says that the last one is void.
    """

    act: Act
    label: str
    change: Change
