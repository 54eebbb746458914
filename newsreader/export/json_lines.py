"""The JSON Lines format: an object an entry, for scripts and data tools."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.export.entries import entries
from newsreader.export.fields import fields
from newsreader.export.json_text import dump
from newsreader.model.evidence import Evidence


def write_jsonl(evidence: Sequence[Evidence]) -> str:
    """Return an object a line, with the FIELDS of an entry; what it cannot have is null."""
    return "".join(dump(fields(entry)) + "\n" for entry in entries(evidence))
