"""A draft checked against the library: candidates by the index, judged word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from heapq import nlargest
from itertools import chain
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader import analysis
from newsreader.checking.judging import judge
from newsreader.checking.likeness import may_be_in
from newsreader.checking.matching import covered
from newsreader.checking.quotations import Draft, quotations
from newsreader.checking.texts import KnownText, Stream
from newsreader.checking.wording import wording
from newsreader.library import articles, versions
from newsreader.library.articles import ListedArticle
from newsreader.model import Span, Version
from newsreader.model.judgement import (
    Judged,
    Judgement,
    Quotation,
    Remark,
    RemarkKind,
    SourcePassage,
)
from newsreader.reading.candidates import Candidates
from newsreader.reading.spelling import misspelt

if TYPE_CHECKING:
    from newsreader.reading import Reading

_MANY = 200  # quotations that are worth the start of other processes
_PARTS = 3  # pieces of work a process, so that it can be told how far they are
_COMPARED = 4  # articles that a quotation is compared with
_OLDER = 5  # versions of an article that are looked at too where it was edited
_KEPT = 500  # texts that are kept in memory


def check(reading: Reading, text: str, told: Callable[[int, int], None]) -> list[Judged]:
    """Judge each quotation in a draft, in order; each misspelt name is told of at the nearest.

    Raises LibraryError, and what `told` does: see Reading.check.
    """
    draft = Draft(text, analysis.analyze(text))
    asked = list(quotations(draft))
    judged: list[Judged] = []
    told(0, len(asked))
    for each in _all_judged(reading, draft, asked):
        judged.append(each)
        told(len(judged), len(asked))
    with reading.library() as db:
        slips = list(misspelt(db, draft.analysis)) if judged else []
    for remark in slips:
        at = min(range(len(judged)), key=lambda n: _distance(judged[n].quotation.span, remark.span))
        if all(each.span != remark.span for each in judged[at].remarks):
            judged[at] = replace(judged[at], remarks=(*judged[at].remarks, remark))
    return judged


def _all_judged(reading: Reading, draft: Draft, asked: Sequence[Quotation]) -> Iterator[Judged]:
    """Judge quotations, on all cores where they are many and the library is a file."""
    with reading.library() as db:
        path = db.filename
    if not path or len(asked) < _MANY:
        yield from _judged_by(reading, draft, asked)
        return
    from newsreader.cores import Cores, available

    size = ceil(len(asked) / (_PARTS * available()))
    parts = [asked[at : at + size] for at in range(0, len(asked), size)]
    with Cores() as cores:
        yield from chain.from_iterable(cores.map(partial(_judged_in, path, draft), parts))


def _judged_in(path: str, draft: Draft, asked: Sequence[Quotation]) -> list[Judged]:
    """Judge quotations in a process of its own."""
    from newsreader.reading import Reading

    with Reading(Path(path)) as reading:
        return list(_judged_by(reading, draft, asked))


def _judged_by(reading: Reading, draft: Draft, asked: Sequence[Quotation]) -> Iterator[Judged]:
    shelf = Shelf(reading)
    return (_judged(each, draft, shelf) for each in asked)


def _judged(quotation: Quotation, draft: Draft, shelf: Shelf) -> Judged:
    """Judge by what articles say now, or else by what they said before they were edited."""
    texts = shelf.texts(quotation.words)
    judged = judge(quotation, draft, texts)
    if judged.judgement is Judgement.EXACT:
        return judged
    before = judge(quotation, draft, [each for text in texts for each in shelf.older(text)])
    if before.judgement is not Judgement.EXACT:
        return judged
    told = "The article said this in an older version, and has been edited since."
    remark = Remark(RemarkKind.VERSION, quotation.span, told)
    return replace(before, remarks=(remark, *before.remarks))


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


class Shelf:
    """The articles of a library that a draft is compared with, each read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._candidates = Candidates(reading)
        self._versions: dict[int, tuple[Version, Stream]] = {}
        self._texts: dict[int, KnownText] = {}
        self._edited: set[int] = set()

    def texts(self, quoted: str) -> list[KnownText]:
        """Return the texts that have the most of the words of a quotation, the likeliest first."""
        asked = wording(quoted)
        close: dict[int, int] = {}
        enough, likely = 0, 0.0
        for article_id, likelihood in self._candidates.of(asked).items():
            if likelihood < likely:
                break
            stream = self._version(article_id)[1]
            if not may_be_in(asked, stream):
                continue
            close[article_id] = covered(asked, stream)
            if close[article_id] == len(asked.words):  # no need to look at what is less likely
                enough, likely = len(asked.words), likelihood
        best = nlargest(_COMPARED, close, key=close.__getitem__)
        return [self._text(each) for each in best if close[each] >= enough]

    def _version(self, article_id: int) -> tuple[Version, Stream]:
        if article_id not in self._versions:
            with self._reading.library() as db:
                version = versions.latest(db, article_id)
            _make_room(self._versions)
            self._versions[article_id] = version, Stream.of(version.text)
        return self._versions[article_id]

    def _text(self, article_id: int) -> KnownText:
        if article_id not in self._texts:
            version, whole = self._version(article_id)
            with self._reading.library() as db:
                [listed] = articles.listing(db, [article_id])
            _make_room(self._texts)
            self._texts[article_id] = self._known(listed, version, whole)
            self._edited |= {article_id} if listed.versions > 1 else set()
        return self._texts[article_id]

    def _known(self, listed: ListedArticle, version: Version, whole: Stream) -> KnownText:
        about = SourcePassage(
            listed.id,
            version.id,
            version.sha256,
            listed.title,
            listed.location,
            listed.byline,
            listed.publisher,
            listed.published,
            listed.url,
        )
        return KnownText(whole, self._reading.analysis(version), about)

    def older(self, text: KnownText) -> Iterator[KnownText]:
        """Yield what the article of a text said in other versions, the last first."""
        article_id = text.about.article_id
        if article_id not in self._edited:
            return
        with self._reading.library() as db:
            [listed] = articles.listing(db, [article_id])
            others = versions.every(db, article_id)
        for version in others[::-1][:_OLDER]:
            if version.id != text.about.version_id:
                yield self._known(listed, version, Stream.of(version.text))


def _make_room(kept: dict[int, Any]) -> None:
    """Forget all of a cache that is full: texts may be long, and most are looked at once."""
    if len(kept) >= _KEPT:
        kept.clear()
