"""Evidence that leaves a library and enters another is the same evidence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export import FORMATS
from newsreader.export.loss_free import write_json
from newsreader.export.reading_back import read_evidence
from newsreader.library import articles, traits
from newsreader.library.anchoring import make_anchor
from newsreader.library.annotations import keep_highlight, keep_notes
from newsreader.library.corrections import add as add_correction
from newsreader.model import (
    COLOURS,
    Article,
    Correction,
    CorrectionScope,
    Highlight,
    Note,
    Span,
    sha256_of,
)
from newsreader.model.evidence import Evidence
from newsreader.reading import Reading
from newsreader.reading.importing import Done, import_evidence
from newsreader.safety import clean
from tests.export.strategies import MONDAY, corrections, hostile, ids, times, unhurried

ROUND = [name for name in ("json", "webannotation") if name in FORMATS]

BEFORE = (
    "The weir was closed on Monday 🗳️👩‍👩‍👧, Delia Pruett said.\n\n"
    "“It had to be,” she said. “It had to be.”\n\n"
    "یک هفته بعد می‌رود. Nobody was hurt, and the gate was mended.\n"
)
AFTER = BEFORE.replace("on Monday", "on Tuesday").replace("Nobody", "As far as is known, nobody")
TEXTS = (BEFORE, AFTER, "A bridge reopened.\n\nIt was Delia Pruett who cut the ribbon.\n")

words = (st.text(max_size=30) | hostile).map(clean)
tags = st.lists(words, max_size=3).map(lambda each: tuple(traits.tidy_tags(each)))


@st.composite
def corrections_of_the_weir(draw: st.DrawFn) -> Correction:
    """Draw a correction of the first article, or of all that are from its publisher."""
    sha256 = sha256_of(BEFORE)
    drawn = draw(corrections())
    wide = drawn.scope is CorrectionScope.SOURCE
    return replace(
        drawn,
        source="The Ledger" if wide else "",
        sha256=sha256,
        anchor=drawn.anchor and replace(drawn.anchor, sha256=sha256),
        created=min(drawn.created, MONDAY),
    )


@dataclass(frozen=True)
class Marked:
    """A highlight to be made: on which of the TEXTS, and its note if it has one."""

    text: int
    highlight: Highlight
    note: Note | None


@st.composite
def marked(draw: st.DrawFn) -> Marked:
    number = draw(st.sampled_from(range(len(TEXTS))))
    text = TEXTS[number]
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    anchor = make_anchor(text, span, sha256_of(text))
    made = Highlight(
        draw(ids), 0, anchor, draw(st.sampled_from(COLOURS)), draw(times), draw(times), draw(tags)
    )
    return Marked(number, made, draw(st.none() | notes()))


@st.composite
def notes(draw: st.DrawFn) -> Note:
    return Note(draw(ids), 0, None, draw(words.filter(str.strip)), draw(times), draw(times))


def library(*, first: bool) -> tuple[Reading, list[int]]:
    """Return a library with an article of two versions and another; its articles for the TEXTS."""
    reading = Reading(None)
    with reading.library() as db:
        if not first:  # so that no article has the same number as in the other library
            articles.put(db, Article("Another", "Some other text.", "/x.md"), MONDAY)
        weir = Article("Weir", BEFORE, "/weir.md", "Ann Hall", "The Ledger", MONDAY)
        bridge = Article("Bridge", TEXTS[2], "/b.md", url="https://ledger.example/bridge")
        stored = [
            articles.put(db, each, MONDAY) for each in (weir, replace(weir, text=AFTER), bridge)
        ]
    return reading, [each.article_id for each in stored]


def fill(reading: Reading, numbers: Sequence[int], made: Sequence[Marked]) -> None:
    for each in made:
        number = numbers[each.text]
        with reading.library() as db:
            keep_highlight(db, replace(each.highlight, article_id=number))
            if each.note:
                note = replace(each.note, article_id=number, highlight_id=each.highlight.id)
                keep_notes(db, [note])


def without_numbers(evidence: Sequence[Evidence]) -> object:
    """Return evidence without the numbers that articles have in their library."""
    document = json.loads(write_json(evidence))
    for article in document["articles"]:
        del article["id"]
    return document


@unhurried
@given(
    st.lists(marked(), max_size=4, unique_by=lambda each: each.highlight.id),
    st.none() | notes(),
    tags,
    st.none() | corrections_of_the_weir(),
)
@pytest.mark.parametrize("name", ROUND)
def test_it_is_the_same(
    name: str,
    made: list[Marked],
    note: Note | None,
    of_article: tuple[str, ...],
    correction: Correction | None,
) -> None:
    reading, numbers = library(first=True)
    fill(reading, numbers, made)
    with reading, reading.library() as db:
        traits.set_tags(db, numbers[0], of_article)
        if note:
            keep_notes(db, [replace(note, article_id=numbers[0])])
        if correction:
            add_correction(db, correction)
        evidence = reading.evidence()
    written = FORMATS[name].write(evidence)
    other, _ = library(first=False)
    with other:
        told = import_evidence(other, read_evidence(written)).entries
        assert {each.done for each in told} <= {Done.IMPORTED}
        assert without_numbers(other.evidence()) == without_numbers(evidence)
        again = import_evidence(other, read_evidence(written)).entries
        assert {each.done for each in again} <= {Done.KNOWN}
        assert without_numbers(other.evidence()) == without_numbers(evidence)
