"""All notes put in groups: by article, speaker, tag, or the day they were made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsreader.library.entries import ListedEntry
from newsreader.model import Outcome
from newsreader.safety import guard
from newsreader.tui.edits import day


class Grouping(StrEnum):
    """What the notes under one heading share."""

    ARTICLE = "article"
    SPEAKER = "speaker"
    TAG = "tag"
    DATE = "date"

    def following(self, step: int) -> Grouping:
        """Return the grouping that comes so many after this one, going round."""
        every = list(Grouping)
        return every[(every.index(self) + step) % len(every)]


@dataclass(frozen=True, slots=True)
class Standing:
    """What only a look at the article tells of a highlight: who is quoted, and if it is there.

    `speaker` is empty where nobody is quoted; `who` says too that it was indirectly.
    """

    speaker: str
    who: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading; `about` stands at the end of its line."""

    heading: str
    entries: tuple[ListedEntry, ...]
    about: str = ""


NOBODY = "Nobody is quoted"
NO_TAG = "No tag"
NOT_YET = "Looked up …"


def grouped(
    entries: Iterable[ListedEntry], grouping: Grouping, standing: Mapping[str, Standing]
) -> list[Group]:
    """Return the entries in groups; one with several tags is in the group of each.

    Articles come in the order of the entries, days from the last to the first, names and tags by
    the alphabet, those without one at the end. `standing` is by the id of the highlight.
    """
    keys: Mapping[Grouping, Callable[[ListedEntry], Sequence[str]]] = {
        Grouping.ARTICLE: lambda entry: [str(entry.article_id)],
        Grouping.SPEAKER: lambda entry: [_speaker(entry, standing)],
        Grouping.TAG: lambda entry: entry.tags or [NO_TAG],
        Grouping.DATE: lambda entry: [entry.made.date().isoformat()],
    }
    groups: dict[str, list[ListedEntry]] = {}
    key = keys[grouping]
    for entry in entries:
        for name in key(entry):
            groups.setdefault(name, []).append(entry)
    return [_group(name, groups[name], grouping) for name in _in_order(groups, grouping)]


def _speaker(entry: ListedEntry, standing: Mapping[str, Standing]) -> str:
    if not entry.highlight_id:
        return NOBODY
    known = standing.get(entry.highlight_id)
    return NOT_YET if known is None else known.speaker or NOBODY


def _in_order(names: Iterable[str], grouping: Grouping) -> list[str]:
    if grouping is Grouping.ARTICLE:
        return list(names)
    if grouping is Grouping.DATE:
        return sorted(names, reverse=True)
    last = (NOBODY, NO_TAG, NOT_YET)
    return sorted(names, key=lambda name: (name in last, name.casefold(), name))


def _group(name: str, entries: Sequence[ListedEntry], grouping: Grouping) -> Group:
    first = entries[0]
    if grouping is Grouping.ARTICLE:
        return Group(guard(first.title), tuple(entries), source_of(first))
    if grouping is Grouping.DATE:
        return Group(day(first.made), tuple(entries))
    tag = grouping is Grouping.TAG and name != NO_TAG
    return Group(f"#{guard(name)}" if tag else guard(name), tuple(entries))


def source_of(entry: ListedEntry) -> str:
    """Return where the article of an entry is from, and of what day."""
    when = f"{entry.published.day} {entry.published:%b %Y}" if entry.published else ""
    where = guard(entry.origin).removeprefix("The ")
    return " · ".join(part for part in (where, when) if part)
