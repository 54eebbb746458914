"""The pages of an SQLite file, read without SQLite, so that a damaged one still says what it can.

The format is that of sqlite.org/fileformat2.html; only what rows need is read.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_USUAL_SIZE = 4096
_FILE_HEADER, _WAL_HEADER, _FRAME_HEADER = 100, 32, 24
_INDEX_INNER, _TABLE_INNER, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_HEADERS = {_INDEX_INNER: 12, _TABLE_INNER: 12, _INDEX_LEAF: 8, _TABLE_LEAF: 8}  # in bytes

Value = int | float | str | bytes | None

NOTHING, INTEGER, REAL, BLOB, TEXT = "", "INTEGER", "REAL", "BLOB", "TEXT"
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}  # bytes, by what a record says
_REAL, _FIRST_BLOB = 7, 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A row where a page holds it; `rowid` is None in a tree of keys.

    `kinds` are what its record says of each value: `kind_of` tells them. `start` is where the
    record begins on the page, `size` its bytes, which may go on on other pages.
    """

    page: int
    rowid: int | None
    kinds: tuple[int, ...]
    start: int
    size: int


class Pages:
    """The pages of a file, each as it was written last: there, or in the WAL beside it."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises OSError where it cannot be read."""
        wal = path.with_name(f"{path.name}-wal")
        self._file = _mapped(path)
        self._wal = _mapped(wal) if wal.exists() else b""
        self._size, self._usable = self._sizes()
        self._frames = self._committed()
        self.count = max([-(-len(self._file) // self._size), *self._frames])

    def free(self) -> set[int]:
        """Return the pages that hold nothing now, as far as the list of them is whole."""
        free = set[int]()
        trunk = int.from_bytes(self._page(1)[32:36])
        while 1 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            page = self._page(trunk)
            trunk, leaves = struct.unpack_from(">II", page)
            if leaves > self._usable // 4 - 2:
                break
            free.update(struct.unpack_from(f">{leaves}I", page, 8))
        return free

    def cells(self, number: int) -> Iterator[Cell | None]:
        """Yield the rows on a page, None for what cannot be read there."""
        page, first = self._page(number), _FILE_HEADER if number == 1 else 0
        kind = page[first]
        if kind not in _HEADERS:  # perhaps a page on which a row goes on
            if int.from_bytes(page[:4]) > self.count:
                yield None
            return
        if kind == _TABLE_INNER:
            return
        at = first + _HEADERS[kind]
        many = int.from_bytes(page[first + 3 : first + 5])
        if at + 2 * many > self._usable:
            yield None
            return
        for start in struct.unpack_from(f">{many}H", page, at):
            try:
                yield _cell(number, page, start, kind)
            except (IndexError, ValueError):
                yield None

    def values(self, cell: Cell) -> list[Value]:
        """Return the values of a row. Raises ValueError where it cannot be read."""
        record = self._record(cell)
        at, values = _varint(record, 0)[0], []
        for kind in cell.kinds:
            size = _size(kind)
            values.append(_value(kind, record[at : at + size]))
            at += size
        return values

    def _record(self, cell: Cell) -> bytes:
        """Put together what may stand on several pages."""
        if cell.size > self.count * self._size:
            raise ValueError("a row larger than the file")
        page, usable = self._page(cell.page), self._usable
        most = usable - 35 if cell.rowid is not None else (usable - 12) * 64 // 255 - 23
        here = cell.size
        if here > most:
            least = (usable - 12) * 32 // 255 - 23
            here = least + (cell.size - least) % (usable - 4)
            here = here if here <= most else least
        parts, left = [page[cell.start : cell.start + here]], cell.size - here
        rest = cell.start + here
        following = int.from_bytes(page[rest : rest + 4])
        while left:
            if not 1 < following <= self.count:
                raise ValueError("a row that goes on nowhere")
            page = self._page(following)
            parts.append(page[4 : 4 + min(left, usable - 4)])
            left -= len(parts[-1])
            following = int.from_bytes(page[:4])
        return b"".join(parts)

    def _page(self, number: int) -> bytes:
        if number in self._frames:
            start = self._frames[number]
            return self._wal[start : start + self._size]
        start = (number - 1) * self._size
        return self._file[start : start + self._size].ljust(self._size, b"\0")

    def _sizes(self) -> tuple[int, int]:
        """Return the bytes of a page, and how many of them are used."""
        header = self._file[:_FILE_HEADER].ljust(_FILE_HEADER, b"\0")
        size = int.from_bytes(header[16:18])
        size = 1 << 16 if size == 1 else size
        if header.startswith(_MAGIC) and _may_be_size(size):
            return size, size - header[20]
        size = int.from_bytes(self._wal[8:12])
        size = size if _may_be_size(size) else _USUAL_SIZE
        return size, size

    def _committed(self) -> dict[int, int]:
        """Return where in the WAL each page is that was written there and kept."""
        if len(self._wal) < _WAL_HEADER:
            return {}
        magic, _, size, _, *salt = struct.unpack_from(">6I", self._wal)
        if magic not in _WAL_MAGIC or size != self._size:
            return {}
        kept, waiting = dict[int, int](), dict[int, int]()
        step = _FRAME_HEADER + size
        for start in range(_WAL_HEADER, len(self._wal) - step + 1, step):
            number, commits, *marked = struct.unpack_from(">4I", self._wal, start)
            if marked == salt:  # else from before the WAL was begun anew
                waiting[number] = start + _FRAME_HEADER
                if commits:
                    kept |= waiting
                    waiting = {}
        return kept


def kind_of(kind: int) -> str:
    """Return what a value is, as STRICT tables call it. Raises ValueError for what is nothing."""
    if kind == 0:
        return NOTHING
    if kind in _INTEGERS:
        return INTEGER
    if kind == _REAL:
        return REAL
    if kind < _FIRST_BLOB:
        raise ValueError(f"no kind of value: {kind}")
    return TEXT if kind % 2 else BLOB


def _mapped(path: Path) -> bytes | mmap.mmap:
    with path.open("rb") as file:
        if not path.stat().st_size:
            return b""  # which cannot be mapped
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _may_be_size(size: int) -> bool:
    return 512 <= size <= 1 << 16 and size & (size - 1) == 0


def _cell(number: int, page: bytes, start: int, kind: int) -> Cell:
    """Read where a row begins, and check that its record is what it says."""
    at = start + 4 if kind == _INDEX_INNER else start
    size, at = _varint(page, at)
    rowid = None
    if kind == _TABLE_LEAF:
        rowid, at = _varint(page, at)
        rowid -= 1 << 64 if rowid >> 63 else 0
    header, kinds_at = _varint(page, at)
    kinds = []
    while kinds_at < at + header:
        each, kinds_at = _varint(page, kinds_at)
        kinds.append(each)
    if kinds_at != at + header or header + sum(map(_size, kinds)) != size:
        raise ValueError("a record that is not as long as it says")
    return Cell(number, rowid, tuple(kinds), at, size)


def _size(kind: int) -> int:
    """Return the bytes of a value."""
    what = kind_of(kind)
    if what in (TEXT, BLOB):
        return (kind - _FIRST_BLOB) // 2
    return _INTEGERS[kind] if what == INTEGER else 8 if what == REAL else 0


def _value(kind: int, written: bytes) -> Value:
    match kind_of(kind):
        case "INTEGER":
            return kind - 8 if kind in (8, 9) else int.from_bytes(written, signed=True)
        case "REAL":
            return float(struct.unpack(">d", written)[0])
        case "TEXT":
            return written.decode()
        case "BLOB":
            return written
    return None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | data[end] & 0x7F
        if data[end] < 0x80:
            return value, end + 1
    return value << 8 | data[at + 8], at + 9
