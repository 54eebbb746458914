"""The numbered steps that made the library file what it is.

A migration is a file `m0001_name.sql` here. Once released it is never edited: a change is a new
file with the next number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number (from 1, without gaps), its name, and the SQL it runs."""

    number: int
    name: str
    sql: str


def shipped() -> Sequence[Migration]:
    """Return the migrations of this program, in order."""
    files = resources.files(__name__).iterdir()
    scripts = sorted((file for file in files if file.name.endswith(".sql")), key=lambda f: f.name)
    return [
        Migration(
            number=int(script.name[1:5]),
            name=script.name[6 : -len(".sql")],
            sql=script.read_text(encoding="utf-8"),
        )
        for script in scripts
    ]
