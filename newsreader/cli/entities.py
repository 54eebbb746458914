"""newsreader entities: the people, organisations and places."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from newsreader.cli.arguments import add_corrected, add_json, add_locations, add_unsure
from newsreader.cli.articles import analysed_at
from newsreader.cli.output import print_array, say
from newsreader.errors import NothingFound
from newsreader.model import Analysis, Article, Entity, EntityType, certainty, is_unsure

HEADINGS = {
    EntityType.PERSON: "People",
    EntityType.ORG: "Organisations",
    EntityType.PLACE: "Places",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_locations(parser)
    add_json(parser)
    add_corrected(parser)
    add_unsure(parser)


def run(options: Namespace) -> int:
    """Print the entities of each article, those mentioned most first."""
    analysed = analysed_at(options)
    if options.json:
        return 0 if print_array(_rows(analysed, unsure=options.unsure)) else 1
    if not sum(_listed(*each, unsure=options.unsure) for each in analysed):
        none = "No unsure names here." if options.unsure else "Nobody and nothing is named here."
        raise NothingFound(none)
    return 0


def _entities(analysis: Analysis, *, unsure: bool) -> list[Entity]:
    return [each for each in analysis.entities if is_unsure(each) or not unsure]


def _rows(
    analysed: Iterable[tuple[Article, Analysis]], *, unsure: bool
) -> Iterator[dict[str, object]]:
    for _article, analysis in analysed:
        for entity in _entities(analysis, unsure=unsure):
            yield {
                "name": entity.name,
                "type": entity.type.value,
                "count": len(entity.mentions),
                "aliases": entity.aliases,
                "mentions": [[one.span.start, one.span.end] for one in entity.mentions],
                "confidence": entity.confidence,
                "why": entity.why,
            }


def _listed(article: Article, analysis: Analysis, *, unsure: bool) -> int:
    """Print the entities of an article by kind and return how many there are."""
    entities = _entities(analysis, unsure=unsure)
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
    also = f" (also {', '.join(entity.aliases)})" if entity.aliases else ""
    return f"{entity.name}{also}" + (f" ({certainty(entity)})" if is_unsure(entity) else "")
