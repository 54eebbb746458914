"""text, quotes, entities and analyze: what they say of an article."""

from __future__ import annotations

import json
import re

from newsreader.analysis import analyze
from newsreader.model import UNSURE
from tests.cli.conftest import Machine

LISTS = ("quotes", "turns", "indirect", "other")

UNSURE_STORY = """\
Baths to close

“I learned to swim in that pool,” Mayor Delia Pruett said. Pruett left before noon.

Then came Wexcombe Vale.

The sign on the door was new.

“Nobody ever asked the children of this street about it.”
"""


def test_text_prints_exactly_the_text(machine: Machine) -> None:
    answer = machine.run("text", machine.story)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Harrowmere will drain")
    assert answer.out.endswith("thirty years.\n")
    assert "title:" not in answer.out


def test_text_of_standard_input(machine: Machine) -> None:
    answer = machine.run("text", "-", stdin="A headline\r\n\r\nOne line.\r\n\r\nAnother line.\r\n")
    assert answer.code == 0
    assert "\r" not in answer.out
    assert answer.out.endswith("One line.\n\nAnother line.\n")


def test_text_takes_one_article(machine: Machine) -> None:
    (machine.folder / "other.txt").write_text("Title\n\nBody.", encoding="utf-8")
    answer = machine.run("text", machine.folder)
    assert (answer.code, answer.out) == (2, "")
    assert "several articles" in answer.err


def test_offsets_of_quotes_point_into_the_text(machine: Machine) -> None:
    text = machine.run("text", machine.story).out
    answer = machine.run("quotes", machine.story, "--json")
    assert answer.code == 0
    for row in answer.json:
        assert set(row) == {
            *("article", "location", "start", "end", "text", "kind", "speaker", "canonical"),
            *("speaker_kind", "cue", "confidence", "why"),
        }
        assert text[row["start"] : row["end"]] == row["text"]
        assert (row["article"], row["location"]) == ("Baths to close", str(machine.story))
    direct = [row for row in answer.json if row["kind"] == "direct"]
    assert [row["canonical"] for row in direct] == ["Delia Pruett", "Delia Pruett", "Warren Corley"]
    assert (direct[0]["speaker"], direct[0]["cue"]) == ("Pruett", "said")
    assert {row["speaker_kind"] for row in direct} == {"person"}


def test_quotes_for_people_name_the_speaker_and_the_words(machine: Machine) -> None:
    answer = machine.run("quotes", machine.story)
    assert answer.code == 0
    assert "1. Delia Pruett" in answer.out or "2. Delia Pruett" in answer.out
    assert "    “I learned to swim in that pool,”" in answer.out
    assert answer.width < 80


def test_offsets_of_mentions_point_into_the_text(machine: Machine) -> None:
    text = machine.run("text", machine.story).out
    answer = machine.run("entities", machine.story, "--json")
    assert answer.code == 0
    for row in answer.json:
        assert set(row) == {*("name", "type", "count", "aliases", "mentions", "confidence", "why")}
        assert row["count"] == len(row["mentions"])
    mayor = next(row for row in answer.json if row["name"] == "Delia Pruett")
    assert mayor["type"] == "PERSON"
    assert [text[start:end] for start, end in mayor["mentions"]] == ["Delia Pruett", "Pruett"]


def test_entities_for_people_stand_under_their_kind(machine: Machine) -> None:
    answer = machine.run("entities", machine.story)
    assert answer.code == 0
    assert "\nPeople\n" in answer.out
    assert "    2  Delia Pruett" in answer.out


def test_only_what_is_unsure(machine: Machine) -> None:
    machine.story.write_text(UNSURE_STORY, encoding="utf-8")
    for command, doubtful, sure in [
        ("quotes", "Nobody ever asked", "learned to swim"),
        ("entities", "Wexcombe Vale", "Delia Pruett"),
    ]:
        every = machine.run(command, machine.story, "--json").json
        unsure = machine.run(command, machine.story, "--json", "--unsure").json
        assert unsure == [row for row in every if row["confidence"] < UNSURE]
        assert all(row["why"] for row in unsure)
        assert 0 < len(unsure) < len(every)
        listed = machine.run(command, machine.story, "--unsure").out
        assert doubtful in listed
        assert sure not in listed
        assert re.search(r"\d\d% sure: \w", listed)


def test_nothing_unsure_is_answered_with_1(machine: Machine) -> None:
    machine.story.write_text("rain\n\nit rained all day", encoding="utf-8")
    for command in ("quotes", "entities"):
        answer = machine.run(command, machine.story, "--unsure")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("newsreader: No unsure")


def test_a_text_that_says_nothing_is_answered_with_1(machine: Machine) -> None:
    machine.story.write_text("rain\n\nit rained all day", encoding="utf-8")
    for command in ("quotes", "entities"):
        answer = machine.run(command, machine.story)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("newsreader: Nobody")
        answer = machine.run(command, machine.story, "--json")
        assert (answer.code, answer.json, answer.err) == (1, [], "")


def test_analysing_makes_no_library(machine: Machine) -> None:
    for command in ("text", "quotes", "entities"):
        machine.run(command, machine.story, "--library", machine.library)
    machine.run("analyze", "--jsonl", stdin="")
    assert not machine.library.exists()
    assert list((machine.folder / "home").iterdir()) == []


def test_analyze_answers_each_line_about_the_text_as_given(machine: Machine) -> None:
    texts = [
        "\r\n\u200b “We will not move,” said Jane Roe.\r\n\r\nHe called it “art”.",
        "Nothing here.",
        "",
    ]
    lines = "\n".join(json.dumps({"id": number, "text": text}) for number, text in enumerate(texts))
    answer = machine.run("analyze", "--jsonl", stdin=lines + "\n\n")
    assert (answer.code, answer.err) == (0, "")
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["id"] for row in rows] == [0, 1, 2]
    quote = rows[0]["quotes"][0]
    assert texts[0][quote["start"] : quote["end"]] == "We will not move,"
    assert texts[0][quote["speaker_start"] : quote["speaker_end"]] == quote["speaker"] == "Jane Roe"
    assert quote["canonical"] == "Jane Roe"
    entity = next(each for each in rows[0]["entities"] if each["canonical"] == "Jane Roe")
    assert (entity["type"], texts[0][entity["start"] : entity["end"]]) == ("PERSON", "Jane Roe")
    assert (rows[1]["quotes"], rows[2]["entities"]) == ([], [])


def test_analyze_sorts_quotes_by_what_they_are(machine: Machine) -> None:
    text = machine.run("text", machine.story).out
    answer = machine.run("analyze", "--jsonl", stdin=json.dumps({"id": "x", "text": text}))
    row = answer.json
    kinds = {name: {each["kind"] for each in row[name]} for name in LISTS}
    assert kinds["quotes"] == {"direct"}
    assert kinds["indirect"] <= {"indirect"}
    assert kinds["other"] <= {"scare", "title"}
    assert sum(len(row[name]) for name in kinds) == len(analyze(text).quotes)


def test_analyze_keeps_what_is_in_marks_apart_from_transcripts(machine: Machine) -> None:
    text = "ROE: We will go.\n\nDOE: When?\n\nROE: Soon.\n\n“I hope so,” said Ann Hall."
    row = machine.run("analyze", "--jsonl", stdin=json.dumps({"id": 1, "text": text})).json
    assert [text[each["start"] : each["end"]] for each in row["quotes"]] == ["I hope so,"]
    assert [each["speaker"] for each in row["turns"]] == ["ROE", "DOE", "ROE"]


def test_a_bad_line_is_named_and_keeps_its_place(machine: Machine) -> None:
    lines = [b'{"id": 1, "text": "a"}', b"nonsense", b'{"id": 2}', b"[1]", b'{"text": 3}', b"\xff"]
    lines += [b"[" * 100_000, b'{"id": 3, "text": "b"}']
    answer = machine.run("analyze", "--jsonl", stdin=b"\n".join(lines))
    assert answer.code == 2
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["id"] for row in rows] == [1, None, None, None, None, None, None, 3]
    assert [row.get("error") for row in rows[1:4]] == ["not JSON", *['no object with a "text"'] * 2]
    assert [line.split(" is ")[0] for line in answer.err.splitlines()] == [
        f"newsreader: Line {number} of standard input" for number in range(2, 8)
    ]


def test_analyze_answers_before_the_next_line_comes(machine: Machine) -> None:
    with machine.start("analyze", "--jsonl") as process:
        assert process.stdin
        assert process.stdout
        for number in (1, 2):
            process.stdin.write(json.dumps({"id": number, "text": "x"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait() == 0
