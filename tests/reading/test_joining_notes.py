"""A note that comes in where there is one: what either says is kept, and kept once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsreader.model import Note
from newsreader.model.evidence import Evidence
from newsreader.reading.importing import JOINT, Done, import_evidence
from tests.export.strategies import MONDAY
from tests.reading.conftest import Desk

LATER = MONDAY + timedelta(hours=1)
LATEST = MONDAY + timedelta(hours=2)


def note(text: str, key: str = "a", updated: object = MONDAY) -> Note:
    return Note(key * 32, 0, None, text, MONDAY, updated)  # type: ignore[arg-type]  # a moment


def take(desk: Desk, given: Note, article_id: int = 7) -> tuple[str, Done]:
    """Import a note on the article; return what the article's note says then."""
    version = desk.version()
    evidence = Evidence(article_id, "baths", "", MONDAY, version.sha256, note=given)
    [told] = import_evidence(desk.reading, [evidence]).entries
    [there] = desk.reading.evidence()
    assert there.note
    return there.note.text, told.done


@pytest.mark.parametrize(
    ("first", "then", "text", "done"),
    [
        # the same note, edited in one place only
        (note("A"), note("B", updated=LATER), "B", Done.IMPORTED),
        (note("B", updated=LATER), note("A"), "B", Done.KNOWN),
        # edited in both
        (note("B", updated=LATER), note("C", updated=LATEST), f"B{JOINT}C", Done.CONFLICT),
        (note("C", updated=LATEST), note("B", updated=LATER), f"C{JOINT}B", Done.CONFLICT),
        (note("A"), note("B"), f"A{JOINT}B", Done.CONFLICT),
        # two notes
        (note("A"), note("B", "b"), f"A{JOINT}B", Done.CONFLICT),
        (note("A"), note("A", "b"), "A", Done.KNOWN),
        # joined here or there already
        (note(f"A{JOINT}B"), note("B", "b"), f"A{JOINT}B", Done.KNOWN),
        (note("A"), note(f"B{JOINT}A", "b"), f"B{JOINT}A", Done.IMPORTED),
        (note(f"A{JOINT}B"), note(f"C{JOINT}A", "b"), f"A{JOINT}B{JOINT}C", Done.CONFLICT),
        # nothing in it
        (note("A"), note(" \n", "b"), "A", Done.KNOWN),
    ],
)
def test_what_becomes_of_two_notes(
    desk: Desk, first: Note, then: Note, text: str, done: Done
) -> None:
    assert take(desk, first) == (first.text, Done.IMPORTED)
    assert take(desk, then) == (text, done)
    assert take(desk, then) == (text, Done.KNOWN)
    assert take(desk, first) == (text, Done.KNOWN)


def test_times_of_other_programs_do_not_tell_what_is_past(desk: Desk) -> None:
    take(desk, note("A", updated=LATER), 0)
    assert take(desk, note("B"), 0) == (f"A{JOINT}B", Done.CONFLICT)
    assert take(desk, note("C", updated=LATEST), 0) == (f"A{JOINT}B{JOINT}C", Done.CONFLICT)


def test_space_that_a_file_does_not_keep_makes_no_other_note(desk: Desk) -> None:
    take(desk, note("A\tB\n"))
    assert take(desk, note("A B"), 0) == ("A\tB\n", Done.KNOWN)
    assert take(desk, note(f"A B{JOINT}C"), 0) == (f"A\tB\n{JOINT}C", Done.CONFLICT)


def test_a_library_where_only_space_was_edited_is_followed(desk: Desk) -> None:
    take(desk, note("A B"))
    assert take(desk, note("A\n\nB", updated=LATER)) == ("A\n\nB", Done.IMPORTED)


def test_an_id_that_another_note_has_is_not_taken_from_it(desk: Desk) -> None:
    take(desk, note("A"))
    other = desk.add("other", "A bridge reopened on Sunday.\n")
    evidence = Evidence(0, "", "", MONDAY, desk.version(other).sha256, note=note("B"))
    [told] = import_evidence(desk.reading, [evidence]).entries
    assert told.done is Done.IMPORTED
    assert {each.note.text for each in desk.reading.evidence() if each.note} == {"A", "B"}
    [told] = import_evidence(desk.reading, [evidence]).entries
    assert told.done is Done.KNOWN


def test_a_long_note_comes_in_whole(desk: Desk) -> None:
    text = "A word, and يوم 🗳️. " * 60_000
    assert take(desk, note(text)) == (text, Done.IMPORTED)
    assert take(desk, replace(note(text), id="b" * 32)) == (text, Done.KNOWN)
