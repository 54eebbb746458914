"""Where articles come from: a location in, articles out."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from newsreader.errors import SourceError
from newsreader.model import Article
from newsreader.safety import clean, guard
from newsreader.sources.decoding import NotTextError, decode
from newsreader.sources.files import TEXT_SUFFIXES, content, stream_content, walk

__all__ = ["Place", "location_of", "no_articles", "places", "read", "read_place"]

_ADDRESS = re.compile(r"https?:", re.IGNORECASE)
_TAG_FIRST = re.compile(r"\s*<")
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class Place:
    """A file that may be an article: as it was named, or as it was found in a `folder`.

    `location` is that of its article.
    """

    path: Path
    location: str
    folder: str = ""


def location_of(path: Path) -> str:
    """Return the location of the article in a file: the absolute path, without links."""
    try:
        real = os.path.realpath(path)
    except ValueError:  # a NUL in it: there is no such file
        real = str(path)
    return _storable(real)


def read(location: str, *, stdin: BinaryIO | None = None) -> Iterator[Article | SourceError]:
    """Yield what is at `location`: a file, each article in a directory, or "-" for `stdin`.

    What cannot be read is yielded as a SourceError, and the rest goes on. A directory is read in
    sorted order, with all that is below it; hidden files and those that are plainly something
    else (images, archives, data) are passed over. `stdin` is the program's own if not given.
    """
    if location == "-":
        yield _read_stdin(stdin)
        return
    nothing = True
    for place in places(location):
        result = place if isinstance(place, SourceError) else read_place(place)
        if result is not None:
            nothing = False
            yield result
    if nothing:
        yield no_articles(location)


def places(location: str) -> Iterator[Place | SourceError]:
    """Yield where articles may be at `location`: a file, or each in a directory and below it.

    Nothing is read yet; what cannot be an article is yielded as a SourceError.
    """
    if _ADDRESS.match(location):
        yield SourceError(
            f"Web addresses cannot be read yet: {guard(location)}.",
            "Save the page in a browser, and open that file.",
        )
    elif not location.strip():
        yield SourceError("A location is empty.", "Name a file or a directory, or - for input.")
    elif os.path.isdir(location):  # noqa: PTH112 - never raises, whatever the name
        yield from _places_in(location)
    else:
        path = Path(location)
        yield Place(path, location_of(path))


def _places_in(folder: str) -> Iterator[Place | SourceError]:
    real: dict[str, str] = {}  # directories without links: to look these up takes longest
    for path in walk(Path(folder)):
        if isinstance(path, SourceError):
            yield path
        elif path.is_symlink():
            yield Place(path, location_of(path), folder)
        else:
            parent, name = os.path.split(path)
            if parent not in real:
                real[parent] = os.path.realpath(parent)
            at = os.path.join(real[parent], name)  # noqa: PTH118 - a hundred thousand of them
            yield Place(path, _storable(at), folder)


def _storable(path: str) -> str:
    """Return a path without the surrogates of names that are not UTF-8: no database takes them."""
    return path.encode("utf-8", "replace").decode()


def read_place(place: Place) -> Article | SourceError | None:
    """Return the article at a place; None: it was found in a folder, and is plainly no text."""
    path = place.path
    try:
        return _article(content(path), guard(str(path)), place.location)
    except NotTextError as error:
        passed_over = place.folder and path.suffix.lower() not in TEXT_SUFFIXES
        return None if passed_over else error
    except SourceError as error:
        return error


def no_articles(folder: str) -> SourceError:
    """Return what to say of a directory in which nothing was an article."""
    return SourceError(
        f"There are no articles in {guard(folder)}.",
        "Text, Markdown and saved web pages are read.",
    )


def _read_stdin(stdin: BinaryIO | None) -> Article | SourceError:
    stream = stdin or (sys.stdin and sys.stdin.buffer)
    if not stream:
        return SourceError("There is no standard input.", "Name a file or a directory.")
    try:
        article = _article(stream_content(stream, "Standard input"), "Standard input", "")
    except SourceError as error:
        return error
    return replace(article, location=f"stdin:{article.sha256[:12]}")


def _article(data: bytes, name: str, location: str) -> Article:
    """Return the article in `data`, read as what its first bytes, then its suffix, say it is."""
    text = clean(decode(data, name))
    if not text.strip():
        emptiness = "holds nothing but white space" if data else "is empty"
        raise SourceError(f"{name} {emptiness}.", "Check that it was saved completely.")
    # A kind's module is imported for its first article: each has patterns that take time to build.
    suffix = Path(name).suffix.lower()
    if _TAG_FIRST.match(text) or suffix in _PAGE_SUFFIXES:
        from newsreader.sources.page import is_page, read_page

        if is_page(text) or (suffix in _PAGE_SUFFIXES and "<" in text):
            return read_page(text, location, name)
    if text.startswith("---") or suffix in _MARKDOWN_SUFFIXES:
        from newsreader.sources.front_matter import has_front_matter
        from newsreader.sources.markdown import read_markdown

        if suffix in _MARKDOWN_SUFFIXES or has_front_matter(text):
            return read_markdown(text, location, name)
    from newsreader.sources.plain import read_plain

    return read_plain(text, location)
