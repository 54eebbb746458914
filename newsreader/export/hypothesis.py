"""Hypothesis' annotations: the JSON that its sidebar exports and imports, and that its API gives.

The shape of an annotation is that of https://h.readthedocs.io/en/latest/api-reference/; selectors
are those of the Web Annotation Data Model.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from newsreader.errors import ExportError
from newsreader.export.address import uri
from newsreader.export.entries import Entry, entries
from newsreader.export.fields import fields
from newsreader.export.foreign import (
    Finding,
    gather,
    json_of,
    listed,
    object_in,
    span_in,
    text_in,
    time_in,
)
from newsreader.export.json_text import dump
from newsreader.export.webannotation_reading import selectors
from newsreader.model.evidence import Evidence

Row = dict[str, Any]

_USER = "acct:reader@localhost"
_ELSEWHERE = frozenset(
    "id quote title url start end prefix suffix tags note created updated".split()
)
"""The fields of an entry that Hypothesis has a place of its own for."""


def write_hypothesis(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as Hypothesis' sidebar exports annotations, ending in a newline.

    What Hypothesis has no place for stands in an object "newsreader" in each annotation.
    """
    written = list(entries(evidence))
    document = {
        "export_date": max((entry.updated.isoformat() for entry in written), default=None),
        "export_userid": _USER,
        "client_version": "newsreader",
        "annotations": [_annotation(entry) for entry in written],
    }
    return dump(document, indent=2) + "\n"


def _annotation(entry: Entry) -> Row:
    told = fields(entry)
    address = uri(entry.article)
    target: Row = {"source": address}
    if entry.passage:
        target["selector"] = _selectors(told)
    return {
        "id": urlsafe_b64encode(UUID(entry.id).bytes).decode().rstrip("="),
        "created": told["created"],
        "updated": told["updated"],
        "user": _USER,
        "group": "__world__",
        "permissions": {each: [_USER] for each in ("read", "update", "delete", "admin")},
        "uri": address,
        "document": {"title": [entry.article.title]},
        "target": [target],
        "text": entry.note.text if entry.note else "",
        "tags": entry.tags,
        "references": [],
        "newsreader": {key: told[key] for key in told if key not in _ELSEWHERE},
    }


def _selectors(told: Row) -> list[Row]:
    quoted = {"exact": told["quote"], "prefix": told["prefix"], "suffix": told["suffix"]}
    placed = {"start": told["start"], "end": told["end"]}
    found: list[Row] = [{"type": "TextQuoteSelector", **quoted}]
    return [{"type": "TextPositionSelector", **placed}, *found] if told["end"] else found


def read_hypothesis(text: str) -> tuple[Evidence, ...]:
    """Return the evidence in an export of the sidebar, or in an answer of the API.

    Replies are added to the note that they answer. Raises ExportError where the text is neither.
    """
    rows = _rows(json_of(text))
    ids = {text_in(row.get("id")) for row in rows}
    answers: dict[str, list[str]] = {}
    first = []
    for row in rows:
        answered = text_in(*listed(row.get("references"))[:1])
        if answered in ids:
            answers.setdefault(answered, []).append(text_in(row.get("text")))
        else:
            first.append(row)
    return gather(_finding(row, answers.get(text_in(row.get("id")), ())) for row in first)


def _rows(document: object) -> list[Row]:
    told = object_in(document)
    rows = told.get("annotations", told.get("rows", document))
    found = [object_in(each) for each in listed(rows)]
    if not isinstance(rows, list) or not all(text_in(each.get("uri")) for each in found):
        raise ExportError(
            "This JSON does not hold annotations of Hypothesis.",
            "Export them in its sidebar, as JSON.",
        )
    return found


def _finding(row: Row, answers: Iterable[str]) -> Finding:
    target = object_in(next(iter(listed(row.get("target"))), None))
    quoted, placed = selectors(target.get("selector"))
    titles = listed(object_in(row.get("document")).get("title"))
    written = (text_in(row.get("text")), *answers)
    ours = object_in(row.get("newsreader"))
    return Finding(
        id=_uuid(text_in(row.get("id"))),
        address=text_in(row.get("uri")),
        location=text_in(ours.get("location")),
        title=text_in(*titles, row.get("title")),
        byline=text_in(ours.get("byline")),
        exact=text_in(quoted.get("exact")),
        prefix=text_in(quoted.get("prefix")),
        suffix=text_in(quoted.get("suffix")),
        span=span_in(placed),
        note="\n\n".join(filter(None, written)),
        tags=tuple(filter(None, map(text_in, listed(row.get("tags"))))),
        colour=text_in(ours.get("colour")),
        sha256=text_in(ours.get("sha256")),
        created=time_in(row.get("created")),
        updated=time_in(row.get("updated")),
    )


def _uuid(id_: str) -> str:
    """Return the UUID that an id of 22 characters is, or else the id."""
    try:
        return UUID(bytes=urlsafe_b64decode(id_ + "==")).hex if len(id_) == 22 else id_
    except (ValueError, binascii.Error):
        return id_
