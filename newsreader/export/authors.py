"""Who wrote an article, read from its byline: people by their parts, all others whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsreader.safety import guard


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who wrote: a person with a family name, or a name that stays whole.

    `family` carries the particles that belong to it ("van der Brandt"); `given` and `suffix`
    ("Jr.") are empty for an organisation, or somebody with one name, whose `family` is all.
    """

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


def authors(byline: str) -> tuple[Author, ...]:
    """Return who a byline names, in order; what they do and where they are from is left out.

    A name is turned round only where it is plainly that of a person: "By Ann Hall and the
    Quillhaven Press" are Ann Hall and The Quillhaven Press. Surnames are looked for at the end of
    a name, but in "Hall, Ann" and in "Ok Bi-ryeong", whose hyphen tells which part is given.
    """
    line = _CREDIT.sub("", _ASIDE.sub(" ", guard(byline[:_MOST])))
    line = _OTHERS.split(re.sub(r"\s+(?=[.,;])", "", " ".join(line.split())))[0]
    line = _LEAD.sub("", line).strip(_EDGES)
    found = [author for part in line.split(";") for author in _listed(part.strip(_EDGES))]
    return tuple(dict.fromkeys(found))


_EDGES = " ,;:|/·•–—-"

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\S+@\S+\.\S+|(?<!\w)@\w+|https?://\S+")
"""Remarks in brackets, and addresses."""

_CREDIT = re.compile(
    r"(?:[;,|/·•–—]| and\b)?\s*\b(?:photo\w*|pictures?|video|graphics?|illustrat\w+|edit(?:ed|ing)|"
    r"translat\w+|interview(?:ed)?)(?: and \w+)? by\b[^;|]*",
    re.IGNORECASE,
)
"""Those who did something other than write."""

_OTHERS = re.compile(
    r"[,;]?\s*\b(?:with |additional |and )*(?:reporting|contributions?)(?: and \w+)? by\b",
    re.IGNORECASE,
)
"""What comes before those who helped."""

_LEAD = re.compile(
    r"^[\W_]*(?:(?:(?:written|reported|words|text|story|report|analysis|opinion|comment|review"
    r"|exclusive)[:,]? )?(?:by|par|por|von)\b:?|(?:authors?|text|words):)\s*",
    re.IGNORECASE,
)
"""What stands before the first name."""

_AND = re.compile(r",?\s+(?:and|und|et|with|&|\+)\s+|\s*&\s*", re.IGNORECASE)
_PARTED = re.compile(
    r"\s*(?:[|/·•]|\s[–—-])\s+|\s+(?:for|of|in|at|reports?|writes)\s.*", re.IGNORECASE
)
"""What parts a name from a paper or a place."""

_ORGANISED = re.compile(
    r"\b(?:agenc(?:y|ies)|agence|associated|association|authority|board|bureau|centre|center"
    r"|chronicle|college|committee|company|contributors?|correspondents?|council|courier|daily"
    r"|department|desk|developers|editorial|editors?|foundation|gazette|group|guardian|herald|inc"
    r"|institute|journal|ltd|magazine|media|ministry|network|news\w*|observer|office|organi[sz]ation"
    r"|party|post|press|radio|reporters?|reuters|reviews?|services?|society|staff|team|television"
    r"|times|tribune|tv|union|university|weekly|wires?|writers?)\b",
    re.IGNORECASE,
)
"""Words that a person's name does not have."""

_ROLE = re.compile(
    r"\s+(?:staff|senior|chief|special|political|foreign|freelance)\s+[\w-]+$", re.IGNORECASE
)
_TITLE = re.compile(
    r"^(?:(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame|rev)\b\.?\s+)+", re.IGNORECASE
)
_DEGREE = re.compile(r",?\s+(?:ph\.?d|m\.?d|m\.?b\.?a|esq)\b\.?", re.IGNORECASE)
_SUFFIX = re.compile(r",?\s+(jr|sr)\.?$|,?\s+(II|III|IV)$", re.IGNORECASE)
_COMMA = re.compile(r",\s+((?:jr|sr|II|III|IV)\b)", re.IGNORECASE)
_PARTICLES = frozenset(
    "af al av bin da das de del della den der des di do dos du el ibn la le st ten ter van von y zu"
    " zum zur".split()
)
_CAPITAL_PARTICLES = frozenset("De Del Della Di Du La Le St St. Van Von".split())
_NAME = re.compile(r"(?![a-zß-öø-ÿ])['’.-]*[^\W\d_](?:[^\W\d_]|['’.-])*")
_STOP = re.compile(r"(?<=\w\w)\.+$|^\W+$")  # that of an initial stays
_MOST = 1_000  # characters of a byline
_LONGEST = 5  # words of a person's name, particles and all


def _listed(part: str) -> Iterator[Author]:
    """Yield the authors that are listed with commas and "and"."""
    part = " ".join(_COMMA.sub(r" \1", _DEGREE.sub("", part)).split())
    if _is_one_body(part):
        yield Author(_capitalised(part))
        return
    found = False
    for item in _AND.split(part):
        if (inverted := _inverted(item)) is not None:
            found = True
            yield inverted
            continue
        for n, name in enumerate(re.split(r"\s*,\s*", item)):
            author = _author(name.strip(_EDGES), follows=found, beside=n > 0)
            if author is not None:
                found = True
                yield author


def _inverted(part: str) -> Author | None:
    """Read "Hall, Ann M." as it stands; None where it is not of that shape."""
    family, comma, given = (piece.strip() for piece in part.partition(","))
    words = given.split()
    lone = len(family.split()) == 1 and family[:1].isupper()
    if not comma or not lone or not 0 < len(words) <= 2 or _ORGANISED.search(part):
        return None
    if any(not re.fullmatch(r"[A-ZÀ-Þ][\w'’.-]*", word) for word in words):
        return None
    return Author(_evened(family), " ".join(map(_evened, words)))


def _is_one_body(part: str) -> bool:
    """Tell whether an "and" belongs to the name of one body, as in Ministry of Food and Health."""
    first, *more = _AND.split(part)
    if "," in part or not _ORGANISED.search(first):
        return False
    return bool(more) and (" of " in first or all(" " not in each for each in more))


def _author(name: str, *, follows: bool, beside: bool) -> Author | None:
    """Read one name; None for what is only said of the one before.

    `follows`: somebody was named before; `beside`: a comma parts it from them.
    """
    if not name or (follows and _is_aside(name, beside=beside)):
        return None
    bare = _TITLE.sub("", name)
    alone = _PARTED.split(_ROLE.sub("", bare))[0].strip(_EDGES)
    bare = _STOP.sub("", alone if _is_person(alone.split()) else bare).strip(_EDGES)
    suffix = _SUFFIX.search(bare)
    words = (bare[: suffix.start()] if suffix else bare).split()
    if not _is_person(words):
        return Author(_capitalised(bare)) if bare else None
    words = [_evened(word) for word in words] if bare.upper() == bare else words
    at = _family_at(words)
    family, given = " ".join(words[at:]), " ".join(words[:at])
    if at == len(words) - 1 == 1 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", words[1]):
        family, given = given, family
    return Author(family, given, _written(suffix[1] or suffix[2]) if suffix else "")


def _is_aside(name: str, *, beside: bool) -> bool:
    """Tell whether this says only what somebody does, or for whom."""
    if beside and (" " not in name or _ORGANISED.search(name)):
        return True
    return name[0].islower() and not name.startswith("the ")


def _is_person(words: list[str]) -> bool:
    if not 2 <= len(words) <= _LONGEST or words[0] in {"The", "the", "Our", "our", "A", "a"}:
        return False
    if _ORGANISED.search(" ".join(words)):
        return False
    return all(word.lower() in _PARTICLES or _NAME.fullmatch(word) for word in words)


def _family_at(words: list[str]) -> int:
    """Return where in a name the family name begins."""
    for n, word in enumerate(words[1:-1], 1):
        if word in _PARTICLES or word in _CAPITAL_PARTICLES:
            return n
    return len(words) - 1


def _evened(word: str) -> str:
    """Return a word in capitals as names are written; initials stay."""
    if word.upper() != word or "." in word or len(word) < 2:
        return word
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)


def _written(suffix: str) -> str:
    return f"{suffix.capitalize()}." if suffix.lower() in {"jr", "sr"} else suffix.upper()


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
