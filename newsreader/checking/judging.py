"""What a quotation in a draft is worth, beside the texts that may be its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsreader.checking.alignment import in_place
from newsreader.checking.differences import difference
from newsreader.checking.likeness import likest
from newsreader.checking.matching import Run, exact, honest
from newsreader.checking.quotations import Draft
from newsreader.checking.remarks import remarks
from newsreader.checking.speakers import Agreement, agreement, same_name
from newsreader.checking.stitching import seams
from newsreader.checking.texts import KnownText, Stream
from newsreader.checking.verdict import Verdict
from newsreader.checking.wording import Wording, wording
from newsreader.model import Span
from newsreader.model.judgement import Judged, Judgement, Quotation

_FEW = 4  # words: fewer are said by many
_MOST = 2_000  # words of a quotation for which anything like it is looked for


def judge(quotation: Quotation, draft: Draft, texts: Sequence[KnownText]) -> Judged:
    """Compare a quotation with the texts that may be its source, the likeliest first."""
    case = Case(quotation, draft, wording(quotation.words))
    verdicts = [verdict for text in texts for verdict in case.as_said(text)]
    few_enough = 0 < len(case.wording.words) <= _MOST
    if few_enough and not any(verdict.is_said for verdict in verdicts):
        verdicts += case.otherwise(texts)
    if not verdicts:
        return Judged(quotation, Judgement.MISSING)
    best = min(verdicts, key=lambda verdict: verdict.rank)
    changes = difference(best.alignment) if best.alignment else ()
    sources = tuple(each.passage(span) for each, span in best.parts)
    told = tuple(remarks(quotation, best))
    return Judged(quotation, best.judgement, changes, sources, told)


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation to be judged."""

    quotation: Quotation
    draft: Draft
    wording: Wording

    def as_said(self, text: KnownText) -> Iterator[Verdict]:
        """Yield what says these words in a text, but for what the writer marks as changed."""
        found = False
        for stream in (text.spoken, text.whole):
            for runs in (*exact(self.wording, stream), *honest(self.wording, stream)):
                found = True
                yield from self._said(text, stream, runs)
            if found:
                return

    def _said(self, text: KnownText, stream: Stream, runs: Sequence[Run]) -> Iterator[Verdict]:
        alignment = in_place(self.wording, stream, runs)
        spans = [stream.span(run.found.start, run.found[-1]) for run in runs]
        agreements = [self._agreement(text, span) for span in spans]
        agrees = max(agreements, key=tuple(Agreement).index)
        judgement = Judgement.EXACT
        if stream is text.whole:
            judgement = self._in_writers_words(text, alignment.span)
        elif Agreement.OTHER in agreements:
            alone = set(agreements) == {Agreement.OTHER}
            judgement = Judgement.SPEAKER if alone else Judgement.STITCHED
        if self._says_little and judgement is not Judgement.EXACT and not agrees.vouches:
            return  # many say so
        where = spans if judgement is Judgement.STITCHED else [alignment.span]
        yield Verdict(judgement, tuple((text, span) for span in where), agrees, 1.0, alignment)

    def otherwise(self, texts: Sequence[KnownText]) -> Iterator[Verdict]:
        """Yield what is like these words in each text, and how they may be stitched."""
        for text in texts:
            for near in likest(self.wording, text):
                span, alignment = near.alignment.span, near.alignment
                agrees = self._agreement(text, span)
                if near.is_sure(vouched_for=agrees.vouches):
                    likeness = alignment.likeness
                    yield Verdict(near.judgement, ((text, span),), agrees, likeness, alignment)
        for seam in seams(self.wording, texts):
            agrees = self._agreement(*seam.parts[0])
            yield Verdict(Judgement.STITCHED, seam.parts, agrees, seam.covered)

    @property
    def _says_little(self) -> bool:
        return len(self.wording.words) < _FEW

    def _agreement(self, text: KnownText, span: Span) -> Agreement:
        drafted, quote = self.quotation.speaker, text.quote_at(span)
        return agreement(drafted, self.draft.analysis, quote, text.analysis, text.text)

    def _in_writers_words(self, text: KnownText, span: Span) -> Judgement:
        """Judge what stands in no marks: exact if the draft quotes the article itself."""
        speaker = self.quotation.speaker
        named = speaker.canonical if speaker else ""
        if named:
            of_the_article = same_name(named, text.about.publisher)
        else:
            of_the_article = text.quote_at(span) is None
        return Judgement.EXACT if of_the_article else Judgement.PARAPHRASE
