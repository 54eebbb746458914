"""All that an entry carries, flat: the columns of a table, the members of an object."""

from __future__ import annotations

from datetime import datetime

from newsreader.export.entries import Entry
from newsreader.model.evidence import QuoteContext

Field = str | int | float | bool | tuple[str, ...] | None

FIELDS = tuple(
    """id kind quote speaker speaker_kind mention cue confidence why corrected title byline
    publisher published fetched url location language start end prefix suffix sha256 outcome
    colour tags article_tags note created updated""".split()
)
"""Their names, in order."""


def fields(entry: Entry) -> dict[str, Field]:
    """Return the FIELDS of an entry by name.

    `kind` is a QuoteKind, or "passage" where nobody speaks, or "note" for the note on an article.
    What an entry cannot have is None: a note on an article has no passage, a passage that is
    nobody's statement no speaker. `start` and `end` count code points; times are ISO 8601 in UTC.
    """
    return dict.fromkeys(FIELDS) | _of_passage(entry) | _of_article(entry)


def _of_article(entry: Entry) -> dict[str, Field]:
    article, note = entry.article, entry.note
    made = entry.highlight or note
    return {
        "id": entry.id,
        "title": article.title,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": _time(article.published),
        "fetched": _time(article.fetched),
        "url": article.url,
        "location": article.location,
        "language": article.language,
        "sha256": entry.sha256,
        "outcome": entry.outcome.value,
        "tags": entry.tags,
        "article_tags": article.tags,
        "note": note.text if note else None,
        "created": _time(made.created if made else None),
        "updated": _time(entry.updated),
    }


def _of_passage(entry: Entry) -> dict[str, Field]:
    if entry.highlight is None:
        return {"kind": "note"}
    anchor, quote = entry.highlight.anchor, entry.quote
    found: dict[str, Field] = {
        "kind": "passage",
        "quote": anchor.exact,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "colour": entry.highlight.colour,
    }
    return found | of_quote(quote) if quote else found


def of_quote(quote: QuoteContext) -> dict[str, Field]:
    """Return who is quoted, and how that is known, by the names that FIELDS have for it."""
    return {
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_kind": quote.speaker_kind.value,
        "mention": quote.mention,
        "cue": quote.cue,
        "confidence": quote.confidence,
        "why": quote.why,
        "corrected": quote.corrected,
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
