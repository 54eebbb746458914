"""Care for the library: what is in it, backups, checks, what is derived, the bin."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import NothingFound
from newsreader.library import bin as waste
from newsreader.library import locations, undo
from newsreader.library.times import now
from newsreader.reading.searching import Searching

if TYPE_CHECKING:
    from newsreader.library.care import Step
    from newsreader.library.care.info import LibraryInfo
    from newsreader.library.care.verification import Problem

_TOGETHER = 100  # articles indexed anew in one transaction


class Caring(Searching):
    """Long work tells after each step how far it is, and a caller may stop there."""

    def info(self) -> LibraryInfo:
        """Count what is in the library."""
        from newsreader.library.care.info import info

        with self.library() as db:
            return info(db)

    def place_for_backup(self, to: Path | None = None) -> Path:
        """Return the file for a backup: `to`, a new one in that folder, or one beside the library.

        Raises LibraryError where a file is there already that is no backup of this library.
        """
        from newsreader.library.care import backups

        with self.library() as db:
            return backups.place(db, to)

    def back_up(self, place: Path) -> Iterator[Step]:
        """Copy the library as it is now to where `place_for_backup` said, and note that.

        Stopped, it leaves nothing. Raises LibraryError, also where the library is damaged.
        """
        from newsreader.library.care import backups, copies

        with self.library() as db:
            made, steps = now(), copies.copy(db, place)
        yield from steps
        with self.library() as db:
            backups.note(db, made, place)

    def verify(self) -> Iterator[Step | Problem]:
        """Check the library as it is now, and tell each Problem."""
        from newsreader.library.care.verification import verify

        with self.library() as db:
            return verify(db)

    def drop_derived(self, *, analyses: bool = False) -> None:
        """Drop the index, and the analyses if asked for, however damaged they are.

        Nothing is dropped where that was done before and they are not all made again: there is
        only to go on. Raises LibraryError, having changed nothing, where more is damaged.
        """
        from newsreader.library.care import derived

        with self.library() as db:
            if not derived.under_way(db):
                derived.drop(db, analyses=analyses)

    def index_all(self) -> Iterator[Step]:
        """Index all articles anew whose entries are not what the library says of them now.

        Stopped, it keeps what was done. Raises LibraryError.
        """
        from newsreader.library.care import Step
        from newsreader.reading.indexing import refresh

        done, total = 0, self.info().stale
        while True:
            with self.library() as db:
                indexed = refresh(db, _TOGETHER)
            if not indexed:
                return
            done += indexed
            yield Step("articles", done, max(done, total))

    def meant(self, written: Sequence[str], *, in_bin: bool = False) -> list[int]:
        """Return the articles at locations as a reader writes them: files, folders, addresses.

        What is none of these is, together, a query; `in_bin`: it is asked of what is in the bin,
        which it never finds otherwise. Raises NothingFound for a location that no article came
        from.
        """
        ids, query = dict[int, None](), list[str]()
        for each in filter(str.strip, written):
            if here := self.at(each):
                ids |= dict.fromkeys(here)
            elif _is_location(each):
                raise NothingFound(f"No article in the library is from {each}.")
            else:
                query.append(each)
        found = self.found(" ".join(query), in_bin=in_bin)
        return [*ids, *sorted(found - ids.keys())]

    def at(self, written: str) -> list[int]:
        """Return the articles at a location as a reader writes it, or below it."""
        from newsreader.sources import location_of

        if not written.strip():
            return []
        with self.library() as db:
            return locations.at(db, written) or locations.at(db, location_of(Path(written)))

    def delete(self, article_ids: Sequence[int]) -> int:
        """Put articles in the bin, in one action; return how many were not there already.

        What has been there for too long goes for good.
        """
        with self.library() as db:
            with undo.action(db, "Deleted"):
                count = waste.put(db, article_ids)
            waste.expire(db)
        return count

    def restore_deleted(self, article_ids: Sequence[int] | None = None) -> int:
        """Take articles out of the bin, None: those that were put there last; return how many."""
        with self.library() as db, undo.action(db, "Out of the bin"):
            return waste.take_out(db, waste.put_last(db) if article_ids is None else article_ids)

    def bin(self) -> list[int]:
        """Return the articles in the bin, those put there last first."""
        with self.library() as db:
            return waste.contents(db)

    def purge(self) -> int:
        """Delete for good what has been in the bin for too long; return how many articles."""
        with self.library() as db:
            return waste.expire(db)

    def empty_bin(self) -> int:
        """Delete for good all that is in the bin, with highlights and notes; return how many.

        Neither that nor what was done before can be undone.
        """
        with self.library() as db:
            return waste.empty(db)


def _is_location(written: str) -> bool:
    return "/" in written or os.sep in written or os.path.exists(written)  # noqa: PTH110 - never raises
