"""Corrections as JSON, to be kept, passed on, and read back whole.

A document is {"format": "newsreader-corrections", "version": 1, "corrections": [correction, …]}; a
correction names its "article" by title, location and the SHA-256 of its text, and its "passage"
as a highlight's anchor. Offsets are code points, times ISO 8601 in UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from newsreader.errors import CorrectionError
from newsreader.export.json_text import dump, id_at, read_time, span_at, text_at
from newsreader.model import Anchor, Correction, CorrectionKind, CorrectionScope
from newsreader.safety import guard

FORMAT = "newsreader-corrections"
VERSION = 1


def write_corrections(corrections: Iterable[Correction]) -> str:
    """Return corrections as a JSON document, ending in a newline."""
    rows = [correction_row(each) for each in corrections]
    return dump({"format": FORMAT, "version": VERSION, "corrections": rows}, indent=2) + "\n"


def correction_row(correction: Correction) -> dict[str, object]:
    """Return all of one correction but the number that its article has in this library."""
    anchor = correction.anchor
    return {
        "id": correction.id,
        "kind": correction.kind.value,
        "scope": correction.scope.value,
        "source": correction.source,
        "name": correction.name,
        "value": correction.value,
        "created": correction.created.isoformat(),
        "article": {
            "title": correction.title,
            "location": correction.location,
            "sha256": correction.sha256,
        },
        "passage": anchor
        and {
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
            "start": anchor.span.start,
            "end": anchor.span.end,
        },
    }


def read_corrections(text: str) -> list[Correction | CorrectionError]:
    """Return what `write_corrections` wrote; in place of what is damaged, an error that says so.

    Raises CorrectionError where the text is no such document, or one of a newer version.
    """
    try:
        document = json.loads(text)
        known = document["format"] == FORMAT
        newer = known and document["version"] > VERSION
        rows = list(document["corrections"]) if known else []
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        known = newer = False
    if newer:
        raise CorrectionError(
            "These corrections were exported by a newer newsreader.", "Update newsreader first."
        )
    if not known:
        raise CorrectionError(
            "This file does not hold newsreader corrections.",
            "Make one with `newsreader corrections --export FILE`.",
        )
    return [_read(number, row) for number, row in enumerate(rows, 1)]


def _read(number: int, row: object) -> Correction | CorrectionError:
    try:
        if isinstance(row, dict):
            return read_correction(row)
        told = "it is no object"
    except KeyError as error:
        told = f"{error.args[0]} is missing"
    except (ValueError, OverflowError) as error:
        told = str(error)
    except (TypeError, AttributeError):
        told = "a value in it is of another type than it should be"
    return CorrectionError(f"Correction {number} of the file is damaged: {told}.")


def read_correction(row: dict[str, Any], article_id: int | None = None) -> Correction:
    """Return the correction that `correction_row` wrote.

    Raises ValueError, KeyError, TypeError, AttributeError or OverflowError where it is damaged.
    """
    article, passage = row["article"], row["passage"]
    sha256 = text_at(article, "sha256")
    scope = CorrectionScope(row["scope"])
    return Correction(
        id=id_at(row),
        kind=CorrectionKind(row["kind"]),
        scope=scope,
        article_id=article_id if scope is CorrectionScope.ARTICLE else None,
        source=text_at(row, "source"),
        anchor=None if passage is None else _anchor(passage, sha256),
        name=text_at(row, "name"),
        value=" ".join(guard(text_at(row, "value")).split()),
        created=read_time(row["created"]),
        title=text_at(article, "title"),
        location=text_at(article, "location"),
        sha256=sha256,
    )


def _anchor(passage: dict[str, Any], sha256: str) -> Anchor:
    exact = text_at(passage, "exact")
    span = span_at(passage)
    if len(span) != len(exact):
        raise ValueError("its passage is not as long as it says")
    return Anchor(exact, text_at(passage, "prefix"), text_at(passage, "suffix"), span, sha256)
