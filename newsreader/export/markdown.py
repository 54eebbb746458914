"""The Markdown format, at home in Obsidian: properties, callouts, tags and block ids.

Markup follows CommonMark 0.31 and Obsidian's own additions (help.obsidian.md: Properties,
Callouts, Tags, Internal links). All text from outside is escaped, so that nothing in it can
become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from newsreader.export.citation import attribution, day
from newsreader.export.entries import Entry
from newsreader.export.json_text import dump
from newsreader.export.lines import one_line
from newsreader.export.provenance import provenance, remarks
from newsreader.model import Highlight, Note
from newsreader.model.evidence import Evidence, Passage
from newsreader.safety import guard

_INLINE = re.compile(
    r"[\\`*_\[\]<>#|~^$@]"  # emphasis, code, links, HTML, headings, tables, maths, addresses
    r"|&(?=[#\w])"  # character references
    r"|(?<==)=|=(?==)|(?<=%)%|%(?=%)"  # Obsidian's highlights and comments
    r"|(?<=\w):(?=//)|(?<=\bwww)\.",  # addresses that would become links by themselves
    re.IGNORECASE,
)
_LINE_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


Property = str | int | date | list[str]


def write_markdown(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as one Markdown document, a section an article."""
    blocks = [front_matter(properties(evidence))]
    for one in evidence:
        blocks += section(one)
    return "\n\n".join(blocks) + "\n"


def front_matter(known: Mapping[str, Property]) -> str:
    """Return the YAML that stands on top of a document."""
    return "\n".join(["---", *(property_lines(*each) for each in known.items()), "---"])


def property_lines(name: str, value: Property) -> str:
    """Return one property in YAML."""
    if isinstance(value, list):
        return "\n".join([f"{name}:", *(f"  - {dump(item)}" for item in value)])
    # JSON's strings are YAML's double-quoted scalars.
    return f"{name}: {dump(value) if isinstance(value, str) else value}"


def properties(evidence: Sequence[Evidence]) -> dict[str, Property]:
    """Return what is known of the article where it is alone, else of the collection."""
    rows: dict[str, Property | None]
    if len(evidence) == 1:
        one = evidence[0]
        rows = {
            "title": one_line(one.title),
            "author": one_line(one.byline),
            "publisher": one_line(one.publisher),
            "published": one.published and one.published.date(),
            "source": one_line(one.url or one.location),
            "language": one_line(one.language),
            "tags": [tag for tag in map(_tag, one.tags) if tag],
        }
    else:
        rows = {"title": "Notes from newsreader", "articles": len(evidence)}
    rows["highlights"] = sum(len(one.passages) for one in evidence)
    if changes := [change.date() for one in evidence for change in _changes(one)]:
        rows |= {"created": min(changes), "updated": max(changes)}
    return {name: value for name, value in rows.items() if value not in (None, "", [])}


def _changes(evidence: Evidence) -> Iterator[datetime]:
    """Yield when the reader made or changed something."""
    notes = [evidence.note, *(passage.note for passage in evidence.passages)]
    made: list[Highlight | Note | None] = [*notes, *(each.highlight for each in evidence.passages)]
    for thing in made:
        if thing:
            yield from (thing.created, thing.updated)


def section(evidence: Evidence) -> Iterator[str]:
    """Yield the blocks of one article."""
    yield f"## {_escape(evidence.title) or 'Untitled'}"
    facts = [
        _escape(evidence.byline),
        _escape(evidence.publisher),
        day(evidence.published) if evidence.published else "",
        f"fetched {day(evidence.fetched)}",
        _address(evidence),
    ]
    yield " · ".join(fact for fact in facts if fact)
    if evidence.tags:
        yield _tags(evidence.tags)
    if evidence.note:
        yield _note(evidence.note)
        yield _small_print(Entry(evidence, None))
    for passage in evidence.passages:
        yield from _passage(Entry(evidence, passage), passage)


def _passage(entry: Entry, passage: Passage) -> Iterator[str]:
    """Yield a callout (a plain block quote where nobody is speaking), its id, note and tags."""
    highlight, quote = passage.highlight, passage.quote
    paragraphs = [_escape(line) for line in highlight.anchor.exact.split("\n") if line.strip()]
    lines = [f"[!quote] {_escape(quote.who)}"] if quote and quote.who else []
    lines += "\n\n".join(paragraphs).split("\n")
    lines += ["", _source(entry)]
    for remark in remarks(passage):
        lines += ["", f"*{remark}*"]
    yield "\n".join(f"> {line}".rstrip() for line in lines)
    # A block id follows a callout on a line of its own.
    yield "^nr-" + re.sub("[^0-9a-z]", "", highlight.id.lower())[:8]
    if passage.note:
        yield _note(passage.note)
    if highlight.tags:
        yield _tags(highlight.tags)
    yield _small_print(entry)


def _small_print(entry: Entry) -> str:
    """Return where an entry stands and how it is known, as a comment that Obsidian hides."""
    return f"%%{_escape(provenance(entry))}%%"


def _source(entry: Entry) -> str:
    """Return the citation of a passage, its web address as a link."""
    line = _escape(attribution(entry.article, entry.speaker, indirect=entry.is_indirect))
    return "— " + ", ".join(part for part in (line, _address(entry.article)) if part)


def _note(note: Note) -> str:
    return "\n".join(_escape(line) for line in note.text.split("\n")).strip("\n")


def _tags(tags: Sequence[str]) -> str:
    return " ".join(f"#{tag}" for tag in map(_tag, tags) if tag)


def _tag(tag: str) -> str:
    """Return a tag as Obsidian takes it: letters, digits, - _ /, and not digits alone."""
    # An underscore stays between letters only: elsewhere it would begin emphasis.
    valid = re.sub(r"[^\w/-]+|(?<![^\W_])_+|_+(?![^\W_])", "-", guard(tag)).strip("-/")
    return f"_{valid}" if valid.isdigit() else valid


def _address(evidence: Evidence) -> str:
    """Return a web address as a link, any other location as plain text."""
    address = guard(evidence.url or evidence.location)
    if re.fullmatch(r"https?://[^\s<>\\`]+", address):
        return f"<{address}>"
    return _escape(address)


def _escape(text: str) -> str:
    """Return one line of text in which nothing is markup, and no address becomes a link."""
    line = _INLINE.sub(r"\\\g<0>", guard(text).strip())
    return _LINE_START.sub(r"\2\\\1\3", line)
