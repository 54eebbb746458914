"""Text as the index takes it apart into words."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "["
    "\u1100-\u11ff\uac00-\ud7af"  # Hangul
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana, iteration marks
    "\u3100-\u312f"  # bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "]"
)


def spaced(text: str) -> str:
    """Return `text` with space around each character of scripts that are written without it.

    Chinese, Japanese and Korean are so indexed character by character, and a word of theirs is
    found as a phrase, wherever it stands in a run of others.
    """
    return text if text.isascii() else _UNSPACED.sub(r" \g<0> ", text)
