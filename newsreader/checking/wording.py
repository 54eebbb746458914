"""Words as they are compared: without case, marks, or style of apostrophes and dashes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsreader.model import Span
from newsreader.model.words import UNSPACED

_LETTERS = rf"[^\W{UNSPACED}]+(?:[\u0300-\u036f]+[^\W{UNSPACED}]*)*"
_NUMBER = r"\d+(?:[.,:]\d+)+"
_TELLING = "[?%$€£¥]"
"""Signs that are as good as words: to leave one out says something else."""

_WORD = re.compile(rf"[{UNSPACED}]|{_NUMBER}|{_LETTERS}(?:'{_LETTERS})*|{_TELLING}")
_WORD_OR_BREAK = re.compile(rf"{_WORD.pattern}|\n(?!\n)")
_DRAFTED = re.compile(rf"[{UNSPACED}]|{_NUMBER}|{_LETTERS}(?:(?:'|\[|\])+{_LETTERS})*|{_TELLING}")
"""The same, with brackets inside a word, as in “[W]e” and “work[ed]”."""

_SIGNS = (*((mark, "'") for mark in "’‘ʼ´`ʹ′"), *((mark, "?") for mark in "؟？"))
BREAK = "\n"
"""A word that nobody says: no phrase runs over it."""

_DIGITS_APART = re.compile(r",(?=\d{3}(?!\d))")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_DOTS = r"(?:…|\.(?:[ \u00a0]?\.){2,})"
_ELLIPSIS = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    text: str
    start: int
    end: int


_STEM = 5  # letters that words have in common that are forms of one
_SMALL = frozenset(
    "the a an and or but if of to in on at by for from with as is are was were be been being am it"
    " its this that these those he she they we you i his her their our my your him them us me not"
    " no do does did done have has had will would can could may might should shall must so than"
    " then there here what which who when where how very just about into over out up down all any"
    " some more most other such only own same too also because while after before".split()
)


@dataclass(frozen=True)
class Wording:
    """The words of a quotation in a draft, with what an honest writer says they changed.

    `bracketed` are the indices of the words that the writer put in, in square brackets; `omitted`
    those of the words before which an ellipsis stands.
    """

    text: str
    words: tuple[Word, ...]
    bracketed: frozenset[int]
    omitted: frozenset[int]

    @cached_property
    def phrase(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.text for word in self.words)

    @cached_property
    def parts(self) -> tuple[range, ...]:
        """The runs of words that the writer vouches for, between ellipses and brackets."""
        parts: list[range] = []
        for index in range(len(self.words)):
            if index in self.bracketed:
                continue
            if parts and parts[-1].stop == index and index not in self.omitted:
                parts[-1] = range(parts[-1].start, index + 1)
            else:
                parts.append(range(index, index + 1))
        return tuple(parts)


def words_in(text: str, *, breaks: bool = False) -> list[str]:
    """Return the words of a text as they are compared; `breaks`: with BREAK after paragraphs."""
    pattern, plain = _WORD_OR_BREAK if breaks else _WORD, _plain(text)
    if not _keeps_offsets(plain):
        return [_compared(word) for word in pattern.findall(plain)]
    words = pattern.findall(plain.casefold())
    return [_DIGITS_APART.sub("", word) if "," in word else word for word in words]


def spans_in(text: str, *, breaks: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where each of the words that `words_in` returns begins and ends."""
    pattern, plain = _WORD_OR_BREAK if breaks else _WORD, _plain(text)
    if _keeps_offsets(plain):
        plain = plain.casefold()
    return (found.span() for found in pattern.finditer(plain))


def wording(text: str) -> Wording:
    """Take apart the words of a quotation in a draft."""
    ellipses = [Span(*found.span()) for found in _ELLIPSIS.finditer(text)]
    brackets = [Span(*found.span()) for found in _BRACKETS.finditer(text)]
    words = [
        Word(_compared(found[0].replace("[", "").replace("]", "")), *found.span())
        for found in _DRAFTED.finditer(_plain(text))
    ]
    bracketed = {index for index, word in enumerate(words) if _is_put_in(word, text, brackets)}
    starts = [word.start for word in words]
    omitted = {sum(start < each.start for start in starts) for each in ellipses}
    return Wording(text, tuple(words), frozenset(bracketed), frozenset(omitted))


def _is_put_in(word: Word, text: str, brackets: Sequence[Span]) -> bool:
    """Tell a word in brackets, or one of which the end or the middle is."""
    if "[" in text[word.start : word.end]:
        return True
    return any(span.start < word.start and word.end < span.end for span in brackets)


def _plain(text: str) -> str:
    """Return the text with apostrophes and question marks of one style; offsets stay."""
    if not text.isascii():
        for mark, plainer in _SIGNS:
            text = text.replace(mark, plainer)
    return text


def _keeps_offsets(plain: str) -> bool:
    """Tell whether a text may be made small as a whole, as most can."""
    if plain.isascii():
        return True
    return len(plain.casefold()) == len(plain) and unicodedata.is_normalized("NFC", plain)


def _compared(word: str) -> str:
    small = unicodedata.normalize("NFC", word.casefold())
    return _DIGITS_APART.sub("", small) if "," in small else small


def telling(words: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the words that tell something, whatever form they are in."""
    return frozenset(
        word[:_STEM] for word in words if word not in _SMALL and (len(word) > 2 or word.isdigit())
    )
