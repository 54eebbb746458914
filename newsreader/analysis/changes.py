"""What changed from one version of an article to the next: claims first, then words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsreader.analysis.changed_numbers import changed_numbers
from newsreader.analysis.changed_quotes import changed_quotes
from newsreader.analysis.difference import (
    count_words,
    edits_between,
    same_stretches,
    without_crumbs,
)
from newsreader.analysis.mapping import Mapping
from newsreader.model import Analysis, Entity
from newsreader.model.changes import Changes
from newsreader.model.words import words_of


def find_changes(old: str, new: str, before: Analysis, after: Analysis) -> Changes:
    """Compare two texts and what is claimed about each."""
    if old == new and before == after:
        return Changes()
    same = same_stretches(old, new)
    mapping = Mapping(same, old, new)
    edits = tuple(edits_between(without_crumbs(same, old, new), old, new))
    removed, added = count_words(edits_between(same, old, new), old, new)
    return Changes(
        quotes=tuple(changed_quotes(mapping, before.quotes, after.quotes)),
        names_added=tuple(_names_only_in(after.entities, before.entities, old)),
        names_removed=tuple(_names_only_in(before.entities, after.entities, new)),
        numbers=tuple(changed_numbers(mapping, edits)),
        edits=edits,
        removed=removed,
        added=added,
    )


def _names_only_in(
    entities: Sequence[Entity], others: Sequence[Entity], other_text: str
) -> Iterable[str]:
    """Yield the names of entities that the other text does not have, by weight.

    One that is called by a part of its name there, or that is only not claimed there, is in it.
    """
    known = {form for other in others for form in _forms(other)}
    canonical = {other.name.casefold() for other in others}
    words = set(words_of(other_text))
    for entity in entities:
        if entity.name.casefold() in known or canonical & _forms(entity):
            continue
        if not (words.issuperset(words_of(entity.name)) and entity.name in other_text):
            yield entity.name


def _forms(entity: Entity) -> set[str]:
    mentions = (mention.text for mention in entity.mentions)
    return {form.casefold() for form in (entity.name, *entity.aliases, *mentions)}
