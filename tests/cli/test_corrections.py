"""What was corrected, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.model import CorrectionKind, CorrectionScope, Span
from newsreader.reading import Reading
from tests.cli.conftest import Answer, Machine

WORDS = "I learned to swim in that pool,"

Run = Callable[..., Answer]


@pytest.fixture
def run(machine: Machine) -> Run:
    """Run a command on a library with an article, a correction of it and one of its source."""
    machine.run("add", machine.story, "--library", machine.library)
    with Reading(machine.library) as reading:
        [listed] = reading.listing()
        version = reading.open(listed.id).version
        start = version.text.index(WORDS)
        span = Span(start, start + len(WORDS))
        kind, source = CorrectionKind, CorrectionScope.SOURCE
        reading.correct(listed.id, version, kind.SPEAKER, span=span, value="Ann Hall")
        reading.correct(listed.id, version, kind.RENAME, name="Warren Corley", value="W. Corley", scope=source)  # noqa: E501  # fmt: skip

    def run(*arguments: str | Path, stdin: str = "") -> Answer:
        return machine.run(*arguments, "--library", machine.library, stdin=stdin)

    return run


def test_they_are_listed_under_what_they_hold_for(run: Run, machine: Machine) -> None:
    answer = run("corrections")
    assert answer.code == 0
    words = " ".join(answer.out.split())
    assert f"Baths to close {machine.story}" in words
    assert f"Delia Pruett → Ann Hall, speaker of “{WORDS}” applied" in words
    assert "All articles from The Ledger" in words
    assert "Warren Corley → W. Corley holds for all of them" in words


def test_json_says_what_was_what_is_and_whether_it_is_applied(run: Run) -> None:
    [one] = run("corrections", "Ann", "Hall", "--json").json
    assert (one["name"], one["value"], one["kind"]) == ("Delia Pruett", "Ann Hall", "speaker")
    assert (one["scope"], one["status"], one["article"]["title"]) == (
        "article", "applied", "Baths to close",
    )  # fmt: skip


def test_there_may_be_none(run: Run, machine: Machine) -> None:
    assert (run("corrections", "volcano").code, run("corrections", "volcano", "--json").code) == (
        1, 1,
    )  # fmt: skip
    assert run("corrections", "volcano", "--export", "-").code == 1
    empty = machine.run("corrections", "--library", machine.folder / "empty.db")
    assert (empty.code, empty.err) == (1, "newsreader: There are no such corrections.\n")


def test_what_is_exported_is_taken_in_elsewhere_and_once(run: Run, machine: Machine) -> None:
    file, library = machine.folder / "mine.json", machine.folder / "other.db"
    assert run("corrections", "--export", file).out == ""
    assert run("corrections", "--export", "-").out == file.read_text()

    def elsewhere(*arguments: str | Path) -> Answer:
        return machine.run(*arguments, "--library", library)

    answer = elsewhere("corrections", "--import", file)
    assert (answer.code, answer.out.count("waits")) == (0, 2)
    assert elsewhere("corrections", "--import", file).out.count("there already") == 2
    assert elsewhere("corrections", "--export", "-").out == file.read_text()
    elsewhere("add", machine.story)
    assert [each["status"] for each in elsewhere("corrections", "--json").json] == ["applied"] * 2


def test_they_are_taken_in_from_standard_input(run: Run) -> None:
    exported = run("corrections", "--export", "-").out
    for each in json.loads(exported)["corrections"]:
        assert run("corrections", "--remove", each["id"][:12]).out.startswith("Removed: ")
    answer = run("corrections", "--import", "-", "--json", stdin=exported)
    assert [(each["status"], each["known"]) for each in answer.json] == [("applied", False)] * 2


def test_a_file_that_holds_none_is_said_in_one_sentence(run: Run, machine: Machine) -> None:
    for written, told in (
        (b"{}", "does not hold newsreader corrections"),
        (b"\xff\xfe", "is not UTF-8"),
        (None, "cannot be read"),
    ):
        file = machine.folder / "bad.json"
        file.unlink(missing_ok=True)
        if written is not None:
            file.write_bytes(written)
        answer = run("corrections", "--import", file)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert told in answer.err


def test_damaged_ones_are_said_and_the_rest_taken_in(run: Run, machine: Machine) -> None:
    document = json.loads(run("corrections", "--export", "-").out)
    document["corrections"][0]["kind"] = "guess"
    library = machine.folder / "other.db"
    answer = machine.run(
        "corrections", "--import", "-", "--library", library, stdin=json.dumps(document)
    )
    assert (answer.code, answer.err.count("is damaged")) == (2, 1)
    assert "W. Corley" in answer.out


def test_an_empty_file_of_corrections_is_nothing(run: Run) -> None:
    empty = '{"format": "newsreader-corrections", "version": 1, "corrections": []}'
    assert run("corrections", "--import", "-", stdin=empty).code == 1


def test_an_export_that_cannot_be_written_is_said(run: Run, machine: Machine) -> None:
    file = machine.folder / "gone" / "mine.json"
    answer = run("corrections", "--export", file)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "could not be written" in answer.err


def test_only_one_that_is_meant_is_removed(run: Run) -> None:
    assert run("corrections", "--remove", "zzz").code == 1
    several = run("corrections", "--remove", "")
    assert (several.code, several.out) == (2, "")
    assert len(run("corrections", "--json").json) == 2


def test_a_file_is_read_without_the_library_unless_that_is_asked_for(
    run: Run, machine: Machine
) -> None:
    def speakers(*more: str) -> list[str]:
        return [quote["canonical"] for quote in run("quotes", machine.story, "--json", *more).json]

    assert "Ann Hall" not in speakers()
    assert {"Ann Hall", "W. Corley"} <= set(speakers("--corrected"))
    names = run("entities", machine.story, "--corrected").out
    assert "W. Corley" in names
    assert "Ann Hall\n" in run("quotes", machine.story, "--corrected").out


def test_what_is_wrong_on_the_command_line_is_said(run: Run) -> None:
    answer = run("corrections", "--export", "-", "--import", "-")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
