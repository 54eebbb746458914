"""What is typed over a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.search.query import parse
from newsreader.search.titles import in_titles


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("har", "title:har*"),
        ("pier harbour*", "title:pier* title:harbour*"),
        ('"old pier"', 'title:"old pier"*'),
        ("pier is:unread source:post", "title:pier* is:unread source:post"),
        ("-pier (ferry OR said:tides)", "-title:pier* (title:ferry* OR said:tides)"),
    ],
)
def test_plain_words_begin_words_of_titles(typed: str, meant: str) -> None:
    assert in_titles(parse(typed)) == parse(meant)


@given(st.text())
def test_any_text_narrows(typed: str) -> None:
    meant = in_titles(parse(typed))
    assert parse(str(meant)) == meant
