"""JSON as every format writes it: readable, exact, and harmless to look at."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import datetime

_JOINERS = "\u200c\u200d"  # part of words and emoji, and harmless
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
    """Return a moment that was written in ISO 8601. Raises ValueError without a time zone."""
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(f"{written} has no time zone")
    return moment
