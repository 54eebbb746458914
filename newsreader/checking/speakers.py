"""Whether a draft and a source name the same speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from newsreader.checking.names import is_slip
from newsreader.model import Analysis, Speaker, SpeakerKind

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    "mr mrs ms mx miss dr prof sir dame lord lady president minister mayor senator sen rep gov"
    " governor judge the of and for".split()
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
    drafted: Speaker | None, draft: Analysis, known: Speaker | None, source: Analysis, text: str
) -> Agreement:
    """Compare who a draft says is quoted with who the source (its `text`) does."""
    if drafted is None or known is None or not drafted.canonical or not known.canonical:
        return Agreement.UNKNOWN
    names = _names(drafted.canonical, draft), _names(known.canonical, source)
    if any(same_name(one, other) for one in names[0] for other in names[1]):
        return Agreement.SAME
    if any(is_slip(one, other) for one in names[0] for other in names[1]):
        return Agreement.MISSPELT
    bodies = [each.kind is not SpeakerKind.PERSON for each in (drafted, known)]
    if bodies[0] != bodies[1] and drafted.canonical in text:
        return Agreement.UNKNOWN  # "the ministry said" of what its minister said
    return Agreement.OTHER


def _names(name: str, analysis: Analysis) -> Iterable[str]:
    for entity in analysis.entities:
        if name in (entity.name, *entity.aliases):
            return entity.name, name, *entity.aliases
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
