"""A library file spoilt in every way, and SQLite's own account of its pages (dbstat)."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw

from newsreader.library.care import Step
from newsreader.library.care.salvage import Salvaged, salvage
from newsreader.library.statements import run

PAGE = 4096
Row = tuple[Any, ...]


def saved(damaged: Path, to: Path) -> Salvaged:
    *steps, last = salvage(damaged, to)
    assert all(isinstance(step, Step) for step in steps)
    assert isinstance(last, Salvaged)
    return last


def rows(db: apsw.Connection, table: str) -> dict[object, Row]:
    """Return the rows of a table by what tells them apart."""
    found = run(db, f"SELECT * FROM {table}")  # noqa: S608
    return {row if table.endswith("_tag") else row[0]: row for row in found}


def pages_of(db: apsw.Connection, table: str) -> dict[object, set[int]]:
    """Return the pages that each row stands on, as SQLite's `dbstat` has them."""
    stat = run(db, "SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ?", (table,))
    every = {page for _, page, _, _ in stat}
    if table.endswith("_tag"):
        return dict.fromkeys(rows(db, table), every)
    cells: dict[str, set[int]] = {}
    for path, page, kind, count in sorted(stat):
        if kind == "leaf":
            cells |= {f"{path}{cell:03x}": {page} for cell in range(count)}
    for path, page, kind, _ in stat:
        if kind == "overflow":
            cells[path.partition("+")[0]].add(page)
    ordered = run(db, f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
    return dict(zip((row[0] for row in ordered), cells.values(), strict=True))


def noise(_file: bytes, _page: int, chance: random.Random) -> bytes:
    return chance.randbytes(PAGE)


def wiped(_file: bytes, _page: int, _chance: random.Random) -> bytes:
    return bytes(PAGE)


def misplaced(file: bytes, _page: int, chance: random.Random) -> bytes:
    start = PAGE * chance.randrange(len(file) // PAGE)
    return file[start : start + PAGE]


def sector(file: bytes, page: int, chance: random.Random) -> bytes:
    start = 512 * chance.randrange(8)
    whole = file[page * PAGE - PAGE : page * PAGE]
    return whole[:start] + chance.randbytes(512) + whole[start + 512 :]


Spoil = Callable[[bytes, int, random.Random], bytes]


def spoil(path: Path, how: Spoil, seed: int) -> set[int]:
    """Overwrite pages of a file; return which."""
    chance = random.Random(seed)  # noqa: S311
    file = bytearray(path.read_bytes())
    count = len(file) // PAGE
    pages = set(chance.sample(range(1, count + 1), chance.choice((1, 3, 12, count // 4))))
    if seed % 4 == 0:
        pages.add(1)
    for page in sorted(pages):
        file[page * PAGE - PAGE : page * PAGE] = how(bytes(file), page, chance)
    path.write_bytes(file)
    return pages


HOW = (noise, wiped, misplaced, sector)


def lose(path: Path, table: str, original: apsw.Connection, key: object) -> None:
    """Wipe the pages of one row."""
    with path.open("r+b") as file:
        for page in pages_of(original, table)[key]:
            file.seek(page * PAGE - PAGE)
            file.write(bytes(PAGE))
