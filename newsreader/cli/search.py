"""newsreader search: find articles in the library."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace

from newsreader.cli.arguments import Parser, UsageError, add_json, add_query
from newsreader.cli.library import open_reading
from newsreader.cli.output import articles, complain, print_array, say
from newsreader.errors import NewsreaderError, NothingFound
from newsreader.export.citation import day
from newsreader.search.facets import Facets
from newsreader.search.query import parse
from newsreader.search.results import Hit

_MOST = 1_000_000  # more than anybody has, and a number that SQLite takes


def configure(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.takes_query = True
    add_query(parser, required=True)
    parser.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help="show at most N articles (20)"
    )
    parser.add_argument(
        "--facets",
        action="store_true",
        help="instead: who speaks in all the articles found, what is named, where and when",
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the articles that a query finds, the best first, or what they have in common."""
    query = " ".join(options.query).strip()
    if not query:
        raise UsageError("There is nothing to look for.", "Name words, or fields; see --help.")
    for remark in parse(query).remarks:
        complain(NewsreaderError(remark))
    with open_reading(options) as reading:
        if options.facets:
            return _print_facets(reading.facets(query), as_json=options.json)
        found = reading.search(query, options.limit)
    if options.json:
        return 0 if print_array(_row(hit) for hit in found.hits) else 1
    if not found.hits:
        raise NothingFound(f"No article matches {query}.")
    for number, hit in enumerate(found.hits, 1):
        say(f"{number}. {hit.title}", hang=3)
        facts = [hit.source, day(hit.published) if hit.published else ""]
        say(", ".join(filter(None, facts)) or hit.location, indent=3)
        say(hit.snippet, indent=3)
        say()
    if found.total > len(found.hits):
        say(f"The first {len(found.hits):,} of {articles(found.total)}; --limit shows more.")
    return 0


def _print_facets(found: Facets, *, as_json: bool) -> int:
    rows = [
        {"field": facet.field.value, "value": value, "articles": count}
        for facet in found.facets
        for value, count in facet.values
    ]
    if as_json:
        return 0 if print_array(rows) else 1
    if not rows:
        raise NothingFound("No article matches.")
    for facet in found.facets:
        say(facet.field)
        for value, count in facet.values:
            say(f"{count:>7,}  {value}", hang=9)
    return 0


def _row(hit: Hit) -> dict[str, object]:
    return {
        "location": hit.location,
        "title": hit.title,
        "published": hit.published.isoformat() if hit.published else None,
        "source": hit.source,
        "score": hit.score,
        "snippet": hit.snippet,
        "spans": [[span.start, span.end] for span in hit.spans],
    }


def _positive(written: str) -> int:
    try:
        number = int(written)
    except ValueError:
        number = 0
    if not 1 <= number <= _MOST:
        raise ArgumentTypeError(f"{written} is not a number of articles")
    return number
