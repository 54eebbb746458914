"""Notes out: one module a format."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.evidence import Evidence


def render(format_name: str, evidence: Sequence[Evidence]) -> str:
    """Return the evidence in one of the formats."""
    raise NotImplementedError(format_name, evidence)
