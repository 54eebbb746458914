"""Text as the index takes it apart into words."""

from __future__ import annotations

import re
from functools import cache
from threading import Lock

import apsw

# Patterns are compiled when they are first used: the larger take milliseconds of every start.
_UNSPACED = (
    "["
    "\u1100-\u11ff\uac00-\ud7af"  # Hangul
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana, iteration marks
    "\u3100-\u312f"  # bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "]"
)
# What the characters above begin with in UTF-8, and few others do.
_LEADS = bytes([0xE1, *range(0xE3, 0xF5)])
_OTHER_BYTES = bytes(set(range(256)) - set(_LEADS))
_BEYOND_ASCII = "[^\x00-\x7f]"
_CAPITALS = "[A-Z]+"

IN_WORD = "[^\x00-/:-`{-\x7f]"
"""As a regular expression: a character of a word, in a text that is `folded`."""

BETWEEN_WORDS = "[\x00-/:-`{-\x7f]"
"""As a regular expression: any other character there."""

_WORD = f"{IN_WORD}+"
_ONE_AT_A_TIME = Lock()  # threads must not be in one tokenizer at once


def spaced(text: str) -> str:
    """Return `text` with space around each character of scripts that are written without it.

    Chinese, Japanese and Korean are so indexed character by character, and a word of theirs is
    found as a phrase, wherever it stands in a run of others.
    """
    # `re` is slow on a class that mixes the planes: this look clears most texts.
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _OTHER_BYTES):
        return text
    return re.sub(_UNSPACED, r" \g<0> ", text)


def folded(text: str) -> str:
    """Return `text` with its words as the index knows them: spaced, small, without accents.

    Each character becomes one, but those that `spaced` puts space around, and combining accents,
    which go.
    """
    if not text.isascii():
        text = re.sub(_BEYOND_ASCII, lambda found: _folded(found[0]), text)
    if not text.isascii():  # FTS5 knows fewer capitals than Python does
        return re.sub(_CAPITALS, lambda found: found[0].lower(), text)
    return text.lower()


def words(text: str) -> str:
    """Return the words of `text` as the index knows them, each with a space before and after.

    One space where there are none. So `instr(words(a), words(b))` tells in SQL whether the words
    of `b` stand together in `a`.
    """
    return " ".join(["", *re.findall(_WORD, folded(text)), ""])


@cache
def _folded(character: str) -> str:
    """Ask FTS5 itself, which has its own tables of letters and of what becomes of them."""
    if re.match(_UNSPACED, character):
        return f" {_kept(character)} "
    return _kept(character)


def _kept(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return " "
    with _ONE_AT_A_TIME:
        tokens = _tokenizer()(
            f"a{character}b".encode(),
            apsw.FTS5_TOKENIZE_DOCUMENT,
            None,
            include_offsets=False,
            include_colocated=False,
        )
    return " ".join(map(str, tokens))[1:-1]  # in "a b" it stood between words


@cache
def _tokenizer() -> apsw.FTS5Tokenizer:
    return apsw.Connection(":memory:").fts5_tokenizer("unicode61", ["remove_diacritics", "2"])
