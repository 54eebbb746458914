from __future__ import annotations

import apsw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.library.statements import run, storable
from newsreader.library.tokens import folded, spaced, words


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("river bank", "river bank"),
        ("東京都", " 東  京  都 "),
        ("in 東京.", "in  東  京 ."),
        ("서울 café", " 서  울  café"),
    ],
)
def test_scripts_without_spaces_are_spaced(text: str, apart: str) -> None:
    assert spaced(text) == apart


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The Élysée", " the elysee "),
        ("O'Brien_x, C++", " o brien x c "),
        ("cafe\u0301", " cafe "),
        ("東京 2026", " 東 京 2026 "),
        ("ЖИЗНЬ", " жизнь "),
        ("--", " "),
        ("", " "),
    ],
)
def test_words_are_small_and_without_accents(text: str, known: str) -> None:
    assert words(text) == known


def test_folding_keeps_places() -> None:
    text = "“Élysée,” İzmir said."
    assert len(folded(text)) == len(text)


texts = st.text(st.characters(), max_size=20) | st.text(
    st.sampled_from("aÀéŻß_-'’ 1²½ \u0301\u0345\u0ccc東あ한・ー\ue000\ud800\x00ʼ"), max_size=20
)


@given(texts)
@example("Ꭰꭰ Ა\u1c90")  # capitals that Python knows, and FTS5 does not
def test_words_are_those_of_the_index(text: str) -> None:
    with apsw.Connection(":memory:") as db:
        tokenizer = db.fts5_tokenizer("unicode61", ["remove_diacritics", "2"])
        indexed = tokenizer(
            storable(spaced(text)).encode(),
            apsw.FTS5_TOKENIZE_DOCUMENT,
            None,
            include_offsets=False,
            include_colocated=False,
        )
    assert words(text).split(" ")[1:-1] == indexed


def test_sql_finds_words_within_words(db: apsw.Connection) -> None:
    sql = "SELECT instr(words(?), words(?)) > 0"
    assert run(db, sql, ("The Invented Gazette", "gazette")) == [(1,)]
    assert run(db, sql, ("The Invented Gazette", "invented GAZETTE")) == [(1,)]
    assert run(db, sql, ("The Invented Gazette", "gaz")) == [(0,)]
