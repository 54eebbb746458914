"""What the reader wants exported: gathered and written, or looked at beforehand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from newsreader import export
from newsreader.errors import ExportError, NothingFound
from newsreader.model.evidence import Evidence
from newsreader.reading import Reading
from newsreader.safety import guard

ARTICLES = 20
"""Articles of which notes are looked at beforehand."""

CHARACTERS = 4_000
"""Characters of them that are shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes, in which format: `chosen` by their keys, else on one article, else by a query.

    `query` is None where there is to be one and it is not typed yet; an empty one finds all.
    """

    format_name: str
    query: str | None = ""
    article_id: int | None = None
    chosen: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of an export; `shortened`: the notes on more than ARTICLES are wanted."""

    text: str
    shortened: bool


def gather(reading: Reading, wanted: Wanted, limit: int | None = None) -> list[Evidence]:
    """Return what is wanted, of so many articles at most.

    Raises NothingFound where that is nothing, and LibraryError.
    """
    if wanted.query is None:
        raise NothingFound("Type what to look for.")
    if wanted.chosen:
        found = list(islice(reading.chosen_evidence(wanted.chosen), limit))
    else:
        found = reading.evidence(wanted.query, article_id=wanted.article_id, limit=limit)
    if not found and wanted.query:
        raise NothingFound("This finds no notes.")
    if not found:
        raise NothingFound("There are no notes yet.", "Highlight a quote or write a note first.")
    return found


def written(reading: Reading, wanted: Wanted) -> str:
    """Return what is wanted as it is to be written. Raises as `gather` does, and ExportError."""
    return export.render(wanted.format_name, gather(reading, wanted), reading.formats())


def preview(reading: Reading, wanted: Wanted) -> Preview:
    """Return the beginning of what `written` returns, in bounded time; raises as that does."""
    found = gather(reading, wanted, ARTICLES + 1)
    text = export.render(wanted.format_name, found[:ARTICLES], reading.formats())
    cut = f"{text[:CHARACTERS]}\n…" if len(text) > CHARACTERS else text
    return Preview(cut, len(found) > ARTICLES)


def name_for(title: str) -> str:
    """Return a name, without its ending, for a file of the notes on an article, or of all."""
    words = re.findall(r"\w+", guard(title).lower())
    return "-".join(words)[:60].strip("-") or "newsreader-notes"


@dataclass(frozen=True, slots=True)
class Target:
    """A file, or a folder, to write to; `is_there`: something stands there already."""

    path: Path
    is_there: bool


def target_at(typed: str, *, folder: bool) -> Target:
    """Return the file or the folder that is meant. Raises ExportError where there can be none."""
    typed = typed.strip()
    if not typed:
        raise ExportError(f"Type the name of a {'folder' if folder else 'file'} to write to.")
    try:
        path = Path(typed).expanduser()
        if path.is_dir() and not folder:
            raise ExportError(f"{guard(str(path))} is a folder.", "Type the name of a file in it.")
        return Target(path, path.exists())
    except RuntimeError as error:  # "~nobody"
        raise ExportError(f"There is no home folder for {guard(typed)}.") from error
    except OSError as error:
        raise ExportError(f"{guard(typed)} cannot be used: {error.strerror}.") from error


def write_folder(reading: Reading, wanted: Wanted, folder: Path) -> str:
    """Write a Markdown file an article into a folder, and return what came of it.

    Raises as `written` does, and ExportError where the folder cannot be read or written.
    """
    from newsreader.export import note_folder

    fates: Counter[str] = Counter()
    problems: list[ExportError] = []
    for outcome in note_folder.write_folder(gather(reading, wanted), folder):
        if isinstance(outcome, ExportError):
            problems.append(outcome)
        else:
            fates[outcome.fate.value] += 1
    told = ", ".join(f"{count:,} {fate}" for fate, count in fates.items())
    said = f"Notes in {folder}: {told or 'none written'}."
    return " ".join([said, *map(str, problems[:1]), *_more(len(problems) - 1)])


def _more(others: int) -> list[str]:
    return [f"({others:,} more like it.)"] if others > 0 else []
