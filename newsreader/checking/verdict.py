"""What may become of a quotation, before the best is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.checking.alignment import Alignment
from newsreader.checking.speakers import Agreement
from newsreader.checking.texts import KnownText
from newsreader.model import Span
from newsreader.model.judgement import Judgement

_SAID = (Judgement.EXACT, Judgement.SPEAKER)
_ONE_SPEAKER = 0.1  # what it is worth, in likeness, that draft and source name the same
_NO_MARKS = 0.15  # and what it costs that the source has no quotation marks


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a quotation may be worth: where its `parts` stand, and how like it they are.

    `alignment` is with the text of the first; None where they stand in several places.
    """

    judgement: Judgement
    parts: tuple[tuple[KnownText, Span], ...]
    agreement: Agreement
    likeness: float = 1.0
    alignment: Alignment | None = None

    @property
    def is_said(self) -> bool:
        """Tell whether the words are those of a source, whoever says them."""
        return self.judgement in _SAID

    @property
    def rank(self) -> tuple[int, float]:
        """The better, the lower."""
        if self.is_said:
            return _SAID.index(self.judgement), tuple(Agreement).index(self.agreement)
        likeness = self.likeness + _ONE_SPEAKER * self.agreement.vouches
        return len(_SAID), -likeness + _NO_MARKS * (self.judgement is Judgement.PARAPHRASE)
