"""Evidence taken into a library: each passage where it stands, each note once, all or nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.errors import LibraryError
from newsreader.library.care.verification import Problem
from newsreader.library.statements import transaction
from newsreader.model import Anchor, Highlight, Note, Outcome, Span
from newsreader.model.evidence import Evidence, Passage
from newsreader.reading import Reading
from newsreader.reading.importing import Done, import_evidence
from tests.export.strategies import MONDAY
from tests.reading.conftest import SPEAKER, SWIM, TEXT, Desk

EXACT, MOVED = Outcome.EXACT, Outcome.MOVED
CHANGED, MISSING = Outcome.CHANGED, Outcome.MISSING
FUTURE = datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Desk]:
    """Another reader of the same article."""
    folder = tmp_path / "colleague"
    folder.mkdir()
    desk = Desk(folder)
    yield desk
    desk.reading.close()


@pytest.fixture
def exported(desk: Desk) -> Evidence:
    """What a reader gathered: a highlight with a note and tags, a note and tags on the article."""
    marked = desk.reading.highlight(desk.article_id, desk.version(), desk.span(SWIM), "green")
    desk.reading.write_note(desk.article_id, marked.id, "Which *pool*?")
    desk.reading.set_highlight_tags(marked.id, ["to check", "pool"])
    desk.reading.write_note(desk.article_id, None, "Ask the mayor.")
    desk.reading.set_tags(desk.article_id, ["baths"])
    desk.correct(SPEAKER, SWIM, value="Ann Hall")
    return evidence_of(desk)


def evidence_of(desk: Desk) -> Evidence:
    [evidence] = desk.reading.evidence()
    return evidence


def took(desk: Desk, *evidence: Evidence) -> list[tuple[Outcome | None, Done]]:
    return [(each.outcome, each.done) for each in import_evidence(desk.reading, evidence).entries]


def foreign(exact: str, note: str = "", **changes: object) -> Evidence:
    """Return what another program knows of a passage of the article."""
    anchor = Anchor(exact, str(changes.pop("prefix", "")), str(changes.pop("suffix", "")), Span(0, 0), "")  # noqa: E501  # fmt: skip
    made = MONDAY
    highlight = Highlight("f" * 32, 0, anchor, "yellow", made, made)
    written = Note("e" * 32, 0, "f" * 32, note, made, made) if note else None
    return Evidence(
        article_id=0,
        title="baths",
        location="",
        fetched=made,
        sha256="",
        publisher="The Ledger",
        passages=(
            Passage(replace(highlight, **changes), MISSING, written),  # type: ignore[arg-type]  # the fields are those of Highlight
        ),
    )


def test_all_of_it_comes_in_as_it_was(colleague: Desk, exported: Evidence) -> None:
    assert took(colleague, exported) == [(EXACT, Done.IMPORTED)] * 2
    there = evidence_of(colleague)
    assert (there.note, there.tags) == (exported.note, ("baths",))
    assert there.passages == exported.passages
    assert [each.id for each in there.corrections] == [each.id for each in exported.corrections]
    assert colleague.speaker() == "Ann Hall"


def test_the_second_time_nothing_changes_and_nothing_is_to_be_undone(
    colleague: Desk, exported: Evidence
) -> None:
    took(colleague, exported)
    before = evidence_of(colleague)
    assert took(colleague, exported, exported) == [(EXACT, Done.KNOWN)] * 4
    assert evidence_of(colleague) == before
    assert colleague.reading.undo() == "Import"
    assert colleague.reading.undo() is None
    assert colleague.reading.evidence() == []


def test_one_undo_takes_all_of_it_back(colleague: Desk, exported: Evidence) -> None:
    colleague.reading.write_note(colleague.article_id, None, "Mine.")
    before = evidence_of(colleague)
    assert (EXACT, Done.CONFLICT) in took(colleague, exported, foreign("So did my children."))
    assert colleague.reading.undo() == "Import"
    assert evidence_of(colleague) == before
    assert colleague.reading.ids("note:mayor").tolist() == []


def test_notes_that_came_in_are_found(colleague: Desk, exported: Evidence) -> None:
    took(colleague, exported)
    assert colleague.reading.ids("note:mayor").tolist() == [colleague.article_id]
    assert [each for each in colleague.reading.verify() if isinstance(each, Problem)] == []
    colleague.reading.write_note(colleague.article_id, None, "Ask the council.")
    assert colleague.reading.ids("note:mayor").tolist() == []
    assert colleague.reading.ids("note:pool").tolist() == [colleague.article_id]


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("every word", "stays", EXACT),
        ("Harrowmere will", "The town of Harrowmere will", MOVED),
        ("that pool,”", "that old pool,”", CHANGED),
        (f"“{SWIM}” Pruett said. “So did my children.”", "Nobody spoke.", MISSING),
    ],
)
def test_a_passage_of_another_version_fares_as_the_text_was_edited(
    colleague: Desk, exported: Evidence, old: str, new: str, outcome: Outcome
) -> None:
    colleague.add("baths", TEXT)  # the version it was made on may be there, or not
    colleague.add("baths", TEXT.replace(old, new))
    assert took(colleague, exported)[1] == (outcome, Done.IMPORTED)
    [there] = evidence_of(colleague).passages
    assert (there.outcome, there.highlight) == (outcome, exported.passages[0].highlight)
    assert took(colleague, exported)[1] == (outcome, Done.KNOWN)


def test_without_the_version_it_was_made_on_it_is_looked_for_in_the_latest(
    tmp_path: Path, exported: Evidence
) -> None:
    (tmp_path / "other").mkdir()
    with_edit = TEXT.replace("Harrowmere will", "The town of Harrowmere will")
    path = tmp_path / "other" / "baths.md"
    path.write_text(f"---\ntitle: baths\npublisher: The Ledger\n---\n\n{with_edit}")
    with Reading(None) as reading:
        list(reading.add([str(path)]))
        told = import_evidence(reading, [exported]).entries
        assert [each.outcome for each in told] == [EXACT, MOVED]
        [there] = reading.evidence()
        assert there.passages[0].highlight.anchor == exported.passages[0].highlight.anchor
        assert there.corrections


def test_an_article_that_is_not_there_is_said_and_nothing_kept(exported: Evidence) -> None:
    with Reading(None) as reading:
        told = import_evidence(reading, [exported]).entries
        assert [(each.article_id, each.outcome, each.done) for each in told] == [
            (None, None, Done.NO_ARTICLE)
        ] * 2
        assert reading.corrections() == []
        assert reading.undo() is None


def test_an_article_in_the_bin_is_not_written_on(desk: Desk, exported: Evidence) -> None:
    desk.reading.delete([desk.article_id])
    assert took(desk, exported) == [(None, Done.NO_ARTICLE)] * 2
    desk.reading.restore_deleted([desk.article_id])
    assert took(desk, exported) == [(EXACT, Done.KNOWN)] * 2


def test_a_highlight_that_another_article_has_by_now_is_not_doubled(
    desk: Desk, exported: Evidence
) -> None:
    before = evidence_of(desk)
    desk.add("copy", "A bridge reopened on Sunday.\n")
    [passage] = exported.passages
    moved = replace(
        exported, title="copy", location="", sha256="", note=None, corrections=(), tags=()
    )
    anchor = replace(passage.highlight.anchor, sha256="")
    astray = replace(passage, highlight=replace(passage.highlight, anchor=anchor))
    assert took(desk, replace(moved, passages=(astray,))) == [(EXACT, Done.KNOWN)]
    assert evidence_of(desk) == before


def test_a_passage_that_knows_only_its_words_is_found_if_they_stand_once(desk: Desk) -> None:
    assert took(desk, foreign("So did my  children.")) == [(EXACT, Done.IMPORTED)]
    [there] = evidence_of(desk).passages
    assert there.highlight.anchor.span == desk.span("So did my children.")
    assert there.outcome is EXACT


def test_one_that_may_stand_in_several_places_is_missing_and_kept(desk: Desk) -> None:
    assert took(desk, foreign("Pruett said", note="Twice.")) == [(MISSING, Done.IMPORTED)]
    [there] = evidence_of(desk).passages
    assert (there.outcome, there.highlight.anchor.exact) == (MISSING, "Pruett said")
    assert there.note
    assert took(desk, foreign("Pruett said", note="Twice.", id="a" * 32)) == [(MISSING, Done.KNOWN)]


def test_the_same_passage_and_note_by_another_id_is_known(desk: Desk, exported: Evidence) -> None:
    assert took(desk, foreign(SWIM, note="Which *pool*?", tags=("pool",))) == [(EXACT, Done.KNOWN)]
    assert took(desk, foreign(SWIM, note="Another thought.")) == [(EXACT, Done.IMPORTED)]
    assert len(evidence_of(desk).passages) == 2
    assert exported.passages[0] in evidence_of(desk).passages


def test_the_same_passage_by_another_id_keeps_its_colour(desk: Desk, exported: Evidence) -> None:
    given = foreign(SWIM, note="Which *pool*?", colour="pink", updated=FUTURE)
    assert took(desk, given) == [(EXACT, Done.KNOWN)]
    assert evidence_of(desk).passages == exported.passages


def test_an_offset_that_is_wrong_is_told(desk: Desk) -> None:
    words = "So did my children."
    astray = Anchor(words, "", "", Span(3, 3 + len(words)), "")
    assert took(desk, foreign(words, anchor=astray)) == [(MOVED, Done.IMPORTED)]
    assert evidence_of(desk).passages[0].highlight.anchor.span == desk.span(words)


def test_two_notes_of_one_id_are_both_kept(desk: Desk) -> None:
    second = foreign("Take an ordinary year", note="Two.", id="a" * 32)
    took(desk, foreign("So did my children.", note="One."), second)
    assert {each.note.text for each in evidence_of(desk).passages if each.note} == {"One.", "Two."}


def test_a_correction_from_the_future_stays_out(colleague: Desk, exported: Evidence) -> None:
    late = tuple(replace(each, created=FUTURE) for each in exported.corrections)
    told = import_evidence(colleague.reading, [replace(exported, corrections=late)])
    assert (told.corrections, colleague.reading.corrections()) == (0, [])


def test_ids_of_other_programs_become_ours_and_the_same_each_time(desk: Desk) -> None:
    given = foreign("So did my children.", note="Hm.", id="xK_9-short")
    assert took(desk, given, given) == [(EXACT, Done.IMPORTED), (EXACT, Done.KNOWN)]
    [there] = evidence_of(desk).passages
    assert len(there.highlight.id) == 32
    desk.reading.write_note(desk.article_id, there.highlight.id, "Edited here since.")
    assert took(desk, given, given) == [(EXACT, Done.CONFLICT), (EXACT, Done.KNOWN)]
    assert len(evidence_of(desk).passages) == 1


@pytest.mark.parametrize(
    ("colour", "kept", "remark"),
    [
        ("green", "green", ""),
        ("orange", "yellow", "orange became yellow"),
        ("#3355ff", "blue", "#3355ff became blue"),
        ("mauve-ish", "yellow", "mauve-ish became yellow"),
        ("", "yellow", ""),
    ],
)
def test_a_colour_that_there_is_not_becomes_another(
    desk: Desk, colour: str, kept: str, remark: str
) -> None:
    [told] = import_evidence(desk.reading, [foreign("So did my children.", colour=colour)]).entries
    assert told.remark == remark
    assert evidence_of(desk).passages[0].highlight.colour == kept


def test_texts_of_other_programs_come_in_harmless(desk: Desk) -> None:
    given = foreign("So did my children.\x1b]0;x\x07", "\x1b[31mred\u202e", tags=("\x1bc a",))
    took(desk, given)
    [there] = evidence_of(desk).passages
    assert there.note
    told = (there.highlight.anchor.exact, there.note.text, there.highlight.tags)
    assert told == ("So did my children.", "red", ("c a",))


def test_nothing_comes_in_while_another_program_writes(desk: Desk, exported: Evidence) -> None:
    del exported
    before = evidence_of(desk)
    writing, done = threading.Event(), threading.Event()

    def write() -> None:
        with Reading(desk.library) as other, other.library() as db, transaction(db):
            writing.set()
            done.wait(60)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        assert writing.wait(60)
        with desk.reading.library() as db:
            db.set_busy_timeout(1)
        with pytest.raises(LibraryError, match="in use"):
            took(desk, foreign("So did my children."))
    finally:
        done.set()
        thread.join()
    assert evidence_of(desk) == before
    assert took(desk, foreign("So did my children.")) == [(EXACT, Done.IMPORTED)]
