"""Names of a draft that are almost those of the library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.checking.names import odd_part, parts
from newsreader.library import lookup
from newsreader.library.tokens import words
from newsreader.model import Analysis, Entity
from newsreader.model.judgement import Remark, RemarkKind

if TYPE_CHECKING:
    import apsw

_ALONE = 6  # letters of a name of one part, at least: short ones are like one another
_BEGINS = 3  # letters that such a name begins with, as what it may be does
_MOST = 2_000  # names that are looked at for each
_ARTICLES = 200  # articles in which they are looked for


def misspelt(db: apsw.Connection, draft: Analysis) -> Iterator[Remark]:
    """Yield each name of a draft that the library does not know, but one that is almost it.

    The part that differs must be in no name of the library: Joan Smith is not John Smith.
    """
    for entity in draft.entities:
        name = parts(entity.name)
        short = sum(map(len, name)) < _ALONE
        if short or not entity.mentions or lookup.is_named(db, entity.name):
            continue
        meant = [each for each in set(_alike(db, entity)) if _is_meant(db, name, parts(each))]
        if meant:
            kind = entity.type.lower()
            often = {each: lookup.times_named(db, kind, each) for each in sorted(meant)}
            best = max(often, key=often.__getitem__)
            told = f"“{entity.name}” is “{best}” in {often[best]:,} of the library’s articles."
            yield Remark(RemarkKind.NAME, entity.mentions[0].span, told)


def _alike(db: apsw.Connection, entity: Entity) -> Iterator[str]:
    """Yield the names of its kind that share its first or its last part, or its beginning."""
    kind, (first, *others) = entity.type.lower(), entity.name.split()
    if not others:
        yield from lookup.names_beginning(db, kind, first[:_BEGINS], _MOST)
        return
    yield from lookup.names_beginning(db, kind, f"{first} ", _MOST)
    for part in words(others[-1]).split():
        yield from lookup.names_with(db, kind, part, _ARTICLES)


def _is_meant(db: apsw.Connection, name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    odd = odd_part(name, other)
    if odd is None:
        return False
    return not any(lookup.is_in_names(db, each) for each in words(name[odd]).split())
