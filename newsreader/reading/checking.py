"""A draft checked against the library: candidates by the index, judged word by word."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from newsreader import analysis
from newsreader.checking.judging import judge
from newsreader.checking.quotations import Draft, quotations
from newsreader.checking.texts import KnownText
from newsreader.library import articles, lookup, versions
from newsreader.library.tokens import words
from newsreader.model.judgement import Judged, SourcePassage

if TYPE_CHECKING:
    from newsreader.reading import Reading

_COMMON = 1_000  # articles: a word in as many tells little
_CANDIDATES = 5  # articles that a quotation is compared with


def check(reading: Reading, text: str) -> list[Judged]:
    """Judge each quotation in a draft, in order. Raises LibraryError."""
    draft = Draft(text, analysis.analyze(text))
    shelf = Shelf(reading)
    return [judge(each, draft, shelf.candidates(each.words)) for each in quotations(draft)]


class Shelf:
    """The articles of a library that a draft is compared with, each looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._texts: dict[int, KnownText] = {}
        self._having: dict[str, list[int]] = {}
        with reading.index() as db:
            self._hidden = lookup.hidden(db)

    def candidates(self, quoted: str) -> list[KnownText]:
        """Return the texts that have the most of the rare words of a quotation."""
        known = words(quoted).split()
        votes = defaultdict[int, float](float)
        for word in dict.fromkeys(known):
            having = self._articles(word)
            if len(having) < _COMMON:
                weight = log(_COMMON / len(having)) if having else 0
                for article_id in having:
                    votes[article_id] += weight
        best = nlargest(_CANDIDATES, votes, key=lambda each: (votes[each], each))
        if known and not best:
            best = self._articles(" ".join(known))
        return [self._text(each) for each in best if each not in self._hidden][:_CANDIDATES]

    def _articles(self, phrase: str) -> list[int]:
        if phrase not in self._having:
            with self._reading.library() as db:
                self._having[phrase] = lookup.articles_with(db, phrase, _COMMON)
        return self._having[phrase]

    def _text(self, article_id: int) -> KnownText:
        if article_id not in self._texts:
            with self._reading.library() as db:
                version = versions.latest(db, article_id)
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
            found = self._reading.analysis(version)
            self._texts[article_id] = KnownText(version.text, found, about)
        return self._texts[article_id]
