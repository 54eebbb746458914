"""newsreader entities: the people, organisations and places."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from newsreader.analysis import analyze
from newsreader.cli.arguments import add_json, add_locations
from newsreader.cli.articles import articles_at
from newsreader.cli.output import print_array, say
from newsreader.errors import NothingFound
from newsreader.model import Article, Entity, EntityType

HEADINGS = {
    EntityType.PERSON: "People",
    EntityType.ORG: "Organisations",
    EntityType.PLACE: "Places",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_locations(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the entities of each article, those mentioned most first."""
    articles = articles_at(options.locations)
    if options.json:
        return 0 if print_array(_rows(articles)) else 1
    if not sum(_listed(article) for article in articles):
        raise NothingFound("Nobody and nothing is named here.")
    return 0


def _rows(articles: Iterable[Article]) -> Iterator[dict[str, object]]:
    for article in articles:
        for entity in analyze(article.text).entities:
            yield {
                "name": entity.name,
                "type": entity.type.value,
                "count": len(entity.mentions),
                "aliases": entity.aliases,
                "mentions": [[one.span.start, one.span.end] for one in entity.mentions],
            }


def _listed(article: Article) -> int:
    """Print the entities of an article by kind and return how many there are."""
    entities = analyze(article.text).entities
    if not entities:
        return 0
    say(article.title)
    say(article.location)
    for kind, heading in HEADINGS.items():
        named = [entity for entity in entities if entity.type is kind]
        if named:
            say(f"\n{heading}")
        for entity in named:
            say(f"{len(entity.mentions):>5}  {_names(entity)}", hang=7)
    say()
    return len(entities)


def _names(entity: Entity) -> str:
    return f"{entity.name} (also {', '.join(entity.aliases)})" if entity.aliases else entity.name
