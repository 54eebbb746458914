"""The files that commands take in: evidence, corrections."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from newsreader.errors import ExportError
from newsreader.export.reading_back import read_evidence
from newsreader.model.evidence import Evidence

_OTHER = "Export it again, or name another file."


def text_of(path: str) -> str:
    """Return the text of a file, or of standard input where that is "-".

    Raises ExportError where it cannot be read, or is not UTF-8 text.
    """
    name = named(path)
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        told = f"{name} cannot be read: {error.strerror}."
        raise ExportError(told, "Name another file.") from error
    except ValueError as error:  # a NUL in the name
        raise ExportError(f"There is no file {name}.", "Check its name.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExportError(f"{name} is not UTF-8 text.", _OTHER) from error


def named(path: str) -> str:
    """Return what to call a file in a message."""
    return "Standard input" if path == "-" else path


def evidence_in(path: str) -> Sequence[Evidence]:
    """Return the evidence in a file. Raises ExportError, naming the file."""
    text = text_of(path)
    try:
        return read_evidence(text)
    except ExportError as error:
        raise ExportError(
            f"{named(path)} cannot be used: {_clause(error.message)}", error.hint
        ) from error


def _clause(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
