"""Who and what an article is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsreader.model.span import Span


class EntityType(StrEnum):
    """The kinds of entity."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"


class MentionKind(StrEnum):
    """How a mention refers to its entity."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A Span that names an entity ("Miller"), or refers to it ("the spokesperson", "he")."""

    span: Span
    text: str
    kind: MentionKind = MentionKind.NAME


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place, with one canonical name.

    `mentions` are in text order and hold names only: they are what a reader steps through.
    `aliases` are the other names it goes by in this article; `roles` what it is said to be
    ("spokesperson"). `confidence` is from 0 to 1; `why` says which rule made the claim.
    """

    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    confidence: float = 1.0
    why: str = ""
