"""The Org format (orgmode.org/worg/org-syntax.html): a heading an article and one a passage.

All text from outside is escaped, so that nothing in it becomes a heading, a drawer, a link or
code. There is one escape, the entity zwnj, which nobody sees when the notes are published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsreader.export.address import web_address
from newsreader.export.citation import attribution
from newsreader.export.entries import Entry
from newsreader.export.fields import Field, fields
from newsreader.export.lines import lines, one_line, paragraphs
from newsreader.export.provenance import remarks
from newsreader.model.evidence import Evidence, Passage

_MARKUP = re.compile(
    r"^(?=\*+\s|\#|:|\||-{5}|%%\()"  # headings, keywords and comments, drawers, tables, rules
    r"|^(?=(?:TODO|DONE|COMMENT|CLOCK|DEADLINE|SCHEDULED|CLOSED)\b)"
    r"|(?<![^\s\-('\"{])(?=[*/_=~+]\S)"  # emphasis
    r"|(?<=\[)(?=[\[#]|\d{4}-|fn:|cite)|(?<=<)(?=[<%\w])"  # links, notes, citations, dates
    r"|(?<=\{\{)(?=\{)|(?<=@)(?=@)|(?<=\\)(?=\S)"  # macros, snippets, entities and LaTeX
    r"|(?<=\w)(?=:[^\s\d])|(?<=\bsrc)(?=_)|(?<=\bcall)(?=_)"  # plain links, code in a line
    r"|(?<=local variables)(?=:)",  # what Emacs would set
    re.IGNORECASE,
)
_OF_ARTICLE = "byline publisher published fetched url location language sha256".split()
_OF_PASSAGE = """id kind speaker speaker_kind mention cue confidence why corrected characters prefix
    suffix sha256 outcome colour created updated""".split()
_LONGEST = 60
"""Characters of a passage that nobody says, in its heading."""


def write_org(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as an outline, with what makes it checkable in its properties."""
    alone = _escape(evidence[0].title) if len(evidence) == 1 else ""
    heading = [f"#+title: {alone or 'Notes from newsreader'}", "#+options: ^:nil tex:nil", ""]
    written = [line for one in evidence for line in _article(one)]
    return "\n".join([*heading, *written]) + "\n"


def _article(evidence: Evidence) -> Iterator[str]:
    yield f"* {_heading(evidence.title) or 'Untitled'}{_tags(evidence.tags)}"
    yield from _properties(Entry(evidence, None), _OF_ARTICLE)
    yield ""
    if evidence.note:
        yield from map(_escape, lines(evidence.note.text))
        yield ""
    for passage in evidence.passages:
        yield from _passage(Entry(evidence, passage), passage)


def _passage(entry: Entry, passage: Passage) -> Iterator[str]:
    quote, note = passage.quote, passage.note
    words = paragraphs(entry.exact)
    who = quote.who if quote and quote.who else _beginning(words)
    yield f"** {_heading(who)}{_tags(entry.tags)}"
    yield from _properties(entry, _OF_PASSAGE)
    yield "#+begin_quote"
    yield from "\n\n".join(map(_escape, words)).split("\n")
    yield "#+end_quote"
    source = attribution(entry.article, entry.speaker, indirect=entry.is_indirect)
    yield f"— {_escape(source)}{_link(entry.article)}"
    yield ""
    for remark in remarks(passage):
        yield f"/{remark}/"
        yield ""
    if note:
        yield from map(_escape, lines(note.text))
        yield ""


def _beginning(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _properties(entry: Entry, names: Iterable[str]) -> Iterator[str]:
    known = fields(entry)
    known["characters"] = f"{known['start']}-{known['end']}"  # :END: is the end of a drawer
    yield ":PROPERTIES:"
    for name in names:
        value = _value(known[name])
        if value:
            yield f":{name.upper()}: {value}"
    yield ":END:"


def _value(value: Field) -> str:
    if value is None or isinstance(value, tuple):
        return ""
    return one_line(str(value).lower() if isinstance(value, bool) else str(value))


def _tags(tags: Iterable[str]) -> str:
    """Return tags as Org takes them: letters, digits, _ @ # %."""
    words = [re.sub(r"[^\w@#%]+", "_", one_line(tag)).strip("_") for tag in tags]
    known = [word for word in words if word]
    return f" :{':'.join(known)}:" if known else ""


def _link(evidence: Evidence) -> str:
    address = web_address(evidence).replace("[", "%5B").replace("]", "%5D")
    return f", [[{address}]]" if address else ""


def _heading(text: str) -> str:
    """Return the text of a heading, no tag at its end."""
    escaped = _escape(text)
    return escaped + r"\zwnj{}" if re.search(r":[\w@#%:]*:$", escaped) else escaped


def _escape(text: str) -> str:
    """Return one line of text in which nothing is markup."""
    return _MARKUP.sub(r"\\zwnj{}", one_line(text))
