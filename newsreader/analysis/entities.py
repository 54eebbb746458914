"""Who and what a text is about: its people, organisations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsreader.analysis import evidence, gazetteer
from newsreader.analysis.bylines import bylines
from newsreader.analysis.forms import Form, decide, find_forms
from newsreader.analysis.names import Name
from newsreader.analysis.people import People
from newsreader.analysis.phrases import Phrase
from newsreader.analysis.recall import find_again
from newsreader.analysis.relations import acronym_after, initials
from newsreader.analysis.weights import Verdict
from newsreader.model import Entity, EntityType, Mention


@dataclass(slots=True)
class _Group:
    """The mentions that go by one name, with what was decided on each of their wordings."""

    name: str
    kind: EntityType
    mentions: list[Phrase] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


def find_entities(text: str, names: Sequence[Name], people: People) -> tuple[Entity, ...]:
    """Return the entities of `text`, the ones it names most often first.

    `names` and `people` are those of the same text. Mentions are names only (no pronouns), without
    titles; they never overlap.
    """
    forms = find_forms(text, names, people)
    verdicts = decide(forms)
    find_again(text, forms, verdicts)
    _leave_out_own_paper(text, forms, verdicts)
    decided = [
        (form, verdict, verdict.kind)
        for form, verdict in zip(forms, verdicts, strict=True)
        if verdict.kind is not None and form.mentions
    ]
    canonical = _Canonical(text, names, people, [(form, kind) for form, _, kind in decided])
    groups: dict[tuple[EntityType, str], _Group] = {}
    for form, verdict, kind in decided:
        for name, mentions in canonical.named(form, kind):
            group = groups.setdefault((kind, name), _Group(name, kind))
            group.mentions += mentions
            group.verdicts.append(verdict)
    return tuple(sorted((_entity(text, group) for group in groups.values()), key=_rank))


def _leave_out_own_paper(text: str, forms: Sequence[Form], verdicts: Sequence[Verdict]) -> None:
    """Forget the organisations that bylines name: who prints an article is no part of it."""
    lines = bylines(text)
    for form, verdict in zip(forms, verdicts, strict=True) if lines else ():
        if verdict.kind is EntityType.ORG:
            form.mentions = [
                mention
                for mention in form.mentions
                if not any(line.covers(mention.span) for line in lines)
            ]


class _Canonical:
    """Finds the full name that each form of a text is short for."""

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        people: People,
        decided: Sequence[tuple[Form, EntityType]],
    ) -> None:
        self._owners = {
            name.span.start: people.persons[owner].name
            for name, owner in zip(names, people.owners, strict=True)
            if owner is not None
        }
        self._usual = {
            " ".join(form.words).upper(): " ".join(form.words)
            for form, _ in decided
            if not " ".join(form.words).isupper()
        }
        self._longer = [(form.words, kind) for form, kind in decided if len(form.words) > 1]
        self._acronyms = dict(_acronyms(text, (form for form, _ in decided)))

    def named(self, form: Form, kind: EntityType) -> Iterable[tuple[str, list[Phrase]]]:
        """Return the full names that `form` stands for, each with its mentions.

        Two persons may share a surname; a mention that is nobody's goes to the likeliest.
        """
        if kind is not EntityType.PERSON:
            return [(self._name(form, kind), form.mentions)]
        owners = [self._owners.get(mention.start) for mention in form.mentions]
        bearers = Counter(owner for owner in owners if owner is not None)
        if not bearers:
            return [(self._name(form, kind), form.mentions)]
        likeliest = bearers.most_common(1)[0][0]
        shares: dict[str, list[Phrase]] = {}
        for mention, owner in zip(form.mentions, owners, strict=True):
            shares.setdefault(owner or likeliest, []).append(mention)
        return shares.items()

    def _name(self, form: Form, kind: EntityType) -> str:
        """Return the full name that `form` stands for, in this text or in general."""
        text = " ".join(form.words)
        if text.isupper():
            text = self._usual.get(text) or _in_small_letters(text, kind)
        if kind is EntityType.PERSON:
            return self._only(form, kind) or text
        if kind is EntityType.ORG:
            text = self._acronyms.get(text) or self._only(form, kind) or text
        return gazetteer.full_name(text)

    def _only(self, form: Form, kind: EntityType) -> str | None:
        """Return the one longer name of this kind that a name of one word is short for."""
        if len(form.words) > 1:
            return None
        word = form.words[0]
        at = -1 if kind is EntityType.PERSON else 0
        fitting = {
            words
            for words, other in self._longer
            if other is kind and (words[at] == word or initials(words) == word.replace(".", ""))
        }
        return " ".join(fitting.pop()) if len(fitting) == 1 else None


def _in_small_letters(text: str, kind: EntityType) -> str:
    """Return a name from a line of capitals as it is usually written."""
    usual = text.title()
    known = kind is EntityType.PLACE and gazetteer.is_place(usual)
    return usual if known and not gazetteer.is_place(text) else text


def _acronyms(text: str, forms: Iterable[Form]) -> Iterable[tuple[str, str]]:
    """Yield the acronyms that stand in brackets after a name, each with that name."""
    for form in forms:
        for mention in form.mentions if len(form.words) > 1 else ():
            span = acronym_after(text, mention.end)
            if span is not None:
                yield text[slice(*span)], mention.text


def _entity(text: str, group: _Group) -> Entity:
    mentions = sorted(group.mentions, key=_place)
    surest = max(group.verdicts, key=lambda verdict: verdict.confidence)
    wordings = Counter(mention.text for mention in mentions)
    titles = dict.fromkeys(mention.title for mention in mentions if mention.title)
    return Entity(
        name=group.name,
        type=group.kind,
        mentions=tuple(Mention(m.span, text[m.start : m.end]) for m in mentions),
        aliases=tuple(name for name, _ in wordings.most_common() if name != group.name),
        roles=tuple(titles) if group.kind is EntityType.PERSON else (),
        confidence=round(surest.confidence, 2),
        why=evidence.reason(surest.why),
    )


def _place(phrase: Phrase) -> int:
    return phrase.start


def _rank(entity: Entity) -> tuple[int, int]:
    return -len(entity.mentions), entity.mentions[0].span.start
