"""newsreader check: a draft's quotations, for people and for scripts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Machine

EXACT = "“I learned to swim in that pool. So did my children,” Pruett said.\n"
WRONG = """\
# A draft

“I learned to sail in that pool,” Pruett said.

“Take an ordinary year and the figure is half that,” Delia Pruett said.

“Nobody ever asked for a bigger harbour,” Pruett said.
"""


@pytest.fixture
def shelf(machine: Machine) -> Machine:
    """Give a machine whose story is in the library."""
    machine.run("add", machine.story, "--library", machine.library)
    return machine


def check(machine: Machine, draft: str, *options: str | Path, name: str = "draft.md") -> Answer:
    path = machine.folder / name
    path.write_text(draft, "utf-8")
    return machine.run("check", path, "--library", machine.library, *options)


def test_all_is_exact(shelf: Machine) -> None:
    answer = check(shelf, EXACT)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        "1. Exact: “I learned to swim in that pool. So did my children,”\n"
    )
    assert "Delia Pruett, quoted in “Baths to close”, Ann Hall, The Ledger, 5 March 2026" in (
        " ".join(answer.out.split())
    )
    assert answer.out.endswith("\n1 quotation: 1 exact.\n")


def test_an_article_from_the_web_is_linked_to_at_the_passage(machine: Machine) -> None:
    text = machine.story.read_text("utf-8")
    machine.story.write_text(text.replace("---\n", "---\nurl: https://ledger.example/baths\n", 1))
    machine.run("add", machine.story, "--library", machine.library)
    draft = "“I learned to swim in that pool,” Pruett said.\n"
    link = "https://ledger.example/baths#:~:text=I%20learned%20to%20swim%20in%20that%20pool"
    assert f"     {link}\n" in check(machine, draft).out
    [row] = check(machine, draft, "--json").json
    assert row["source"]["link"] == link


def test_what_is_wrong_is_told_to_people_in_the_order_of_the_draft(shelf: Machine) -> None:
    answer = check(shelf, WRONG)
    assert answer.code == 1
    altered, speaker, missing, summary = answer.out.split("\n\n")
    assert altered.splitlines()[:2] == [
        "1. Altered",
        "   I learned to [-swim-]{+sail+} in that pool,",
    ]
    assert speaker.startswith("2. Another speaker: “Take an ordinary year")
    assert "! The draft names Delia Pruett, the source Warren Corley." in speaker
    assert missing == "3. Not found: “Nobody ever asked for a bigger harbour,”"
    assert summary == "3 quotations: 1 another speaker, 1 altered, 1 not found.\n"
    assert "\x1b" not in answer.out
    assert answer.width < 80


def test_what_is_wrong_is_told_to_scripts(shelf: Machine) -> None:
    answer = check(shelf, WRONG, "--json")
    assert answer.code == 1
    altered, speaker, missing = answer.json
    text = shelf.run("text", shelf.folder / "draft.md").out
    assert text[altered["start"] : altered["end"]] == altered["quotation"]
    assert altered["judgement"] == "altered"
    assert altered["difference"] == "I learned to [-swim-]{+sail+} in that pool,"
    source = altered["source"]
    assert source["title"] == "Baths to close"
    assert source["published"] == "2026-03-05T00:00:00+00:00"
    story = shelf.run("text", shelf.story).out
    assert story[source["start"] : source["end"]] == "I learned to swim in that pool"
    assert (speaker["judgement"], speaker["difference"]) == ("speaker", None)
    assert (speaker["attributed_to"], speaker["speaker"]) == ("Delia Pruett", "Warren Corley")
    assert [remark["about"] for remark in speaker["remarks"]] == ["speaker"]
    assert (missing["judgement"], missing["source"], missing["sources"]) == ("missing", None, [])


def test_a_difference_is_coloured_on_a_terminal(
    shelf: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    red, green, plain = "\x1b[31m", "\x1b[32m", "\x1b[39m"
    assert f"{red}[-swim-]{plain}{green}{{+sail+}}{plain}" in check(shelf, WRONG).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in check(shelf, WRONG).out


def test_standard_input_against_files(machine: Machine) -> None:
    answer = machine.run("check", "-", "--against", machine.story, stdin=EXACT)
    assert answer.code == 0
    assert not machine.library.exists()


def test_text_and_pages_are_drafts_too(shelf: Machine) -> None:
    assert check(shelf, EXACT, name="draft.txt").code == 0
    page = f"<!doctype html><html><body><article><p>{EXACT}</p></article></body></html>"
    assert check(shelf, page, "--json", name="draft.html").json[0]["judgement"] == "exact"


def test_a_misspelt_name_is_wrong(shelf: Machine) -> None:
    answer = check(shelf, EXACT.replace("Pruett", "Delia Pruet"))
    assert answer.code == 1
    assert "! “Delia Pruet” is “Delia Pruett” in the source." in answer.out


def test_nothing_is_quoted(shelf: Machine) -> None:
    answer = check(shelf, "Nobody says anything here.\n")
    assert (answer.code, answer.out) == (0, "There are no quotations in this draft.\n")
    assert check(shelf, "Nobody says anything here.\n", "--json").json == []


def test_nothing_hostile_reaches_the_terminal(shelf: Machine) -> None:
    answer = check(shelf, "“I learned to \x1b[31msail\x1b]0;x\x07 in that pool,” Pruett said.\n")
    assert "[-swim-]{+sail+}" in answer.out
    assert "\x1b" not in answer.out


@pytest.mark.parametrize("against", [(), ("--against", "missing.md")])
def test_nothing_to_check_against(machine: Machine, against: tuple[str, ...]) -> None:
    answer = check(machine, EXACT, *against)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_no_draft(shelf: Machine) -> None:
    answer = shelf.run("check", "missing.md", "--library", shelf.library)
    assert (answer.code, answer.out) == (2, "")
    assert "missing.md" in answer.err
