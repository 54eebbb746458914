"""What becomes of a draft's quotations when they are compared with what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsreader.model.quote import Speaker
from newsreader.model.span import Span


class Judgement(StrEnum):
    """What a quotation in a draft is worth, the best first."""

    EXACT = "exact"  # these words were said
    SPEAKER = "speaker"  # these words were said, but by somebody else
    ALTERED = "altered"  # most of these words were said
    STITCHED = "stitched"  # said in two places that do not follow each other
    PARAPHRASE = "paraphrase"  # the source only reports this, or says it in other words
    MISSING = "missing"  # no source says this


class PieceKind(StrEnum):
    """Whose words a piece of a difference is."""

    SAME = "same"
    LEFT_OUT = "left out"  # the source says it, the draft does not
    PUT_IN = "put in"  # the draft says it, the source does not


class RemarkKind(StrEnum):
    """What a remark is about."""

    NAME = "name"  # spelt unlike the library spells it
    NUMBER = "number"  # not the source's
    SPEAKER = "speaker"
    OMISSION = "omission"  # an ellipsis, and what it stands for
    BRACKETS = "brackets"  # words in square brackets
    STYLE = "style"  # punctuation or capitals
    MARKS = "marks"  # where the source has quotation marks
    VERSION = "version"  # the source says so no longer


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks in a draft; `speaker` None where nobody is named.

    `span` is without the marks, and `words` what stands there.
    """

    span: Span
    words: str
    speaker: Speaker | None = None


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Where the words of a quotation stand, or those most like them.

    `span` is in the text of the Version `version_id`, and `words` what stands there. `speaker` is
    the full name, or else what the article calls who says it; empty where nobody is quoted.
    """

    article_id: int
    version_id: int
    sha256: str
    title: str
    location: str
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    url: str = ""
    span: Span = _NOWHERE
    words: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a difference, with the space around it, as written."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something else to look at: a sentence, and the Span of the draft's text it is about."""

    kind: RemarkKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation, what it is worth, and why.

    `difference` leads from the source's words to the draft's, empty where they are the same.
    `sources` are in the order of the quotation's words: none where it is missing, two or more
    where it is stitched, else one.
    """

    quotation: Quotation
    judgement: Judgement
    difference: tuple[Piece, ...] = ()
    sources: tuple[SourcePassage, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Tell whether a reporter has something to put right."""
        about = {remark.kind for remark in self.remarks}
        return self.judgement is not Judgement.EXACT or not about.isdisjoint(WRONG)


WRONG = frozenset({RemarkKind.NAME, RemarkKind.NUMBER})
"""The remarks that tell of something wrong."""
