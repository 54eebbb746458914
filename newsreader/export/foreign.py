"""What the files of other programs tell, made harmless, and gathered article by article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from newsreader.errors import ExportError
from newsreader.export.address import location_of
from newsreader.export.json_text import span_at
from newsreader.model import COLOURS, Anchor, Highlight, Note, Outcome, Span, sha256_of
from newsreader.model.evidence import Evidence, Passage
from newsreader.safety import clean, guard

NOWHERE = Span(0, 0)
"""Where a passage stands of which nobody said where."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One annotation of another program, its texts as they stand in the file.

    `id` is what that program calls it, empty if nothing; `address` the URI of its article. `exact`
    is the passage, empty where it is about the whole article; `span` may be a guess. `location`
    and `sha256`, that of the text, are empty where the program does not know them.
    """

    id: str = ""
    address: str = ""
    location: str = ""
    title: str = ""
    byline: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    span: Span = NOWHERE
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    sha256: str = ""
    created: datetime | None = None
    updated: datetime | None = None


def gather(findings: Iterable[Finding]) -> tuple[Evidence, ...]:
    """Return the evidence that was found, an article each, in the order of the file.

    Articles are told apart by address and location, and by title where they have no address. What
    has the same id is one thing. Nothing is known of their text: `article_id` is 0, `sha256` empty,
    and what has no time of its own has that of this call.
    """
    now = datetime.now(UTC)
    seen: set[str] = set()
    articles: dict[tuple[str, str, str], dict[str, Finding]] = {}
    for finding in map(_harmless, findings):
        id_ = _identity(finding)
        if id_ not in seen:
            title = "" if finding.address else finding.title
            key = finding.address, finding.location, title
            articles.setdefault(key, {})[id_] = finding
            seen.add(id_)
    return tuple(_evidence(found, now) for found in articles.values())


def _harmless(finding: Finding) -> Finding:
    """Return the same, its texts cleaned."""
    exact = clean(finding.exact)
    return replace(
        finding,
        address=guard(finding.address).strip(),
        location=guard(finding.location).strip(),
        title=" ".join(guard(finding.title).split()),
        byline=" ".join(guard(finding.byline).split()),
        exact=exact if exact.strip() else "",
        prefix=clean(finding.prefix),
        suffix=clean(finding.suffix),
        note=clean(finding.note).strip(),
        tags=_tags(finding.tags),
        colour=guard(finding.colour).strip().lower(),
        sha256=finding.sha256 if re.fullmatch("[0-9a-f]{64}", finding.sha256) else "",
    )


def identity(*told: str) -> str:
    """Return a UUID in hex, the same for the same words."""
    return UUID(sha256_of("\n".join(told))[:32], version=5).hex


def _identity(finding: Finding) -> str:
    """Return the id as we write it, so that importing a file again meets what is there."""
    if finding.id:
        try:
            return UUID(finding.id).hex
        except ValueError:
            return identity(finding.id)
    return identity(finding.address, finding.title, finding.exact, finding.prefix, finding.note)


def _evidence(found: dict[str, Finding], now: datetime) -> Evidence:
    """Return one article; `found` is by id, and not empty."""
    findings = list(found.values())
    about = [each for each in findings if not each.exact]
    address = findings[0].address
    location = location_of(address)
    return Evidence(
        article_id=0,
        title=text_in(*(each.title for each in findings)),
        location=location,
        fetched=now,
        sha256="",
        byline=text_in(*(each.byline for each in findings)),
        url=location if address.startswith(("http:", "https:")) else "",
        tags=_tags(tag for each in about for tag in each.tags),
        note=_joined({id_: each for id_, each in found.items() if not each.exact}, now),
        passages=tuple(_passage(id_, each, now) for id_, each in found.items() if each.exact),
    )


def _passage(id_: str, found: Finding, now: datetime) -> Passage:
    """Return a passage that is missing until it is looked for."""
    created, updated = _times(found, now)
    return Passage(
        highlight=Highlight(
            id=id_,
            article_id=0,
            anchor=Anchor(found.exact, found.prefix, found.suffix, found.span, found.sha256),
            colour=found.colour or COLOURS[0],
            created=created,
            updated=updated,
            tags=found.tags,
        ),
        outcome=Outcome.MISSING,
        note=Note(identity("note", id_), 0, id_, found.note, created, updated)
        if found.note
        else None,
    )


def _joined(about: dict[str, Finding], now: datetime) -> Note | None:
    """Return all that was written on one article as the one note that it has here."""
    written = {id_: each for id_, each in about.items() if each.note}
    if not written:
        return None
    created, updated = zip(*(_times(each, now) for each in written.values()), strict=True)
    text = "\n\n".join(each.note for each in written.values())
    return Note(next(iter(written)), 0, None, text, min(created), max(updated))


def _times(found: Finding, now: datetime) -> tuple[datetime, datetime]:
    """Return when it was made and when it was last changed."""
    created = found.created or found.updated or now
    return created, found.updated or created


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (" ".join(guard(tag).split()) for tag in tags))))


def json_of(text: str) -> object:
    """Return what a JSON file of another program holds. Raises ExportError where it is none."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ExportError(
            "This file is not JSON, or it is damaged.", "Export it again where it comes from."
        ) from error


def object_in(value: object) -> dict[str, object]:
    """Return a JSON object, an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return a JSON array, or one of the single value that stands in its place."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_in(*values: object) -> str:
    """Return the first of these that is text with something in it; empty where none is."""
    return next((value for value in values if isinstance(value, str) and value), "")


def time_in(value: object) -> datetime | None:
    """Return a moment that is written in ISO 8601, in UTC if it does not say; else None."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def span_in(value: object) -> Span:
    """Return the Span from "start" to "end", NOWHERE where there is none."""
    try:
        return span_at(object_in(value))
    except (ValueError, KeyError):
        return NOWHERE
