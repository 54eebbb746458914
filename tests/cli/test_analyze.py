"""newsreader analyze on many texts at once, and on a whole library."""

from __future__ import annotations

import json
import re
import signal
import sys

import pytest

from newsreader.analysis import analyze
from newsreader.cli.analyze import MANY_BYTES
from newsreader.reading import Reading
from newsreader.reading.analysing import TOGETHER
from tests.cli.conftest import Machine

PARAGRAPH = "Harrowmere will drain its baths in April, Mayor Delia Pruett said on day {}.\n\n"


def texts(count: int, paragraphs: int) -> list[str]:
    return ["".join(PARAGRAPH.format(n * 100 + p) for p in range(paragraphs)) for n in range(count)]


def fill(machine: Machine, count: int, paragraphs: int = 1) -> None:
    folder = machine.folder / "many"
    folder.mkdir()
    for number, text in enumerate(texts(count, paragraphs)):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    assert machine.run("add", "--no-analysis", folder, "--library", machine.library).code == 0


def test_many_lines_are_answered_as_one_line_is(machine: Machine) -> None:
    given = texts(40, 30)
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(given)]
    lines.insert(5, "nonsense")
    assert sum(map(len, lines)) > MANY_BYTES
    answer = machine.run("analyze", "--jsonl", stdin="\n".join(lines))
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["id"] for row in rows] == [*range(5), None, *range(5, 40)]
    assert answer.err == "newsreader: Line 6 of standard input is not JSON.\n"
    alone = [machine.run("analyze", "--jsonl", stdin=line).json for line in lines[:3]]
    assert rows[:3] == alone


def test_the_library_is_analysed_once(machine: Machine) -> None:
    fill(machine, TOGETHER + 4)
    answer = machine.run("analyze", "--library", machine.library)
    assert (answer.code, answer.out, answer.err) == (0, "20 articles analysed.\n", "")
    again = machine.run("analyze", "--library", machine.library)
    assert again.out == "All articles are analysed.\n"
    with Reading(machine.library) as reading:
        version = reading.open(reading.listing()[0].id).version
        assert reading.analysis(version) == analyze(version.text)


def test_a_library_without_articles(machine: Machine) -> None:
    answer = machine.run("analyze", "--library", machine.library)
    assert (answer.code, answer.out) == (0, "All articles are analysed.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_stopped_it_keeps_what_it_said_and_goes_on_later(machine: Machine) -> None:
    fill(machine, 400, paragraphs=60)
    with machine.start("analyze", "--library", machine.library) as process:
        assert process.stderr
        with Reading(machine.library) as reading:
            while len(reading.unanalysed()) == 400 and process.poll() is None:
                pass
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""
        assert process.stdout
        said = process.stdout.read().decode()
    with Reading(machine.library) as reading:
        rest = len(reading.unanalysed())
    told = re.fullmatch(r"(\d+) articles analysed. (\d+) to go: run it again to go on.\n", said)
    assert told
    assert int(told[1]) + int(told[2]) == 400
    assert 0 < int(told[1]) <= 400 - rest < 400
    answer = machine.run("analyze", "--library", machine.library)
    assert answer.out == f"{rest} articles analysed.\n"


def test_killed_it_leaves_no_process_behind(machine: Machine) -> None:
    fill(machine, 400, paragraphs=60)
    with machine.start("analyze", "--library", machine.library) as process:
        with Reading(machine.library) as reading:
            while len(reading.unanalysed()) == 400 and process.poll() is None:
                pass
        process.kill()
        process.communicate(timeout=10)  # ends when the last one that could write there is gone


def test_an_article_deleted_meanwhile_is_passed_over(machine: Machine) -> None:
    fill(machine, 3)
    with Reading(machine.library) as reading:
        waiting = [*reading.unanalysed(), 99]
        assert list(reading.analyze_all(waiting)) == [0, 0, 0, 0, 4]
        assert reading.unanalysed() == []
