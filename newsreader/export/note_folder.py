"""A folder of Markdown files, one an article: what is ours in them is kept up to date."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from newsreader.errors import ExportError
from newsreader.export import save
from newsreader.export.lines import one_line
from newsreader.export.note_file import DamagedNote, key_of, keys_in, new_note, updated_note
from newsreader.model.evidence import Evidence

_ENDING = ".md"
_LONGEST = 180  # bytes of a name; file systems take 255, some programs add to it
_RESERVED = re.compile(r"(?i)con|prn|aux|nul|(?:com|lpt)[0-9¹²³]")
_TRACE = b"newsreader "


class Fate(StrEnum):
    """What became of the file of an article."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """The file of an article, and what became of it."""

    path: Path
    fate: Fate


def write_folder(evidence: Sequence[Evidence], folder: Path) -> Iterator[WrittenNote | ExportError]:
    """Write a file an article; one that is there is found by its marks, wherever in the folder.

    Folders and files whose names begin with a dot are not looked at. A file that cannot be updated
    without touching what is not ours is yielded as an ExportError, and the next follows. Raises
    ExportError where the folder cannot be read or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {_folded(name) for name in os.listdir(folder)}  # noqa: PTH208 - only the names
    except OSError as error:
        _refuse(folder, error)
    there, lost = _find(folder)
    for path in lost:
        yield _left_alone(path, "a mark of newsreader's in it has lost its key")
    for one in evidence:
        paths = there[key_of(one)]
        if len(paths) > 1:
            named = " and ".join(str(path) for path in paths)
            yield ExportError(
                f"There are two notes on “{one.title}”: {named}.", "Take the marks out of one."
            )
        elif paths:
            yield _update(paths[0], one)
        else:
            name = _free_name(one.title, taken)
            taken.add(_folded(name))
            save(new_note(one), folder / name)
            yield WrittenNote(folder / name, Fate.NEW)


def _update(path: Path, evidence: Evidence) -> WrittenNote | ExportError:
    try:
        text = path.read_bytes().decode()
        changed = updated_note(text, evidence)
    except UnicodeDecodeError:
        return _left_alone(path, "it is not in UTF-8")
    except DamagedNote as damage:
        return _left_alone(path, str(damage))
    if changed == text:
        return WrittenNote(path, Fate.UNCHANGED)
    save(changed, path)
    return WrittenNote(path, Fate.UPDATED)


def _left_alone(path: Path, why: str) -> ExportError:
    return ExportError(
        f"The note {path} is left as it is: {why}.",
        "Mend it, or take newsreader's marks out of it, and a new note is made.",
    )


def _find(folder: Path) -> tuple[defaultdict[str, list[Path]], list[Path]]:
    """Return the files with marks by their keys, and those with a mark that has lost its key."""
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for path in _notes(folder):
        try:
            written = path.read_bytes()
        except OSError as error:
            _refuse(path, error)
        if _TRACE in written:
            for key in keys_in(written.decode(errors="replace")):
                found[key].append(path)
    return found, found.pop("", [])


def _notes(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files in a folder and the folders in it, in the order of their names."""

    def stop(error: OSError) -> NoReturn:
        _refuse(Path(error.filename), error)

    for place, folders, names in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix.lower() == _ENDING and not name.startswith(".") and path.is_file():
                yield path


def _refuse(path: Path, error: OSError) -> NoReturn:
    raise ExportError(
        f"Notes cannot be kept in {path}: {error.strerror}.", "Choose another folder."
    ) from error


def _free_name(title: str, taken: set[str]) -> str:
    """Return a name for the file of an article that no other file has, on any file system."""
    words = _safe(title) or "Untitled"
    name, number = f"{words}{_ENDING}", 2
    while _folded(name) in taken:
        name, number = f"{words} {number}{_ENDING}", number + 1
    return name


def _safe(title: str) -> str:
    """Return a title as every file system takes it, and as Obsidian links to it."""
    words = re.sub(r'[<>:"/\\|?*#^\[\]%]+', " ", unicodedata.normalize("NFC", one_line(title)))
    words = " ".join(words.split()).encode()[:_LONGEST].decode(errors="ignore").strip(" .-")
    return f"_{words}" if _RESERVED.fullmatch(words.split(".")[0].strip()) else words


def _folded(name: str) -> str:
    """Return what two names have in common that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
