from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Span
from newsreader.tui import caret
from newsreader.tui.caret import Selection, trimmed
from newsreader.tui.wrap import Wrapped

TEXT = "He said so. She didn’t.\n\nThen both left."


@pytest.mark.parametrize(
    ("move", "start", "end"),
    [
        (caret.word, 0, 3),
        (caret.word, 16, 25),
        (caret.word_end, 0, 1),
        (caret.word_end, 16, 21),
        (caret.word_back, 5, 3),
        (caret.word_back, 3, 0),
        (caret.sentence, 0, 12),
        (caret.sentence, 12, 25),
        (caret.sentence_back, 14, 12),
        (caret.sentence_back, 12, 0),
        (caret.paragraph, 3, 25),
        (caret.paragraph_back, 30, 25),
        (caret.paragraph_back, 25, 0),
        (caret.right, 22, 25),
        (caret.left, 25, 22),
    ],
)
def test_motions(move: Callable[[str, int], int], start: int, end: int) -> None:
    assert move(TEXT, start) == end


def test_vertical_motion_skips_the_air_between_paragraphs() -> None:
    wrapped = Wrapped(TEXT, 40)
    assert caret.vertical(wrapped, 3, 1) == 28
    assert caret.vertical(wrapped, 28, -1) == 3
    assert caret.vertical(wrapped, 28, 1) == 28


def test_a_selection_holds_the_characters_at_both_ends() -> None:
    assert Selection(5, 2).span == Span(2, 6)
    assert Selection(5, 2).swapped() == Selection(2, 5)


def test_space_at_the_ends_is_not_part_of_a_passage() -> None:
    assert trimmed("a  b ", Span(1, 5)) == Span(3, 4)
    assert trimmed("a   b", Span(1, 4)) is None


@given(st.text(alphabet="ab .’\n", min_size=1, max_size=60), st.data())
def test_no_motion_leaves_the_text(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    wrapped = Wrapped(text, 10)
    moves: list[Callable[[str, int], int]] = [
        caret.word, caret.word_end, caret.word_back, caret.sentence, caret.sentence_back,
        caret.paragraph, caret.paragraph_back, caret.left, caret.right,
    ]  # fmt: skip
    for move in moves:
        assert 0 <= move(text, at) < len(text)
    assert 0 <= caret.vertical(wrapped, at, 1) < len(text)
    assert 0 <= caret.vertical(wrapped, at, -1) < len(text)
