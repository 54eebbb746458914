"""Reading bytes from files, streams and directories, within bounds."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newsreader.errors import SourceError
from newsreader.safety import guard

MAX_BYTES = 20_000_000
"""The largest file or stream that is read, in bytes: about thirty novels."""

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
"""What articles are usually named; a file so named that cannot be read is worth a message."""

_UNFIT_SUFFIXES = frozenset(
    f".{suffix}"
    for suffix in (
        "7z avi avif bak bin bmp bz2 class css csv db deb dll doc docx dylib eot epub exe "
        "flac gif gz heic ico ini jar jpeg jpg js json jsonl lock log m4a map mkv mobi mov "
        "mp3 mp4 o odt ogg otf pdf pkl png ppt pptx py pyc rar rss sh so sqlite sqlite3 svg "
        "tar tgz tif tiff toml tsv ttf wasm wav webm webp whl woff woff2 xls xlsx xml xz yaml "
        "yml zip zst"
    ).split()
)

_NOT_FILES = (
    (stat.S_ISFIFO, "a pipe", "Pipe its text in instead: COMMAND | newsreader -"),
    (stat.S_ISSOCK, "a socket", "Open a file or a directory."),
    (stat.S_ISCHR, "a device", "Open a file or a directory."),
    (stat.S_ISBLK, "a device", "Open a file or a directory."),
)


def content(path: Path) -> bytes:
    """Return the bytes of the file at `path`.

    Raises SourceError if it is missing, no file, not readable, or larger than MAX_BYTES.
    """
    name = guard(str(path))
    try:
        status = path.stat()
        for is_kind, kind, hint in _NOT_FILES:
            if is_kind(status.st_mode):
                raise SourceError(f"{name} is {kind}, not a file.", hint)
        if status.st_size > MAX_BYTES:
            raise _too_large(name, f"has {status.st_size / 1e6:.0f} MB")
        with path.open("rb") as file:
            return stream_content(file, name)
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:  # a NUL in the path
        raise SourceError(f"{name} cannot be the name of a file.", "Check the name.") from error


def stream_content(stream: BinaryIO, name: str) -> bytes:
    """Return what is left in `stream`; SourceError if that is more than MAX_BYTES."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(name, "is larger")
    return data


def walk(folder: Path) -> Iterator[Path | SourceError]:
    """Yield what could be an article in `folder` and below, sorted, directories where they sort.

    Hidden files, files whose suffix says that they are something else, and the companion
    directories of saved pages ("x_files" beside "x.html") are left out. Links are followed, but
    each directory is entered once. A directory that cannot be read is yielded as a SourceError.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path
                continue
            identity = (status.st_dev, status.st_ino)
            if identity not in entered:
                entered.add(identity)
                waiting += reversed(_entries(path))
        except OSError as error:
            yield _unreadable(path, error)


def _entries(folder: Path) -> list[Path]:
    paths = sorted(folder.iterdir())
    names = {path.name for path in paths}
    return [path for path in paths if _may_hold_articles(path, names)]


def _may_hold_articles(path: Path, siblings: set[str]) -> bool:
    if path.name.startswith(".") or path.suffix.lower() in _UNFIT_SUFFIXES:
        return False
    page = path.name.removesuffix("_files")
    return page == path.name or not {f"{page}.html", f"{page}.htm"} & siblings


def _too_large(name: str, size: str) -> SourceError:
    limit = f"{MAX_BYTES / 1e6:.0f} MB"
    return SourceError(
        f"{name} {size}, and newsreader reads at most {limit}.",
        "Split it into its articles, and open those.",
    )


def _unreadable(path: Path, error: OSError) -> SourceError:
    name = guard(str(path))
    match error:
        case FileNotFoundError() if path.is_symlink():
            return SourceError(f"{name} is a link to a file that is gone.", "Check the link.")
        case FileNotFoundError() | NotADirectoryError():
            return SourceError(f"There is no file {name}.", "Check the name.")
        case PermissionError():
            return SourceError(
                f"You have no permission to read {name}.", "Change its permissions, or copy it."
            )
        case _:
            reason = (error.strerror or "unknown reason").lower()
            return SourceError(f"{name} cannot be read: {reason}.", "Check the file.")
