from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Span
from newsreader.tui.paint import Layer, stretches

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=12,
)


def test_later_layers_lie_over_earlier_ones() -> None:
    quotes = Layer([(Span(2, 8), "quote")])
    current = Layer([(Span(4, 6), "current")])
    assert [tuple(s) for s in stretches(0, 10, [quotes, current])] == [
        (0, 2, ()),
        (2, 4, ("quote",)),
        (4, 6, ("quote", "current")),
        (6, 8, ("quote",)),
        (8, 10, ()),
    ]


@given(SPANS, st.integers(0, 60), st.integers(0, 30))
def test_every_character_has_the_styles_of_the_spans_over_it(
    spans: list[Span], start: int, length: int
) -> None:
    layer = Layer([(span, str(span.start)) for span in spans])
    drawn: dict[int, list[str]] = {}
    for stretch in stretches(start, start + length, [layer]):
        for offset in range(stretch.start, stretch.end):
            assert offset not in drawn
            drawn[offset] = sorted(stretch.styles)
    assert drawn == {
        offset: sorted(str(span.start) for span in spans if offset in span)
        for offset in range(start, start + length)
    }
