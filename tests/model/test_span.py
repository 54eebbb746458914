from __future__ import annotations

import pytest

from newsreader.model import Span


def test_a_span_is_half_open() -> None:
    span = Span(2, 5)
    assert span.of("abcdefg") == "cde"
    assert len(span) == 3
    assert 2 in span
    assert 5 not in span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 6))
    assert Span(0, 4).overlaps(Span(3, 6))
    assert Span(0, 6).covers(Span(3, 6))
