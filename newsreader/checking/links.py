"""Addresses that open an article at a passage."""

from __future__ import annotations

from urllib.parse import quote

from newsreader.model.judgement import SourcePassage

_WHOLE = 80
"""Characters of a passage that is named whole; of a longer one, both its ends."""

_WORDS = 5
"""Words of each end."""


def link_to(source: SourcePassage) -> str:
    """Return the address of the article with the passage in it, "" where it has no web address.

    A browser goes to the words and lights them up (WICG, URL Fragment Text Directives).
    """
    if not source.url.startswith(("http://", "https://")) or not source.words.strip():
        return ""
    words = source.words.split()
    ends = [words] if _is_whole(source.words) else [words[:_WORDS], words[-_WORDS:]]
    text = ",".join(_encoded(" ".join(end)) for end in ends)
    return f"{source.url}{'' if '#' in source.url else '#'}:~:text={text}"


def _is_whole(words: str) -> bool:
    """Tell whether a passage may be named whole: it must be short, and in one paragraph."""
    few = len(words.split()) < 2 * _WORDS
    return "\n" not in words.strip() and (few or len(words) <= _WHOLE)


def _encoded(text: str) -> str:
    """Return text in which no character means something in a text directive."""
    return quote(text, safe="").replace("-", "%2D")
