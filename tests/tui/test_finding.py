from __future__ import annotations

from newsreader.model import Span
from newsreader.tui.finding import find, following


def test_case_marks_dashes_and_line_breaks_do_not_matter() -> None:
    text = "“It’s a counter–terrorism\nmatter,” he said. IT'S"
    assert [span.of(text) for span in find(text, "it's")] == ["It’s", "IT'S"]
    assert [span.of(text) for span in find(text, "counter-terrorism matter")] == [
        "counter–terrorism\nmatter"
    ]


def test_patterns_mean_nothing() -> None:
    assert find("a.c abc", "a.c") == [Span(0, 3)]
    assert find("(what)", "(w") == [Span(0, 2)]
    assert find("anything", "   ") == []


def test_the_nearest_goes_round() -> None:
    spans = [Span(2, 3), Span(10, 12), Span(20, 21)]
    assert following(spans, 2, forward=True) == 1
    assert following(spans, 2, forward=True, here=True) == 0
    assert following(spans, 25, forward=True) == 0
    assert following(spans, 10, forward=False) == 0
    assert following(spans, 1, forward=False) == 2
    assert following([], 1, forward=True) is None
