"""The forms of a text: each wording of a name with all its mentions, and what they name."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsreader.analysis import evidence, gazetteer, wording
from newsreader.analysis.joining import join
from newsreader.analysis.names import Name
from newsreader.analysis.people import People
from newsreader.analysis.phrases import Phrase, cut_names
from newsreader.analysis.relations import Relations, Words
from newsreader.analysis.surroundings import of_context
from newsreader.analysis.weights import Verdict, add_up, kind_of, verdict
from newsreader.model import EntityType

IN_SMALL_LETTERS = "in small letters"
"""Evidence that the text has the word of a name in small letters too."""

_TITLE = "title"
_NOTHING = Verdict(None, 1.0, "people")
_LAND = Verdict(EntityType.PLACE, 0.98, "major place1")
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ROUNDS = 2
_SPORT = frozenset(
    """
    scored scorer scorers scoreboard goal goals league championship championships coach match
    matches season players team teams striker midfielder defender goalkeeper innings wickets
    tournament playoffs finals semifinals semi-finals quarter-final quarter-finals halftime points
    standings medal seeding seeded seeds touchdown touchdowns homer rebounds qualifier champion
    champions game games half-time race lap downhill slalom soccer cricket tennis basketball
    baseball golf rugby hockey cycling athletics football
    """.split()
)
"""Words of texts on sport."""
_SPORT_HEADLINE = re.compile(
    r"\b(?:SOCCER|CRICKET|TENNIS|BASKETBALL|BASEBALL|GOLF|RUGBY|HOCKEY|CYCLING|ATHLETICS|FOOTBALL"
    r"|SKIING|BOXING|NBA|NFL|NHL|MLB|MOTOR RACING)\b"
)
_MUCH_SPORT = 3
_HEADLINE = 120
_PLACES = ("country", "major place1", "major place2", "place1", "place2")
_LINKS = {
    ", ": "comma",
    ",": "comma",
    " and ": "and",
    " & ": "and",
    ", and ": "and",
    " or ": "and",
    " (": "bracket",
    "(": "bracket",
    "/": "slash",
    "-": "hyphen",
    "'s ": "owner",
    "’s ": "owner",
    " ": "space",
    " of ": "of",
    " of the ": "of",
    " in ": "in",
}
"""What may stand between two names, and what it is called as evidence."""


@dataclass(slots=True)
class Form:
    """All mentions of one name in the same words, with the evidence for what it names.

    `beside` are the names that a mention stands next to, each with how ("after and").
    """

    words: Words
    mentions: list[Phrase] = field(default_factory=list)
    evidence: dict[str, float] = field(default_factory=dict)
    beside: list[tuple[str, Words]] = field(default_factory=list)


def find_forms(text: str, names: Sequence[Name], people: People) -> list[Form]:
    """Return the forms of `text` in order of their first mention, with their own evidence."""
    forms: dict[Words, Form] = {}
    phrases = list(join(text, cut_names(text, names)))
    for phrase in phrases:
        form = forms.get(phrase.words)
        if form is None:
            form = forms[phrase.words] = Form(phrase.words)
        form.mentions.append(phrase)
    for one, other in pairwise(phrases):
        link = _LINKS.get(text[one.end : other.start])
        if link is not None:
            forms[one.words].beside.append((f"before {link}", other.words))
            forms[other.words].beside.append((f"after {link}", one.words))
    in_small_letters = set(_LOWER_WORD.findall(_ADDRESS.sub(" ", text)))
    personal = {
        (name.span.start, name.span.end)
        for name, owner in zip(names, people.owners, strict=True)
        if owner is not None
    }
    is_sport = (
        len(_SPORT & in_small_letters) >= _MUCH_SPORT
        or _SPORT_HEADLINE.search(text, 0, _HEADLINE) is not None
    )
    for form in forms.values():
        form.evidence = _evidence(text, form, in_small_letters, personal)
        if is_sport:
            form.evidence |= _of_sport(form)
    return list(forms.values())


def _of_sport(form: Form) -> dict[str, float]:
    """Return what a text on sport says of a name: there a city is as often its team."""
    length = "1" if len(form.words) == 1 else "2"
    known = next((name for name in _PLACES if name in form.evidence), "")
    return {f"sport{length}": 1.0, f"sport {known}": 1.0}


def _evidence(
    text: str, form: Form, in_small_letters: set[str], personal: set[tuple[int, int]]
) -> dict[str, float]:
    found = dict.fromkeys(evidence.of_words(form.words), 1.0)
    around: dict[str, int] = {}
    for mention in form.mentions:
        for name in of_context(text, mention):
            around[name] = around.get(name, 0) + 1
    scale = math.sqrt(len(form.mentions))
    for name, count in around.items():
        found[name] = count / scale
    single = len(form.words) == 1
    if single and form.words[0].lower() in in_small_letters:
        found[IN_SMALL_LETTERS] = 1.0
    if 2 * sum((m.start, m.end) in personal for m in form.mentions) >= len(form.mentions):
        found["person1" if single else "person2"] = 1.0
    if len(form.mentions) > 1:
        found["again"] = math.log(len(form.mentions))
    return found


def decide(forms: Sequence[Form]) -> list[Verdict]:
    """Return what each form names: the longer names are decided first and decide the shorter."""
    sure = [_known(form) for form in forms]
    own = [add_up(form.evidence) for form in forms]
    scores, related = list(own), [dict[str, float]() for _ in forms]
    kinds: dict[Words, EntityType | None] = {}
    for _ in range(_ROUNDS):
        before = kinds
        kinds = {
            form.words: known.kind if known else kind_of(score)
            for form, known, score in zip(forms, sure, scores, strict=True)
        }
        if kinds == before:
            break
        relations = Relations(kinds)
        for at, form in enumerate(forms):
            if sure[at] is None:
                related[at] = of_relations(form, relations, kinds) or related[at]
                scores[at] = add_up(related[at], own[at]) if related[at] else own[at]
    return [
        known or verdict(score, form.evidence | more)
        for form, known, score, more in zip(forms, sure, scores, related, strict=True)
    ]


def _known(form: Form) -> Verdict | None:
    """Return what is certain whatever stands around: a land; or a people, a tongue, a faith."""
    text = " ".join(form.words)
    if _TITLE in form.evidence:
        return None
    if gazetteer.is_major_place(text) and gazetteer.is_country(text):
        is_name = gazetteer.is_surname(text) or gazetteer.forename_sex(text) is not None
        return None if is_name else _LAND
    if text not in wording.OTHERS and gazetteer.demonym(text) is None:
        return None
    return None if gazetteer.is_place(text) or gazetteer.is_organisation(text) else _NOTHING


def of_relations(
    form: Form, relations: Relations, kinds: Mapping[Words, EntityType | None]
) -> dict[str, float]:
    """Return what the verdicts on other names say about this one."""
    related = dict.fromkeys(relations.of(form.words), 1.0)
    scale = math.sqrt(len(form.mentions))
    for link, words in form.beside:
        kind = kinds.get(words)
        name = f"{link} {kind.lower() if kind else 'none'}"
        related[name] = related.get(name, 0.0) + 1 / scale
    return related
