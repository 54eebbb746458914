"""What a reader asks for, as a tree; `str` writes each part of it as it would be typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

MARKS = '"“”„«»'
"""What opens and closes a phrase, in any pairing."""

WORD = rf"[^\s{MARKS}()*]+"
"""As a regular expression: a word as it is typed, with the punctuation in it."""

OPERATORS = ("AND", "OR", "NOT")
STATES = ("unread", "read", "starred", "annotated", "edited")
"""What an article can be asked to be, after `is:`."""


class Field(StrEnum):
    """Where words are looked for, or what else is asked of an article."""

    ANYWHERE = ""  # in the title, the byline and the text, and among the names
    SAID = "said"  # in what is quoted
    SPEAKER = "speaker"
    ENTITY = "entity"  # a person, an organisation or a place
    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    TITLE = "title"
    BYLINE = "byline"
    NEAR = "near"  # in any order, with ten other words between them at most
    SOURCE = "source"  # the publisher, the site or the folder
    TAG = "tag"  # of the article or of a highlight in it
    NOTE = "note"
    LANG = "lang"
    FROM = "from"  # on that day (see `days`) or later
    TO = "to"  # on that day or earlier
    ON = "on"
    IS = "is"  # one of STATES


NAMED = tuple(Field)[1:]
"""The fields that are typed before a colon."""

NAMES = f"(?i:{'|'.join(NAMED)})"
"""As a regular expression: the name of a field, as it is typed."""

_PLAIN = re.compile(rf"(?=\w)(?!{NAMES}:|(?:{'|'.join(OPERATORS)})$){WORD}")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together in an article, in this order, whatever is between them.

    `goes_on`: the last of them may be only the beginning of a word (typed as `coun*`).
    """

    text: str
    field: Field = Field.ANYWHERE
    goes_on: bool = False

    def __str__(self) -> str:
        field = f"{self.field}:" if self.field else ""
        text = self.text if _PLAIN.fullmatch(self.text) else f'"{self.text}"'
        return f"{field}{text}{'*' if self.goes_on else ''}"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold of an article."""

    part: Node

    def __str__(self) -> str:
        return f"-{_bracketed(self.part, And, Or)}"


@dataclass(frozen=True, slots=True)
class And:
    """What must all hold, two parts at least.

    What its parts ask of `said` and of `speaker` must hold of one and the same quote.
    """

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(_bracketed(part, And, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """What must hold in one of its parts, two at least."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_bracketed(part, Or) for part in self.parts)


Node: TypeAlias = Term | Not | And | Or


def joined(kind: type[And | Or], parts: tuple[Node, ...]) -> Node | None:
    """Return a node of that kind; the only part where there is one, None where there is none."""
    return kind(parts) if len(parts) > 1 else next(iter(parts), None)


def _bracketed(node: Node, *kinds: type[Node]) -> str:
    return f"({node})" if isinstance(node, kinds) else str(node)
