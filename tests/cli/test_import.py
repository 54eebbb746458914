"""newsreader import: what it takes in, what it says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsreader.model import CorrectionKind, Span
from newsreader.reading import Reading
from tests.cli.conftest import Answer, Machine

KINDS = "json jsonl csv webannotation hypothesis readwise".split()
WORDS = "I learned to swim in that pool,"


def annotate(library: Path, story: Path) -> None:
    """Highlight a quote, write a note on it and one on the article."""
    with Reading(library) as reading:
        list(reading.add([str(story)]))
        [listed] = reading.listing()
        version = reading.open(listed.id).version
        start = version.text.index(WORDS)
        made = reading.highlight(listed.id, version, Span(start, start + len(WORDS)))
        reading.write_note(listed.id, made.id, "Which pool?")
        reading.write_note(listed.id, None, "Ask the mayor.")


@pytest.fixture
def exported(machine: Machine) -> Path:
    """A file of notes, from a library of somebody else."""
    library, file = machine.folder / "theirs.db", machine.folder / "notes.json"
    annotate(library, machine.story)
    machine.run("export", "--format", "json", "-o", file, "--library", library)
    return file


def take(machine: Machine, *arguments: str | Path, stdin: str | bytes = b"") -> Answer:
    return machine.run("import", *arguments, "--library", machine.library, stdin=stdin)


def test_what_became_of_each_is_said_under_its_article(machine: Machine, exported: Path) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    answer = take(machine, exported)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "Baths to close",
        "  exact     note on it",
        f"  exact     “{WORDS}”",
        "2 imported (2 exact).",
    ]
    answer = take(machine, exported)
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "0 imported, 2 known already.")
    assert WORDS in machine.run("notes", "--library", machine.library).out


def test_what_else_comes_in_is_said(machine: Machine, exported: Path) -> None:
    theirs = ("--library", machine.folder / "theirs.db")
    with Reading(machine.folder / "theirs.db") as reading:
        [listed] = reading.listing()
        version = reading.open(listed.id).version
        kind = CorrectionKind.RENAME
        reading.correct(listed.id, version, kind, name="Delia Pruett", value="D. Pruett")
        exact = "Take an ordinary year"
        start = version.text.index(exact)
        reading.highlight(listed.id, version, Span(start, start + len(exact)))
        reading.write_note(listed.id, None, "Ask them all.")
    written = machine.run("export", "--format", "json", *theirs).out
    machine.run("add", machine.story, "--library", machine.library)
    take(machine, exported)
    with Reading(machine.library) as reading:
        [listed] = reading.listing()
        reading.write_note(listed.id, None, "Ask the council.")
    answer = take(machine, "-", stdin=written.replace('"yellow"', '"orange"'))
    lines = answer.out.splitlines()
    assert lines[1:] == [
        "  exact     note on it · the note here was another: both are kept, as one",
        f"  exact     “{WORDS}” · known already",
        f"  exact     “{exact}” · orange became yellow",
        "1 imported (1 exact), 1 joined with the note that was there, 1 known already, 1",
        "correction.",
    ]


def test_tags_and_corrections_come_in_without_notes(machine: Machine, exported: Path) -> None:
    with Reading(machine.folder / "theirs.db") as reading:
        [listed] = reading.listing()
        version = reading.open(listed.id).version
        kind = CorrectionKind.RENAME
        reading.correct(listed.id, version, kind, name="Delia Pruett", value="D. Pruett")
        reading.set_tags(listed.id, ["baths"])
    theirs = ("--library", machine.folder / "theirs.db")
    document = json.loads(machine.run("export", "--format", "json", *theirs).out)
    document["articles"][0] |= {"note": None, "highlights": []}
    bare = json.dumps(document)
    answer = take(machine, "-", stdin=bare)  # there is no such article yet
    assert (answer.code, answer.err) == (1, "newsreader: There are no notes to import.\n")
    machine.run("add", machine.story, "--library", machine.library)
    answer = take(machine, "-", stdin=bare)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "0 imported, 1 correction, new tags on 1 article.\n"
    with Reading(machine.library) as reading:
        assert [(each.tags, each.notes) for each in reading.listing()] == [(("baths",), 0)]
    assert take(machine, "-", stdin=bare).code == 1
    assert take(machine, exported).out.endswith("2 imported (2 exact).\n")


def test_json_tells_the_same_for_scripts(machine: Machine, exported: Path) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    note, passage = take(machine, exported, "--json").json
    assert set(note) == {"id", "article", "exact", "outcome", "imported", "remark"}
    assert (passage["article"], passage["exact"]) == ("Baths to close", WORDS)
    assert (passage["outcome"], passage["imported"]) == ("exact", "imported")
    assert [each["imported"] for each in take(machine, exported, "--json").json] == ["known"] * 2


def test_one_whose_article_is_not_there_says_what_to_do(machine: Machine, exported: Path) -> None:
    answer = take(machine, exported)
    assert answer.code == 1
    assert "There is no such article in the library." in answer.out
    last = answer.out.splitlines()[-1]
    assert last == "0 imported, 2 without their article. Add the article first: newsreader add."
    rows = take(machine, exported, "--json").json
    assert [(each["outcome"], each["imported"]) for each in rows] == [(None, "no article")] * 2
    assert machine.run("notes", "--library", machine.library).code == 1


@pytest.mark.parametrize(
    "name", ["json", "jsonl", "csv", "webannotation", "hypothesis", "readwise"]
)
def test_every_kind_that_we_write_comes_from_standard_input(machine: Machine, name: str) -> None:
    annotate(machine.folder / "theirs.db", machine.story)
    theirs = ("--library", machine.folder / "theirs.db")
    written = machine.run("export", "--format", name, *theirs).out
    machine.run("add", machine.story, "--library", machine.library)
    answer = take(machine, "-", stdin=written)
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "2 imported (2 exact).")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        (b"", "holds no notes"),
        (b"\x7fELF\xff\xfe\x00" * 99, "is not UTF-8 text"),
        (b"SQLite format 3\x00", "holds no notes"),
        (b"name,price\nFish,3\n", "holds no notes"),
        (b'{"format": "newsreader-notes", "version": 1, "arti', "no whole JSON"),
        (b'{"format": "newsreader-notes", "version": 1, "articles": [{}]}', "damaged"),
        (b'{"format": "newsreader-notes", "version": 9, "articles": []}', "newer"),
    ],
)
def test_what_is_no_file_of_notes_is_said_in_one_sentence(
    machine: Machine, exported: Path, content: bytes | None, told: str
) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    bad = machine.folder / "bad.json"
    if content is not None:
        bad.write_bytes(content)
    answer = take(machine, exported, bad)  # nothing of the good one either
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith(f"newsreader: {bad} ")
    assert told in answer.err
    assert machine.run("notes", "--library", machine.library).code == 1


def test_a_file_without_notes_says_so(machine: Machine) -> None:
    empty = '{"format": "newsreader-notes", "version": 1, "articles": []}'
    answer = take(machine, "-", stdin=empty)
    assert (answer.code, answer.err) == (1, "newsreader: There are no notes to import.\n")
    assert take(machine, "-", "--json", stdin=empty).json == []


def test_what_a_file_says_reaches_the_terminal_harmless(machine: Machine, exported: Path) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    document = json.loads(exported.read_text(encoding="utf-8"))
    article = document["articles"][0]
    article["title"] = article["highlights"][0]["exact"] = "\x1b]0;title\x07\u202e"
    article["highlights"][0]["colour"] = "\x1b[31mred"
    answer = take(machine, "-", stdin=json.dumps(document))
    assert answer.code == 0
    assert not set(answer.out + answer.err) & set("\x1b\x07\u202e")
