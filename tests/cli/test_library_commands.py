"""add, search, notes and export: what they keep and give back."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from newsreader.export import FORMATS
from newsreader.export.loss_free import read_json
from newsreader.model import Span
from newsreader.reading import Reading
from tests.cli.conftest import Machine


@pytest.fixture
def annotated(machine: Machine) -> Machine:
    """Give a machine whose reader has highlighted a quote and written on it."""
    with Reading(machine.library) as reading:
        [stored] = reading.add([str(machine.story)])
        assert not isinstance(stored, Exception)
        opened = reading.open(stored.article_id)
        quote = reading.analysis(opened.version).quotes[0]
        highlight = reading.highlight(stored.article_id, opened.version, quote.span)
        reading.write_note(stored.article_id, highlight.id, "Check with the *mayor*.")
        reading.set_highlight_tags(highlight.id, ["to check"])
        reading.set_tags(stored.article_id, ["pools"])
    return machine


def test_added_articles_are_found_again(machine: Machine) -> None:
    answer = machine.run("add", machine.story, "--library", machine.library)
    assert (answer.code, answer.out, answer.err) == (0, "1 article added.\n", "")
    answer = machine.run("search", "swim", "--json", "--library", machine.library)
    [hit] = answer.json
    assert set(hit) == {*("location", "title", "published", "source", "score"), "snippet", "spans"}
    assert (hit["title"], hit["source"]) == ("Baths to close", "The Ledger")
    assert hit["published"].startswith("2026-03-05")
    assert [hit["snippet"][start:end] for start, end in hit["spans"]] == ["swim"]
    answer = machine.run("--library", machine.library, "search", "swim")
    assert answer.code == 0
    assert answer.out.startswith("1. Baths to close\n   ")


def test_adding_again_adds_nothing(machine: Machine) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    answer = machine.run("add", machine.story, "--library", machine.library)
    assert (answer.code, answer.out) == (0, "0 articles added, 1 known already.\n")
    machine.story.write_text(machine.story.read_text(encoding="utf-8") + "\n\nMore.")
    answer = machine.run("add", machine.story, "--library", machine.library)
    assert answer.out == "0 articles added, 1 in a new version.\n"


def test_what_cannot_be_added_is_named_and_the_rest_goes_in(machine: Machine) -> None:
    (machine.folder / "empty.txt").touch()
    answer = machine.run("add", "missing.txt", machine.folder, "--library", machine.library)
    assert (answer.code, answer.out) == (0, "1 article added.\n")
    assert ["missing.txt" in line or "empty.txt" in line for line in answer.err.splitlines()] == [
        True,
        True,
    ]


def test_nothing_added_is_a_failure(machine: Machine) -> None:
    answer = machine.run("add", "missing.txt", "--library", machine.library)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_progress_is_shown_on_a_terminal_only(machine: Machine) -> None:
    ours, theirs = os.openpty()
    command = ("add", machine.story, "--library", machine.library)
    with machine.start(*command, stderr=theirs) as process:
        assert process.wait() == 0
        assert process.stdout
        assert process.stdout.read() == b"1 article added.\n"
    os.close(theirs)
    shown = os.read(ours, 1000)
    os.close(ours)
    assert re.fullmatch(
        r"\r\x1b\[K(█{20} 1 of 1|1) · [\d,]+ a second( · 0:00 left)?\r\x1b\[K", shown.decode()
    )


def test_limit_bounds_what_search_shows(machine: Machine) -> None:
    for number in range(3):
        (machine.folder / f"{number}.txt").write_text(f"Title {number}\n\nRain {number}.")
    machine.run("add", machine.folder, "--library", machine.library)
    answer = machine.run("search", "rain", "--limit", "2", "--json", "--library", machine.library)
    assert len(answer.json) == 2
    for limit in ("0", "9" * 20):
        answer = machine.run("search", "rain", "--limit", limit, "--library", machine.library)
        assert answer.code == 2
        assert "--limit" in answer.err


@pytest.mark.parametrize("options", [[], ["--facets"]])
def test_a_wrong_field_says_which_are_right(machine: Machine, options: list[str]) -> None:
    answer = machine.run("search", "speeker:roe", *options, "--library", machine.library)
    assert answer.code == 1
    assert "Did you mean speaker:?" in answer.err


def test_nothing_found_is_1(machine: Machine) -> None:
    machine.run("add", machine.story, "--library", machine.library)
    answer = machine.run("search", "zebra", "--library", machine.library)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "newsreader: No article matches zebra.\n"
    answer = machine.run("search", "zebra", "--json", "--library", machine.library)
    assert (answer.code, answer.json) == (1, [])
    for command in (["notes"], ["export", "--format", "json"]):
        answer = machine.run(*command, "--library", machine.library)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("newsreader: There are no such notes.")


def test_notes_are_listed_with_their_speaker(annotated: Machine) -> None:
    answer = annotated.run("notes", "--library", annotated.library)
    assert answer.code == 0
    assert answer.out.startswith("“Baths to close”, Ann Hall, The Ledger, 5 March 2026,")
    assert "— Delia Pruett (indirectly)\n" in answer.out
    assert "Check with the *mayor*." in answer.out
    assert "[to check]" in answer.out
    assert answer.width < 80


@pytest.mark.parametrize(
    ("query", "code"), [("swim", 0), ("*MAYOR*", 0), ("to check", 0), ("pools", 0), ("zebra", 1)]
)
def test_notes_are_found_by_text_note_and_tag(annotated: Machine, query: str, code: int) -> None:
    assert annotated.run("notes", query, "--library", annotated.library).code == code


@pytest.mark.parametrize(
    ("query", "code", "said"),
    [
        ("#to", 0, "claim [to check]"),
        ("colour:claim", 0, "claim [to check]"),
        ('swim colour:yellow #"to check"', 0, "claim [to check]"),
        ("zebra #to", 1, "There are no such notes."),
        ("#zebra", 1, "There are no such notes."),
        ("colour:mauve", 1, "No colour is called “mauve”; there are claim, green, blue, pink."),
    ],
)
def test_notes_by_tag_and_by_a_colour_as_it_is_called(
    annotated: Machine, query: str, code: int, said: str
) -> None:
    config = annotated.folder / "config.toml"
    config.write_text('[colours]\nyellow = "claim"\n', "utf-8")
    answer = annotated.run("notes", query, "--config", config, "--library", annotated.library)
    assert answer.code == code
    assert said in answer.out + answer.err


@pytest.mark.parametrize(("query", "colour"), [("#to", "yellow"), ("swim colour:green", "green")])
def test_an_export_takes_tags_and_colours_too(annotated: Machine, query: str, colour: str) -> None:
    with Reading(annotated.library) as reading:
        [listed] = reading.listing()
        reading.highlight(listed.id, reading.open(listed.id).version, Span(0, 5), "green")
    answer = annotated.run("export", "--format", "json", query, "--library", annotated.library)
    [found] = read_json(answer.out)
    assert [each.highlight.colour for each in found.passages] == [colour]


def test_json_on_standard_output_is_the_evidence(annotated: Machine) -> None:
    answer = annotated.run("export", "--format", "json", "--library", annotated.library)
    assert answer.code == 0
    with Reading(annotated.library) as reading:
        assert read_json(answer.out) == tuple(reading.evidence())


def test_markdown_into_a_file(annotated: Machine) -> None:
    path = annotated.folder / "notes.md"
    arguments = ("export", "swim", "--format", "markdown", "--library", annotated.library)
    answer = annotated.run(*arguments, "-o", path)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    text = path.read_text(encoding="utf-8")
    assert "> [!quote] Delia Pruett (indirectly)\n" in text
    assert annotated.run(*arguments).out == text


def test_an_export_that_cannot_be_written_is_one_sentence(annotated: Machine) -> None:
    arguments = ("export", "--format", "json", "--library", annotated.library)
    answer = annotated.run(*arguments, "-o", annotated.folder / "no" / "notes.json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("newsreader: The export could not be written to ")
    assert answer.err.count("\n") == 1


def test_formats_are_listed_with_the_readers_own(annotated: Machine) -> None:
    config = annotated.folder / "config.toml"
    config.touch()
    own = annotated.folder / "templates" / "who.txt.jinja"
    own.parent.mkdir()
    own.write_text("{% for e in entries %}{{ e.speaker }}\n{% endfor %}", encoding="utf-8")
    arguments = ("export", "--config", config, "--library", annotated.library)
    answer = annotated.run(*arguments, "--formats")
    assert answer.code == 0
    for name, known in FORMATS.items():
        assert f"{name:<15}{known.about}\n" in answer.out
    assert "who            your template who.txt.jinja\n" in answer.out
    answer = annotated.run(*arguments, "--format", "who")
    assert (answer.code, answer.out.split()) == (0, ["Delia", "Pruett"])
    own.write_text("\n{{ nothing }}", encoding="utf-8")
    answer = annotated.run(*arguments, "--format", "who")
    assert (answer.code, answer.out) == (2, "")
    assert "who.txt.jinja, line 2: 'nothing' is undefined." in answer.err


def test_an_unknown_format_names_the_known_ones(annotated: Machine) -> None:
    answer = annotated.run("export", "--format", "word", "--library", annotated.library)
    assert answer.code == 2
    assert "markdown" in answer.err
    assert "json" in answer.err


def test_the_library_of_the_platform_is_used_by_default(machine: Machine) -> None:
    machine.run("add", machine.story)
    assert list((machine.folder / "home" / "data").rglob("*.*"))
    assert machine.run("search", "swim").code == 0


def test_the_config_file_can_be_named(machine: Machine) -> None:
    config = machine.folder / "config.toml"
    config.write_text(f"library = {json.dumps(str(machine.library))}\n")
    assert machine.run("add", machine.story, "--config", config).code == 0
    assert machine.library.exists()
    config.write_text("nonsense = 3\n")
    answer = machine.run("notes", "--config", config)
    assert answer.code == 2
    assert "nonsense" in answer.err
    assert machine.run("notes", "--config", Path("missing.toml")).code == 2


@pytest.mark.parametrize(
    "query", [("rain", "-fog"), ("-fog",), ('-"thick fog"', "rain"), ("-hail", "-title:fog")]
)
def test_words_after_a_minus_are_left_out(machine: Machine, query: tuple[str, ...]) -> None:
    (machine.folder / "rain.txt").write_text("Rain\n\nRain fell all day.")
    (machine.folder / "fog.txt").write_text("Fog\n\nRain fell in thick fog.")
    machine.run(
        "add", machine.folder / "rain.txt", machine.folder / "fog.txt", "--library", machine.library
    )
    answer = machine.run("search", *query, "--json", "--library", machine.library)
    assert [row["title"] for row in answer.json] == ["Rain"]


def test_a_query_of_nothing_is_refused(machine: Machine) -> None:
    answer = machine.run("search", " ", "--library", machine.library)
    assert (answer.code, answer.err[:40]) == (2, "newsreader: There is nothing to look for")
