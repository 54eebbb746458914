from __future__ import annotations

import csv
import io
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export.csv_table import harmless_cell, text_of_cell
from newsreader.export.lines import plain
from newsreader.export.readwise import read_readwise, write_readwise
from newsreader.model import Note, Span
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import MONDAY, evidences, hostile, one_passage, unhurried

IMPORTED = "Highlight,Title,Author,URL,Note,Location,Date\n"
EXPORTED = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
    "Highlighted at,Document tags\n"
)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_its_columns_are_those_that_readwise_takes() -> None:
    note, passage = table(write_readwise([one_passage()]))
    assert passage == {
        "Highlight": "We can't heat it with affection.",
        "Title": "Baths vote",
        "Author": "Ann Hall",
        "URL": "https://ledger.example/baths",
        "Note": ".to-check Her best line.",
        "Location": "10",
        "Date": "2024-06-03 09:30:00+00:00",
    }
    assert (note["Highlight"], note["Note"]) == ("", ".pools Ask the mayor.")


def test_what_we_write_comes_back_as_far_as_there_is_a_place_for_it() -> None:
    (found,) = read_readwise(write_readwise([one_passage()]))
    assert (found.article_id, found.sha256) == (0, "")
    assert (found.title, found.byline) == ("Baths vote", "Ann Hall")
    assert found.url == found.location == "https://ledger.example/baths"
    assert found.tags == ("pools",)
    assert found.note
    assert found.note.text == "Ask the mayor."
    (passage,) = found.passages
    anchor = passage.highlight.anchor
    assert (anchor.exact, anchor.span) == ("We can't heat it with affection.", Span(0, 0))
    assert passage.highlight.tags == ("to-check",)
    assert passage.highlight.created == MONDAY
    assert passage.note
    assert passage.note.text == "Her best line."


def test_formulas_are_marked_and_come_back_as_they_were() -> None:
    written = write_readwise(EVIDENCE)
    assert any(row["Highlight"].startswith("'=1+2") for row in table(written))
    found = read_readwise(written)
    assert [[passage.highlight.anchor.exact for passage in one.passages] for one in found] == [
        [passage.highlight.anchor.exact for passage in one.passages] for one in EVIDENCE
    ]
    assert found[0].passages[2].note
    assert found[0].passages[2].note.text == "+44 is the code\n@home"


@given(st.text(alphabet="'\"=+-@; \na＝“") | hostile | st.text())
def test_the_mark_is_taken_off_again(text: str) -> None:
    assert text_of_cell(harmless_cell(text)) == plain(text)


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_all_that_is_written_can_be_read(evidence: list[Evidence]) -> None:
    written = write_readwise(evidence)
    for row in csv.reader(io.StringIO(written)):
        assert len(row) == 7
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)
    read_readwise(written)


def test_its_own_export_is_read() -> None:
    (found,) = read_readwise(
        "\ufeff" + EXPORTED + '"We can’t, she\nsaid",Baths vote,Ann Hall,,A good line.,Orange,'
        '"budget, pools",page,3,"June 3, 2024 9:30 AM",local\n'
        "Half of it.,Baths vote,Ann Hall,,,,,page,4,2024-06-03 09:30:00+00:00,local\n"
    )
    assert (found.title, found.byline, found.location) == ("Baths vote", "Ann Hall", "")
    assert found.tags == ("local",)
    first, second = found.passages
    assert first.highlight.anchor.exact == "We can’t, she\nsaid"
    assert first.highlight.tags == ("budget", "pools")
    assert first.highlight.colour == "orange"
    assert first.highlight.created == second.highlight.created == MONDAY
    assert first.note
    assert first.note.text == "A good line."
    assert second.note is None


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2024-06-03", datetime(2024, 6, 3, tzinfo=UTC)),
        ("2024-06-03T11:30:00+02:00", MONDAY),
        ("June 3, 2024 9:30 AM", MONDAY),
        ("3 Jun 2024 09:30 XYZ", MONDAY),
    ],
)
def test_dates_come_in_many_shapes(date: str, moment: datetime) -> None:
    (found,) = read_readwise(f'{IMPORTED}a,b,,,,,"{date}"\n')
    assert found.passages[0].highlight.created == moment


@given(st.text(alphabet="0123456789 :-+/.,TZamp", max_size=30) | st.text(max_size=20))
def test_no_date_is_too_odd(date: str) -> None:
    written = io.StringIO()
    csv.writer(written).writerow(["a", "b", "", "", "", "", date])
    with suppress(ExportError):
        read_readwise(IMPORTED + written.getvalue())


def test_a_note_of_a_megabyte_comes_back() -> None:
    note = Note("e" * 32, 7, None, "Every word counts. " * 60_000, MONDAY, MONDAY)
    (found,) = read_readwise(write_readwise([one_passage(note=note)]))
    assert found.note
    assert found.note.text == note.text.strip()


def test_reading_a_changed_note_gives_the_same_id() -> None:
    first, second = (
        read_readwise(f"{IMPORTED}a,b,,,{note},7,\n")[0].passages[0].highlight.id
        for note in ("one", "two")
    )
    assert first == second


@pytest.mark.parametrize(
    "text",
    ["", "\n", "nonsense", "Title,Author\na,b\n", '{"rows": []}', "Highlight\na\n"],
)
def test_other_files_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ExportError) as refused:
        read_readwise(text)
    assert "\n" not in str(refused.value)


def test_a_damaged_line_is_named() -> None:
    with pytest.raises(ExportError, match="Line 3"):
        read_readwise('Highlight,Title\na,b\n"it stops in the mid')


@given(st.text() | st.text(alphabet='a,"\n\r\x00;').map(lambda rest: IMPORTED + rest))
def test_whatever_is_wrong_is_told(text: str) -> None:
    with suppress(ExportError):
        write_readwise(read_readwise(text))
