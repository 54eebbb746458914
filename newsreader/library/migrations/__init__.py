"""The numbered steps that made the library file what it is.

A migration is a file `m0001_name.sql` here. Once released it is never edited: a change is a new
file with the next number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number (from 1, without gaps), its name, and the SQL it runs."""

    number: int
    name: str
    sql: str


def shipped() -> Sequence[Migration]:
    """Return the migrations of this program, in order."""
    scripts = sorted(Path(__file__).parent.glob("m[0-9]*_*.sql"))
    return [_read(script) for script in scripts]


def _read(script: Path) -> Migration:
    number, _, name = script.stem.removeprefix("m").partition("_")
    return Migration(int(number), name, script.read_text(encoding="utf-8"))
