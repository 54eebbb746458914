"""A highlight in an edited text is where it says it is, however many passages look like it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.anchoring import MISSING, find, make_anchor
from newsreader.model import Outcome, Span, sha256_of

sentences = st.builds(
    "{} {} {} points in the {} half of the match.".format,
    st.sampled_from("Smid Jonas Petri Okafor".split()),
    st.sampled_from("scored won lost".split()),
    st.integers(8, 15),
    st.sampled_from(["first", "second"]),
) | st.sampled_from(
    [
        "“We were the better side,” Smid said.",
        "“We were the better side today,” Petri said.",
        "The gates opened at noon.",
        "It rained.",
        "Nobody was hurt.",
    ]
)
"""Sentences of a report in which one is much like another."""

reports = st.lists(sentences, min_size=2, max_size=12)


def part_of(report: list[str], marked: int) -> st.SearchStrategy[Span]:
    """Choose a sentence of a report, or some of its words."""
    start = sum(len(words) + 2 for words in report[:marked])
    words = [found.span() for found in re.finditer(r"\S+", report[marked])]
    whole = (0, len(words) - 1)
    some = st.tuples(*[st.integers(0, len(words) - 1)] * 2).map(sorted)
    return (st.just(whole) | some).map(
        lambda ends: Span(start + words[ends[0]][0], start + words[ends[1]][1])
    )


@st.composite
def edited(draw: st.DrawFn, report: list[str]) -> str:
    """Drop, move, add and rewrite sentences of a report."""
    rows = list(report)
    for _ in range(draw(st.integers(0, 4))):
        if not rows:
            break
        at = draw(st.integers(0, len(rows) - 1))
        edit = draw(st.sampled_from(["drop", "move", "add", "rewrite"]))
        if edit == "drop":
            del rows[at]
        elif edit == "move":
            rows.insert(draw(st.integers(0, len(rows) - 1)), rows.pop(at))
        elif edit == "add":
            rows.insert(at, draw(sentences))
        else:
            words = rows[at].split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(
                st.sampled_from(["17", "old", "Roe"])
            )
            rows[at] = " ".join(words)
    return "\n\n".join(rows)


@given(reports, st.data())
def test_it_is_what_is_reported(report: list[str], data: st.DataObject) -> None:
    before, text = "\n\n".join(report), data.draw(edited(report))
    span = data.draw(part_of(report, data.draw(st.integers(0, len(report) - 1))))
    anchor = make_anchor(before, span, sha256_of(before))
    for known in ("", before):
        found = find(anchor, text, sha256_of(text), known)
        if found.span is None:
            assert found == MISSING
            continue
        assert found.outcome is not Outcome.MISSING
        assert found.span.end <= len(text)
        same = found.span.of(text) == anchor.exact
        assert same == (found.outcome is not Outcome.CHANGED)
        if found.outcome is Outcome.EXACT:
            assert found.span == anchor.span


@given(reports, st.data())
def test_one_that_was_dropped_is_not_another_that_stayed(
    report: list[str], data: st.DataObject
) -> None:
    """Only where another says the very same words are they what is found."""
    before, marked = "\n\n".join(report), data.draw(st.integers(0, len(report) - 1))
    anchor = make_anchor(before, data.draw(part_of(report, marked)), sha256_of(before))
    rest = report[:marked] + report[marked + 1 :]
    text = "\n\n".join(data.draw(st.just(rest) | st.permutations(rest)))
    found = find(anchor, text, sha256_of(text), before)
    assert found.span is None or found.span.of(text) == anchor.exact
