"""Moments as the library file keeps them: whole microseconds since 1970 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def now() -> datetime:
    """Return this moment, aware and in UTC."""
    return datetime.now(UTC)


def packed(moment: datetime) -> int:
    """Return an aware moment as the library keeps it. Raises TypeError if it is naive."""
    return (moment - _EPOCH) // _MICROSECOND


def unpacked(microseconds: int) -> datetime:
    """Return a kept moment, aware and in UTC."""
    return _EPOCH + timedelta(microseconds=microseconds)
