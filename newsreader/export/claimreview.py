"""Drafts of fact checks: ClaimReview of https://schema.org as JSON-LD, one for each statement.

A draft says who claims what, and where. What the reader finds is theirs to add: it has no rating,
no author and no address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsreader.export.address import web_address
from newsreader.export.authors import Author, authors
from newsreader.export.entries import Entry, entries
from newsreader.export.json_text import dump
from newsreader.export.lines import one_line, plain
from newsreader.export.provenance import provenance, remarks
from newsreader.export.webannotation import urn
from newsreader.model import QuoteKind, SpeakerKind
from newsreader.model.evidence import Evidence, QuoteContext

Row = dict[str, Any]

_DRAFT = (
    "A draft: nothing has been checked yet. Add your rating, your name and the address where you"
    " publish it."
)
_INDIRECT = "These are the words of the article, not those of who is said to have said it."
_STATEMENTS = {QuoteKind.DIRECT, QuoteKind.INDIRECT}


def write_claimreview(evidence: Sequence[Evidence]) -> str:
    """Return a draft for each highlighted statement whose speaker has a name."""
    drafts = [
        _draft(entry, entry.quote)
        for entry in entries(evidence)
        if entry.quote and entry.quote.kind in _STATEMENTS and one_line(entry.quote.speaker)
    ]
    return dump({"@context": "https://schema.org", "@graph": drafts}, indent=2) + "\n"


def _draft(entry: Entry, quote: QuoteContext) -> Row:
    highlight = entry.highlight
    return _told(
        {
            "@type": "ClaimReview",
            "@id": urn(entry.id),
            "creativeWorkStatus": "Draft",
            "description": _DRAFT,
            "dateCreated": highlight.created.isoformat() if highlight else "",
            "dateModified": entry.updated.isoformat(),
            "claimReviewed": plain(entry.exact),
            "reviewBody": plain(entry.note.text) if entry.note else "",
            "keywords": [one_line(tag) for tag in entry.tags],
            "itemReviewed": _claim(entry, quote),
        }
    )


def _claim(entry: Entry, quote: QuoteContext) -> Row:
    article = entry.article
    told = remarks(entry.passage) if entry.passage else []
    name = {"name": one_line(quote.speaker)}
    claim: Row = {
        "@type": "Claim",
        "text": plain(entry.exact),
        "description": " ".join([_INDIRECT] * entry.is_indirect + told),
        "disambiguatingDescription": provenance(entry),
        "datePublished": article.published.isoformat() if article.published else "",
        "appearance": _appearance(article, entry.sha256),
    }
    if quote.speaker_kind is SpeakerKind.DOCUMENT:  # it is no author: the claim stands in it
        claim["firstAppearance"] = {"@type": "CreativeWork", **name}
    else:
        kind = "Organization" if quote.speaker_kind is SpeakerKind.ORG else "Person"
        claim["author"] = {"@type": kind, **name}
    return _told(claim)


def _appearance(article: Evidence, sha256: str) -> Row:
    """Return the article in the Version of this SHA-256."""
    publisher = {"@type": "Organization", "name": one_line(article.publisher)}
    version = {"@type": "PropertyValue", "propertyID": "SHA-256", "value": sha256}
    return _told(
        {
            "@type": "NewsArticle",
            "headline": one_line(article.title),
            "url": web_address(article),
            "author": list(_authors(article)),
            "publisher": publisher if publisher["name"] else None,
            "datePublished": article.published.isoformat() if article.published else "",
            "inLanguage": one_line(article.language),
            "identifier": version if sha256 else None,
        }
    )


def _authors(article: Evidence) -> Iterator[Row]:
    def kind(author: Author) -> str:
        return "Person" if author.given else "Organization"

    return ({"@type": kind(each), "name": each.name} for each in authors(article.byline))


def _told(fields: Row) -> Row:
    """Return the fields in which there is something."""
    return {name: value for name, value in fields.items() if value}
