"""Whether exported evidence still holds: in the library, or in articles given by whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.export.entries import Entry
from newsreader.library.identities import Identity, identities
from newsreader.model import Article, Outcome, Span
from newsreader.model.evidence import Evidence, Passage
from newsreader.reading.placing import Said
from newsreader.reading.recognising import recognise

if TYPE_CHECKING:
    from newsreader.reading import Reading


class Text(StrEnum):
    """Whether the text that a passage was taken from is there."""

    SAME = "same"  # it is what the article says now
    EARLIER = "earlier"  # the article said it before it was edited
    OTHER = "other"  # only another text of the article is
    UNKNOWN = "unknown"  # the evidence does not say which text it was


@dataclass(frozen=True, slots=True)
class Verified:
    """What an entry with a passage is worth.

    `title` and `location` are those of the article here; `span` is where its passage stands there,
    None if it is missing, and `says` what stands there. `outcome` and `text` are None where there
    is no such article.
    """

    entry: Entry
    outcome: Outcome | None = None
    title: str = ""
    location: str = ""
    span: Span | None = None
    says: str = ""
    text: Text | None = None

    @property
    def holds(self) -> bool:
        """Tell whether the very words stand in the article."""
        return self.outcome in (Outcome.EXACT, Outcome.MOVED)


def verify_in_library(reading: Reading, evidence: Sequence[Evidence]) -> Iterator[Verified]:
    """Check evidence against what the articles of the library say now.

    Raises LibraryError.
    """
    with reading.library() as db:
        known = {each.id: each for each in identities(db)}

    def said(article_id: int) -> Said:
        with reading.library() as db:
            return Said.read(db, article_id)

    return _verified(evidence, known, said)


def verify_in(articles: Iterable[Article], evidence: Sequence[Evidence]) -> Iterator[Verified]:
    """Check evidence against these articles, without any library."""
    given = dict(enumerate(articles))
    known = {number: _identity(number, article) for number, article in given.items()}

    def said(number: int) -> Said:
        return Said(known[number].hashes[0], {known[number].hashes[0]: given[number].text})

    return _verified(evidence, known, said)


def _identity(number: int, article: Article) -> Identity:
    return Identity(
        id=number,
        title=article.title,
        byline=article.byline,
        publisher=article.publisher,
        published=article.published,
        location=article.location,
        url=article.url,
        hashes=(article.sha256,),
    )


def _verified(
    evidence: Sequence[Evidence], known: dict[int, Identity], said: Callable[[int], Said]
) -> Iterator[Verified]:
    for one, article_id in zip(evidence, recognise(evidence, known.values()), strict=True):
        texts = said(article_id) if one.passages and article_id is not None else None
        for passage in one.passages:
            if article_id is None or texts is None:
                yield Verified(Entry(one, passage))
            else:
                yield _checked(one, passage, known[article_id], texts)


def _checked(evidence: Evidence, passage: Passage, article: Identity, said: Said) -> Verified:
    anchor = passage.highlight.anchor
    placement = said.place(anchor).placement
    return Verified(
        entry=Entry(evidence, passage),
        outcome=placement.outcome,
        title=article.title,
        location=article.location,
        span=placement.span,
        says=placement.span.of(said.text) if placement.span else "",
        text=_text(anchor.sha256, said),
    )


def _text(sha256: str, said: Said) -> Text:
    if not sha256:
        return Text.UNKNOWN
    if sha256 == said.sha256:
        return Text.SAME
    return Text.EARLIER if sha256 in said.texts else Text.OTHER
