"""Which of the articles at hand evidence is of: by its text, or else by what is known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from urllib.parse import parse_qsl, urlencode, urlsplit

from newsreader.export.citation import Citable
from newsreader.library.identities import Identity
from newsreader.model.evidence import Evidence


class _By(IntEnum):
    """What an article is known by; the higher, the surer."""

    TITLE = 1  # together with its publisher, byline or day
    LOCATION = 2
    ADDRESS = 3
    TEXT = 4


_Claim = tuple[_By, bool, bool, bool, int]
"""How good a claim an article has: the last is its id, negative, so that the first comes first."""


def recognise(evidence: Sequence[Evidence], known: Iterable[Identity]) -> list[int | None]:
    """Return for each Evidence the id of its article.

    That is the one with a text that it, or a passage of it, was made on; else the one at its
    address, else from its location and of its title, else of its title and publisher, byline or
    day. None where there is none, or several that nothing tells apart.
    """
    wanted: dict[tuple[_By, str], list[int]] = defaultdict(list)
    for number, one in enumerate(evidence):
        for mark in set(_marks(one, _hashes(one))):
            wanted[mark].append(number)
    claims: list[dict[int, _Claim]] = [{} for _ in evidence]
    for each in known:
        for mark in _marks(each, each.hashes):
            for number in wanted.get(mark, ()):
                claim = _claim(evidence[number], each, mark[0])
                if claim:
                    claims[number][each.id] = max(claim, claims[number].get(each.id, claim))
    return [_chosen(list(each.values())) for each in claims]


def _hashes(evidence: Evidence) -> list[str]:
    anchors = [passage.highlight.anchor for passage in evidence.passages]
    return [evidence.sha256, *(anchor.sha256 for anchor in anchors)]


def _marks(article: Citable, hashes: Iterable[str]) -> Iterator[tuple[_By, str]]:
    """Yield what an article may be known by."""
    known = [(_By.TEXT, each) for each in hashes]
    known += [(_By.ADDRESS, _address(each)) for each in (article.url, article.location)]
    known += [(_By.LOCATION, article.location), (_By.TITLE, _even(article.title))]
    return (mark for mark in known if mark[1])


def _address(written: str) -> str:
    """Return a web address without what makes no difference to where it leads; "": it is none."""
    if not written.lower().startswith(("http://", "https://")):
        return ""
    try:
        parts = urlsplit(written)
        site = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return ""
    query = urlencode([(key, value) for key, value in asked if not key.startswith("utm_")])
    return f"{site}{port}{parts.path.rstrip('/')}?{query}"


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()


def _claim(evidence: Evidence, each: Identity, by: _By) -> _Claim | None:
    same_title = _even(evidence.title) == _even(each.title)
    if by is _By.TITLE and not _agree(evidence, each):
        return None
    if by is _By.LOCATION and evidence.title and each.title and not same_title:
        return None  # another machine may have another article in a file of this name
    here = evidence.location == each.location
    return by, here, same_title, evidence.sha256 == each.hashes[0], -each.id


def _agree(one: Citable, other: Citable) -> bool:
    """Tell whether something beside their titles makes two articles the same, and nothing not."""
    published, by_whom = _even(one.publisher), _even(one.byline)
    same_publisher = published == _even(other.publisher)
    if one.publisher and other.publisher and not same_publisher:
        return False
    same_day = False
    if one.published and other.published:
        same_day = one.published.date() == other.published.date()
        if not same_day:
            return False
    same_byline = by_whom == _even(other.byline)
    return bool(same_day or (published and same_publisher) or (by_whom and same_byline))


def _chosen(claims: list[_Claim]) -> int | None:
    """Choose the best claim; several articles with one text are as good as one another."""
    claims.sort(reverse=True)
    if not claims:
        return None
    best = claims[0]
    told = best[0] is _By.TEXT or len(claims) == 1 or claims[1][:4] < best[:4]
    return -best[-1] if told else None
