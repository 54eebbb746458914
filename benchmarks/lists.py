"""Time the list of articles at any size: `python -m benchmarks.lists [ARTICLES] [RUNS]`.

Prints medians, measured in turn in one run: start to the first full frame with ten articles and
with many, and key to paint in the list of many.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.screen import Screen
from newsreader import analysis
from newsreader.library import analyses, schema
from newsreader.model import Analysis

MANY = 100_000
RUNS = 11

ARTICLES = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)
    INSERT INTO article (id, title, byline, publisher, published, location, url, language,
        source, origin, added, starred, read)
    SELECT n, 'Report ' || (?1 - n) || ' on the harbour of Quillhaven', 'By Ida Marrow',
        'The Paper of ' || (n % 97), 1500000000000000 + n * 60000000, '/news/' || n || '.txt', '',
        'en', 'text', 'The Paper of ' || (n % 97), 1700000000000000 + n, n % 50 = 0, n % 3 = 0
      FROM number
"""
VERSIONS = """
    INSERT INTO version (id, article_id, sha256, text, fetched)
    SELECT id, id, printf('%064x', id), title || char(10, 10) || 'READY-TO-READ. '
        || replace(printf('%60c', ' '), ' ', 'Tobias Renn said the timber is soft to the touch. '),
        added
      FROM article
"""
ANALYSES = "INSERT INTO analysis (version_id, analyzer, result) SELECT id, ?, ? FROM version"
REST = (
    "UPDATE article SET latest_id = id",
    "INSERT INTO article_index (rowid, title) SELECT id, title FROM article",
    "INSERT INTO article_tag (article_id, tag) SELECT id, 'harbour' FROM article WHERE id % 90 = 0",
    "INSERT INTO note SELECT 'n' || id, id, NULL, 'Why?', 1, 1 FROM article WHERE id % 100 = 0",
    "DELETE FROM stale",
)
FRAME = (b"READY-TO-READ", b"Report 0 on", b"Report 5 on", b"Enter")
"""What is on the first full frame: text, both ends of the list, the line at the bottom."""

KEYS = ("j", " ", "k", "b", "G", "g")


def filled(path: Path, count: int) -> Path:
    """Make a library of so many short articles, the newest of which is number 0."""
    with closing(schema.connect(path)) as db, db:
        db.execute(ARTICLES, (count,))
        db.execute(VERSIONS)
        db.execute(ANALYSES, (analysis.VERSION, analyses.encode(Analysis())))
        for statement in REST:
            db.execute(statement)
    return path


def opened(library: Path) -> Screen:
    """Start the program on a library."""
    command = [sys.executable, "-m", "newsreader", "--library", str(library)]
    return Screen(command, str(library.parent))


def start(library: Path, frame: Sequence[bytes] = FRAME) -> float:
    """Return the milliseconds to the first full frame, on which these texts are."""
    screen = opened(library)
    taken = screen.wait_for(*frame)
    screen.quit()
    return taken


def answers(library: Path, runs: int, frame: Sequence[bytes] = FRAME) -> dict[str, float]:
    """Return the milliseconds from each of KEYS, pressed in turn in the list, to its paint."""
    screen = opened(library)
    screen.wait_for(*frame)
    times = [[screen.answer(key.encode()) for key in KEYS] for _ in range(runs)]
    screen.quit()
    return dict(zip(KEYS, map(statistics.median, zip(*times, strict=True)), strict=True))


def main() -> None:
    """Measure, and print a table."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    with tempfile.TemporaryDirectory() as home:
        ten, full = filled(Path(home) / "ten.db", 10), filled(Path(home) / "many.db", many)
        start(ten), start(full)
        pairs = [(start(ten), start(full)) for _ in range(runs)]
        few, much = (statistics.median(pair[n] for pair in pairs) for n in (0, 1))
        ratio = f"with {many:,} {much:.0f}: ratio {much / few:.2f}"
        print(f"start: with ten articles {few:.0f} ms, {ratio}")
        for key, taken in answers(full, runs).items():
            print(f"key {key!r} to paint in the list of {many:,}: {taken:.1f} ms")


if __name__ == "__main__":
    main()
