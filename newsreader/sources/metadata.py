"""What a page or front matter says about its article, made fit to keep."""

from __future__ import annotations

import re

from newsreader.safety import clean
from newsreader.sources.paragraphs import one_line

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)


def language_tag(value: str) -> str:
    """Return `value` as a language tag (BCP 47, like "en-GB"), or "" if it is none."""
    found = _LANGUAGE.fullmatch(value.strip())
    return found[0].replace("_", "-") if found else ""


def web_address(value: str) -> str:
    """Return `value` if it is an http(s) address, else ""."""
    found = _ADDRESS.fullmatch(clean(value).strip())
    return found[0] if found else ""


def names(value: str) -> str:
    """Return who wrote an article, without the "By" before the names."""
    return re.sub(r"^by:?\s+", "", one_line(value), flags=re.IGNORECASE)
