"""The JSON format: everything, so that it can be read back whole.

A document is {"format": "newsreader-notes", "version": 1, "articles": [article, …]}; an article
has its "note", its "corrections" and its "highlights"; these have their anchor ("exact", "prefix",
"suffix", "start", "end", "sha256"), "outcome", "note" and "quote". Offsets are code points, times
ISO 8601 in UTC.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from newsreader.errors import ExportError
from newsreader.export.corrections import correction_row, read_correction
from newsreader.export.fields import of_quote
from newsreader.export.json_text import (
    damage_told,
    dump,
    id_at,
    read_time,
    span_at,
    text_at,
    texts_at,
)
from newsreader.model import Anchor, Highlight, Note, Outcome, QuoteKind, SpeakerKind
from newsreader.model.evidence import Evidence, Passage, QuoteContext

FORMAT = "newsreader-notes"
VERSION = 1


def write_json(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as a JSON document, ending in a newline."""
    articles = [article_row(one) for one in evidence]
    return dump({"format": FORMAT, "version": VERSION, "articles": articles}, indent=2) + "\n"


def article_row(evidence: Evidence) -> dict[str, Any]:
    """Return all of one article, for `read_article` to read back."""
    return {
        "id": evidence.article_id,
        "title": evidence.title,
        "byline": evidence.byline,
        "publisher": evidence.publisher,
        "published": evidence.published and evidence.published.isoformat(),
        "url": evidence.url,
        "location": evidence.location,
        "language": evidence.language,
        "fetched": evidence.fetched.isoformat(),
        "sha256": evidence.sha256,
        "tags": evidence.tags,
        "note": evidence.note and _note(evidence.note),
        "highlights": [_passage(passage) for passage in evidence.passages],
        "corrections": [correction_row(each) for each in evidence.corrections],
    }


def _passage(passage: Passage) -> dict[str, object]:
    highlight, quote = passage.highlight, passage.quote
    anchor = highlight.anchor
    return {
        "id": highlight.id,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "sha256": anchor.sha256,
        "outcome": passage.outcome.value,
        "colour": highlight.colour,
        "tags": highlight.tags,
        "created": highlight.created.isoformat(),
        "updated": highlight.updated.isoformat(),
        "note": passage.note and _note(passage.note),
        "quote": quote and of_quote(quote),
    }


def _note(note: Note) -> dict[str, object]:
    return {
        "id": note.id,
        "text": note.text,
        "created": note.created.isoformat(),
        "updated": note.updated.isoformat(),
    }


def read_json(text: str) -> tuple[Evidence, ...]:
    """Return what `write_json` wrote.

    Raises ExportError where the text is no such document, or one of a newer version.
    """
    with damage_told():
        document = json.loads(text)
        if document["format"] != FORMAT:
            raise ExportError("This JSON does not hold newsreader notes.")
        if document["version"] > VERSION:
            raise ExportError(
                "These notes were exported by a newer newsreader.", "Update newsreader first."
            )
        return tuple(read_article(article) for article in document["articles"])


def read_article(row: dict[str, Any]) -> Evidence:
    """Return the article that `article_row` wrote.

    Raises ValueError, KeyError, TypeError, AttributeError or OverflowError where it is damaged.
    """
    number = row["id"]
    if not isinstance(number, int):
        raise ValueError("an article has no number")  # noqa: TRY004 - to be told as it is
    return Evidence(
        article_id=number,
        title=text_at(row, "title"),
        byline=text_at(row, "byline"),
        publisher=text_at(row, "publisher"),
        published=read_time(row["published"]) if row["published"] else None,
        url=text_at(row, "url"),
        location=text_at(row, "location"),
        language=text_at(row, "language"),
        fetched=read_time(row["fetched"]),
        sha256=text_at(row, "sha256"),
        tags=texts_at(row, "tags"),
        note=_read_note(row["note"], number, None),
        passages=tuple(_read_passage(each, number) for each in row["highlights"]),
        corrections=tuple(read_correction(each, number) for each in row.get("corrections", ())),
    )


def _read_passage(row: dict[str, Any], article_id: int) -> Passage:
    exact, prefix, suffix, sha256 = (
        text_at(row, key) for key in ("exact", "prefix", "suffix", "sha256")
    )
    quote = row["quote"]
    return Passage(
        highlight=Highlight(
            id=id_at(row),
            article_id=article_id,
            anchor=Anchor(exact, prefix, suffix, span_at(row), sha256),
            colour=text_at(row, "colour"),
            created=read_time(row["created"]),
            updated=read_time(row["updated"]),
            tags=texts_at(row, "tags"),
        ),
        outcome=Outcome(row["outcome"]),
        note=_read_note(row["note"], article_id, row["id"]),
        quote=quote and _read_quote(quote),
    )


def _read_quote(row: dict[str, Any]) -> QuoteContext:
    """Read who is quoted; files from before there were kinds of speakers tell none."""
    confidence = float(row["confidence"])
    if not 0 <= confidence <= 1:
        raise ValueError(f"nothing is {confidence} sure")
    return QuoteContext(
        kind=QuoteKind(row["kind"]),
        speaker=text_at(row, "speaker"),
        mention=text_at(row, "mention"),
        cue=text_at(row, "cue"),
        confidence=confidence,
        why=text_at(row, "why"),
        speaker_kind=SpeakerKind(row.get("speaker_kind", SpeakerKind.PERSON)),
        corrected=bool(row.get("corrected")),
    )


def _read_note(
    row: dict[str, Any] | None, article_id: int, highlight_id: str | None
) -> Note | None:
    if row is None:
        return None
    return Note(
        id=id_at(row),
        article_id=article_id,
        highlight_id=highlight_id,
        text=text_at(row, "text"),
        created=read_time(row["created"]),
        updated=read_time(row["updated"]),
    )
