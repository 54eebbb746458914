"""Even paragraphs out of text that was typed, wrapped or pasted by anybody.

Lines that were broken only to fit a page are joined again; lines that were broken on purpose
(lists, verse, addresses, one paragraph a line) stay apart. A break is taken for wrapping if the
first word of the next line would not have fitted. What has been made even stays as it is when it
is read again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from newsreader.safety import guard

_WIDEST_WRAP = 120  # cells; a block with longer lines was not wrapped to fit a page
_NARROWEST_WRAP = 45  # cells; shorter lines were broken on purpose
_TIGHT = 12  # cells left over at a break that wrapping still explains
_LOOSE = 20  # cells left over at a break that wrapping cannot explain

_MARKER = re.compile(r"(?:[-*•◦‣–—]|\d{1,2}[.)])\s")
_BLANKS = re.compile(r"\t[ \t]*| [ \t]+")  # all but a single space
_END = re.compile(r"(?:[.!?…:]|[。！？।؟۔])[\"'”’»›)\]」』]*$")
_HIGH = re.compile("[^\x00-\u10ff]")  # no character below is wide
_BROKEN_COMPOUND = re.compile(r"\w-$")


def even(text: str) -> str:
    """Return `text` as paragraphs separated by one empty line; idempotent.

    Only white space changes. Items of a list, and verses, are lines of one paragraph.
    """
    return "\n\n".join(paragraphs(text.split("\n")))


def paragraphs(lines: list[str]) -> list[str]:
    """Return the paragraphs that `lines` form, each without empty lines."""
    return [paragraph for block in _blocks(lines) for paragraph in _shape(block)]


def one_line(text: str, limit: int = 300) -> str:
    """Return `text` safe and as one line of at most `limit` characters, for a title or name."""
    return shorten(" ".join(guard(text).split()), limit)


def shorten(line: str, limit: int) -> str:
    """Return `line` cut at a word so that it has at most `limit` characters, with an ellipsis."""
    if len(line) <= limit:
        return line
    kept = line[:limit]
    at = kept.rfind(" ")
    return f"{kept[: at if at > limit // 2 else limit - 1].rstrip(' ,;:–—-')}…"


def is_marked(line: str) -> bool:
    """Tell whether `line` begins as an item of a list does."""
    return bool(_MARKER.match(line))


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence does, closing marks aside."""
    return bool(_END.search(line))


def room_left(line: str, following: str, width: int) -> int:
    """Return how many cells of `width` a line would leave if it took the next line's first word."""
    first = following.split(maxsplit=1)[0]
    if _is_wide(first[0]):
        first = first[0]
    return width - cells(line) - 1 - cells(first)


def cells(line: str) -> int:
    """Return about how many terminal cells `line` takes: two for each wide character."""
    return len(line) if line.isascii() else len(line) + sum(map(_is_wide, _HIGH.findall(line)))


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _shape(block: list[str]) -> Iterator[str]:
    if len(block) == 1:  # as most are
        yield _BLANKS.sub(" ", block[0].strip())
        return
    for piece in _split_at_indents(block):
        lines = [_BLANKS.sub(" ", line.strip()) for line in piece]
        yield from ["\n".join(_items(lines))] if _is_list(lines) else _unwrap(lines)


def _split_at_indents(block: list[str]) -> list[list[str]]:
    """Split where a paragraph begins by its indentation alone, as in books."""
    indents = [len(line.expandtabs()) - len(line.expandtabs().lstrip()) for line in block]
    margin = min(indents)
    starts = {i for i, indent in enumerate(indents) if i and indent >= margin + 2}
    if not starts:
        return [block]
    width = max(map(cells, block))
    if len(starts) * 2 > len(block) or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return [block]
    if _is_list([line.strip() for line in block]):
        return [block]
    edges = [0, *sorted(starts), len(block)]
    return [block[a:b] for a, b in pairwise(edges)]


def _is_list(lines: list[str]) -> bool:
    marked = [i for i, line in enumerate(lines) if is_marked(line)]
    if not marked:
        return False
    return marked[0] == 0 or (len(marked) > 1 and lines[marked[0] - 1].endswith(":"))


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if items and not is_marked(line):
            items[-1] = _join(items[-1], line)
        else:
            items.append(line)
    return items


def _unwrap(lines: list[str]) -> list[str]:
    """Return the paragraphs in one block of lines that is no list."""
    if len(lines) == 1:
        return lines
    width = max(map(cells, lines))
    closed = sum(map(ends_sentence, lines))
    if width > _WIDEST_WRAP or (closed == len(lines) > 2):
        return lines
    if width < _NARROWEST_WRAP:
        return ["\n".join(lines)]
    room = [room_left(a, b, width) for a, b in pairwise(lines)]
    if sum(left < _TIGHT for left in room) * 2 >= len(room):
        return _rejoin(lines, room)
    if closed * 2 < len(lines):
        return ["\n".join(lines)]
    # No paragraph begins with a small letter: these lines are sentences broken by hand.
    by_hand = any(line[0].islower() for line in lines[1:])
    return _rejoin(lines, room) if by_hand else lines


def _rejoin(lines: list[str], room: list[int]) -> list[str]:
    joined = [lines[0]]
    for before, line, left in zip(lines, lines[1:], room, strict=False):
        if left >= _LOOSE and ends_sentence(before):
            joined.append(line)
        else:
            joined[-1] = _join(joined[-1], line)
    return joined


def _join(before: str, after: str) -> str:
    if _is_wide(before[-1]) and _is_wide(after[0]):
        return before + after
    if _BROKEN_COMPOUND.search(before) and after[0].islower():
        return before + after
    return f"{before} {after}"
