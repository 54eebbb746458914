"""Plain text: an article as somebody typed, pasted or saved it."""

from __future__ import annotations

from newsreader.model import Article
from newsreader.sources.head import find_head, make_title
from newsreader.sources.paragraphs import paragraphs


def read_plain(text: str, location: str) -> Article:
    """Return the article in `text`, which has been made safe.

    A title, byline and date at the top go from the text, unless what is left would seem to begin
    with a title again: then all of it stays, so that reading the article's own text gives the
    same text.
    """
    whole = _with_parted_head(text)
    while (again := _with_parted_head(whole)) != whole:
        whole = again
    lines = whole.split("\n")
    head = find_head(lines)
    below = lines[head.length :]
    is_stable = any(below) and not find_head(below).lines
    body = "\n".join(below).strip("\n") if is_stable else whole
    return Article(
        title=head.title or make_title(body),
        text=body,
        location=location,
        byline=head.byline,
        published=head.published,
        source="text",
    )


def _with_parted_head(text: str) -> str:
    """Return even text in which each line of the head is a paragraph of its own."""
    lines = text.split("\n")
    head = find_head(lines)
    return "\n\n".join([*head.lines, *paragraphs(lines[head.length :])])
