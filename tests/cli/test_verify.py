"""newsreader verify: exported evidence against the library, or against articles at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Answer, Machine
from tests.cli.test_import import WORDS, annotate

Verify = Callable[..., Answer]


@pytest.fixture
def verify(machine: Machine) -> Verify:
    """Verify a file of evidence that has one passage; `-` is what was exported as JSON."""
    annotate(machine.library, machine.story)
    written = machine.run("export", "--format", "json", "--library", machine.library).out

    def verify(*arguments: str | Path, file: str | Path = "-") -> Answer:
        return machine.run("verify", file, *arguments, stdin=written)

    return verify


def test_in_the_library_it_was_made_in(verify: Verify, machine: Machine) -> None:
    answer = verify("--library", machine.library)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "Baths to close",
        f"  {machine.story}",
        f"  exact    80-111 “{WORDS}” · same text",
        "1 checked: 1 exact.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", f"exact 80-111 “{WORDS}” · same text"),
        ("in April", "in April next", "moved 85-116"),
        ("in thirty years", "in ten years", "another text with the same passage"),
        ("that pool", "the old pool", "· now “I learned to swim in the old pool,”"),
        (f"“{WORDS}” Pruett said. “So did my children. But I can’t", "“We can’t", "missing"),
    ],
)
def test_against_a_file_without_any_library(
    verify: Verify, machine: Machine, old: str, new: str, told: str
) -> None:
    elsewhere = machine.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "copy.md").write_text(STORY.replace(old, new) if old else STORY, encoding="utf-8")
    nowhere = machine.folder / "none.db"
    answer = verify(elsewhere, "--library", nowhere)
    assert told in " ".join(answer.out.split())
    assert answer.code == (1 if "missing" in told or "now" in told else 0)
    assert not nowhere.exists()


def test_the_library_and_the_articles_give_the_same_answer(
    verify: Verify, machine: Machine
) -> None:
    machine.story.write_text(STORY.replace("that pool", "the pool"), encoding="utf-8")
    machine.run("add", machine.story, "--library", machine.library)
    [there] = verify("--json", "--library", machine.library).json
    [given] = verify(machine.story, "--json").json
    assert (there["outcome"], there["says"]) == ("changed", "I learned to swim in the pool,")
    assert (there.pop("text"), given.pop("text")) == ("earlier", "other")
    assert there == given


def test_json_has_a_row_for_each_passage(verify: Verify, machine: Machine) -> None:
    [row] = verify("--json", "--library", machine.library).json
    del row["id"]
    assert row == {
        "article": "Baths to close",
        "location": str(machine.story),
        "exact": WORDS,
        "outcome": "exact",
        "start": 80,
        "end": 111,
        "says": WORDS,
        "text": "same",
    }


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "webannotation"])
def test_every_kind_of_evidence_is_verified(verify: Verify, machine: Machine, name: str) -> None:
    file = machine.folder / "evidence"
    machine.run("export", "--format", name, "-o", file, "--library", machine.library)
    assert [each["text"] for each in verify(machine.story, "--json", file=file).json] == ["same"]


def test_words_put_into_the_evidence_are_found_out(verify: Verify, machine: Machine) -> None:
    forged = machine.run("export", "--format", "json", "--library", machine.library).out
    file = machine.folder / "forged.json"
    file.write_text(forged.replace("learned to swim", "taught to swim"), encoding="utf-8")
    [row] = verify(machine.story, "--json", file=file).json
    assert (row["outcome"], row["says"], row["text"]) == ("changed", WORDS, "same")
    assert f"its own text says “{WORDS}”" in " ".join(verify(machine.story, file=file).out.split())
    file.write_text(forged.replace(WORDS, "Nobody may swim here again"), encoding="utf-8")
    answer = verify(machine.story, file=file)
    assert (answer.code, "not in its own text" in answer.out) == (1, True)


def test_an_article_that_is_not_there_does_not_hold(verify: Verify, machine: Machine) -> None:
    other = machine.folder / "other.txt"
    other.write_text("A bridge reopened\n\nIt was closed for a year.\n", encoding="utf-8")
    answer = verify(other)
    assert answer.code == 1
    assert "There is no such article here." in answer.out
    assert answer.out.splitlines()[-1] == "1 checked: 1 without its article."
    [row] = verify(other, "--json").json
    assert (row["outcome"], row["location"], row["text"]) == (None, None, None)


def test_there_may_be_nothing_to_verify(verify: Verify, machine: Machine) -> None:
    empty = machine.folder / "empty.json"
    empty.write_text('{"format": "newsreader-notes", "version": 1, "articles": []}')
    answer = verify(file=empty)
    assert (answer.code, answer.err) == (1, "newsreader: There are no passages to verify.\n")
    answer = verify(machine.folder / "none.md")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    answer = verify(file=machine.story)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
