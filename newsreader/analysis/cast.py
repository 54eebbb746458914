"""Who and what is named in an analysis, while a reader's corrections are made in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsreader.model import CORRECTED, Entity, EntityType, Mention, Span, SpeakerKind


@dataclass(eq=False, slots=True)
class Named:
    """An entity; not `shown`: struck off, or somebody who is quoted and was no entity.

    `part_of` is the one it was found to be; `speaks_as` is set where the reader said what it is.
    """

    entity: Entity
    shown: bool = True
    part_of: Named | None = None
    speaks_as: SpeakerKind | None = None

    @property
    def name(self) -> str:
        """The name it has now."""
        return self.entity.name

    @property
    def kind(self) -> EntityType:
        """The type it has now."""
        return self.entity.type

    @property
    def whole(self) -> Named:
        """Itself, or the one that it is a part of."""
        whole = self
        while whole.part_of is not None:
            whole = whole.part_of
        return whole

    def confirm(self) -> None:
        """Take it that the reader vouches for it."""
        self.entity = replace(self.entity, confidence=1.0, why=CORRECTED)
        self.shown = self.shown or bool(self.entity.mentions)


class Cast:
    """All that are named. Whoever was renamed or struck off is still found by the last name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._all = [Named(entity) for entity in entities]
        self._last: dict[str, list[Named]] = {}  # who was last given or deprived of a name
        self._known = {one.name: one for one in sorted(self._all, key=_may_speak)}

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities as they are now, in the order of every analysis."""
        return tuple(sorted((one.entity for one in self._all if one.shown), key=_rank))

    def speaker(self, name: str, kind: SpeakerKind) -> Named:
        """Return who speaks by a name in the analysis as it was, an entity or not."""
        if name not in self._known:
            self._known[name] = self._stranger(name, kind)
        return self._known[name]

    def called(self, name: str) -> Named:
        """Return who has a name, an entity or not; else somebody new."""
        last = [one.whole for one in self._last.get(name, []) if one.whole.name == name]
        known = sorted(self._shown(name), key=_may_speak) or last
        return known[-1] if known else self._stranger(name, SpeakerKind.PERSON)

    def _stranger(self, name: str, kind: SpeakerKind) -> Named:
        person = kind is SpeakerKind.PERSON
        one = Named(Entity(name, EntityType.PERSON if person else EntityType.ORG, ()), shown=False)
        self._all.append(one)
        self._last[name] = [one]
        return one

    def about(self, name: str, span: Span | None) -> list[Named]:
        """Return the entities of a name; where several have it, the one mentioned at `span`."""
        shown = self._shown(name)
        last = list(dict.fromkeys(one.whole for one in self._last.get(name, [])))
        return [one for one in self.at(span) if one in shown or one in last] or shown or last

    def at(self, span: Span | None) -> list[Named]:
        """Return the entity with the mention that is most like `span`; none without a span."""
        mention = self.mention_at(span)
        return [one for one in self._all if mention in one.entity.mentions] if mention else []

    def mention_at(self, span: Span | None) -> Mention | None:
        """Return the mention that is most like `span`, if any overlaps it."""
        if span is None:
            return None
        mentions = [mention for one in self._all for mention in one.entity.mentions]
        near = [mention for mention in mentions if mention.span.overlaps(span)]
        return min(
            near,
            key=lambda mention: (-mention.span.likeness(span), mention.span),
            default=None,
        )

    def strike(self, found: Sequence[Named]) -> None:
        """Let these be no entities."""
        for one in found:
            one.shown = False
            self._last[one.name] = [*found]

    def rename(self, found: Sequence[Named], name: str, *, whatever_type: bool = False) -> None:
        """Give these a name; they become one with the entity of their type that has it.

        `whatever_type`: with any entity that has it.
        """
        for one in found:
            if one.part_of is None:
                self._last[one.name] = [*found]
                self._rename(one, name, whatever_type=whatever_type)
        self._last[name] = [*found]

    def _rename(self, one: Named, name: str, *, whatever_type: bool) -> None:
        if one.name != name:
            for other in sorted(self._shown(name), key=lambda each: each.kind is not one.kind):
                if whatever_type or not one.shown or other.kind is one.kind:
                    self._join(one, other)
                    return
            aliases = _aliases(name, one.entity)
            one.entity = replace(one.entity, name=name, aliases=aliases)
            for other in self._last.get(name, []):
                if other.whole is not one and not other.whole.entity.mentions:
                    self._join(other.whole, one)  # who spoke by this name and was no entity
        one.confirm()

    def retype(self, found: Sequence[Named], kind: EntityType) -> None:
        """Give these a type; they become one with the entity of their name that has it."""
        for one in found:
            if one.part_of is None and one.kind is not kind:
                one.entity = replace(one.entity, type=kind)
                person = kind is EntityType.PERSON
                one.speaks_as = SpeakerKind.PERSON if person else SpeakerKind.ORG
                for other in self._shown(one.name):
                    if other is not one and other.kind is kind and one.part_of is None:
                        self._join(one, other)
            one.whole.confirm()

    def split(self, mention: Mention, one: Named, name: str) -> Named:
        """Take a mention out of an entity, and return whose it is now, by that name."""
        mentions = tuple(other for other in one.entity.mentions if other != mention)
        wordings = {other.text for other in mentions}
        aliases = [each for each in one.entity.aliases if each in wordings or each != mention.text]
        part = Named(replace(one.entity, mentions=(mention,), aliases=(), roles=()))
        one.entity = replace(one.entity, mentions=mentions, aliases=tuple(aliases))
        if not mentions:
            one.shown, self._last[one.name] = False, [one]
        self._all.append(part)
        self._rename(part, name, whatever_type=True)
        return part.whole

    def _shown(self, name: str) -> list[Named]:
        return [one for one in self._all if one.shown and one.name == name]

    def _join(self, one: Named, other: Named) -> None:
        """Make `one` a part of `other`."""
        part, whole = one.entity, other.entity
        mentions = {mention.span: mention for mention in (*part.mentions, *whole.mentions)}
        other.entity = replace(
            whole,
            mentions=tuple(mentions[span] for span in sorted(mentions)),
            aliases=_aliases(whole.name, whole, part),
            roles=tuple(dict.fromkeys((*whole.roles, *part.roles))),
        )
        other.confirm()
        one.part_of = other
        self._all.remove(one)


def _may_speak(one: Named) -> bool:
    return one.kind is not EntityType.PLACE


def _aliases(name: str, *entities: Entity) -> tuple[str, ...]:
    known = [alias for entity in entities for alias in entity.aliases]
    wordings = [mention.text for entity in entities for mention in entity.mentions]
    return tuple(alias for alias in dict.fromkeys([*known, *wordings]) if alias != name)


def _rank(entity: Entity) -> tuple[int, int]:
    """Order entities by how often they are named, then by where first."""
    return -len(entity.mentions), entity.mentions[0].span.start if entity.mentions else 0
