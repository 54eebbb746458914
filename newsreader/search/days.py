"""The days that a reader means by a date as it is typed in a query."""

from __future__ import annotations

import re
from datetime import date, timedelta

_CALENDAR = re.compile(r"([12]\d{3})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,3})([dw])", re.ASCII)
_DAY = timedelta(days=1)
_UNITS = {"d": _DAY, "w": timedelta(weeks=1)}


def days(typed: str, today: date) -> tuple[date, date] | None:
    """Return the first of the days that are meant and the one after the last; None: no date.

    A date is a year, a month or a day (2024, 2024-06, 2024-06-30), `today`, `yesterday`, or the
    day that was so many days or weeks ago (`7d`, `3w`).
    """
    if calendar := _CALENDAR.fullmatch(typed):
        return _of_calendar(*calendar.groups())
    if ago := _AGO.fullmatch(typed):
        first = today - int(ago[1]) * _UNITS[ago[2]]
    elif typed in ("today", "yesterday"):
        first = today - _DAY * (typed == "yesterday")
    else:
        return None
    return first, first + _DAY


def is_date(typed: str) -> bool:
    """Tell whether `days` can make something of it."""
    return days(typed, date(2000, 1, 1)) is not None


def _of_calendar(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:  # such as the 30th of February
        return None
    if day:
        return first, first + _DAY
    if month:
        return first, (first + 31 * _DAY).replace(day=1)
    return first, first.replace(year=first.year + 1)
