"""The Anki format: a card a passage, as Anki's text import takes it (docs.ankiweb.net, Text Files).

Each card carries the id of its highlight, so that importing again updates it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from newsreader.export.citation import citation
from newsreader.export.entries import Entry, entries
from newsreader.export.lines import lines, one_line
from newsreader.export.provenance import provenance
from newsreader.model.evidence import Evidence

_HEADING = (
    "#separator:tab",
    "#html:true",
    "#columns:Front\tBack\tTags\tId",
    "#tags column:3",
    "#guid column:4",
)


def write_anki(evidence: Sequence[Evidence]) -> str:
    """Return a card an entry: the words in front; who, where and the note on the back."""
    cards = ("\t".join(_card(entry)) for entry in entries(evidence))
    return "\n".join([*_HEADING, *cards]) + "\n"


def _card(entry: Entry) -> Iterator[str]:
    front = _html(entry.exact) or _html(entry.article.title) or "Untitled"
    # What begins with # is a comment to Anki.
    yield f"&#35;{front[1:]}" if front.startswith("#") else front
    yield "<br><br>".join(_back(entry))
    yield " ".join(word for word in map(_word, entry.tags) if word)
    yield _word(entry.id)


def _back(entry: Entry) -> Iterator[str]:
    quote = entry.quote
    if quote and quote.who:
        corrected = ", corrected by the reader" if quote.corrected else ""
        yield f"<b>{_html(quote.who)}</b>{corrected}"
    yield _html(citation(entry.article, entry.speaker, indirect=entry.is_indirect))
    if entry.note:
        yield _html(entry.note.text)
    yield f"<small>{_html(provenance(entry))}</small>"


def _word(text: str) -> str:
    """Return text without what would end a tag or quote a field."""
    return "_".join(one_line(text).replace('"', "").split())


def _html(text: str) -> str:
    """Return text as HTML on one line, without the quotation marks that would quote a field."""
    return "<br>".join(escape(line) for line in lines(text))
