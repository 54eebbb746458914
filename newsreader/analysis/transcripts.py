"""Speech without marks: the turns of a transcript, tweets, and what is set off below "Roe wrote:".

"ROE: We go." is a turn only where the text plainly is a transcript: several labels of one form
stand near one another, and at least one of them comes again, or all are persons of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby, pairwise

from newsreader.analysis.lexicon import TAGS
from newsreader.analysis.marks import Passage
from newsreader.analysis.names import Name
from newsreader.analysis.people import People
from newsreader.analysis.sentences import Layout
from newsreader.model import Span

_UPPER = r"(?:[dl]['’])?[^\W\d_a-z][\w.'’-]*"
_WHO = rf"(?P<who>{_UPPER}(?: (?:(?:van|von|de|der|del|di|da|bin|al|el|la) )*{_UPPER}){{0,4}}"
_ASIDE = r"(?: ?[(\[][^()\[\]\n]{1,60}[)\]])?"
_LABEL = re.compile(rf"{_WHO}){_ASIDE}:(?=\s|$)[ \t\xa0]*")
_LINE = re.compile(rf"{_WHO}){_ASIDE}(?=\n|$)")
_QUESTION_OR_ANSWER = re.compile(r"(?P<who>Q|A)[.:](?=\s|$)[ \t\xa0]*")
_ASKS = frozenset("interviewer interviewee moderator host question answer questioner".split())
_NOTICES = frozenset(
    """
    UPDATE UPDATED BREAKING NEW NEWS WATCH READ MORE RELATED PHOTO PHOTOS VIDEO LISTEN NOTE EDITOR'S
    EDITOR’S CORRECTION WHAT WHEN WHERE WHO WHY HOW SOURCE PS NB FACT CLAIM VERDICT DATE TIME
    """.split()
)
_INTRODUCES = re.compile(
    r"\b(?:said|says|added|adds|wrote|writes|tweeted|posted|stated|replied|continued|concluded)\b"
    r"[^.:;“”\"\n]{0,40}:$"
)
_LONGEST_INTRODUCTION = 60
_SENTENCES = re.compile(r"[^\W\d_a-z][^“”\"«»\n]+[.!?…]")
_TWEET = re.compile(
    r"(?P<said>[^“”\"«»\n]{3,600}?)\s*[—–-]\s?[^—–\n(]{2,60}\(@\w+\) [A-Z][a-z]+ \d\d?, \d{4}$"
)
_QUOTED = re.compile(r"[> \t\xa0]*")
_SIGNED = re.compile("[—–―-]")
_MARKED = re.compile('[“”"«»]')
_FARTHEST = 8
"""How many paragraphs without a label may stand between two of one transcript."""


class _Form(Enum):
    """How the labels of one transcript look."""

    CAPITALS = auto()  # ROE: …
    NAMES = auto()  # Jane Roe: …
    LETTERS = auto()  # Q: … A: …
    LINES = auto()  # Jane Roe, in a line of its own


@dataclass(frozen=True, slots=True)
class _Label:
    """What begins the paragraph with the index `paragraph`; the words after it begin at `end`.

    `person` is the index of the person whom `who` names, or None.
    """

    paragraph: int
    who: Span
    end: int
    form: _Form
    text: str
    person: int | None


def find_turns(layout: Layout, names: Sequence[Name], people: People) -> tuple[Passage, ...]:
    """Return what is said after labels, in text order, each turn with its label.

    A turn goes on over the paragraphs without a label before the next one, but not over one that
    names its speaker, which is the writer's again.
    """
    ends = [name.span.end for name in names]
    labels = [
        label
        for at, paragraph in enumerate(layout.paragraphs)
        if (label := _label(layout.text, at, paragraph, ends, people)) is not None
    ]
    heard = [
        label
        for form in _Form
        for block in _blocks([label for label in labels if label.form is form])
        if _is_transcript(block)
        for label in block
    ]
    heard.sort(key=lambda label: label.paragraph)
    turns = [turn for block in _blocks(heard) for turn in _turns(layout, block, ends, people)]
    return with_turns(list(_set_off(layout)), turns)


def _set_off(layout: Layout) -> Iterator[Passage]:
    """Yield the paragraphs without marks that the one above introduces ("Roe wrote:"), and tweets.

    A block of lines that begin with ">" is one passage, where it is introduced or signed.
    """
    text, above = layout.text, Span(0, 0)
    tweets = "(@" in text
    for is_block, group in groupby(
        layout.paragraphs, lambda line: text.startswith(">", line.start)
    ):
        lines = list(group)
        if is_block:
            yield from _block(text, lines, introduced=_introduces(text, above))
        else:
            for before, line in pairwise([above, *lines]):
                tweet = _TWEET.match(text, line.start, line.end) if tweets else None
                if tweet:
                    said = Span(*tweet.span("said"))
                    yield Passage(said, said)
                elif _introduces(text, before) and _SENTENCES.fullmatch(text, line.start, line.end):
                    yield Passage(line, line)
        above = lines[-1]


def _introduces(text: str, above: Span) -> bool:
    if not text.startswith(":", above.end - 1):
        return False
    low = max(above.start, above.end - _LONGEST_INTRODUCTION)
    return _INTRODUCES.search(text, low, above.end) is not None


def _block(text: str, lines: list[Span], *, introduced: bool) -> Iterator[Passage]:
    """Yield what is said in a block of lines that begin with ">"."""
    starts = [_QUOTED.match(text, line.start, line.end) for line in lines]
    inner = [Span(s.end(), line.end) for s, line in zip(starts, lines, strict=True) if s]
    inner = [line for line in inner if len(line)]
    signed = bool(inner) and _SIGNED.match(text, inner[-1].start) is not None
    said = inner[:-1] if signed else inner
    if said and (introduced or signed):
        span = Span(said[0].start, said[-1].end)
        if not _MARKED.search(text, span.start, span.end):
            yield Passage(span, span)


def with_turns(passages: Sequence[Passage], turns: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return passages and turns in text order, without the passages that are part of a turn."""
    starts = [turn.span.start for turn in turns]
    kept = [
        passage
        for passage in passages
        if (at := bisect_left(starts, passage.outer.end)) == 0
        or turns[at - 1].span.end <= passage.outer.start
    ]
    return tuple(sorted([*kept, *turns], key=lambda passage: passage.span))


def _label(
    text: str, at: int, paragraph: Span, ends: Sequence[int], people: People
) -> _Label | None:
    start, end = paragraph.start, paragraph.end
    found = _QUESTION_OR_ANSWER.match(text, start, end)
    if found:
        return _Label(at, Span(*found.span("who")), found.end(), _Form.LETTERS, found["who"], None)
    form = _Form.NAMES
    found = _LABEL.match(text, start, end)
    if found is None:
        form = _Form.LINES
        found = _LINE.match(text, start, end)
    if found is None:
        return None
    who = Span(*found.span("who"))
    words = found["who"]
    if form is _Form.NAMES and words.isupper() and len(words) > 1:
        form = _Form.CAPITALS
    name = bisect_left(ends, who.end)
    is_name = name < len(ends) and ends[name] == who.end
    person = people.owners[name] if is_name else None
    if not _may_speak(words, form, person):
        return None
    return _Label(at, who, found.end(), form, words, person)


def _may_speak(words: str, form: _Form, person: int | None) -> bool:
    if form is _Form.CAPITALS:
        return _NOTICES.isdisjoint(words.split())
    last = words.rpartition(" ")[2].lower()
    return person is not None or (form is _Form.NAMES and (last in _ASKS or TAGS.get(last) == "R"))


def _blocks(labels: Sequence[_Label]) -> Iterator[list[_Label]]:
    """Yield the runs of labels that stand near one another."""
    block: list[_Label] = []
    for label in labels:
        if block and label.paragraph - block[-1].paragraph > _FARTHEST + 1:
            yield block
            block = []
        block.append(label)
    if block:
        yield block


def _is_transcript(block: Sequence[_Label]) -> bool:
    counts = Counter(label.text for label in block)
    repeated = sum(count > 1 for count in counts.values())
    form = block[0].form
    if form is _Form.LINES:
        return repeated > 1
    surely = form is _Form.LETTERS or all(label.person is not None for label in block)
    return len(counts) > 1 and (repeated > 0 or surely)


def _turns(
    layout: Layout, block: Sequence[_Label], ends: Sequence[int], people: People
) -> Iterator[Passage]:
    """Yield what is said after each label of a transcript; after the last, one paragraph."""
    paragraphs = layout.paragraphs
    for label, following in zip(block, [*block[1:], None], strict=True):
        first = label.paragraph + (label.end >= paragraphs[label.paragraph].end)
        last = following.paragraph - 1 if following else first
        if first > min(last, len(paragraphs) - 1):
            continue
        end = paragraphs[first].end
        for paragraph in paragraphs[first + 1 : last + 1]:
            if _names(label.person, paragraph, ends, people):
                break
            end = paragraph.end
        span = Span(max(label.end, paragraphs[first].start), end)
        yield Passage(span, span, label=label.who)


def _names(person: int | None, paragraph: Span, ends: Sequence[int], people: People) -> bool:
    if person is None:
        return False
    low, high = bisect_left(ends, paragraph.start), bisect_left(ends, paragraph.end)
    return person in people.owners[low:high]
