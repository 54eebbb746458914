"""Whether a draft and a source name the same speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from newsreader.checking.names import is_slip
from newsreader.model import Analysis, Quote, Span, Speaker, SpeakerKind

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    "mr mrs ms mx miss dr prof sir dame lord lady president minister mayor senator sen rep gov"
    " governor judge the of and for a an".split()
)


class Agreement(Enum):
    """What two names of speakers tell of each other."""

    SAME = "same"
    MISSPELT = "misspelt"  # the same, but for a letter or two
    UNKNOWN = "unknown"  # one of them is not named
    OTHER = "other"

    @property
    def vouches(self) -> bool:
        """Tell whether both name one speaker, and so speak of one statement."""
        return self in (Agreement.SAME, Agreement.MISSPELT)


def called(speaker: Speaker | None) -> str:
    """Return the full name of a speaker, or else what the text calls them."""
    return (speaker.canonical or speaker.mention.text) if speaker else ""


def agreement(
    drafted: Speaker | None, draft: Analysis, quote: Quote | None, source: Analysis, text: str
) -> Agreement:
    """Compare who a draft says is quoted with who a source does, in whose `text` the quote is."""
    known = quote.speaker if quote else None
    if not (quote and known and known.canonical and drafted and drafted.canonical):
        return Agreement.UNKNOWN
    names = _names(drafted.canonical, draft), _names(known.canonical, source)
    if any(same_name(one, other) for one in names[0] for other in names[1]):
        return Agreement.SAME
    if any(is_slip(one, other) for one in names[0] for other in names[1]):
        return Agreement.MISSPELT
    unclear = _is_namesake(drafted, draft, known) or _may_be(drafted, quote, known, text)
    return Agreement.UNKNOWN if unclear else Agreement.OTHER


def _is_namesake(drafted: Speaker, draft: Analysis, known: Speaker) -> bool:
    """Tell whether a draft names both speakers, and calls the one as it may call the other."""
    named = any(same_name(entity.name, known.canonical) for entity in draft.entities)
    return named and same_name(drafted.mention.text, known.canonical)


def _may_be(drafted: Speaker, quote: Quote, known: Speaker, text: str) -> bool:
    """Tell whether a source may mean the draft's speaker, though it names another."""
    if (drafted.kind is SpeakerKind.PERSON) != (known.kind is SpeakerKind.PERSON):
        return drafted.canonical in text  # "the ministry said" of what its minister said
    # Without a word of saying beside it, who is quoted is a guess.
    return quote.cue is None and drafted.canonical in _paragraph(quote.span, text)


def _paragraph(span: Span, text: str) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : len(text) if end < 0 else end]


def _names(name: str, analysis: Analysis) -> Iterable[str]:
    """Return the names of a speaker; no part of the full one, as others may have it too."""
    for entity in analysis.entities:
        if name in (entity.name, *entity.aliases):
            full = set(_parts(entity.name))
            others = (each for each in (name, *entity.aliases) if not full.issuperset(_parts(each)))
            return entity.name, *others
    return (name,)


def same_name(one: str, other: str) -> bool:
    """Tell whether two names may be one person's, by surname, initials, or short forms."""
    few, many = sorted((_parts(one), _parts(other)), key=len)
    if not few:
        return False
    if few[-1] != many[-1]:
        return set(few) < set(many)
    return all(any(_stands_for(part, each) for each in many) for part in few)


def _parts(name: str) -> list[str]:
    found = [part.casefold() for part in _WORD.findall(name)]
    return [part for part in found if part not in _TITLES] or found


def _stands_for(part: str, other: str) -> bool:
    return other.startswith(part) or part.startswith(other)
