"""newsreader search: find articles in the library."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from newsreader.cli.arguments import add_json, add_query
from newsreader.cli.library import open_reading
from newsreader.cli.output import print_array, say
from newsreader.errors import NothingFound
from newsreader.export.citation import day
from newsreader.search.results import Hit


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_query(parser, required=True)
    parser.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help="show at most N articles (20)"
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the articles that a query finds, the best first."""
    query = " ".join(options.query)
    with open_reading(options) as reading:
        hits = reading.search(query, options.limit)
    if options.json:
        return 0 if print_array(_row(hit) for hit in hits) else 1
    if not hits:
        raise NothingFound(f"No article matches {query}.")
    for number, hit in enumerate(hits, 1):
        say(f"{number}. {hit.title}", hang=3)
        facts = [hit.publisher, day(hit.published) if hit.published else ""]
        say(", ".join(filter(None, facts)) or hit.location, indent=3)
        say(hit.snippet, indent=3)
        say()
    return 0


def _row(hit: Hit) -> dict[str, object]:
    return {
        "location": hit.location,
        "title": hit.title,
        "published": hit.published.isoformat() if hit.published else None,
        "source": hit.publisher,
        "score": hit.score,
        "snippet": hit.snippet,
        "spans": [[span.start, span.end] for span in hit.spans],
    }


def _positive(written: str) -> int:
    try:
        number = int(written)
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError(f"{written} is not a number of articles")
    return number
