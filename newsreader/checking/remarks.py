"""What else there is to say of a quotation and its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsreader.checking.alignment import Alignment, Step
from newsreader.checking.numbers import differing
from newsreader.checking.speakers import Agreement, called
from newsreader.checking.texts import KnownText
from newsreader.checking.verdict import Verdict
from newsreader.checking.wording import Word
from newsreader.model import QuoteKind, Span, is_unsure
from newsreader.model.judgement import Judgement, Quotation, Remark, RemarkKind

_NOES = frozenset("no not never nobody nothing none nor neither without hardly cannot".split())
_SHOWN = 100  # characters of a passage, at most
_MARKS_AND_SPACE = re.compile(r"[\s\"＂“”„‟«»‹›「」『』`'‘’‚‛\[\]…]+|\.{3,}")
_OPENS = re.compile(r"(?<![^\s—–(-])[\"＂“„‟«»‹›`'‘’‚‛]+[\u00a0\u202f]?$|[「『]$")  # before a word
_DASHES = re.compile(r"[-‐‑‒–—―−]+")


def remarks(quotation: Quotation, verdict: Verdict) -> Iterator[Remark]:
    """Yield what a writer may want to look at, in words."""
    (text, span), *_ = verdict.parts
    yield from _on_speaker(quotation, verdict, text, span)
    alignment = verdict.alignment
    if alignment is None:
        return
    yield from _on_marks(quotation, verdict, text, span)
    for step in alignment.steps:
        if alignment.is_honest(step):
            yield _on_honesty(quotation, alignment, step)
    for number, other in differing(quotation.words, text.text, span):
        told = f"“{number.written}” is “{other.written}” in the source."
        yield Remark(RemarkKind.NUMBER, _moved(quotation, number.span), told)
    yield from _on_style(quotation, alignment)


def _on_speaker(
    quotation: Quotation, verdict: Verdict, text: KnownText, span: Span
) -> Iterator[Remark]:
    quote, drafted = text.quote_at(span), quotation.speaker
    if quote is None or quote.speaker is None or drafted is None:
        return
    names = called(drafted), called(quote.speaker)
    at = drafted.mention.span
    if verdict.agreement is Agreement.MISSPELT:
        yield Remark(RemarkKind.NAME, at, f"“{names[0]}” is “{names[1]}” in the source.")
    elif verdict.agreement is Agreement.OTHER:
        unsure = " It is not sure of that: look yourself." if is_unsure(quote) else ""
        told = f"The draft names {names[0]}, the source {names[1]}."
        yield Remark(RemarkKind.SPEAKER, at, told + unsure)
    elif verdict.agreement is Agreement.UNKNOWN and drafted.canonical:
        told = f"The draft seems to name {names[0]}, and the source {names[1]}: look yourself."
        yield Remark(RemarkKind.SPEAKER, at, told)


def _on_marks(
    quotation: Quotation, verdict: Verdict, text: KnownText, span: Span
) -> Iterator[Remark]:
    """Say where the source has no quotation marks, or has them elsewhere."""
    if verdict.alignment is None or verdict.alignment.stream is text.spoken:
        return
    quote = text.quote_at(span)
    inside = [
        each.span
        for each in text.analysis.quotes
        if each.kind is not QuoteKind.INDIRECT and each.span.overlaps(span)
    ]
    if inside:
        both = Span(max(span.start, inside[0].start), min(span.end, inside[0].end))
        told = f"Only “{_short(both.of(text.text))}” stands in quotation marks in the source."
    elif verdict.judgement is Judgement.EXACT:
        told = "These are the article’s own words: they stand in no quotation marks there."
    elif quote is not None:
        told = "The source reports this without quotation marks."
    else:
        told = "The source says this in its own words, and quotes nobody."
    yield Remark(RemarkKind.MARKS, quotation.span, told)


def _on_honesty(quotation: Quotation, alignment: Alignment, step: Step) -> Remark:
    stream, found = alignment.stream, ""
    if step.found:
        found = _short(stream.span(step.found.start, step.found[-1]).of(stream.text))
    if not step.quoted:
        left_out = stream.words[step.found.start : step.found.stop]
        told = f"The ellipsis stands for {_words(len(left_out))}: “{found}”."
        return Remark(RemarkKind.OMISSION, quotation.span, told + _on_noes(left_out))
    words = alignment.wording.words
    at = Span(words[step.quoted.start].start, words[step.quoted[-1]].end)
    put_in = f"“[{at.of(alignment.wording.text).strip('[]')}]”"
    told = f"{put_in} stands for “{found}”." if found else f"{put_in} is put in."
    kept = alignment.wording.phrase[step.quoted.start : step.quoted.stop]
    if not _noes(kept):
        told += _on_noes(stream.words[step.found.start : step.found.stop])
    return Remark(RemarkKind.BRACKETS, _moved(quotation, at), told)


def _noes(words: Sequence[str]) -> list[str]:
    return [word for word in words if word in _NOES or word.endswith("n't")]


def _on_noes(left_out: Sequence[str]) -> str:
    noes = _noes(left_out)
    return f" Without “{noes[0]}” it may say something else." if noes else ""


def _on_style(quotation: Quotation, alignment: Alignment) -> Iterator[Remark]:
    """Say where capitals differ, but of the first word, and punctuation between the same words.

    Of quotation marks only those count that the draft puts in, as if they had been heard.
    """
    drafted, stream = alignment.wording.words, alignment.stream
    text = stream.text
    pairs = [
        (at, there)
        for step in alignment.steps
        if step.same
        for at, there in zip(step.quoted, step.found, strict=True)
    ]
    for one, other in pairwise(pairs):
        if other != (one[0] + 1, one[1] + 1):
            continue
        before, word = drafted[one[0]], drafted[other[0]]
        known_before, known = stream.word(one[1]), stream.word(other[1])
        between = quotation.words[before.end : word.start]
        known_between = text[known_before.end : known.start]
        if known_before.end > known.start or _has_words(between) or _has_words(known_between):
            continue
        at = Span(before.start, word.end)
        if (
            _punctuation(between) != _punctuation(known_between)
            or (_OPENS.search(between) and not _OPENS.search(known_between))
            or _case_differs(quotation.words, word, text, known)
        ):
            there = _short(text[known_before.start : known.end])
            told = f"“{_short(at.of(quotation.words))}” is “{there}” in the source."
            yield Remark(RemarkKind.STYLE, _moved(quotation, at), told)


def _has_words(between: str) -> bool:
    """Tell whether there is more than punctuation between two words."""
    return any(each.isalnum() for each in between)


def _punctuation(between: str) -> str:
    """Return the punctuation between two words, without marks."""
    return _DASHES.sub("–", _MARKS_AND_SPACE.sub("", between))


def _case_differs(drafted: str, word: Word, text: str, known: Word) -> bool:
    one, other = drafted[word.start : word.end], text[known.start : known.end]
    return one.lower() == other.lower() and one != other


def _moved(quotation: Quotation, span: Span) -> Span:
    """Return a span of the quotation's words as one of the draft."""
    return Span(quotation.span.start + span.start, quotation.span.start + span.end)


def _short(passage: str) -> str:
    line = " ".join(passage.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"


def _words(count: int) -> str:
    return f"{count} {'word' if count == 1 else 'words'}"
