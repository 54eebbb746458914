"""Times as articles give them, read the same way on every machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

_MAX_LENGTH = 60
# The zones that news is dated in, in hours east of Greenwich; a name that means several is absent.
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "PKT": 5, "JST": 9, "KST": 9, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7, "ET": -5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip


@lru_cache(maxsize=32)  # the same line is looked at from several sides
def parse_date(value: str) -> datetime | None:
    """Return the time that `value` names, in UTC, or None if it names none without doubt.

    ISO 8601 first, then what dateutil knows. A date without a time is midnight; a time without a
    zone is UTC; a date that lacks its year, or that America and Europe read differently
    ("03/04/2024"), is None.
    """
    value = value.strip()
    if not value or len(value) > _MAX_LENGTH:
        return None
    try:
        found: datetime | None = datetime.fromisoformat(value)
    except ValueError:
        found = _parse_loosely(value)
    if found is None:
        return None
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return None


def _parse_loosely(value: str) -> datetime | None:
    from dateutil import parser

    # What the text leaves out, dateutil takes from a default: two defaults that differ in every
    # part of the date show whether anything was.
    readings: set[datetime] = set()
    for default in (date(2000, 1, 1), date(2001, 2, 2)):
        midnight = datetime(default.year, default.month, default.day)  # noqa: DTZ001 - zone unknown yet
        for day_first in (False, True):
            try:
                readings.add(
                    parser.parse(value, default=midnight, dayfirst=day_first, tzinfos=_zone)
                )
            except (ValueError, OverflowError, TypeError):
                return None
    return readings.pop() if len(readings) == 1 else None


def _zone(name: str | None, offset: int | None) -> timezone | None:
    """Answer dateutil's question for a zone, so that it never asks this machine."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    hours = _ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))
