"""Names that are spelt almost as others are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3  # letters of a part of a name in which one may be wrong
_ALONE = 4  # letters of a name of one part
_LONG, _VERY_LONG = 6, 8  # letters of a part in which two may be wrong, if not the second


def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name as they are compared: small, without accents."""
    plain = unicodedata.normalize("NFD", name)
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(part.replace("’", "'").casefold() for part in _PART.findall(kept))


def is_slip(one: str, other: str) -> bool:
    """Tell whether a name may be another one, misspelt: in one of its parts, by a letter or two."""
    return odd_part(parts(one), parts(other)) is not None


def odd_part(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Return which part of a name may be misspelt, if it is one and all others are the same."""
    if len(one) != len(other):
        return None
    odd = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(odd) != 1 or not _is_misspelt(one[odd[0]], other[odd[0]], alone=len(one) == 1):
        return None
    return odd[0]


def _is_misspelt(part: str, other: str, *, alone: bool) -> bool:
    from rapidfuzz.distance import OSA

    shorter = min(len(part), len(other))
    if shorter < (_ALONE if alone else _SHORTEST) or part[0] != other[0]:
        return False
    if f"{part}s" == other or f"{other}s" == part:
        return not alone  # the Rowes
    may_be_two = shorter >= _VERY_LONG or (shorter >= _LONG and part[:2] == other[:2])
    return OSA.distance(part, other) <= 1 + may_be_two
