"""The quotations of a draft that are worth looking up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsreader.checking.wording import words_in
from newsreader.model import Analysis, Quote, QuoteKind
from newsreader.model.judgement import Quotation

_FEW = 4
"""Words in marks that nobody is said to say: fewer are a term, held at arm's length."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reporter writes, with what our analysis claims of it."""

    text: str
    analysis: Analysis


def quotations(draft: Draft) -> Iterator[Quotation]:
    """Yield what stands in marks as somebody's words, in order; no titles of works."""
    for quote in draft.analysis.quotes:
        words = quote.span.of(draft.text)
        if _is_judged(quote, len(words_in(words))):
            yield Quotation(quote.span, words, quote.speaker)


def _is_judged(quote: Quote, words: int) -> bool:
    match quote.kind:
        case QuoteKind.DIRECT:
            return words > 0
        case QuoteKind.SCARE:
            return words >= _FEW
        case _:
            return False
