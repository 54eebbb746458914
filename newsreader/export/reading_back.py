"""Evidence read back from a file of any kind that carries it, known by what is in the file."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from io import StringIO

from newsreader.errors import ExportError
from newsreader.export import loss_free, rows
from newsreader.export.hypothesis import read_hypothesis
from newsreader.export.readwise import read_readwise
from newsreader.export.webannotation_reading import read_webannotation
from newsreader.model.evidence import Evidence

_Read = Callable[[str], Sequence[Evidence]]


def read_evidence(text: str) -> Sequence[Evidence]:
    """Return the evidence in the text of a file.

    Raises ExportError where it is damaged, or no kind of file that can be read.
    """
    if text.lstrip()[:1] in ("{", "["):
        read = _reader_of_lines(text) or _reader_of_json(text)
    else:
        read = _reader_of_table(text)
    if read is None:
        raise ExportError(
            "It holds no notes of a kind that can be read.",
            "These can: newsreader's own JSON, JSON Lines and CSV, Web Annotation, Hypothesis,"
            " Readwise CSV.",
        )
    return read(text)


def _reader_of_lines(text: str) -> _Read | None:
    row = _parsed(text.lstrip().partition("\n")[0])
    return rows.read_jsonl if isinstance(row, dict) and rows.is_row(row) else None


def _reader_of_json(text: str) -> _Read | None:
    document = _parsed(text)
    if document is None:
        raise ExportError("It is no whole JSON.", "Export it again where it comes from.")
    if isinstance(document, dict) and document.get("format") == loss_free.FORMAT:
        return loss_free.read_json
    if _annotated_by_hypothesis(document):
        return read_hypothesis
    if any("type" in each or "@type" in each for each in _objects(document)):
        return read_webannotation
    return None


def _reader_of_table(text: str) -> _Read | None:
    with rows.long_cells():
        heading = next(csv.reader(StringIO(text, newline="")), [])
    if rows.is_row(heading):
        return rows.read_csv
    names = {name.strip().casefold() for name in heading}
    return read_readwise if "highlight" in names and names & {"title", "book title"} else None


def _annotated_by_hypothesis(document: object) -> bool:
    """Tell whether its sidebar exported this, or its API answered so, or it is a list of rows."""
    whole = [each for each in _objects(document) if {"annotations", "rows"} & each.keys()]
    return bool(whole) or any({"uri", "target"} <= each.keys() for each in _objects(document))


def _parsed(text: str) -> object:
    """Return what JSON says, None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _objects(document: object) -> Iterable[dict[str, object]]:
    listed = document if isinstance(document, list) else [document]
    return (each for each in listed if isinstance(each, dict))
