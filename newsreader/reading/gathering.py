"""What a reader gathered, put together from the library and the analyses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from newsreader.errors import NothingFound
from newsreader.library import annotations as margin
from newsreader.library import bin as waste
from newsreader.library import versions
from newsreader.model import Analysis, Highlight, Span
from newsreader.model.evidence import Evidence, Passage, QuoteContext, quote_context
from newsreader.reading.analysing import uncorrected
from newsreader.search.narrowing import apart

if TYPE_CHECKING:
    from newsreader.reading import Reading

Key: TypeAlias = tuple[int, str]
"""An article and a highlight of it; an empty one stands for the note on the article."""


def gather(reading: Reading, query: str, article_id: int | None) -> Iterator[Evidence]:
    """Yield an Evidence for each article that `Reading.evidence` promises."""
    with reading.library() as db:
        left_out = waste.contents(db) if article_id is None else ()
        ids = [each for each in margin.annotated_ids(db) if each not in left_out]
    found = reading.found(query) if query.strip() else None
    for one in (_gathered(reading, each) for each in ids if article_id in (None, each)):
        if found is None or one.article_id in found or _mentions(one, query):
            yield one


def gather_noted(reading: Reading, query: str, called: Mapping[str, str]) -> list[Evidence]:
    """Return the Evidence that `Reading.noted` promises."""
    asked, words = apart(query, called)
    found = reading.evidence(words)
    if not asked.is_empty:
        keys = {entry.key for entry in reading.entries() if asked.fits(entry)}
        found = list(reading.chosen_evidence(_among(found, keys)))
    if not found:
        hint = " ".join(asked.remarks) or "Highlight a quote or write a note first."
        raise NothingFound("There are no such notes.", hint)
    return found


def _among(gathered: Iterable[Evidence], keys: Collection[Key]) -> list[Key]:
    """Return those of the keys that these articles have, in their order."""
    there = [
        (one.article_id, highlight_id)
        for one in gathered
        for highlight_id in ("", *(passage.highlight.id for passage in one.passages))
    ]
    return [key for key in there if key in keys]


def gather_chosen(reading: Reading, keys: Iterable[Key]) -> Iterator[Evidence]:
    """Yield the Evidence that `Reading.chosen_evidence` promises."""
    chosen: dict[int, set[str]] = {}
    for article_id, highlight_id in keys:
        chosen.setdefault(article_id, set()).add(highlight_id)
    for article_id, ids in chosen.items():
        whole = _gathered(reading, article_id)
        passages = tuple(each for each in whole.passages if each.highlight.id in ids)
        yield replace(whole, note=whole.note if "" in ids else None, passages=passages)


def _gathered(reading: Reading, article_id: int) -> Evidence:
    opened = reading.open(article_id)
    listed, notes = opened.listed, {note.highlight_id: note for note in opened.notes}
    contexts = _quote_contexts(reading, article_id, [one.highlight for one in opened.placed])
    return Evidence(
        article_id=article_id,
        title=listed.title,
        location=listed.location,
        fetched=opened.version.fetched,
        sha256=opened.version.sha256,
        byline=listed.byline,
        publisher=listed.publisher,
        published=listed.published,
        url=listed.url,
        language=listed.language,
        tags=listed.tags,
        note=notes.get(None),
        passages=tuple(
            Passage(one.highlight, one.placement.outcome, notes.get(one.highlight.id), context)
            for one, context in zip(opened.placed, contexts, strict=True)
        ),
        corrections=tuple(reading.corrections(article_id)),
    )


def _quote_contexts(
    reading: Reading, article_id: int, highlights: Sequence[Highlight]
) -> list[QuoteContext | None]:
    """Return who is quoted in each highlight, in the Version that it was made on."""
    anchors = [highlight.anchor for highlight in highlights]
    with reading.library() as db:
        kept = versions.every(db, article_id)
    wanted = {anchor.sha256 for anchor in anchors}
    read = {
        each.sha256: (each.text, reading.analysis(each), uncorrected(reading, each))
        for each in kept
        if each.sha256 in wanted
    }
    return [
        _quote_context(anchor.span, *read[anchor.sha256]) if anchor.sha256 in read else None
        for anchor in anchors
    ]


def _quote_context(
    span: Span, text: str, analysis: Analysis, found: Analysis
) -> QuoteContext | None:
    """Return who is quoted, and whether it is the reader who calls them so."""
    context, was = quote_context(span, text, analysis), quote_context(span, text, found)
    if context and was and context.speaker != was.speaker:
        return replace(context, corrected=True)
    return context


def _mentions(evidence: Evidence, query: str) -> bool:
    """Tell whether the reader's own words contain the query."""
    own = [evidence.note, *(passage.note for passage in evidence.passages)]
    written = [note.text for note in own if note]
    tags = [tag for passage in evidence.passages for tag in passage.highlight.tags]
    return query.strip().casefold() in "\n".join([*written, *tags, *evidence.tags]).casefold()
