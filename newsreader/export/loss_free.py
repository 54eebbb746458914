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
from newsreader.export.json_text import dump, read_time
from newsreader.model import Anchor, Highlight, Note, Outcome, QuoteKind, Span, SpeakerKind
from newsreader.model.evidence import Evidence, Passage, QuoteContext

FORMAT = "newsreader-notes"
VERSION = 1


def write_json(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as a JSON document, ending in a newline."""
    articles = [_article(one) for one in evidence]
    return dump({"format": FORMAT, "version": VERSION, "articles": articles}, indent=2) + "\n"


def _article(evidence: Evidence) -> dict[str, object]:
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
        "quote": quote
        and {
            "kind": quote.kind.value,
            "speaker": quote.speaker,
            "speaker_kind": quote.speaker_kind.value,
            "mention": quote.mention,
            "cue": quote.cue,
            "confidence": quote.confidence,
            "why": quote.why,
            "corrected": quote.corrected,
        },
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
    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            raise ExportError("This JSON does not hold newsreader notes.")
        if document["version"] > VERSION:
            raise ExportError(
                "These notes were exported by a newer newsreader.", "Update newsreader first."
            )
        return tuple(_read_article(article) for article in document["articles"])
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise ExportError(
            f"This file of notes is damaged ({type(error).__name__}: {error}).",
            "Export it again.",
        ) from error


def _read_article(article: dict[str, Any]) -> Evidence:
    number = article["id"]
    return Evidence(
        article_id=number,
        title=article["title"],
        byline=article["byline"],
        publisher=article["publisher"],
        published=read_time(article["published"]) if article["published"] else None,
        url=article["url"],
        location=article["location"],
        language=article["language"],
        fetched=read_time(article["fetched"]),
        sha256=article["sha256"],
        tags=tuple(article["tags"]),
        note=_read_note(article["note"], number, None),
        passages=tuple(_read_passage(each, number) for each in article["highlights"]),
        corrections=tuple(read_correction(each, number) for each in article.get("corrections", ())),
    )


def _read_passage(entry: dict[str, Any], article_id: int) -> Passage:
    span = Span(entry["start"], entry["end"])
    quote = entry["quote"]
    return Passage(
        highlight=Highlight(
            id=entry["id"],
            article_id=article_id,
            anchor=Anchor(entry["exact"], entry["prefix"], entry["suffix"], span, entry["sha256"]),
            colour=entry["colour"],
            created=read_time(entry["created"]),
            updated=read_time(entry["updated"]),
            tags=tuple(entry["tags"]),
        ),
        outcome=Outcome(entry["outcome"]),
        note=_read_note(entry["note"], article_id, entry["id"]),
        quote=quote and _read_quote(quote),
    )


def _read_quote(quote: dict[str, Any]) -> QuoteContext:
    """Read who is quoted; files from before there were kinds of speakers tell none."""
    kinds = {
        "kind": QuoteKind(quote["kind"]),
        "speaker_kind": SpeakerKind(quote.get("speaker_kind", SpeakerKind.PERSON)),
    }
    return QuoteContext(**(quote | kinds))


def _read_note(
    note: dict[str, Any] | None, article_id: int, highlight_id: str | None
) -> Note | None:
    if note is None:
        return None
    return Note(
        id=note["id"],
        article_id=article_id,
        highlight_id=highlight_id,
        text=note["text"],
        created=read_time(note["created"]),
        updated=read_time(note["updated"]),
    )
