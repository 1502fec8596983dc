"""What the victims work on."""

from __future__ import annotations

from datetime import UTC, datetime

from editor.files.processes import Process
from editor.files.recovery import Start
from editor.history.steps import Deed
from editor.model.change import Change
from editor.model.records import Owner


def deeds() -> tuple[Deed, Deed]:
    """Two deeds that follow each other."""
    one, other = Owner("owner-1", "a0", "A" * 3000), Owner("owner-2", "a1", "B")
    return Deed("do", "First", Change({"owner-1": one})), Deed("do", "Second", Change({"owner-2": other}))


def start() -> Start:
    """The first line of a journal; the process is none that can be."""
    return Start(None, "", b"{}\n", Process(2**22 + 1, "here", "ghost"), datetime(2026, 1, 1, tzinfo=UTC))
