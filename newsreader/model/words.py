"""What counts as a word."""

from __future__ import annotations

import re

UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # kana, Han, Hangul: no spaces between words

WORD = rf"[{UNSPACED}]|\d+(?:[.,:]\d+)+|[^\W{UNSPACED}]+(?:['’-][^\W{UNSPACED}]+)*"
"""A pattern: a word with its apostrophes and hyphens, a number with its points and commas, or one
character of the scripts that set no spaces."""

_WORD = re.compile(WORD)


def words_of(text: str) -> list[str]:
    """Return the words of a text, in order."""
    return _WORD.findall(text)
