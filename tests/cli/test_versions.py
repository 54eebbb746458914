"""newsreader versions: what changed, for people and for scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.model import sha256_of
from newsreader.reading import Reading
from tests.cli.conftest import Machine

EDITS = (
    ("So did my children.", "So did all of my children."),
    ("the coldest winter in thirty years", "the coldest winter in forty years"),
    ("Warren Corley told", "Lena Brandt told"),
)


@pytest.fixture
def edited(machine: Machine) -> Machine:
    """Give a machine whose story was read in, edited, and read in again."""
    machine.run("add", machine.story, "--library", machine.library)
    edit(machine.story)
    machine.run("add", machine.story, "--library", machine.library)
    return machine


def edit(path: Path) -> None:
    text = path.read_text("utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_what_changed_is_told_to_people(edited: Machine) -> None:
    answer = edited.run("versions", edited.story, "--library", edited.library)
    assert (answer.code, answer.err) == (0, "")
    title, location, *_ = answer.out.splitlines()
    assert (title, location) == ("Baths to close", str(edited.story))
    first, second = answer.out.split("\nVersion 1 · ")[1].split("\nVersion 2 · ")
    assert "words" in first
    assert "the latest" not in first
    assert "the latest" in second
    told = [line.strip() for line in second.splitlines()]
    at = told.index("Quote changed, Delia Pruett:")
    assert told[at + 1].startswith("“So did my children.")
    assert told[at + 2].startswith("→ “So did all of my children.")
    assert "Speaker changed, Warren Corley → Lena Brandt:" in told
    assert told.index("Names added: Lena Brandt") < told.index("thirty → forty:")
    assert told[-1] == "3 words removed, 5 added"
    assert answer.width < 80


def test_what_changed_is_told_to_scripts(edited: Machine) -> None:
    answer = edited.run("versions", edited.story, "--json", "--library", edited.library)
    first, second = answer.json
    assert (first["version"], first["latest"], first["quotes"]) == (1, False, [])
    assert (second["version"], second["latest"]) == (2, True)
    assert (second["removed"], second["added"]) == (3, 5)
    assert second["words"] == first["words"] + 2
    assert second["fetched"] >= first["fetched"]
    assert second["names"] == {"added": ["Lena Brandt"], "removed": ["Warren Corley"]}
    assert second["numbers"][0]["before"] == "thirty"
    assert second["numbers"][0]["after"] == "forty"
    assert "in forty years" in second["numbers"][0]["sentence"]
    by_change = {quote["change"]: quote for quote in second["quotes"]}
    assert by_change["speaker"]["speaker"] == "Lena Brandt"
    assert by_change["speaker"]["speaker_before"] == "Warren Corley"
    texts = [
        edited.run("versions", edited.story, "--text", n, "--library", edited.library).out
        for n in ("1", "2")
    ]
    assert [sha256_of(text[:-1]) for text in texts] == [first["sha256"], second["sha256"]]


def test_an_older_version_is_the_latest_once_restored(edited: Machine) -> None:
    with Reading(edited.library) as reading:
        [listed] = reading.listing()
        reading.restore(listed.id, reading.versions(listed.id)[0].id)
    answer = edited.run("versions", edited.story, "--json", "--library", edited.library)
    assert [row["latest"] for row in answer.json] == [True, False]


def test_only_the_style_of_marks(machine: Machine) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    text = machine.story.read_text("utf-8")
    machine.story.write_text(text.replace("“", '"').replace("”", '"'), "utf-8")
    machine.run("add", machine.story, "--library", machine.library)
    answer = machine.run("versions", machine.story, "--library", machine.library)
    assert answer.out.endswith("  Only white space or the style of marks changed.\n")


@pytest.mark.parametrize("name", ["missing.md", "https://example.org/missing", ""])
def test_an_article_that_is_not_there(machine: Machine, name: str) -> None:
    answer = machine.run("versions", name, "--library", machine.library)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"newsreader: No article in the library is from {name}")
    assert answer.err.count("\n") == 1


def test_wrong_use_is_said(edited: Machine) -> None:
    answer = edited.run("versions", edited.story, "--text", "3", "--library", edited.library)
    assert (answer.code, answer.err) == (
        1,
        "newsreader: There is no version 3: this article has 2.\n",
    )
    other = edited.folder / "other.txt"
    other.write_text("Another story.", "utf-8")
    edited.run("add", other, "--library", edited.library)
    answer = edited.run("versions", edited.folder, "--library", edited.library)
    assert (answer.code, answer.out) == (2, "")
    assert "2 articles are from" in answer.err
