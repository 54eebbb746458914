"""Articles into the library: read, analysed and kept, many at once on all cores."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from newsreader import sources
from newsreader.cores import Cores
from newsreader.errors import SourceError
from newsreader.library import analyses, articles, files
from newsreader.library.analyses import Made
from newsreader.library.articles import SAMPLE, Incoming, Stored
from newsreader.library.files import FileState
from newsreader.library.statements import storable, transaction
from newsreader.model import Article
from newsreader.sources import Place

if TYPE_CHECKING:
    from newsreader.reading import Reading

_SINGLY = 8
"""Articles that are kept one by one, so that a reader sees the first of them at once."""

_HERE = 32
"""Articles that are read in this process: others take longer to start than to read them."""

_TOGETHER = 64
"""Articles that are read together by a process, and kept in one transaction."""


@dataclass(frozen=True, slots=True)
class _Unread:
    """A file to be read."""

    place: Place
    state: FileState | None


@dataclass(frozen=True, slots=True)
class _Read:
    """An article to be kept, its analysis, and the file it was read from, as it was before."""

    article: Article
    made: Made | None = None
    state: FileState | None = None


_Item = _Unread | _Read | Stored | SourceError
_Result = _Read | Stored | SourceError | Place
"""A place is what was found in a directory and passed over: it is no text."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """What is read by one process and kept in one transaction."""

    items: tuple[_Item, ...]
    analysing: bool
    here: bool


def add(
    reading: Reading,
    locations: Iterable[str],
    *,
    stdin: BinaryIO | None,
    sample: bool,
    analysing: bool,
) -> Iterator[Stored | SourceError]:
    """Do what `Reading.add` promises."""
    articles_in = Counter[str]()
    with Cores() as cores:
        batches = _batches(reading, _places(locations, stdin, articles_in), analysing=analysing)
        for items in cores.map(_read, batches, here=lambda batch: batch.here):
            for outcome in _kept(reading, items, sample=sample):
                if isinstance(outcome, Place):
                    articles_in[outcome.folder] -= 1
                else:
                    yield outcome
    yield from (sources.no_articles(folder) for folder, count in articles_in.items() if not count)


def _places(
    locations: Iterable[str], stdin: BinaryIO | None, articles_in: Counter[str]
) -> Iterator[Place | _Read | SourceError]:
    """Yield where articles may be, and count what may be articles in each directory."""
    for location in locations:
        if location == "-":
            for article in sources.read(location, stdin=stdin):
                yield article if isinstance(article, SourceError) else _Read(article)
            continue
        if os.path.isdir(location):  # noqa: PTH112 - never raises, whatever the name
            articles_in[location] += 0
        for place in sources.places(location):
            articles_in[location] += 1
            yield place


def _batches(
    reading: Reading, found: Iterator[Place | _Read | SourceError], *, analysing: bool
) -> Iterator[_Batch]:
    """Yield what is to be read, in batches of one at first; what is known already is found here."""
    seen = unread = 0
    while batch := list(islice(found, 1 if seen < _SINGLY else _TOGETHER)):
        items = _looked_up(reading, batch)
        seen += len(items)
        new = sum(isinstance(item, _Unread) for item in items)
        unread += new
        yield _Batch(items, analysing, here=unread <= _HERE or not new)


def _looked_up(reading: Reading, batch: Sequence[Place | _Read | SourceError]) -> tuple[_Item, ...]:
    states = {each: files.state_of(each.location) for each in batch if isinstance(each, Place)}
    with reading.library() as db:
        known = files.known(db, list(filter(None, states.values())))

    def look_up(each: Place | _Read | SourceError) -> _Item:
        if not isinstance(each, Place):
            return each
        state = states[each]
        if state and state.location in known:
            return Stored(*known[state.location])
        return _Unread(each, state)

    return tuple(map(look_up, batch))


def _read(batch: _Batch) -> list[_Result]:
    """Read and analyse what is unread of a batch; called in another process."""
    return [_made(_article(item), analysing=batch.analysing) for item in batch.items]


def _article(item: _Item) -> _Result:
    if not isinstance(item, _Unread):
        return item
    article = sources.read_place(item.place)
    if isinstance(article, Article):
        return _Read(article, state=item.state)
    return article or item.place


def _made(item: _Result, *, analysing: bool) -> _Result:
    if not analysing or not isinstance(item, _Read):
        return item
    from newsreader import analysis

    text = storable(item.article.text)
    return replace(item, made=analyses.made(text, analysis.analyze(text), analysis.VERSION))


def _kept(
    reading: Reading, items: Sequence[_Result], *, sample: bool
) -> Iterator[Stored | SourceError | Place]:
    """Keep the articles among some items in one transaction; return what became of each item."""
    read = [item for item in items if isinstance(item, _Read)]
    if not read:
        return (item for item in items if not isinstance(item, _Read))
    incoming = [
        Incoming(
            replace(item.article, source=SAMPLE) if sample else item.article,
            datetime.now(UTC),
            item.made,
        )
        for item in read
    ]
    with reading.library() as db, transaction(db):
        kept = articles.put_all(db, incoming)
        for item, stored in zip(read, kept, strict=True):
            if item.state:
                files.remember(db, item.state, stored.article_id, stored.version_id)
    fates = iter(kept)
    return (next(fates) if isinstance(item, _Read) else item for item in items)
