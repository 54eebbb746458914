from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Span
from newsreader.tui.wrap import Wrapped, cells, fit, fit_lines

TEXTS = st.text(alphabet=st.sampled_from("ab cdé—“”\n\t漢字🙂é "), max_size=200)


def lines(text: str, width: int) -> list[str]:
    wrapped = Wrapped(text, width)
    return [text[a:b] for a, b in zip(wrapped.starts, wrapped.ends, strict=True)]


def test_lines_break_at_spaces_and_long_words_are_cut() -> None:
    assert lines("one two three", 8) == ["one two", "three"]
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert lines("one\n\ntwo", 8) == ["one", "", "two"]


def test_wide_characters_take_two_cells() -> None:
    assert lines("漢字漢字", 4) == ["漢字", "漢字"]
    assert lines("a 漢字 b", 4) == ["a", "漢字", "b"]


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_too_wide_and_nothing_but_breaks_is_left_out(text: str, width: int) -> None:
    wrapped = Wrapped(text, width)
    at = 0
    for start, end in zip(wrapped.starts, wrapped.ends, strict=True):
        assert text[at:start].strip(" \n") == ""
        assert cells(text[start:end]) <= width
        at = end
    assert text[at:].strip(" \n") == ""


@given(TEXTS, st.integers(2, 40), st.integers(0, 199))
def test_an_offset_is_found_again_where_it_stands(text: str, width: int, offset: int) -> None:
    wrapped = Wrapped(text, width)
    line = wrapped.line_of(min(offset, len(text)))
    if wrapped.starts[line] <= offset < wrapped.ends[line] and cells(text[offset]):
        assert wrapped.offset_at(line, wrapped.cell_of(offset)) == offset


def test_a_span_over_a_break_touches_both_lines() -> None:
    wrapped = Wrapped("one two three", 8)
    assert wrapped.lines_of(Span(4, 10)) == range(2)
    assert wrapped.lines_of(Span(0, 3)) == range(1)


@given(TEXTS, st.integers(1, 30))
def test_a_fitted_text_fits(text: str, width: int) -> None:
    text = " ".join(text.split())
    assert cells(fit(text, width)) <= width


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert fit("A long headline", 8) == "A long…"
    assert fit_lines("one two three four five", 9, 2) == ["one two", "three…"]
    assert fit_lines("one", 9, 2) == ["one", ""]
