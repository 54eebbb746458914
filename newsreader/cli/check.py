"""newsreader check: whether the quotations in a draft are what was said."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from newsreader.checking.differences import written
from newsreader.checking.speakers import called
from newsreader.cli.arguments import UsageError, add_json
from newsreader.cli.articles import articles_at
from newsreader.cli.library import open_reading
from newsreader.cli.output import complain, folded, print_array, say
from newsreader.errors import NewsreaderError, SourceError
from newsreader.export.citation import attribution
from newsreader.model.judgement import Judged, Judgement, SourcePassage
from newsreader.reading import Reading

_CALLED: Mapping[Judgement, str] = MappingProxyType(
    {
        Judgement.EXACT: "Exact",
        Judgement.SPEAKER: "Another speaker",
        Judgement.ALTERED: "Altered",
        Judgement.STITCHED: "Stitched",
        Judgement.PARAPHRASE: "Paraphrase",
        Judgement.MISSING: "Not found",
    }
)
_LEFT_OUT, _PUT_IN = re.compile(r"\[-.*?-\]", re.DOTALL), re.compile(r"\{\+.*?\+\}", re.DOTALL)
_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[39m"


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "draft",
        metavar="DRAFT",
        help="text, Markdown or a page; - for standard input. Its quotations are listed as they "
        "stand there; newsreader text shows what their offsets count",
    )
    add_json(parser)
    parser.add_argument(
        "--against",
        nargs="+",
        metavar="LOCATION",
        help="compare with these articles instead of the library",
    )
    parser.epilog = (
        "[-Words-] the source says and the draft does not, {+words+} the other way round. "
        "The exit code is 1 when there is something to put right."
    )


def run(options: Namespace) -> int:
    """Print what each quotation in the draft is worth."""
    text = _text(options.draft)
    with _sources(options) as reading:
        if not reading.count():
            raise NewsreaderError(
                "There are no articles in the library to check against.",
                "newsreader add puts them there, --against names files.",
            )
        judged = reading.check(text)
    if options.json:
        print_array(map(_row, judged))
    else:
        for number, each in enumerate(judged, 1):
            _say_judged(number, each)
        _say_summary(judged)
    return 1 if any(each.is_wrong for each in judged) else 0


def _text(location: str) -> str:
    """Return the text of a draft as newsreader reads it."""
    article, *more = articles_at([location])
    if more:
        raise UsageError(f"{location} holds several texts.", "Name one of them.")
    return article.text


@contextmanager
def _sources(options: Namespace) -> Iterator[Reading]:
    """Lend the library, or one in memory that has only the articles to check against."""
    if options.against is None:
        with open_reading(options) as reading:
            yield reading
        return
    with Reading(None) as reading:
        outcomes = list(reading.add(options.against, analysing=True))
        for error in outcomes:
            if isinstance(error, SourceError):
                complain(error)
        if all(isinstance(each, SourceError) for each in outcomes):
            raise SystemExit(2)
        yield reading


def _say_judged(number: int, judged: Judged) -> None:
    label = f"{number}. {_CALLED[judged.judgement]}"
    if not judged.difference:
        label += f": “{judged.quotation.words}”"
    say(label, hang=3)
    if judged.difference:
        print(_painted(folded(written(judged.difference), indent=3)))
    for source in judged.sources:
        say(_cited(source, told=len(judged.sources) > 1), indent=3, hang=2)
        say(f"{source.location}, {source.span.start}–{source.span.end}", indent=5)
    for remark in judged.remarks:
        say(f"! {remark.text}", indent=3, hang=2)
    say()


def _cited(source: SourcePassage, *, told: bool) -> str:
    passage = f"“{source.words}”: " if told else ""
    return passage + attribution(source, source.speaker)


def _painted(text: str) -> str:
    """Colour a difference where a terminal shows colours (no-color.org)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    text = _LEFT_OUT.sub(rf"{_RED}\g<0>{_PLAIN}", text)
    return _PUT_IN.sub(rf"{_GREEN}\g<0>{_PLAIN}", text)


def _say_summary(judged: Sequence[Judged]) -> None:
    if not judged:
        say("There are no quotations in this draft.")
        return
    counts = Counter(each.judgement for each in judged)
    told = [f"{counts[each]} {label.lower()}" for each, label in _CALLED.items() if counts[each]]
    total = f"{len(judged):,} {'quotation' if len(judged) == 1 else 'quotations'}"
    say(f"{total}: {', '.join(told)}.")


def _row(judged: Judged) -> dict[str, object]:
    quotation, sources = judged.quotation, [_source(each) for each in judged.sources]
    return {
        "quotation": quotation.words,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "judgement": judged.judgement.value,
        "difference": written(judged.difference) or None,
        "attributed_to": called(quotation.speaker) or None,
        "speaker": (judged.sources[0].speaker or None) if judged.sources else None,
        "source": sources[0] if sources else None,
        "sources": sources,
        "remarks": [
            {
                "about": remark.kind.value,
                "start": remark.span.start,
                "end": remark.span.end,
                "text": remark.text,
            }
            for remark in judged.remarks
        ],
    }


def _source(source: SourcePassage) -> dict[str, object]:
    return {
        "title": source.title,
        "byline": source.byline,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "location": source.location,
        "url": source.url,
        "sha256": source.sha256,
        "start": source.span.start,
        "end": source.span.end,
        "words": source.words,
        "speaker": source.speaker or None,
    }
