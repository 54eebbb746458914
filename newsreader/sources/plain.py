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
    lines = text.split("\n")
    head = find_head(lines)
    body = paragraphs(lines[head.length :])
    if not body or find_head("\n\n".join(body).split("\n")).lines:
        body = [*head.lines, *body]
    return Article(
        title=head.title or make_title(body[0]),
        text="\n\n".join(body),
        location=location,
        byline=head.byline,
        published=head.published,
        source="text",
    )
