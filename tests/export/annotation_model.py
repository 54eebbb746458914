"""What the Web Annotation Data Model says that annotations MUST be, told of a document.

Written from the Recommendation (https://www.w3.org/TR/annotation-model/), sections 3 to 5, without
a look at our writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}


def violations(document: Json) -> Iterator[str]:
    """Yield what is wrong with an AnnotationCollection (sections 5.1 and 5.2)."""
    yield from _context(document)
    yield from _identified(document, "AnnotationCollection")
    if not isinstance(document.get("label", ""), str):
        yield "label"
    total = document.get("total")
    if not isinstance(total, int) or total < 0:
        yield "total"
    if not total:
        return
    page = document["first"]
    yield from _identified(page, "AnnotationPage")
    if "@context" in page:
        yield "context in an embedded page"
    if page.get("partOf") != document["id"]:
        yield "partOf"
    items = page["items"]
    if not (isinstance(items, list) and len(items) == total and page.get("startIndex") == 0):
        yield "items"
    for item in items:
        yield from _annotation(item)


def _annotation(item: Json) -> Iterator[str]:
    """Section 3.1, with the lifecycle of 3.3.1 and the motivations of 3.3.5."""
    yield from _context(item)
    yield from _identified(item, "Annotation")
    yield from _lifecycle(item)
    if not set(_all(item.get("motivation"))) <= MOTIVATIONS:
        yield "motivation"
    if "body" in item and "bodyValue" in item:
        yield "body beside bodyValue"
    for body in _all(item.get("body")):
        yield from _body(body)
    if not _all(item.get("target")):
        yield "no target"
    for target in _all(item.get("target")):
        yield from _target(target)


def _body(body: Json) -> Iterator[str]:
    """Section 3.2.4, embedded textual body."""
    if "TextualBody" not in _all(body.get("type")):
        yield "type of body"
    if not isinstance(body.get("value"), str):
        yield "value of body"
    if not set(_all(body.get("purpose"))) <= MOTIVATIONS:
        yield "purpose"
    if "id" in body and not IRI.fullmatch(body["id"]):
        yield "id of body"
    yield from _lifecycle(body)


def _target(target: Json | str) -> Iterator[str]:
    """Section 4, specific resources."""
    if isinstance(target, str):
        if not IRI.fullmatch(target):
            yield "target"
        return
    source = target["source"]
    if not IRI.fullmatch(source if isinstance(source, str) else source["id"]):
        yield f"source {source}"
    for selector in _all(target.get("selector")):
        yield from _selector(selector)
    for state in _all(target.get("state")):
        if state["type"] != "TimeState" or not MOMENT.fullmatch(state["sourceDate"]):
            yield "state"


def _selector(selector: Json) -> Iterator[str]:
    """Sections 4.2.4 and 4.2.5."""
    if selector["type"] == "TextQuoteSelector":
        if not all(isinstance(selector[key], str) for key in ("exact", "prefix", "suffix")):
            yield "text quote selector"
    elif selector["type"] == "TextPositionSelector":
        start, end = selector["start"], selector["end"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
            yield "text position selector"
    else:
        yield "kind of selector"


def _context(item: Json) -> Iterator[str]:
    contexts = _all(item.get("@context"))
    if CONTEXT not in contexts or (len(contexts) == 1 and item["@context"] != CONTEXT):
        yield "context"
    # A term that no context explains means nothing.
    known = {prefix for each in contexts if isinstance(each, dict) for prefix in each}
    if not {key.partition(":")[0] for key in item if ":" in key} <= known:
        yield "unexplained term"


def _identified(item: Json, kind: str) -> Iterator[str]:
    if kind not in _all(item.get("type")):
        yield f"type of {kind}"
    if not (isinstance(item.get("id"), str) and IRI.fullmatch(item["id"])):
        yield f"id of {kind}"


def _lifecycle(item: Json) -> Iterator[str]:
    for key in ("created", "modified", "generated"):
        if key in item and not MOMENT.fullmatch(item[key]):
            yield key


def _all(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
