"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from newsreader.model import Span

MASK = "\u2024"
"""Stands for a stop that ends no sentence (ONE DOT LEADER: looks like a stop, is none)."""

_BEFORE_A_NAME = frozenset(
    """
    Mr Mrs Ms Mx Dr Messrs Prof Rev Fr Hon Pres Sen Sens Rep Reps Gov Govs Del Supt Insp Atty Gen Lt
    Col Capt Sgt Maj Cmdr Adm Cpl Pvt Brig St Ste Mt Ft Pt Dep Amb Asst vs Vs No Nos
    """.split()
)
_OFTEN_LAST = frozenset(
    """
    Jr Sr Inc Corp Co Ltd Bros Assn Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Calif Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Mo Neb Okla Ore Pa Tenn Tex Va Vt Wash Wis
    Ala Ariz Ark Colo Mont Nev etc approx est al ca cf pp Ph
    """.split()
)
_STOP = re.compile(r"\.(?!\.)")
_LAST_WORD = re.compile(r"(?:[^\W\d_]+\.)*[^\W\d_]+$")
_OPENER = re.compile(
    r"\s+[“\"]?(?:A|An|And|As|At|But|For|He|Her|His|I|If|In|It|Its|She|That|The|There|They|This"
    r"|We|When)\b"
)
"""After an abbreviation, a capitalised word of these begins a sentence."""

_SENTENCE_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"”’'»)\]]*+(?=\s+[\"“‘'«„(\[]*[^\W_a-z])")
"""Looks back from its first character: a search is fast for what begins with one of a few."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text with its paragraphs (lines that are not blank) and sentences, both in order.

    `masked` has the text's length and offsets, with MASK for each stop in an abbreviation or an
    initial. A sentence never reaches over a paragraph's end.
    """

    text: str
    masked: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]


def lay_out(text: str) -> Layout:
    """Find the paragraphs and sentences of `text`."""
    masked = mask(text)
    paragraphs = tuple(find_paragraphs(text))
    sentences = tuple(s for p in paragraphs for s in find_sentences(masked, p))
    return Layout(text, masked, paragraphs, sentences)


def mask(text: str) -> str:
    """Return `text` with MASK for every stop that belongs to an abbreviation or an initial."""
    return _STOP.sub(lambda stop: MASK if _abbreviates(text, stop.start()) else ".", text)


def _abbreviates(text: str, stop: int) -> bool:
    """Tell whether the stop at `stop` follows an abbreviation or an initial."""
    following = text[stop + 1 : stop + 2]
    if following in ("", ",", ";", ":"):
        return following != ""
    if following.isalpha():
        return text[stop - 1 : stop].isalpha()
    found = _LAST_WORD.search(text, max(0, stop - 8), stop)
    if found is None:
        return False
    word = found[0]
    if word in _BEFORE_A_NAME or (len(word) == 1 and word.isupper()):
        return True
    return (word in _OFTEN_LAST or _is_dotted(word)) and not _ends_sentence(text, stop + 1)


def _is_dotted(word: str) -> bool:
    """Tell "U.S", "p.m" and "J.K" from words."""
    return "." in word and all(len(part) == 1 for part in word.split("."))


def _ends_sentence(text: str, after: int) -> bool:
    return _OPENER.match(text, after) is not None or text[after : after + 1] in ("", "\n")


def find_paragraphs(text: str) -> list[Span]:
    """Return the lines of `text` that hold more than space, without the space around them."""
    return [Span(*found.span()) for found in re.finditer(r"\S(?:.*\S)?", text)]


def find_sentences(masked: str, paragraph: Span) -> list[Span]:
    """Return the sentences of one paragraph of a masked text; marks stay with what they close."""
    ends = [found.end() for found in _SENTENCE_END.finditer(masked, paragraph.start, paragraph.end)]
    bounds = [paragraph.start, *ends, paragraph.end]
    return [_without_space(masked, start, end) for start, end in pairwise(bounds) if start < end]


def _without_space(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
