"""A draft checked against the library: candidates by the index, judged word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, Any

from newsreader import analysis
from newsreader.checking.judging import judge
from newsreader.checking.matching import covered
from newsreader.checking.quotations import Draft, quotations
from newsreader.checking.texts import KnownText, Stream
from newsreader.checking.wording import Wording, wording
from newsreader.library import articles, lookup, versions
from newsreader.library.tokens import words
from newsreader.model import Version
from newsreader.model.judgement import Judged, SourcePassage

if TYPE_CHECKING:
    from newsreader.reading import Reading

_COMMON = 1_000  # articles: a word in as many tells little
_RAREST = 5  # words of a quotation that are looked up
_IN_A_ROW = 4  # words that are looked for together where few are rare
_LIKELY = 0.3  # of the votes of the likeliest article, without which none is looked at
_LOOKED_AT = 8  # articles of which it is counted how many of the words they have
_CANDIDATES = 4  # articles that a quotation is compared with
_KEPT = 500  # texts that are kept in memory


def check(reading: Reading, text: str) -> list[Judged]:
    """Judge each quotation in a draft, in order. Raises LibraryError."""
    draft = Draft(text, analysis.analyze(text))
    shelf = Shelf(reading)
    return [judge(each, draft, shelf.candidates(each.words)) for each in quotations(draft)]


class Shelf:
    """The articles of a library that a draft is compared with, each looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._versions: dict[int, tuple[Version, Stream]] = {}
        self._texts: dict[int, KnownText] = {}
        self._having: dict[str, list[int]] = {}
        with reading.index() as db:
            self._hidden = lookup.hidden(db)

    def candidates(self, quoted: str) -> list[KnownText]:
        """Return the texts that have the most of the words of a quotation, the likeliest first."""
        asked = wording(quoted)
        ids = [each for each in self._likely(asked) if each not in self._hidden]
        close = {each: covered(asked, self._version(each)[1]) for each in ids[:_LOOKED_AT]}
        best = nlargest(_CANDIDATES, close, key=close.__getitem__)
        enough = len(asked.words) if best and close[best[0]] == len(asked.words) else 0
        return [self._text(each) for each in best if close[each] >= enough]

    def _likely(self, asked: Wording) -> list[int]:
        """Return articles that have these words: all together, or the rarest of them."""
        known = words(asked.text).split()
        votes = defaultdict[int, float](float)
        having = sorted((self._articles(word) for word in set(known)), key=len)
        rare = [each for each in having if 0 < len(each) < _COMMON][:_RAREST]
        phrases = () if len(rare) == _RAREST else self._phrases(asked)
        for articles_with in (*rare, *phrases):
            weight = log(2 * _COMMON / len(articles_with))
            for article_id in articles_with:
                votes[article_id] += weight
        best = nlargest(_LOOKED_AT, votes, key=lambda each: (votes[each], each))
        return [each for each in best if votes[each] >= _LIKELY * votes[best[0]]]

    def _phrases(self, asked: Wording) -> Iterator[list[int]]:
        """Yield the articles that have all that is quoted in a row, or else some of it."""
        drafted = asked.words
        for part in asked.parts:
            known = words(asked.text[drafted[part.start].start : drafted[part[-1]].end]).split()
            whole = self._articles(" ".join(known)) if len(known) > 1 else ()
            if whole:
                yield whole
                continue
            for start in range(0, len(known) - _IN_A_ROW + 1, 2):
                some = self._articles(" ".join(known[start : start + _IN_A_ROW]))
                if some:
                    yield some

    def _articles(self, phrase: str) -> list[int]:
        """Return the articles with a word or a phrase, at most `_COMMON`."""
        if phrase not in self._having:
            with self._reading.library() as db:
                self._having[phrase] = lookup.articles_with(db, phrase, _COMMON)
        return self._having[phrase]

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
            about = SourcePassage(
                article_id,
                version.id,
                version.sha256,
                listed.title,
                listed.location,
                listed.byline,
                listed.publisher,
                listed.published,
                listed.url,
            )
            _make_room(self._texts)
            self._texts[article_id] = KnownText(whole, self._reading.analysis(version), about)
        return self._texts[article_id]


def _make_room(kept: dict[int, Any]) -> None:
    """Forget all of a cache that is full: texts may be long, and most are looked at once."""
    if len(kept) >= _KEPT:
        kept.clear()
