"""What a reader changed in what is claimed about an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsreader.model.annotation import Anchor
from newsreader.model.entity import EntityType
from newsreader.model.span import Span


class CorrectionKind(StrEnum):
    """What is changed."""

    SPEAKER = "speaker"  # somebody else is quoted, or nobody
    NOT_QUOTE = "not_quote"  # these are nobody's words
    RENAME = "rename"  # an entity's name; to that of another of its type, they become one
    MERGE = "merge"  # an entity is another one, whatever its type
    SPLIT = "split"  # this one mention is another entity's
    RETYPE = "retype"  # an entity is of another type
    NOT_ENTITY = "not_entity"  # this is no entity at all


class CorrectionScope(StrEnum):
    """Where a correction holds."""

    ARTICLE = "article"
    SOURCE = "source"  # in every article of one publisher, site or folder


OF_QUOTES = frozenset({CorrectionKind.SPEAKER, CorrectionKind.NOT_QUOTE})
"""The kinds that are about a quote; the others are about an entity."""

OF_NAMES = frozenset(CorrectionKind) - OF_QUOTES - {CorrectionKind.SPLIT}
"""The kinds that are about every mention of a name, and so can hold for a whole source."""
_NAMING = frozenset({CorrectionKind.RENAME, CorrectionKind.MERGE, CorrectionKind.SPLIT})


@dataclass(frozen=True, slots=True)
class Correction:
    """One change, made once, and made again in every analysis of the article.

    `anchor` finds the quote or the mention it is about, `name` is what the entity, or the speaker
    of the quote, was called before. `value` is the new speaker ("": nobody), the new name, the
    name merged into, the name of the entity split off, or the new type. `source` is what the
    articles it holds for share, "" unless that is its scope.

    `title`, `location` and `sha256` (of the Version) tell on which article it was made, so that it
    can be passed on; `article_id` is the number of the article it holds for, None where that is
    not one, or not in the library.
    `id` is a UUID in hex; `created` is aware and in UTC.

    Raises ValueError, saying what is wrong, where kind, scope and the rest do not go together.
    """

    id: str
    kind: CorrectionKind
    scope: CorrectionScope
    article_id: int | None
    source: str
    anchor: Anchor | None
    name: str
    value: str
    created: datetime
    title: str = ""
    location: str = ""
    sha256: str = ""

    def __post_init__(self) -> None:
        if self.scope is CorrectionScope.SOURCE and self.kind not in OF_NAMES:
            raise ValueError("only names can be corrected in a whole source")
        if self.scope is CorrectionScope.SOURCE and not self.source:
            raise ValueError("the article has no publisher, site or folder to share with others")
        if self.anchor is None and self.kind not in OF_NAMES:
            raise ValueError("no passage is given")
        if self.kind is CorrectionKind.RETYPE and self.value not in set(EntityType):
            raise ValueError(f"“{self.value}” is not a type, as {', '.join(EntityType)} are")
        if self.kind in _NAMING and not self.value:
            raise ValueError("no name is given")


@dataclass(frozen=True, slots=True)
class PlacedCorrection:
    """A correction, and where its passage stands in a text.

    `span` is None where it has none, or where it is not found there as it was.
    """

    correction: Correction
    span: Span | None
