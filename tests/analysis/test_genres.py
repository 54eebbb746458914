"""Invented news of many kinds, marked by hand: wire copy, results of matches, business.

`marked_news.txt` holds texts parted by "===". [P name] marks a person, [O name] an organisation,
[L name] a place. Sports tables have teams named after places, and some texts have a space before
each punctuation mark, as old wire copy is often kept.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from newsreader.analysis.entities import find_entities
from newsreader.analysis.names import find_names
from newsreader.analysis.people import find_people
from newsreader.analysis.sentences import lay_out

MARKED = Path(__file__).with_name("marked_news.txt").read_text(encoding="utf-8").split("\n===\n")
KINDS = {"P": "PERSON", "O": "ORG", "L": "PLACE"}

Found = set[tuple[int, int, str]]


def unmarked(marked: str) -> tuple[str, Found]:
    """Return a text without its marks, and what they mark."""
    text, spans, at = "", set(), 0
    for mark in re.finditer(r"\[([POL]) ([^\]]+)\]", marked):
        text += marked[at : mark.start()]
        spans.add((len(text), len(text) + len(mark[2]), KINDS[mark[1]]))
        text += mark[2]
        at = mark.end()
    return text + marked[at:], spans


def found(text: str) -> Found:
    layout = lay_out(text)
    names = find_names(layout)
    return {
        (mention.span.start, mention.span.end, str(entity.type))
        for entity in find_entities(text, names, find_people(layout, names))
        for mention in entity.mentions
    }


def f1(right: int, wanted: int, given: int) -> float:
    return 2 * right / (wanted + given)


@pytest.mark.parametrize(("kind", "floor"), [("PERSON", 0.87), ("ORG", 0.83), ("PLACE", 0.91)])
def test_each_kind_is_found_in_news_of_all_sorts(kind: str, floor: float) -> None:
    counts: Counter[str] = Counter()
    for marked in MARKED:
        text, wanted = unmarked(marked)
        given = found(text)
        right = wanted & given
        for name, spans in (("wanted", wanted), ("given", given), ("right", right)):
            counts[name] += sum(span[2] == kind for span in spans)
    assert f1(counts["right"], counts["wanted"], counts["given"]) >= floor


@pytest.mark.parametrize("marked", MARKED, ids=lambda marked: marked.split("\n")[0][:30])
def test_no_sort_of_news_is_read_badly(marked: str) -> None:
    text, wanted = unmarked(marked)
    given = found(text)
    assert f1(len(wanted & given), len(wanted), len(given)) >= 0.6


@pytest.mark.parametrize(
    "marked",
    [
        "[O Sheffield Wednesday] 1 [O Nottingham Forest] 1",
        "The [O National Flood Risk Reduction and Management Council] met in [L Manila].",
        "The [O Moorland Commission on Human Rights] asked [L Chile] to act.",
        "They wrote to the [O Kent County Council] and the [O Kenya Congress of Trade Unions].",
        "The Germans and the South Africans spoke Hindi to Muslims and Jews.",
        "[P Marta Ostrow] of [O Moody's] spoke; [O Moody's] cut the rating.",
        "President of [L Mongolia] [P B.Enkhbold] met [P Jane Roe].",
    ],
)
def test_names_are_cut_and_joined_where_their_words_say(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found(text) == wanted
