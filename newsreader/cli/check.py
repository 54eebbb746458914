"""newsreader check: whether the quotations in a draft are what was said."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from newsreader.checking.differences import written
from newsreader.checking.labels import LABELS, summary
from newsreader.checking.links import link_to
from newsreader.checking.speakers import called
from newsreader.cli.arguments import add_json
from newsreader.cli.library import open_reading
from newsreader.cli.output import complain, folded, print_array, say
from newsreader.errors import NewsreaderError, SourceError
from newsreader.export.citation import attribution
from newsreader.model.judgement import Judged, SourcePassage
from newsreader.reading import Reading
from newsreader.reading.drafts import read_draft

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
    text = read_draft(options.draft)
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
        say(summary(judged))
    return 1 if any(each.is_wrong for each in judged) else 0


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
    label = f"{number}. {LABELS[judged.judgement]}"
    if not judged.difference:
        label += f": “{judged.quotation.words}”"
    say(label, hang=3)
    if judged.difference:
        print(_painted(folded(written(judged.difference), indent=3)))
    for source in judged.sources:
        say(_cited(source, told=len(judged.sources) > 1), indent=3, hang=2)
        say(f"{source.location}, {source.span.start}–{source.span.end}", indent=5)
        if link := link_to(source):
            say(link, indent=5)
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
        "link": link_to(source) or None,
        "sha256": source.sha256,
        "start": source.span.start,
        "end": source.span.end,
        "words": source.words,
        "speaker": source.speaker or None,
    }
