"""Evidence read back from a file of any kind that carries it, known by what is in the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from newsreader.errors import ExportError
from newsreader.export import loss_free
from newsreader.model.evidence import Evidence

_Read = Callable[[str], Sequence[Evidence]]


def read_evidence(text: str) -> Sequence[Evidence]:
    """Return the evidence in the text of a file.

    Raises ExportError where it is damaged, or no kind of file that can be read.
    """
    read = _reader_of(text)
    if read is None:
        raise ExportError(
            "It holds no notes of a kind that can be read.",
            "These can: newsreader's own JSON, JSON Lines and CSV, Web Annotation, Hypothesis,"
            " Readwise CSV.",
        )
    return read(text)


def _reader_of(text: str) -> _Read | None:
    if text.lstrip()[:1] in ("{", "["):
        return _reader_of_json(text)
    return None


def _reader_of_json(text: str) -> _Read | None:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(document, dict) and document.get("format") == loss_free.FORMAT:
        return loss_free.read_json
    return None
