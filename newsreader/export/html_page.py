"""The HTML format: one page that needs nothing else, to read, print or pass on.

The content security policy keeps a page that was tampered with from loading or running anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from newsreader.export.address import web_address
from newsreader.export.citation import attribution, day
from newsreader.export.entries import Entry
from newsreader.export.lines import one_line, paragraphs
from newsreader.export.provenance import provenance, remarks
from newsreader.model.evidence import Evidence, Passage

_STYLE = """
:root { color-scheme: light dark;
  --ink: #1c1b19; --paper: #fdfcfa; --quiet: #6a655d; --rule: #d8d3ca;
  --yellow: #e0b100; --green: #3f9a4f; --blue: #3b7dc4; --pink: #cf5c93; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e2da; --paper: #1a1917; --quiet: #9c958a; --rule: #3c3934; }
}
body { background: var(--paper); color: var(--ink); font: 1.05rem/1.55 Georgia, serif;
  margin: 2rem auto; max-width: 42rem; padding: 0 1rem; overflow-wrap: anywhere; }
article { border-top: 1px solid var(--rule); margin-top: 2.5rem; }
figure { margin: 1.5rem 0; }
blockquote { border-left: .3rem solid var(--rule); margin: 0; padding: .1rem 0 .1rem 1rem; }
[data-colour=yellow] blockquote { border-color: var(--yellow); }
[data-colour=green] blockquote { border-color: var(--green); }
[data-colour=blue] blockquote { border-color: var(--blue); }
[data-colour=pink] blockquote { border-color: var(--pink); }
figcaption, .facts, .tags, nav { color: var(--quiet); font-size: .9rem; }
.proof { color: var(--quiet); font: .75rem/1.4 ui-monospace, monospace; }
.note { border-left: 1px dotted var(--quiet); margin-left: 1rem; padding-left: 1rem; }
a { color: inherit; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #444; --rule: #999; }
  body { font-size: 10.5pt; margin: 0; max-width: none; }
  figure { break-inside: avoid; } h2 { break-after: avoid; } nav { display: none; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as one page, with a table of contents where it is of several articles."""
    alone = evidence[0].title if len(evidence) == 1 else ""
    title = one_line(alone) or "Notes from newsreader"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            f'<h1 dir="auto">{escape(title)}</h1>',
            *(_contents(evidence) if len(evidence) > 1 else ()),
            *(line for n, one in enumerate(evidence, 1) for line in _article(n, one)),
            "</body>",
            "</html>\n",
        ]
    )


def _contents(evidence: Sequence[Evidence]) -> Iterator[str]:
    yield '<nav aria-label="Articles">\n<ol>'
    for n, one in enumerate(evidence, 1):
        yield f'<li dir="auto"><a href="#article-{n}">{_title(one)}</a></li>'
    yield "</ol>\n</nav>"


def _title(evidence: Evidence) -> str:
    return escape(one_line(evidence.title)) or "Untitled"


def _article(number: int, evidence: Evidence) -> Iterator[str]:
    yield f'<article id="article-{number}"{_language(evidence)}>'
    yield f'<h2 dir="auto">{_title(evidence)}</h2>'
    published = evidence.published
    facts = [
        escape(one_line(evidence.byline)),
        escape(one_line(evidence.publisher)),
        f'<time datetime="{published.isoformat()}">{day(published)}</time>' if published else "",
        f'fetched <time datetime="{evidence.fetched.isoformat()}">{day(evidence.fetched)}</time>',
        _address(evidence),
    ]
    yield f'<p class="facts">{" · ".join(fact for fact in facts if fact)}</p>'
    yield from _tags(evidence.tags)
    if evidence.note:
        yield from _note(evidence.note.text)
        yield f'<p class="proof">{escape(provenance(Entry(evidence, None)))}</p>'
    for passage in evidence.passages:
        yield from _passage(evidence, passage)
    yield "</article>"


def _language(evidence: Evidence) -> str:
    """Return the attribute that names the language, if it is a tag of BCP 47."""
    valid = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", evidence.language)
    return f' lang="{evidence.language}"' if valid else ""


def _address(evidence: Evidence) -> str:
    """Return a web address as a link, any other location as plain text."""
    web = web_address(evidence)
    shown = escape(web or one_line(evidence.url or evidence.location))
    return f'<a href="{shown}" rel="noreferrer">{shown}</a>' if web else shown


def _passage(evidence: Evidence, passage: Passage) -> Iterator[str]:
    entry, highlight, quote = Entry(evidence, passage), passage.highlight, passage.quote
    name = "".join(re.findall("[0-9a-z]", highlight.id.lower()))
    yield f'<figure id="nr-{name}" data-colour="{escape(one_line(highlight.colour))}">'
    web = web_address(evidence)
    yield f'<blockquote cite="{escape(web)}">' if web else "<blockquote>"
    yield from _text(highlight.anchor.exact)
    yield "</blockquote>"
    speaker = quote.speaker or quote.mention if quote else ""
    line = attribution(evidence, speaker, indirect=entry.is_indirect)
    caption = "<br>".join([f"— {escape(one_line(line))}", *remarks(passage)])
    yield f'<figcaption dir="auto">{caption}</figcaption>'
    if passage.note:
        yield from _note(passage.note.text)
    yield from _tags(highlight.tags)
    yield f'<p class="proof">{escape(provenance(entry))}</p>'
    yield "</figure>"


def _note(text: str) -> Iterator[str]:
    yield '<div class="note">'
    yield from _text(text)
    yield "</div>"


def _text(text: str) -> Iterator[str]:
    for paragraph in paragraphs(text):
        yield f'<p dir="auto">{escape(paragraph)}</p>'


def _tags(tags: Iterable[str]) -> Iterator[str]:
    words = [f"#{escape(one_line(tag))}" for tag in tags if one_line(tag)]
    if words:
        yield f'<p class="tags">{" ".join(words)}</p>'
