"""One text as the rules see it: what was found in it so far, and small questions about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.analysis.entities import find_entities
from newsreader.analysis.grammar import Head
from newsreader.analysis.marks import Passage, find_passages
from newsreader.analysis.names import Name, find_names
from newsreader.analysis.narration import Narration, narrate
from newsreader.analysis.people import People, find_people
from newsreader.analysis.sentences import Layout, lay_out
from newsreader.analysis.transcripts import find_turns, with_turns
from newsreader.model import Entity, Span

_END = re.compile(r"[.|]")
_LONGEST_SENTENCE = 150
_LONGEST_PARAGRAPH = 2_000
"""How many tokens are looked at to either side, so that no text can make a rule slow."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its names, people, entities, passages in marks, and the tags around them.

    Tokens are those of `narration`; a passage's token is `narration.passages[passage]`.
    """

    layout: Layout
    names: Sequence[Name]
    people: People
    entities: tuple[Entity, ...]
    passages: Sequence[Passage]
    narration: Narration

    @property
    def text(self) -> str:
        """The text itself."""
        return self.layout.text

    def word(self, token: int) -> str:
        """Return a token as it stands in the text, in lower case; past the last token, ""."""
        narration = self.narration
        if token >= len(narration.tags):
            return ""
        return self.layout.text[narration.starts[token] : narration.ends[token]].lower()

    def words(self, first: int, last: int) -> str:
        """Return the text from token `first` to token `last`, both included, in lower case."""
        narration = self.narration
        return self.layout.text[narration.starts[first] : narration.ends[last]].lower()

    def sentence_start(self, token: int) -> int:
        """Return the first token of the sentence in which `token` stands, or the farthest one."""
        tags, low = self.narration.tags, max(0, token - _LONGEST_SENTENCE)
        return max(tags.rfind(".", low, token) + 1, tags.rfind("|", low, token) + 1, low)

    def sentence_end(self, token: int) -> int:
        """Return the token that ends the sentence in which `token` stands, or the farthest one."""
        high = min(len(self.narration.tags), token + _LONGEST_SENTENCE)
        found = _END.search(self.narration.tags, token, high)
        return found.start() if found else max(high, token)

    def paragraph_start(self, token: int) -> int:
        """Return the first token of the paragraph in which `token` stands, or the farthest one."""
        low = max(0, token - _LONGEST_PARAGRAPH)
        return max(self.narration.tags.rfind("|", low, token) + 1, low)

    def paragraph_end(self, token: int) -> int:
        """Return the token that ends the paragraph in which `token` stands, or the farthest."""
        high = min(len(self.narration.tags), token + _LONGEST_PARAGRAPH)
        end = self.narration.tags.find("|", token, high)
        return high if end < 0 else end


@dataclass(frozen=True, slots=True)
class Claim:
    """That a passage is somebody's words.

    `mention` is who, as the text has it; `tag` the letter of its head (see lexicon.py), `name` the
    index of the name it is, or None; `token` the token of its head (-1 inside a passage).
    """

    mention: Span
    tag: str
    name: int | None
    token: int
    cue: Span | None
    confidence: float
    why: str


def claim_of(
    scene: Scene, head: Head | None, cue: int | None, confidence: float, where: str
) -> Claim | None:
    """Make a claim of a noun phrase; "we" and "you" make none, the writer's "I" does."""
    if head is None or (head.tag == "f" and scene.word(head.last) != "i"):
        return None
    narration = scene.narration
    name = narration.names.get(head.last)
    mention = narration.span(head.first, head.last)
    if name is not None:
        mention = scene.names[name].span if head.tag == "N" else narration.span(*[head.last] * 2)
    if cue is None:
        return Claim(mention, head.tag, name, head.last, None, confidence, where)
    span = narration.span(cue, cue)
    why = f"“{span.of(scene.text)}”, {where}"
    return Claim(mention, head.tag, name, head.last, span, confidence, why)


def look_at(text: str) -> Scene:
    """Find names, people, entities and passages in `text`, and tag what stands around them."""
    layout = lay_out(text)
    names = find_names(layout)
    people = find_people(layout, names)
    entities = find_entities(text, names, people)
    turns = find_turns(layout, names, people)
    passages = with_turns(_outside(find_passages(layout), names), turns)
    narration = narrate(layout, names, people, entities, passages)
    return Scene(layout, names, people, entities, passages, narration)


def _outside(passages: Sequence[Passage], names: Sequence[Name]) -> tuple[Passage, ...]:
    """Leave out the nicknames in names: in John “Jack” Doe, nobody says "Jack"."""
    starts = [name.span.start for name in names]
    return tuple(p for p in passages if not _covers(names, bisect_right(starts, p.span.start), p))


def _covers(names: Sequence[Name], after: int, passage: Passage) -> bool:
    return after > 0 and names[after - 1].span.covers(passage.outer)
