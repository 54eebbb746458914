"""JSON as every format writes it: readable, exact, and harmless to look at."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from newsreader.errors import ExportError
from newsreader.model import Span
from newsreader.safety import guard

_JOINERS = "\u200c\u200d"  # part of words and emoji, and harmless
_LONGEST = 1 << 40  # characters; SQLite could not keep the offsets of a much longer text
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def dump(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON in readable UTF-8, no raw control or invisible character in it."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(r"[^\n -~]", _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    unsafe = unicodedata.category(character) in _UNSAFE and character not in _JOINERS
    return json.dumps(character)[1:-1] if unsafe else character


def read_time(written: str) -> datetime:
    """Return a moment that was written in ISO 8601, in UTC.

    Raises ValueError without a time zone, OverflowError before the year 1 or after 9999.
    """
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(f"{written} has no time zone")
    return moment.astimezone(UTC)


def text_at(fields: Mapping[str, object], key: str) -> str:
    """Return the text of a field. Raises KeyError, or ValueError where it is no text."""
    value = fields[key]
    if not isinstance(value, str):
        raise ValueError(f"its {key} is no text")  # noqa: TRY004 - to be told as it is
    return value


def texts_at(fields: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Return the texts of a field. Raises KeyError, or ValueError where it is no list of texts."""
    values = fields[key]
    if not (isinstance(values, list) and all(isinstance(each, str) for each in values)):
        raise ValueError(f"its {key} are no texts")
    return tuple(values)


def id_at(fields: Mapping[str, object]) -> str:
    """Return the "id", a UUID in hex. Raises KeyError, or ValueError where it is none."""
    id_ = text_at(fields, "id")
    if not re.fullmatch("[0-9a-f]{32}", id_):
        raise ValueError("its id is none")
    return id_


def span_at(fields: Mapping[str, object]) -> Span:
    """Return the Span from "start" to "end". Raises KeyError, or ValueError where it is none."""
    start, end = fields["start"], fields["end"]
    if not (isinstance(start, int) and isinstance(end, int) and end < _LONGEST):
        raise ValueError("its passage is nowhere")
    return Span(start, end)


@contextmanager
def damage_told() -> Iterator[None]:
    """Raise ExportError in one sentence for whatever a damaged file of ours makes fail."""
    try:
        yield
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        told = guard(f"{type(error).__name__}: {error}"[:200])
        raise ExportError(f"This file of notes is damaged ({told}).", "Export it again.") from error
