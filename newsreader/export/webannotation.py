"""The W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as JSON-LD.

A collection of one page. Each article begins with an annotation that describes it; one for the
note on it and one for each highlight follow. What the model has no words for stands in terms of
our own, so that all of it can be read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from newsreader.export.address import uri
from newsreader.export.citation import attribution
from newsreader.export.foreign import identity
from newsreader.export.json_text import dump, read_time
from newsreader.export.loss_free import article_row
from newsreader.model.evidence import Evidence

Row = dict[str, Any]

MODEL = "http://www.w3.org/ns/anno.jsonld"
OWN = "newsreader:"
_CONTEXT = [MODEL, {"newsreader": "urn:x-newsreader:"}]

APART = frozenset({"tags", "note", "highlights", "corrections"})
"""What of an article is not told again with each of its annotations."""


def write_webannotation(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as an AnnotationCollection, ending in a newline."""
    items = [item for one in evidence for item in _annotations(one)]
    ids = [item["id"] for item in items]
    collection: Row = {
        "@context": MODEL,
        "id": urn(identity("collection", *ids)),
        "type": "AnnotationCollection",
        "label": "Notes from newsreader",
        "total": len(items),
    }
    if items:  # a page of nothing is not allowed
        collection["first"] = {
            "id": urn(identity("page", *ids)),
            "type": "AnnotationPage",
            "partOf": collection["id"],
            "startIndex": 0,
            "items": items,
        }
    return dump(collection, indent=2) + "\n"


def urn(id_: str) -> str:
    """Return the IRI of what has this UUID."""
    return f"urn:uuid:{UUID(id_)}"


def _annotations(evidence: Evidence) -> Iterator[Row]:
    row = article_row(evidence)
    article = {key: value for key, value in row.items() if key not in APART}
    target = _target(evidence, evidence.sha256)
    cited = attribution(evidence)
    described = [_textual_body(cited, "describing")] if cited else []
    yield {
        "@context": _CONTEXT,
        "id": urn(identity("article", str(evidence.article_id), uri(evidence), evidence.sha256)),
        "type": "Annotation",
        "motivation": "describing",
        "created": _utc(row["fetched"]),
        "body": [*described, *_tags(row)],
        "target": target,
        **own({"article": article, "corrections": row["corrections"]}),
    }
    if row["note"]:
        yield {
            "@context": _CONTEXT,
            **_made(row["note"]),
            "motivation": "commenting",
            "body": [_textual_body(row["note"]["text"], "commenting", "text/markdown")],
            "target": target,
            **own({"article": article}),
        }
    for passage in row["highlights"]:
        yield _passage(passage, _target(evidence, passage["sha256"]), article)


def _passage(row: Row, target: Row, article: Row) -> Row:
    selectors: list[Row] = [
        {
            "type": "TextQuoteSelector",
            **{key: row[key] for key in ("exact", "prefix", "suffix")},
        }
    ]
    if row["end"]:  # else it came from elsewhere, and nobody knows where it stands
        selectors.append({"type": "TextPositionSelector", "start": row["start"], "end": row["end"]})
    told = {key: row[key] for key in ("outcome", "colour", "sha256", "quote")}
    return {
        "@context": _CONTEXT,
        **_made(row),
        "motivation": "highlighting",
        "body": [*([_note(row["note"])] if row["note"] else []), *_tags(row)],
        "target": {**target, "selector": selectors},
        **own({**told, "article": article}),
    }


def _target(evidence: Evidence, sha256: str) -> Row:
    """Return the article; with the time when the Version of this SHA-256 was fetched, if known."""
    target: Row = {"type": "SpecificResource", "source": uri(evidence)}
    if sha256 == evidence.sha256:
        target["state"] = {"type": "TimeState", "sourceDate": _utc(evidence.fetched.isoformat())}
    return target


def _made(row: Row) -> Row:
    return {
        "id": urn(row["id"]),
        "type": "Annotation",
        "created": _utc(row["created"]),
        "modified": _utc(row["updated"]),
    }


def _note(row: Row) -> Row:
    """Return the note on a passage; the one on an article has the id of its annotation."""
    return _made(row) | _textual_body(row["text"], "commenting", "text/markdown")


def _tags(row: Row) -> list[Row]:
    return [_textual_body(tag, "tagging") for tag in row["tags"]]


def _textual_body(text: str, purpose: str, kind: str = "text/plain") -> Row:
    return {"type": "TextualBody", "purpose": purpose, "format": kind, "value": text}


def _utc(written: str) -> str:
    """Return a moment in UTC the one way in which the model takes it."""
    return read_time(written).isoformat().removesuffix("+00:00") + "Z"


def own(fields: Row) -> Row:
    """Return the same with all keys in it as terms of our own."""
    return {OWN + key: _own_inside(value) for key, value in fields.items()}


def _own_inside(value: object) -> object:
    if isinstance(value, dict):
        return own(value)
    return [_own_inside(each) for each in value] if isinstance(value, list) else value
