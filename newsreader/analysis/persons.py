"""Whether a name is a person's: what its words, its title and its surroundings tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsreader.analysis import wording
from newsreader.analysis.cues import CUES
from newsreader.analysis.gazetteer import (
    demonym,
    forename_sex,
    is_organisation,
    is_place,
    is_surname,
)
from newsreader.analysis.names import Name
from newsreader.analysis.sentences import Layout

_MALE_TITLES = frozenset(
    """
    Mr Sir Lord Baron Congressman Assemblyman Councilman Chairman Spokesman Father Fr Pope King
    Prince Emperor Emir Sultan Sheikh Sheik Shaikh Shri Brother Imam Ayatollah Herr Monsieur Señor
    Bishop Archbishop Cardinal Rabbi Alhaji Oba Maulana Mullah Pandit
    """.split()
)
_FEMALE_TITLES = frozenset(
    """
    Mrs Ms Miss Dame Lady Baroness Countess Congresswoman Assemblywoman Councilwoman Chairwoman
    Spokeswoman Sister Queen Princess Sheikha Smt Datin Hajjah Hajia Begum Frau Madame Madam Señora
    """.split()
)
_LOOSE_TITLES = frozenset(("Republican", "Democrat", "Democratic", "Former", "Prime", "Chief"))
"""Titles that as often stand before a body or a thing as before a person."""

_PARTICLES = frozenset(
    """
    van der den de la las los von bin bint ibn binti ben abu al el ul ud del della di da do dos das
    du des zu ter te le af av y e d
    """.split()
)
_AROUND_A_WORD = ".,“”\"‘’'"
_TELLING_PARTICLES = frozenset("bin bint ibn binti van von der ul ud".split())
_FAMILY_ARTICLE = re.compile(r"(?:al|el|ul|ad|as|an|ar|at|az)[-–](?=\w)", re.IGNORECASE)
_GIVEN_PAIR = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_FIRM_WORDS = wording.BODIES | wording.FIRMS | wording.PRESS | wording.STATE_BODIES
_OTHER_WORDS = wording.PLACES | wording.SITES | wording.THINGS | wording.TOPICS
_NO_SURNAMES = _FIRM_WORDS | _OTHER_WORDS
_ROLE = (
    r"(?:director|minister|chief|head|president|chair\w*|spokes\w+|professor|secretary|leader|manager"
    r"|founder|officer|owner|author|commissioner|coordinator|adviser|advisor|analyst|ambassador|rapporteur"
    r"|representative|member|deputy|mayor|governor|judge|expert|researcher|mother|father|husband|wife"
    r"|widow|son|daughter|brother|sister|teacher|lawyer|doctor|nurse|farmer|resident|student|activist"
    r"|actor|actress|singer|artist|journalist|engineer|scientist|historian|captain|coach|lawmaker"
    r"|senator|candidate|survivor|witness)\b"
)
_AFTER_A_PERSON = re.compile(
    r",?\s(?:\(?\d\d\)?[,.]|who\b|(?:also\s)?(?:said|says|told|added|wrote|tweeted|asked|explained"
    r"|argued|insisted|recalled|replied|admitted|joked|thinks|believes|continued|concluded)\b)"
    rf"|,\s(?:(?:an?|his|her)\s|(?:[a-z][\w-]+\s){{0,4}}{_ROLE})"
)
_BEFORE_A_PERSON = re.compile(
    r"(?:[a-z]{3}(?:man|woman|person|ist|er|or|ian)|chief|aide|wife|husband|son|daughter|guest"
    r"|according to|analyst|candidate|nominee|said|says|added|explained|president|consultant),?\s$"
)
_DESCRIBED_BEFORE = re.compile(rf"\b{_ROLE}[^,.;\n]{{0,60}},\s$", re.IGNORECASE)
_OWNS = re.compile(
    r"\s(?:[^.\n\"“A-Z]|(?<=\b[aio][nt] )[A-Z]){2,100}?\b(?:his|her|himself|herself)\b"
)
_MENTIONS_TO_LOOK_AT = 6


@lru_cache(maxsize=1 << 13)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell persons apart: lower case, no particles, no suffix."""
    plain = _FAMILY_ARTICLE.sub("", name) if "-" in name or "–" in name else name
    words = (word.strip(_AROUND_A_WORD).lower() for word in plain.split())
    return tuple(w for w in words if w and w not in _PARTICLES and w not in _SUFFIXES)


def suffix_of(name: str) -> str:
    """Return "jr" of "John Doe Jr.", "" of "John Doe"."""
    last = name.rpartition(" ")[2].strip(".").lower()
    return last if last in _SUFFIXES else ""


def sex_of(words: Sequence[str], titles: Iterable[str]) -> str | None:
    """Tell the sex of a person: "m", "f", or None where neither titles nor forename tell."""
    for title in titles:
        for word in title.replace(".", "").split():
            if word in _MALE_TITLES:
                return "m"
            if word in _FEMALE_TITLES:
                return "f"
    if len(words) < 2:
        return None if not words or is_surname(words[0]) else _only(words[0])
    given = words[1] if _surname_first(words) else words[0]
    return _only(given)


def _only(forename: str) -> str | None:
    sex = forename_sex(forename) or forename_sex(_before_hyphen(forename))
    return sex if sex in ("m", "f") else None


def _before_hyphen(word: str) -> str:
    """Return "Carol" of "Carol-Ann" and "Ann" of "Ann"; an article ("Al-Roe") is no forename."""
    first = word.partition("-")[0]
    return first if len(first) > 2 else word


def _surname_first(words: Sequence[str]) -> bool:
    return forename_sex(words[0]) is None and is_surname(words[0]) and not is_surname(words[1])


def looks_like_person(layout: Layout, text: str, mentions: Sequence[Name]) -> bool:
    """Weigh whether all these mentions of the name `text` are a person's."""
    tokens = [token.strip(".,") for token in text.split()]
    titled = any(m.title and _is_personal(m.title, tokens[-1]) for m in mentions)
    words = words_of(text)
    if not words or (is_organisation(text) and not titled):
        return False
    around = _surroundings(layout, mentions)
    if len(words) == 1:
        return titled or _lone_surname(tokens[-1], around)
    return 3 * titled + _weight_of_words(tokens) + min(around, 2) > 0


def _is_personal(title: str, last: str) -> bool:
    words = title.replace(".", "").split()
    if last in wording.TOPICS and ("of" in words or "for" in words):
        return False  # "Minister of Public Works" has no end before "Works"
    return not _LOOSE_TITLES.issuperset(words)


def _lone_surname(word: str, around: int) -> bool:
    if is_place(word) or demonym(word) or word.isupper() or word in _NO_SURNAMES:
        return False
    known = is_surname(word) or forename_sex(_before_hyphen(word)) is not None
    return around + known > 1


def _weight_of_words(tokens: list[str]) -> int:
    first, last = tokens[0], tokens[-1]
    is_forename = forename_sex(first) is not None
    weight = 2 * is_forename + is_surname(last)
    telling = not _TELLING_PARTICLES.isdisjoint(tokens)
    weight += 2 * (telling or any("-" in t and _GIVEN_PAIR.fullmatch(t) for t in tokens))
    weight += 2 * (len(tokens) > 2 and any(len(t) == 1 for t in tokens[:-1]))
    surely_a_forename = is_forename and not is_place(first)
    if last in _FIRM_WORDS or any(demonym(token) for token in tokens):
        weight -= 4
    if last in _OTHER_WORDS and not (surely_a_forename and is_surname(last)):
        weight -= 4
    capitals = sum(len(token) > 1 and token.isupper() for token in tokens)
    capitals -= last.isupper() and is_surname(last)  # "Jane DOE", as some countries write it
    if capitals and (capitals < len(tokens) or capitals > 3):
        weight -= 3
    name = " ".join(tokens)
    is_firm = not _FIRM_WORDS.isdisjoint(tokens[:-1])
    if is_firm or is_place(name.title() if name.isupper() else name):
        weight -= 3
    if first in wording.PLACE_HEADS and not is_forename:
        weight -= 3
    if any(token.lower() in CUES for token in tokens[1:-1]):
        weight -= 4
    return weight - (len(tokens) > 4) - 2 * (len(tokens) > 5)


def _surroundings(layout: Layout, mentions: Sequence[Name]) -> int:
    text = layout.masked
    count = 0
    for mention in mentions[:_MENTIONS_TO_LOOK_AT]:
        start, end = mention.whole.start, mention.span.end
        count += _AFTER_A_PERSON.match(text, end) is not None
        if mention.opens and " " in mention.text:
            count += _OWNS.match(text, end) is not None
        if text[start - 4 : start] in ("the ", "The "):
            count -= 2
        count += _BEFORE_A_PERSON.search(text, max(0, start - 14), start) is not None
    first = mentions[0].whole.start
    if text[first - 2 : first - 1] != ",":
        return count
    return count + (_DESCRIBED_BEFORE.search(text, max(0, first - 80), first) is not None)
