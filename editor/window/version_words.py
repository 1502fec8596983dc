"""A version in words: what it is called, when it was kept, how much is on it, what differs from now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.text.dates import date_words
from editor.text.digits import localized
from editor.window.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from editor.session.versions import Version
    from editor.window.differences import Difference

translate = QCoreApplication.translate
noop = QT_TRANSLATE_NOOP
STEPS = (
    noop("Steps", "Restore version"),
    noop("Steps", "Keep mine"),
    noop("Steps", "Take over the file"),
)
"""Steps before which versions are kept and that other modules name without a translation."""


def called(version: Version) -> str:
    """Return a version's name, or before which step it was kept."""
    if not version.readable:
        return translate("Versions", "Damaged version")
    if version.name:
        return version.name
    return translate("Versions", "Before “{step}”").format(step=translate("Steps", version.reason))


def when(moment: datetime, now: datetime) -> str:
    """Return the time of a version as people say it, in the time zone of `now`."""
    language = translate("Plural", "en")
    here = moment.astimezone(now.tzinfo)
    time = localized(f"{here:%H:%M}", language)
    days = (now.date() - here.date()).days
    if days == 0:
        return translate("Versions", "Today, {time}").format(time=time)
    if days == 1:
        return translate("Versions", "Yesterday, {time}").format(time=time)
    day = date_words(here.date().isoformat(), language)
    return translate("Versions", "{day}, {time}").format(day=day, time=time)


def counts(version: Version) -> str:
    """Return how much is on the map of a version."""
    if not version.readable:
        return version.file.name
    stages = counted(translate("Versions", "{n} stage|{n} stages"), version.stages)
    cards = counted(translate("Versions", "{n} card|{n} cards"), version.cards)
    return f"{stages} · {cards}"


def summed_up(found: Sequence[Difference]) -> str:
    """Return what restoring would do, in one sentence."""
    acts = [one.act for one in found]
    if not acts:
        return translate("Versions", "The map is just the same now.")
    text = translate("Versions", "Restoring brings back {added}, changes {changed} and takes away {removed}.")
    return text.format(**{act: acts.count(act) for act in ("added", "changed", "removed")})
