"""Two versions of an article set as one page: what is gone from it, and what is new."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from newsreader.model import Outcome, Quote, QuoteKind, Span, Version
from newsreader.model.changes import ChangedNumber, ChangedQuote, Changes, QuoteChange
from newsreader.reading import PlacedHighlight
from newsreader.safety import guard
from newsreader.tui.quotes_pane import speaker_name

GONE, NEW, OTHER = "−", "+", "±"
"""What stands in the gutter beside words that are gone, new, or in place of others."""

_QUOTES = {
    QuoteChange.CHANGED: "reads differently",
    QuoteChange.ADDED: "new",
    QuoteChange.REMOVED: "gone",
    QuoteChange.SPEAKER: "somebody else's words now",
}


class Piece(NamedTuple):
    """Words in one style, and the sign beside them."""

    words: str
    style: str = "plain"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its styled spans, and the signs in its gutter."""

    text: str
    marks: tuple[tuple[Span, str], ...] = ()
    margin: tuple[tuple[Span, str, str], ...] = ()


def compare(
    old: Version, new: Version, changes: Changes, placed: Sequence[PlacedHighlight]
) -> Page:
    """Set what changed: quotes, names, numbers, highlights in the new version, then the text."""
    comparison = _Comparison(old.text, new.text, changes)
    return set_page(
        [
            *section("Quotes", [comparison.quote(each) for each in changes.quotes]),
            *section("Names", _names(changes)),
            *section("Numbers", [comparison.number(each) for each in changes.numbers]),
            *section("Your highlights", list(_highlights(placed, new.text))),
            *section("Text", list(comparison.paragraphs())),
        ]
    )


def alone(words: str) -> Page:
    """Set a page that only says something."""
    return set_page([[Piece(words, "quiet")]])


class _Comparison:
    """Two texts, and the spans of each that the other one does not have."""

    def __init__(self, old: str, new: str, changes: Changes) -> None:
        self._old = old
        self._new = new
        self._edits = changes.edits
        real = [edit for edit in changes.edits if not edit.trivial]
        self._gone = [edit.removed for edit in real]
        self._come = [edit.added for edit in real]

    def quote(self, changed: ChangedQuote) -> list[Piece]:
        """Set a quote under its speaker: as it was, as it is."""
        both = [quote for quote in (changed.before, changed.after) if quote]
        who = " → ".join(dict.fromkeys(map(speaker_name, both)))
        pieces = [Piece(f"{who} · {_QUOTES[changed.change]}", "strong")]
        if changed.before and changed.change is not QuoteChange.SPEAKER:
            whole = changed.change is QuoteChange.REMOVED
            pieces += _quoted(changed.before, self._before(changed.before.span, whole=whole), GONE)
        if changed.after:
            whole = changed.change is QuoteChange.ADDED
            sign = "" if changed.change is QuoteChange.SPEAKER else NEW
            pieces += _quoted(changed.after, self._after(changed.after.span, whole=whole), sign)
        return pieces

    def number(self, changed: ChangedNumber) -> list[Piece]:
        """Set a number as it was and as it is, over its sentence."""
        if changed.before and changed.after:
            told = [Piece(changed.before, "removed"), Piece(" → "), Piece(changed.after, "added")]
        elif changed.before:
            told = [Piece(changed.before, "removed"), Piece(" is gone")]
        else:
            told = [Piece(changed.after, "added"), Piece(" is new")]
        return [*told, Piece("\n"), *self._after(changed.sentence)]

    def paragraphs(self) -> Iterator[list[Piece]]:
        """Set the paragraphs that changed, and say how many between them did not."""
        lines = [line for line in _lines(self._merged()) if any(p.words.strip() for p in line)]
        for is_changed, group in groupby(lines, lambda line: any(p.sign for p in line)):
            if is_changed:
                yield from group
            else:
                count = sum(1 for _ in group)
                words = "a paragraph" if count == 1 else f"{count:,} paragraphs"
                yield [Piece(f"⋯ {words} as before", "quiet")]

    def _merged(self) -> Iterator[Piece]:
        """Yield the new text, with what is gone from the old one where it stood."""
        at = 0
        for edit in self._edits:
            gone, come = edit.removed.of(self._old), edit.added.of(self._new)
            yield Piece(self._new[at : edit.added.start])
            at = edit.added.end
            if edit.trivial:
                yield Piece(come)
                continue
            sign = OTHER if gone.strip() and come.strip() else GONE if gone else NEW
            yield Piece(gone, "removed", sign)
            if gone and come and not (gone[-1].isspace() or come[0].isspace()):
                yield Piece(" ")
            yield Piece(come, "added", sign)
        yield Piece(self._new[at:])

    def _before(self, span: Span, *, whole: bool = False) -> list[Piece]:
        return list(_pieces(self._old, span, [span] if whole else self._gone, "removed"))

    def _after(self, span: Span, *, whole: bool = False) -> list[Piece]:
        return list(_pieces(self._new, span, [span] if whole else self._come, "added"))


def _pieces(text: str, within: Span, marked: Sequence[Span], style: str) -> Iterator[Piece]:
    """Yield a part of a text, the spans in it that are marked in a style of their own."""
    first = bisect_right(marked, within.start, key=lambda span: span.end)
    last = bisect_left(marked, within.end, key=lambda span: span.start)
    at = within.start
    for span in marked[first:last]:
        start, end = max(at, span.start), min(within.end, span.end)
        yield Piece(text[at:start])
        yield Piece(text[start:end], style)
        at = end
    yield Piece(text[at : within.end])


def _quoted(quote: Quote, words: Sequence[Piece], sign: str) -> list[Piece]:
    """Set a quote on a line of its own, in marks if it is direct."""
    marks = ("“", "”") if quote.kind is QuoteKind.DIRECT else ("", "")
    on_one_line = [Piece(" ".join(piece.words.split("\n")), piece.style, sign) for piece in words]
    return [Piece("\n" + marks[0]), *on_one_line, Piece(marks[1])]


def _names(changes: Changes) -> list[list[Piece]]:
    come = Piece(", ".join(changes.names_added), "added", NEW)
    gone = Piece(", ".join(changes.names_removed), "removed", GONE)
    pieces = [come, Piece("\n"), gone] if come.words and gone.words else [come, gone]
    return [pieces] if come.words or gone.words else []


def _highlights(placed: Sequence[PlacedHighlight], text: str) -> Iterator[list[Piece]]:
    """Yield the highlights that the new version does not have as they were made."""
    for one in placed:
        exact, place = one.highlight.anchor.exact, one.placement
        if place.outcome is Outcome.MISSING:
            yield [Piece("missing", "strong"), Piece(f"\n“{exact}”", "removed", GONE)]
        elif place.outcome is Outcome.CHANGED and place.span is not None:
            was, now = Piece(f"\n“{exact}”", "removed", GONE), place.span.of(text)
            yield [Piece("changed", "strong"), was, Piece(f"\n“{now}”", "added", NEW)]


def _lines(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Part the pieces where a line ends."""
    line: list[Piece] = []
    for piece in pieces:
        first, *more = piece.words.split("\n")
        line.append(piece._replace(words=first, sign=piece.sign if first.strip() else ""))
        for words in more:
            yield line
            line = [piece._replace(words=words, sign=piece.sign if words.strip() else "")]
    yield line


def section(name: str, blocks: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Return blocks under their heading; without blocks, nothing."""
    return [[Piece(name, "accent")], *blocks] if blocks else []


def set_page(blocks: Sequence[Sequence[Piece]]) -> Page:
    """Set blocks one under the other, an empty line between them."""
    parts: list[str] = []
    marks, margin = [], []
    at = 0
    for block in blocks:
        for piece in (*block, Piece("\n\n")):
            words = guard(piece.words, multiline=True)
            span = Span(at, at + len(words))
            at = span.end
            parts.append(words)
            if words and piece.style != "plain":
                marks.append((span, piece.style))
            if words.strip() and piece.sign:
                start = span.start + len(words) - len(words.lstrip())
                margin.append((Span(start, span.end), piece.sign, "accent"))
    return Page("".join(parts).rstrip("\n"), tuple(marks), tuple(margin))
