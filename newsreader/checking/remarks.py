"""What else there is to say of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsreader.checking.wording import Wording
from newsreader.model.judgement import Quotation, Remark, RemarkKind, SourcePassage


def remarks(
    quotation: Quotation, wording: Wording, sources: Sequence[SourcePassage]
) -> Iterator[Remark]:
    """Yield what a writer may want to look at."""
    del sources
    if wording.omitted:
        yield Remark(RemarkKind.OMISSION, quotation.span, "An ellipsis stands for left-out words.")
    if wording.bracketed:
        yield Remark(RemarkKind.BRACKETS, quotation.span, "Words in brackets are the writer's.")
