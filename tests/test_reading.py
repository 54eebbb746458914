"""What a reader can do, on real files and a real library."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC
from pathlib import Path

import pytest

from newsreader import analysis
from newsreader.errors import LibraryError, SourceError
from newsreader.library.articles import Stored
from newsreader.model import Analysis, CorrectionKind, Outcome, QuoteKind, Span
from newsreader.reading import Reading, samples

TEXT = (
    "Baths to close\n\n"
    "Harrowmere will drain its baths in April, Mayor Delia Pruett said on Tuesday.\n\n"
    "“I learned to swim in that pool,” Pruett said. “So did my children.”\n"
)
WORDS = "I learned to swim in that pool,"


class Desk:
    """A reader with one article on the desk."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "story.txt"
        self.library = folder / "data" / "notes.db"
        self.path.write_text(TEXT, encoding="utf-8")
        self.reading = Reading(self.library)
        self.article_id = self.add()

    def add(self) -> int:
        [stored] = self.reading.add([str(self.path)])
        assert isinstance(stored, Stored)
        return stored.article_id

    def highlight(self, words: str = WORDS) -> str:
        version = self.reading.open(self.article_id).version
        start = version.text.index(words)
        span = Span(start, start + len(words))
        return self.reading.highlight(self.article_id, version, span).id

    def reopen(self) -> None:
        self.reading.close()
        self.reading = Reading(self.library)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_samples_are_found_and_can_be_read() -> None:
    assert len(samples()) >= 8
    with Reading(None) as reading:
        stored = list(reading.add(samples(), sample=True))
        assert not [each for each in stored if isinstance(each, SourceError)]
        listed = reading.listing()
        assert len(listed) == len(samples())
        assert {each.source for each in listed} == {"sample"}


def test_articles_come_in_one_by_one(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\nBody {number}.")
    with Reading(None) as reading:
        incoming = reading.add([str(tmp_path)])
        next(incoming)
        assert len(reading.listing()) == 1
        next(incoming)
        incoming.close()  # type: ignore[attr-defined]  # it is a generator
        assert len(reading.listing()) == 2


def test_what_is_no_article_is_yielded_and_the_rest_follows(desk: Desk) -> None:
    outcomes = list(desk.reading.add(["missing.txt", str(desk.path)]))
    assert [type(each) for each in outcomes] == [SourceError, Stored]


def test_standard_input_is_an_article(desk: Desk) -> None:
    [stored] = desk.reading.add(["-"], stdin=io.BytesIO(b"Piped\n\nThrough a pipe.\n"))
    assert isinstance(stored, Stored)
    [listed] = desk.reading.listing([stored.article_id])
    assert (listed.title, listed.location.partition(":")[0]) == ("Piped", "stdin")


def test_highlights_and_notes_are_there_the_next_time(desk: Desk) -> None:
    key = desk.highlight()
    desk.reading.write_note(desk.article_id, key, "Her best line.")
    desk.reading.write_note(desk.article_id, None, "Ask the council.")
    desk.reading.set_colour(key, "green")
    desk.reading.set_highlight_tags(key, ["childhood"])
    desk.reopen()
    assert desk.add() == desk.article_id
    opened = desk.reading.open(desk.article_id)
    [placed] = opened.placed
    assert placed.placement.outcome is Outcome.EXACT
    assert placed.placement.span
    assert placed.placement.span.of(opened.version.text) == WORDS
    assert (placed.highlight.colour, placed.highlight.tags) == ("green", ("childhood",))
    assert {note.highlight_id: note.text for note in opened.notes} == {
        key: "Her best line.",
        None: "Ask the council.",
    }


def test_highlights_move_with_an_edited_text(desk: Desk) -> None:
    desk.highlight()
    desk.path.write_text(TEXT.replace("Harrowmere will", "The town will soon"), encoding="utf-8")
    assert desk.add() == desk.article_id
    opened = desk.reading.open(desk.article_id)
    [placed] = opened.placed
    assert placed.placement.outcome is Outcome.MOVED
    assert placed.placement.span
    assert placed.placement.span.of(opened.version.text) == WORDS


def test_opening_marks_nothing(desk: Desk) -> None:
    assert not desk.reading.open(desk.article_id).listed.read
    desk.reading.mark_read(desk.article_id)
    assert desk.reading.open(desk.article_id).listed.read


def test_an_analysis_is_made_once(desk: Desk) -> None:
    version = desk.reading.open(desk.article_id).version
    made = desk.reading.analysis(version)
    assert made == analysis.analyze(version.text)
    assert made != Analysis()
    desk.reopen()
    assert desk.reading.analysis(version) == made


def test_each_action_is_taken_back_by_one_undo(desk: Desk) -> None:
    reading, article_id = desk.reading, desk.article_id
    key = desk.highlight()
    reading.write_note(article_id, key, "A note.")
    reading.set_colour(key, "pink")
    reading.set_highlight_tags(key, ["a"])
    reading.set_tags(article_id, ["b"])
    reading.set_starred(article_id, starred=True)
    reading.mark_read(article_id)  # no action of the reader's
    before = reading.open(article_id)
    reading.remove_highlight(key)
    assert reading.open(article_id).placed == ()
    reading.undo()
    assert reading.open(article_id) == before
    labels = []
    while label := reading.undo():
        labels.append(label)
    assert len(labels) == 6
    undone = reading.open(article_id)
    assert (undone.placed, undone.notes, undone.listed.tags) == ((), (), ())
    assert not undone.listed.starred
    assert undone.listed.read


def test_a_search_opens_on_its_match(desk: Desk) -> None:
    [hit] = desk.reading.search("pool", 10).hits
    text = desk.reading.open(hit.article_id).version.text
    assert text[hit.offset :].startswith("pool")


def test_nothing_that_acts_on_a_terminal_is_kept_with_what_a_reader_writes(desk: Desk) -> None:
    highlight = desk.highlight()
    for written in (None, highlight):
        note = desk.reading.write_note(desk.article_id, written, "Ask\x1b[31m the mayor\x07")
        assert note is not None
        assert note.text == "Ask the mayor"
    desk.reading.set_tags(desk.article_id, ["ri\x1b]0;x\x07vers"])
    desk.reading.set_highlight_tags(highlight, ["ri\u202evers"])
    opened = desk.reading.open(desk.article_id)
    assert opened.listed.tags == opened.placed[0].highlight.tags == ("rivers",)


def test_evidence_says_who_is_quoted(desk: Desk) -> None:
    key = desk.highlight()
    desk.reading.write_note(desk.article_id, key, "Her best line.")
    [evidence] = desk.reading.evidence()
    [passage] = evidence.passages
    assert (evidence.article_id, evidence.title) == (desk.article_id, "Baths to close")
    assert evidence.fetched.tzinfo is UTC
    assert passage.quote
    assert (passage.quote.kind, passage.quote.speaker) == (QuoteKind.DIRECT, "Delia Pruett")
    assert (passage.quote.mention, passage.quote.cue) == ("Pruett", "said")
    assert passage.note
    assert passage.note.text == "Her best line."
    assert passage.highlight.anchor.sha256 == evidence.sha256


def test_evidence_keeps_what_was_said_in_an_earlier_version(desk: Desk) -> None:
    desk.highlight()
    desk.path.write_text("Baths to close\n\nNothing else is known.\n", encoding="utf-8")
    desk.add()
    [evidence] = desk.reading.evidence()
    [passage] = evidence.passages
    assert passage.outcome is Outcome.MISSING
    assert passage.quote
    assert passage.quote.speaker == "Delia Pruett"
    assert passage.highlight.anchor.sha256 != evidence.sha256


def test_evidence_of_one_article_and_of_a_query(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Storm\n\nRain fell.")
    [stored] = desk.reading.add([str(other)])
    assert isinstance(stored, Stored)
    desk.reading.write_note(stored.article_id, None, "Wet.")
    desk.highlight()
    both = [one.article_id for one in desk.reading.evidence()]
    assert both == [stored.article_id, desk.article_id]
    assert [one.title for one in desk.reading.evidence("rain")] == ["Storm"]
    assert [one.title for one in desk.reading.evidence("WET")] == ["Storm"]
    assert [one.title for one in desk.reading.evidence(article_id=desk.article_id)] == [
        "Baths to close"
    ]
    assert desk.reading.evidence("zebra") == []


def test_evidence_of_what_is_in_the_bin_is_asked_for_by_name(desk: Desk) -> None:
    desk.highlight()
    desk.reading.write_note(desk.article_id, None, "Wet.")
    desk.reading.delete([desk.article_id])
    assert desk.reading.evidence() == desk.reading.evidence("wet") == []
    assert desk.reading.evidence(article_id=desk.article_id)
    desk.reading.undo()
    assert desk.reading.evidence()


def test_many_threads_may_call_at_once(desk: Desk) -> None:
    version = desk.reading.open(desk.article_id).version

    def work(number: int) -> None:
        key = desk.reading.highlight(desk.article_id, version, Span(number, number + 5)).id
        desk.reading.write_note(desk.article_id, key, str(number))
        desk.reading.evidence()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(24)))
    opened = desk.reading.open(desk.article_id)
    assert len(opened.placed) == len(opened.notes) == 24


def fill_the_disk(reading: Reading) -> None:
    """Make SQLite say from now on what a full disk makes it say."""
    reading._db.pragma("max_page_count", 1)


def test_a_full_disk_is_said_and_loses_nothing(desk: Desk, tmp_path: Path) -> None:
    key = desk.highlight()
    fill_the_disk(desk.reading)
    with pytest.raises(LibraryError, match="disk is full"):
        desk.reading.write_note(desk.article_id, key, "x" * 1_000_000)
    long = tmp_path / "long.txt"
    long.write_text("Title\n\n" + "words " * 200_000)
    with pytest.raises(LibraryError, match="disk is full"):
        list(desk.reading.add([str(long)]))
    desk.reopen()
    assert [one.highlight.id for one in desk.reading.open(desk.article_id).placed] == [key]


def test_an_article_can_be_read_where_there_is_no_room_for_its_analysis(desk: Desk) -> None:
    desk.path.write_text(TEXT + "\n“We will stay here,” said Jane Roe.\n" * 1_000, encoding="utf-8")
    version = desk.reading.open(desk.add()).version
    fill_the_disk(desk.reading)
    assert len(desk.reading.analysis(version).quotes) > 500


def test_a_library_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError):
        Reading(tmp_path / "file" / "notes.db")


def test_an_article_that_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(LibraryError):
        desk.reading.open(999)
    version = desk.reading.open(desk.article_id).version
    with desk.reading.library() as db:
        db.execute("DELETE FROM article")  # as another program may
    with pytest.raises(LibraryError, match="no longer in the library"):
        desk.reading.correct(
            desk.article_id, version, CorrectionKind.RENAME, name="Delia Pruett", value="D. Pruett"
        )
