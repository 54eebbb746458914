"""What is searched for in a library of made-up articles, and how long the answers take.

`python -m benchmarks.searches LIBRARY QUERY` prints the milliseconds from opening a library to its
first answer, in a process that has searched for nothing yet.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from benchmarks.corpus import Corpus, file_of
from newsreader.reading import Reading

PROBES = 20
"""Queries of each kind."""

ORDINARY = 0.001, 0.01
"""The shares of the articles between which an ordinary word or phrase is found."""

VERY_COMMON = 0.3, 1.0
LIMIT = 20
"""Articles that a search returns."""

_TAGS = "timber", "harbour", "slipway", "moorings", "tide table"
_TAG_EVERY = 100  # articles
_PREFIX = 4  # letters
_WORD = re.compile(r"\w+")


def queries(corpus: Corpus, size: int) -> dict[str, list[str]]:
    """Return what to search the first `size` articles for, by kind; each finds something."""
    common = corpus.items(*VERY_COMMON)
    words, pairs = set(corpus.items(*ORDINARY)), set(corpus.items(*ORDINARY, pairs=True))
    asked: dict[str, list[str]] = {}
    for turn in range(PROBES):
        about = _about(corpus, size, turn, words, pairs)
        about["very common word"] = common[turn * len(common) // PROBES]
        for kind, query in about.items():
            asked.setdefault(kind, []).append(query)
    return asked


def _about(
    corpus: Corpus, size: int, turn: int, words: set[str], pairs: set[str]
) -> dict[str, str]:
    """Return a query of each kind that an article answers, or one of the two after it."""
    number = turn * size // PROBES
    article = corpus.article(number)
    near = [article, *(corpus.article((number + more) % size) for more in (1, 2))]
    tokens = [token for each in near for token in _WORD.findall(each.text)]
    word = next(token for token in tokens if token in words)
    long = next(token for token in tokens if token in words and len(token) > _PREFIX)
    said = next(said for each in near for said in each.said)
    something = max(said.words.lower().split(), key=len)
    speaker = f'"{said.speaker}"' if turn % 2 else said.speaker.split()[1]
    path = file_of(Path(), number)
    source = f'"{article.publisher}"' if path.suffix == ".md" else path.parent.name
    return {
        "rare word": article.place,
        "ordinary word": word,
        "ordinary phrase": next(f'"{a} {b}"' for a, b in pairwise(tokens) if f"{a} {b}" in pairs),
        "prefix*": f"{long[:_PREFIX]}*",
        "speaker:": f"speaker:{speaker}",
        "said:": f"said:{something}",
        "said: speaker:": f"said:{something} speaker:{speaker}",
        "entity:": f'entity:"{article.organisation}"',
        "from: to: word": f"from:{article.published:%Y} to:{article.published:%Y-%m-%d} {word}",
        "source:": f"source:{source}",
        "tag:": f'tag:"{_TAGS[turn % len(_TAGS)]}"',
    }


def prepare(reading: Reading) -> None:
    """Give a hundredth of the articles tags, and have all of them indexed."""
    every = sorted(reading.found("is:read OR is:unread"))
    for turn, article_id in enumerate(every[::_TAG_EVERY]):
        reading.set_tags(article_id, [_TAGS[turn % len(_TAGS)]])
    for _ in reading.index_all():
        pass


def found(reading: Reading, asked: Sequence[str]) -> float:
    """Return how many articles one of these queries finds, as the median."""
    return statistics.median(reading.search(query, 1).total for query in asked)


def search(reading: Reading, query: str) -> object:
    """Search as the screen does."""
    return reading.search(query, LIMIT)


def taken(reading: Reading, query: str) -> float:
    """Return the milliseconds that a search takes."""
    begun = perf_counter()
    search(reading, query)
    return (perf_counter() - begun) * 1000


def times(
    readings: Sequence[Reading],
    asked: Sequence[Sequence[str]],
    runs: int,
    ask: Callable[[Reading, str], object],
) -> list[tuple[float, float]]:
    """Return the milliseconds within which half and 95 % of the answers come, for each library.

    Each library has queries of its own. They are asked in turn, once before it counts.
    """
    taken: list[list[float]] = [[] for _ in readings]
    for run in range(runs + 1):
        for reading, own, kept in zip(readings, asked, taken, strict=True):
            for query in own:
                begun = perf_counter()
                ask(reading, query)
                if run:
                    kept.append((perf_counter() - begun) * 1000)
    return [(statistics.median(each), _most(each)) for each in taken]


def _most(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


def first_answer(library: Path, query: str) -> float:
    """Return what `python -m benchmarks.searches` prints. Raises CalledProcessError."""
    command = [sys.executable, "-m", "benchmarks.searches", str(library), query]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def forget(path: Path) -> bool:
    """Have the system forget what it holds of a file in memory; tell whether it has."""
    if not hasattr(os, "posix_fadvise") or not hasattr(os, "RWF_NOWAIT"):
        return False
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return not any(_in_memory(file.fileno(), place) for place in _spread(path.stat().st_size))


def _spread(size: int) -> range:
    """Return sixteen places in a file, or fewer in a small one."""
    return range(0, size, max(size // 16, 4096))


def _in_memory(file: int, place: int) -> bool:
    try:
        return os.preadv(file, [bytearray(1)], place, os.RWF_NOWAIT) > 0
    except BlockingIOError:
        return False
    except OSError:  # this file system does not tell
        return True


def main() -> None:
    """Open a library, search, and print how long that took."""
    library, query = Path(sys.argv[1]), sys.argv[2]
    begun = perf_counter()
    with Reading(library) as reading:
        reading.search(query, LIMIT)
        taken = perf_counter() - begun
    print(taken * 1000)


if __name__ == "__main__":
    main()
