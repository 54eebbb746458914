"""Web Annotations read: our own whole, those of other programs as far as they go.

The model leaves much open (https://www.w3.org/TR/annotation-model/): a target or a body may be an
IRI, an object or a list of them, and so may a selector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from newsreader.errors import ExportError
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
from newsreader.export.json_text import damage_told, dump
from newsreader.export.loss_free import read_article
from newsreader.export.webannotation import OWN
from newsreader.model.evidence import Evidence
from newsreader.safety import guard

Row = dict[str, Any]

_TITLES = ("title", "label", "name", "dc:title", "dcterms:title", "schema:name")


def read_webannotation(text: str) -> tuple[Evidence, ...]:
    """Return the evidence in a collection, a page, a list of annotations, or a single one.

    What `write_webannotation` wrote is read back whole. Raises ExportError where the text is
    nothing of this, or damaged.
    """
    annotations = list(_annotations(json_of(text)))
    ours = [each for each in annotations if OWN + "article" in each]
    others = [each for each in annotations if OWN + "article" not in each]
    with damage_told():
        own_articles = tuple(read_article(row) for row in _article_rows(ours))
    return own_articles + gather(finding for each in others for finding in _findings(each))


def _annotations(document: object) -> Iterator[Row]:
    """Yield the annotations of a document. Raises ExportError where it is not made of such."""
    for value in document if isinstance(document, list) else [document]:
        types = {str(kind).rpartition(":")[2] for kind in _types(value)}
        if "Annotation" in types:
            yield object_in(value)
        elif "AnnotationPage" in types:
            yield from _items(object_in(value).get("items"))
        elif "AnnotationCollection" in types:
            yield from _first_page(object_in(value))
        else:
            raise ExportError(
                "This JSON does not hold Web Annotations.",
                "Export them as an AnnotationCollection or an AnnotationPage.",
            )


def _types(value: object) -> list[object]:
    fields = object_in(value)
    return listed(fields.get("type", fields.get("@type")))


def _first_page(collection: Row) -> Iterator[Row]:
    first = collection.get("first")
    if isinstance(first, str):
        raise ExportError(
            "The annotations of this collection are not in the file.",
            f"Fetch its first page from {guard(first)[:200]} and import that.",
        )
    return _items(object_in(first).get("items"))


def _items(items: object) -> Iterator[Row]:
    return (each for each in listed(items) if isinstance(each, dict))


def _article_rows(annotations: Iterable[Row]) -> list[Row]:
    """Return the articles as `article_row` had written them, out of our own annotations.

    Each begins with the one that describes it. That one may be gone, where somebody chose among
    the annotations; the others still tell which article they are on.
    """
    rows: list[Row] = []
    begun: dict[str, Row] = {}
    for annotation in annotations:
        told = _not_own({key: annotation[key] for key in annotation if key.startswith(OWN)})
        key = dump(sorted(told["article"].items()))
        describes = annotation["motivation"] == "describing"
        if describes or key not in begun:
            row = told["article"] | {"tags": [], "note": None, "highlights": [], "corrections": []}
            begun[key] = row
            rows.append(row)
        if describes:
            begun[key] |= {"tags": _tag_row(annotation), "corrections": told["corrections"]}
        elif annotation["motivation"] == "commenting":
            begun[key]["note"] = _note_row(annotation)
        else:
            begun[key]["highlights"].append(_passage_row(annotation, told))
    return rows


def _passage_row(annotation: Row, told: Row) -> Row:
    selectors = {each["type"]: each for each in annotation["target"]["selector"]}
    quoted = selectors["TextQuoteSelector"]
    placed = selectors.get("TextPositionSelector", {"start": 0, "end": 0})
    return {
        **_made_row(annotation),
        **{key: quoted[key] for key in ("exact", "prefix", "suffix")},
        **{key: placed[key] for key in ("start", "end")},
        **{key: told[key] for key in ("sha256", "outcome", "colour", "quote")},
        "tags": _tag_row(annotation),
        "note": _note_row(annotation),
    }


def _note_row(annotation: Row) -> Row | None:
    notes = [each for each in annotation["body"] if each["purpose"] == "commenting"]
    made = notes[0] if notes and "id" in notes[0] else annotation
    return {**_made_row(made), "text": notes[0]["value"]} if notes else None


def _tag_row(annotation: Row) -> list[object]:
    return [each["value"] for each in annotation["body"] if each["purpose"] == "tagging"]


def _made_row(made: Row) -> Row:
    return {
        "id": UUID(made["id"]).hex,
        "created": made["created"],
        "updated": made["modified"],
    }


def _not_own(fields: Row) -> Row:
    """Undo `own`."""
    return {key.removeprefix(OWN): _not_own_inside(value) for key, value in fields.items()}


def _not_own_inside(value: object) -> object:
    if isinstance(value, dict):
        return _not_own(value)
    return [_not_own_inside(each) for each in value] if isinstance(value, list) else value


def _findings(annotation: Row) -> Iterator[Finding]:
    """Yield what an annotation of another program tells, once for each of its targets."""
    note, tags = _bodies(annotation)
    id_ = text_in(annotation.get("id"), annotation.get("@id"))
    for number, target in enumerate(listed(annotation.get("target")) or [None]):
        fields = object_in(target)
        source = fields.get("source") or fields.get("id") or fields.get("@id") or target
        about = object_in(source)
        quoted, placed = selectors(fields.get("selector"))
        yield Finding(
            id=f"{id_}#{number}" if id_ and number else id_,
            address=text_in(source, about.get("id"), about.get("@id")),
            title=text_in(*(each.get(key) for each in (about, fields) for key in _TITLES)),
            exact=text_in(quoted.get("exact")),
            prefix=text_in(quoted.get("prefix")),
            suffix=text_in(quoted.get("suffix")),
            span=span_in(placed),
            note=note,
            tags=tags,
            created=time_in(annotation.get("created")),
            updated=time_in(annotation.get("modified")),
        )


def selectors(value: object) -> tuple[Row, Row]:
    """Return the first TextQuoteSelector and the first TextPositionSelector; {}: there is none.

    A position that refines another selector counts from that one, which says nothing here.
    """
    quoted: Row = {}
    placed: Row = {}
    waiting = [(each, False) for each in listed(value)]
    while waiting:
        selector, refines = waiting.pop(0)
        fields, types = object_in(selector), _types(selector)
        if "TextQuoteSelector" in types:
            quoted = quoted or fields
        elif "TextPositionSelector" in types and not refines:
            placed = placed or fields
        waiting += [(each, True) for each in listed(fields.get("refinedBy"))]
    return quoted, placed


def _bodies(annotation: Row) -> tuple[str, tuple[str, ...]]:
    """Return what is written in an annotation, and its tags."""
    notes: list[str] = []
    tags: list[str] = []
    for body in [*listed(annotation.get("body")), *listed(annotation.get("bodyValue"))]:
        chosen = body
        while "items" in object_in(chosen):  # of several, the first is the best
            chosen = next(iter(listed(object_in(chosen)["items"])), None)
        fields = object_in(chosen)
        source = fields.get("source")
        value = text_in(
            *(chosen, fields.get("value"), source, object_in(source).get("id")),
            *(fields.get("id"), fields.get("@id")),
        )
        purposes = listed(fields.get("purpose")) or listed(annotation.get("motivation"))
        (tags if "tagging" in purposes else notes).append(value)
    return "\n\n".join(filter(None, notes)), tuple(filter(None, tags))
