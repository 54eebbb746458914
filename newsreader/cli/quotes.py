"""newsreader quotes: who is quoted saying what."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from newsreader.cli.arguments import add_corrected, add_json, add_locations, add_unsure
from newsreader.cli.articles import analysed_at
from newsreader.cli.output import print_array, say
from newsreader.cli.rows import claims
from newsreader.errors import NothingFound
from newsreader.model import Analysis, Article, Quote, QuoteKind, certainty, is_unsure

STATEMENTS = (QuoteKind.DIRECT, QuoteKind.INDIRECT)


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_locations(parser)
    add_json(parser)
    add_corrected(parser)
    add_unsure(parser)


def run(options: Namespace) -> int:
    """Print the quotes of each article: to readers the statements, as JSON all kinds."""
    analysed = analysed_at(options)
    if options.json:
        return 0 if print_array(_rows(analysed, unsure=options.unsure)) else 1
    if not sum(_listed(*each, unsure=options.unsure) for each in analysed):
        raise NothingFound("No unsure quotes here." if options.unsure else "Nobody is quoted here.")
    return 0


def _quotes(analysis: Analysis, *, unsure: bool) -> list[Quote]:
    return [quote for quote in analysis.quotes if is_unsure(quote) or not unsure]


def _rows(
    analysed: Iterable[tuple[Article, Analysis]], *, unsure: bool
) -> Iterator[dict[str, object]]:
    for article, analysis in analysed:
        for quote in _quotes(analysis, unsure=unsure):
            yield {
                "article": article.title,
                "location": article.location,
                "start": quote.span.start,
                "end": quote.span.end,
                "text": quote.span.of(article.text),
                **claims(quote, article.text),
            }


def _listed(article: Article, analysis: Analysis, *, unsure: bool) -> int:
    """Print the statements in an article and return how many there are."""
    statements = [q for q in _quotes(analysis, unsure=unsure) if q.kind in STATEMENTS]
    if not statements:
        return 0
    say(article.title)
    say(article.location)
    say()
    for number, quote in enumerate(statements, 1):
        words = quote.span.of(article.text)
        direct = quote.kind is QuoteKind.DIRECT
        say(f"{number}. {_who(quote)}", hang=3)
        say(f"“{words}”" if direct else words, indent=4)
        say()
    return len(statements)


def _who(quote: Quote) -> str:
    """Name the speaker, and in brackets what the article calls them, how, and how unsure."""
    speaker, remarks = quote.speaker, []
    name = (speaker.canonical or speaker.mention.text) if speaker else "Nobody named"
    if speaker and speaker.mention.text not in ("", name):
        remarks.append(f"“{speaker.mention.text}”")
    if quote.kind is QuoteKind.INDIRECT:
        remarks.append("indirectly")
    if is_unsure(quote):
        remarks.append(certainty(quote))
    return f"{name} ({'; '.join(remarks)})" if remarks else name
