"""Evidence that somebody exported, taken into the library: nothing guessed, and nothing lost."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import apsw

from newsreader.export.entries import Entry, entries
from newsreader.library import articles, corrections, traits, undo
from newsreader.library.annotations import article_of, is_taken, keep_highlight, keep_notes
from newsreader.library.identities import identities
from newsreader.library.statements import storable
from newsreader.model import Highlight, Note, Outcome
from newsreader.model.evidence import Evidence, Passage
from newsreader.reading.colours import nearest
from newsreader.reading.correcting import is_acceptable
from newsreader.reading.margin import Margin
from newsreader.reading.recognising import recognise
from newsreader.safety import clean

if TYPE_CHECKING:
    from newsreader.reading import Reading

JOINT = "\n\n---\n\n"
"""The line between two notes that were joined, as Markdown has one."""

_ID = re.compile("[0-9a-f]{32}")


class Done(StrEnum):
    """What was done with an entry."""

    IMPORTED = "imported"
    KNOWN = "known"  # nothing in it was new
    CONFLICT = "conflict"  # the note here was another: both are kept, as one
    NO_ARTICLE = "no article"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an entry.

    `outcome` says how its passage fares in the latest Version; None: its article is not here.
    `remark` says what else was changed, empty if nothing was.
    """

    entry: Entry
    article_id: int | None
    outcome: Outcome | None
    done: Done
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Import:
    """What became of evidence: of its entries, in order.

    `corrections` is how many of them were new, `tagged` how many articles were given new tags.
    """

    entries: tuple[Imported, ...]
    corrections: int
    tagged: int


def import_evidence(reading: Reading, evidence: Sequence[Evidence]) -> Import:
    """Take evidence in, with the tags and corrections of its articles, in one undoable action.

    Raises LibraryError, having taken nothing in.
    """
    with reading.library() as db, undo.action(db, "Import"):
        taking = _Taking(db)
        known = recognise(evidence, identities(db))
        told = [
            each
            for one, article_id in zip(evidence, known, strict=True)
            for each in taking.take(one, article_id)
        ]
        keep_notes(db, taking.notes)
    return Import(tuple(told), taking.corrections, len(taking.tagged))


class _Taking:
    """Takes evidence in; `notes` are to be kept in the end, at once.

    It counts `corrections` that are new, and has the ids of articles `tagged` anew.
    """

    def __init__(self, db: apsw.Connection) -> None:
        self.corrections = 0
        self.tagged: set[int] = set()
        self._db = db
        self._margins: dict[int, Margin] = {}
        self._written: dict[str, Note] = {}

    @property
    def notes(self) -> Iterable[Note]:
        return self._written.values()

    def take(self, evidence: Evidence, article_id: int | None) -> Iterator[Imported]:
        """Take in one Evidence, and yield what became of its entries."""
        if article_id is None:
            for entry in entries([evidence]):
                yield Imported(entry, None, None, Done.NO_ARTICLE)
            return
        margin = self._margin(article_id)
        self._add_tags(article_id, evidence.tags)
        self._add_corrections(article_id, evidence)
        for entry in entries([evidence]):
            if entry.passage:
                yield self._passage(margin, entry, entry.passage)
            elif entry.note:
                done = self._write(margin, None, entry.note, dated=_is_dated(evidence))
                yield Imported(entry, article_id, Outcome.EXACT, done)

    def _margin(self, article_id: int) -> Margin:
        if article_id not in self._margins:
            self._margins[article_id] = Margin.read(self._db, article_id)
        return self._margins[article_id]

    def _add_tags(self, article_id: int, tags: Iterable[str]) -> None:
        if given := _tidy(tags):
            [listed] = articles.listing(self._db, [article_id])
            if not given.issubset(listed.tags):
                traits.set_tags(self._db, article_id, given.union(listed.tags))
                self.tagged.add(article_id)

    def _add_corrections(self, article_id: int, evidence: Evidence) -> None:
        """Add the corrections of an article, as made on it here where they do not know it."""
        if not evidence.corrections:
            return
        [listed] = articles.listing(self._db, [article_id])
        hashes = self._margin(article_id).said.texts
        for each in filter(is_acceptable, evidence.corrections):
            known = each.sha256 in hashes or each.location == listed.location
            here = each if known else replace(each, location=listed.location)
            self.corrections += corrections.add(self._db, here)

    def _passage(self, margin: Margin, entry: Entry, passage: Passage) -> Imported:
        key = _id(passage.highlight.id)
        margin = self._margin(article_of(self._db, key) or margin.article_id)
        placed = margin.said.place(passage.highlight.anchor)
        given = replace(
            passage.highlight,
            id=key,
            article_id=margin.article_id,
            anchor=placed.anchor,
            colour=nearest(passage.highlight.colour),
            tags=tuple(sorted(_tidy(passage.highlight.tags))),
        )
        text = _text(passage.note)
        here = margin.known(given, placed.placement, text)
        kept = _merged(here, given) if here else given
        if kept != here:
            keep_highlight(self._db, kept)
            margin.keep(kept, placed.placement, text)
        done = Done.KNOWN if kept == here else Done.IMPORTED
        if passage.note:
            dated = _is_dated(entry.article)
            noted = self._write(margin, kept.id, passage.note, dated=dated)
            done = done if noted is Done.KNOWN else noted
        return Imported(
            entry,
            margin.article_id,
            placed.placement.outcome,
            done,
            "" if here else _recoloured(passage.highlight.colour, given.colour),
        )

    def _write(self, margin: Margin, highlight_id: str | None, note: Note, *, dated: bool) -> Done:
        """Write a note where there is none yet, and join it with the one that is there."""
        given, here = replace(note, text=_text(note)), margin.notes.get(highlight_id)
        if not given.text.strip():
            return Done.KNOWN
        if here is None:
            key = _id(given.id)
            if key in self._written or is_taken(self._db, key):
                key = uuid.uuid4().hex
            kept = replace(given, id=key, article_id=margin.article_id, highlight_id=highlight_id)
            done = Done.IMPORTED
        else:
            kept, done = _joined(here, given, dated=dated)
        if kept != here:
            margin.notes[highlight_id] = self._written[kept.id] = kept
        return done


def _is_dated(evidence: Evidence) -> bool:
    """Tell whether the times of notes are those of a library, and so tell what was edited."""
    return evidence.article_id != 0


def _joined(here: Note, given: Note, *, dated: bool) -> tuple[Note, Done]:
    """Return one note that says what both say; what one said before it was edited is past.

    That is told by times, if these are `dated` as libraries do. Those that are not come from files
    that do not keep all space, so that it makes no difference.
    """
    ours, theirs = here.text.split(JOINT), given.text.split(JOINT)
    told = {part if dated else _even(part) for part in ours}
    new = [part for part in theirs if (part if dated else _even(part)) not in told]
    if not new:
        return here, Done.KNOWN
    updated = max(here.updated, given.updated)
    if dated and (here.id, here.created) == (given.id, given.created):
        if given.updated == given.created < here.updated:
            return here, Done.KNOWN
        if here.updated == here.created < given.updated:
            return replace(here, text=given.text, updated=updated), Done.IMPORTED
    if set(ours) <= set(theirs):
        return replace(here, text=given.text, updated=updated), Done.IMPORTED
    return replace(here, text=JOINT.join([*ours, *new]), updated=updated), Done.CONFLICT


def _even(text: str) -> str:
    return " ".join(text.split())


def _merged(here: Highlight, given: Highlight) -> Highlight:
    """Return a highlight with the tags of both, and the colour of the later, if it is one."""
    tags = tuple(sorted({*here.tags, *given.tags}))
    if here.id == given.id and given.updated > here.updated:
        return replace(here, tags=tags, colour=given.colour, updated=given.updated)
    return replace(here, tags=tags)


def _recoloured(was: str, now: str) -> str:
    return "" if was in ("", now) else f"{was} became {now}"


def _text(note: Note | None) -> str:
    return storable(clean(note.text)) if note else ""


def _tidy(tags: Iterable[str]) -> set[str]:
    return set(traits.tidy_tags(map(clean, tags)))


def _id(given: str) -> str:
    """Return an id as the library has them: the one given, or made from it, always the same."""
    if _ID.fullmatch(given):
        return given
    return (uuid.uuid5(uuid.NAMESPACE_OID, storable(given)) if given else uuid.uuid4()).hex
