"""Points in time in words: the time alone for today, with the date otherwise."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def moment(time: datetime | str) -> str:
    """Return a time of UTC (ISO text or value) as somebody here writes it."""
    value = datetime.fromisoformat(time) if isinstance(time, str) else time
    local = QDateTime.fromSecsSinceEpoch(int(value.timestamp()))
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    if local.date() == QDateTime.currentDateTime().date():
        return locale.toString(local.time(), short)
    return locale.toString(local, short)
