"""Text from outside, harmless and even, as every format for people needs it."""

from __future__ import annotations

from newsreader.safety import guard


def one_line(text: str) -> str:
    """Return the text on one line, without space at its ends."""
    return guard(text).strip()


def plain(text: str) -> str:
    """Return the text with no control character in it but newlines."""
    return guard(text, multiline=True).replace("\t", " ")


def lines(text: str) -> list[str]:
    """Return the lines of the text without space at their ends, or empty ones at its ends."""
    return "\n".join(line.strip() for line in plain(text).split("\n")).strip("\n").split("\n")


def paragraphs(text: str) -> list[str]:
    """Return the lines of the text that have something on them."""
    return [line for line in lines(text) if line]
