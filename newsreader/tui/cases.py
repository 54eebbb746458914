"""A claim that may be wrong, and what a reader can do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsreader.model import (
    CorrectionKind,
    CorrectionScope,
    Entity,
    EntityType,
    Quote,
    QuoteKind,
    Span,
    certainty,
    is_unsure,
)
from newsreader.safety import guard
from newsreader.tui.entities_pane import KIND_NAMES, described
from newsreader.tui.quotes_pane import attributed


class Candidate(NamedTuple):
    """A name to pick, and what is known of it."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about a claim, at one key.

    With a question in `asks`, a name is picked from `names`, or typed anew where `free`; the line
    to type it in begins with `begin`. Without, `value` is what the correction says.
    """

    key: str
    label: str
    kind: CorrectionKind
    value: str = ""
    asks: str = ""
    names: tuple[Candidate, ...] = ()
    free: bool = True
    begin: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A claim: its words, what is claimed and how sure that is, and what can be done about it.

    `span` and `name` are those that a correction of it is made with. Texts are safe to draw.
    """

    title: str
    words: str
    claim: str
    offers: tuple[Offer, ...]
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the reader wants corrected."""

    kind: CorrectionKind
    value: str
    scope: CorrectionScope = CorrectionScope.ARTICLE


def of_quote(quote: Quote, text: str, quotes: Sequence[Quote], entities: Sequence[Entity]) -> Case:
    """Return the case of a quote."""
    speaker = quote.speaker
    name = (speaker.canonical or speaker.mention.text) if speaker else ""
    words = guard(quote.span.of(text))
    offers = [
        Offer(
            "s", "somebody else said it …", CorrectionKind.SPEAKER,
            asks="Who said it?", names=_who_may_speak(quotes, entities, name),
        )
    ]  # fmt: skip
    if speaker and speaker.canonical and is_unsure(quote):
        offers.insert(0, Offer("y", "yes, that is right", CorrectionKind.SPEAKER, name))
    if speaker:
        offers.append(Offer("n", "nobody named here said it", CorrectionKind.SPEAKER))
    offers.append(Offer("x", "this is not a quote", CorrectionKind.NOT_QUOTE))
    return Case(
        title="Correct this quote",
        words=words if quote.kind is QuoteKind.INDIRECT else f"“{words}”",
        claim=f"{attributed(quote)} · {guard(certainty(quote))}",
        offers=tuple(offers),
        span=quote.span,
        name=name,
    )


def of_entity(entity: Entity, entities: Sequence[Entity], mention: Span | None, text: str) -> Case:
    """Return the case of an entity; with a `mention`, that one can be taken for somebody else."""
    others = [each for each in entities if each is not entity]
    others.sort(key=lambda each: each.type is not entity.type)
    aliases = tuple(Candidate(alias, "also called so here") for alias in entity.aliases)
    offers = []
    if is_unsure(entity):
        offers.append(Offer("y", "yes, that is right", CorrectionKind.RENAME, entity.name))
    other = "somebody else" if entity.type is EntityType.PERSON else "something else"
    if mention is not None and len(entity.mentions) > 1:
        offers.append(
            Offer(
                "d", f"this “{guard(mention.of(text))}” is {other} …", CorrectionKind.SPLIT,
                asks="Who or what is meant here?", names=_candidates(others),
            )
        )  # fmt: skip
    offers += [
        Offer(
            "r", "another name for it …", CorrectionKind.RENAME,
            asks="What is the name?", names=aliases, begin=entity.name,
        ),
        Offer(
            "m", "the same as another name here …", CorrectionKind.MERGE,
            asks="The same as which?", names=_candidates(others), free=False,
        ),
        *(
            Offer(key, f"it is {_A[kind]}", CorrectionKind.RETYPE, kind.value)
            for key, kind in (("p", EntityType.PERSON), ("o", EntityType.ORG),
                              ("l", EntityType.PLACE))
            if kind is not entity.type
        ),
        Offer("x", "this is not a name", CorrectionKind.NOT_ENTITY),
    ]  # fmt: skip
    times = "once" if len(entity.mentions) == 1 else f"{len(entity.mentions)} times"
    return Case(
        title="Correct this name",
        words=guard(entity.name),
        claim=f"{described(entity).removeprefix(guard(entity.name) + ' · ')} · named {times}",
        offers=tuple(offer for offer in offers if offer.names or offer.free),
        span=mention or entity.mentions[0].span,
        name=entity.name,
    )


_A = {
    EntityType.PERSON: "a person",
    EntityType.ORG: "an organisation",
    EntityType.PLACE: "a place",
}


def _candidates(entities: Iterable[Entity]) -> tuple[Candidate, ...]:
    return tuple(Candidate(entity.name, KIND_NAMES[entity.type]) for entity in entities)


def _who_may_speak(
    quotes: Sequence[Quote], entities: Sequence[Entity], but: str
) -> tuple[Candidate, ...]:
    """Return people, then bodies, then whoever else speaks here, but for one name."""
    people = [each for each in entities if each.type is EntityType.PERSON]
    bodies = [each for each in entities if each.type is EntityType.ORG]
    known = {each.name: each for each in _candidates([*people, *bodies])}
    for quote in quotes:
        if quote.speaker and quote.speaker.canonical:
            name = quote.speaker.canonical
            known.setdefault(name, Candidate(name, "quoted here"))
    return tuple(each for name, each in known.items() if name != but)


_WORDS = {
    CorrectionKind.SPEAKER: "Speaker: {old} → {new}",
    CorrectionKind.NOT_QUOTE: "Not a quote",
    CorrectionKind.RENAME: "Name: {old} → {new}",
    CorrectionKind.MERGE: "The same: {old} → {new}",
    CorrectionKind.SPLIT: "One mention: {old} → {new}",
    CorrectionKind.RETYPE: "Kind of {old} → {new}",
    CorrectionKind.NOT_ENTITY: "Not a name: {old}",
}


def in_words(kind: CorrectionKind, name: str, value: str) -> str:
    """Say in brief what a correction does to what was called `name`."""
    if name and name == value:
        return f"Confirmed: {guard(name)}"
    new = KIND_NAMES[EntityType(value)] if kind is CorrectionKind.RETYPE else guard(value)
    return _WORDS[kind].format(old=guard(name) or "nobody", new=new or "nobody")
