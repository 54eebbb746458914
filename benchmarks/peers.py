"""Other programs that find words in many articles: ripgrep and newsboat, where they are installed.

ripgrep reads the same files; newsboat reads feeds of the same articles into its cache.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from email.utils import format_datetime
from html import escape
from pathlib import Path
from time import perf_counter

from benchmarks import searches
from benchmarks.corpus import Corpus, MadeArticle
from benchmarks.screen import Screen
from benchmarks.shelves import Row, Shelf, medians
from newsreader.reading import Reading

FEEDS = 100
_CONFIG = """
auto-reload no
cleanup-on-quit no
max-items 0
feedlist-title-format "FEEDS"
searchresult-title-format "READY-TO-READ"
"""
_FOUND = b"READY-TO-READ"


def ripgrep(folder: Path, word: str) -> float:
    """Return the milliseconds in which ripgrep lists the files with a word.

    Raises CalledProcessError where there are none.
    """
    begun = perf_counter()
    subprocess.run(["rg", "-l", word, str(folder)], check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - begun) * 1000


class Newsboat:
    """newsboat, with a cache of its own that is filled once."""

    def __init__(self, home: Path) -> None:
        self._home = home
        files = [f"-u{home / 'urls'}", f"-c{home / 'cache.db'}", f"-C{home / 'config'}"]
        self._command = ["env", f"HOME={home}", "newsboat", *files]

    def fill(self, corpus: Corpus, count: int) -> None:
        """Have newsboat read the first `count` articles from feeds, unless it has them."""
        if (self._home / "filled").exists():
            return
        self._home.mkdir(parents=True, exist_ok=True)
        feeds = [self._home / f"{number}.xml" for number in range(min(FEEDS, count))]
        for number, feed in enumerate(feeds):
            numbers = range(number * count // len(feeds), (number + 1) * count // len(feeds))
            feed.write_text(_feed(f"Feed {number:03}", map(corpus.article, numbers)), "utf-8")
        (self._home / "urls").write_text("".join(f"{feed.as_uri()}\n" for feed in feeds))
        (self._home / "config").write_text(_CONFIG)
        subprocess.run([*self._command, "-x", "reload"], check=True, stdout=subprocess.DEVNULL)
        (self._home / "filled").touch()

    def start(self) -> float:
        """Return the milliseconds to the list of feeds on the screen."""
        screen = self._opened()
        taken = screen.wait_for(b"FEEDS", b"Feed 000", b"?:Help")
        screen.quit()
        return taken

    def search(self, words: Iterable[str]) -> list[float]:
        """Return the milliseconds from Enter to the articles found, for each word."""
        screen, taken = self._opened(), []
        screen.wait_for(b"?:Help")
        for word in words:
            screen.answer(b"/")
            screen.answer(word.encode())
            taken.append(screen.answer(b"\n", _FOUND))
            screen.answer(b"q", b"FEEDS")
        screen.quit()
        return taken

    def _opened(self) -> Screen:
        return Screen(self._command, str(self._home))


def beside_ripgrep(
    shelves: Sequence[Shelf], readings: Sequence[Reading], words: Sequence[Sequence[str]]
) -> Iterator[Row]:
    """Have ripgrep find the files with the same words, in turn with searches."""
    theirs, ratios = [], []
    for shelf, reading, own in zip(shelves, readings, words, strict=True):
        pairs = [(ripgrep(shelf.files, word), searches.taken(reading, word)) for word in own]
        theirs.append((statistics.median(each for each, _ in pairs),))
        ratios.append((statistics.median(each / ours for each, ours in pairs),))
    yield Row("ripgrep -l, the same ordinary words, ms", theirs)
    yield Row("ripgrep, newsreader = 1", ratios, ",.0f")


def beside_newsboat(
    corpus: Corpus,
    shelves: Sequence[Shelf],
    readings: Sequence[Reading],
    words: Sequence[Sequence[str]],
    runs: int,
) -> Iterator[Row]:
    """Have newsboat open and search as many articles, in turn with the same here."""
    boats = [Newsboat(shelf.folder / "newsboat") for shelf in shelves]
    for boat, shelf in zip(boats, shelves, strict=True):
        boat.fill(corpus, shelf.size)
    both = list(zip(boats, shelves, strict=True))
    starts = [[(boat.start(), shelf.start()) for boat, shelf in both] for _ in range(runs)]
    theirs = [[each for each, _ in run] for run in starts]
    yield Row(f"newsboat, {FEEDS} feeds: start, ms", medians(theirs), ",.0f")
    ratios = [[each / ours for each, ours in run] for run in starts]
    yield Row("newsboat: start, newsreader = 1", medians(ratios), ".2f")
    found, ratios = [], []
    for boat, reading, own in zip(boats, readings, words, strict=True):
        taken = boat.search(own)
        ours = [searches.taken(reading, word) for word in own]
        found.append(taken)
        ratios.append([each / our for each, our in zip(taken, ours, strict=True)])
    yield Row("newsboat: search for the same words, ms", medians(zip(*found, strict=True)))
    yield Row("newsboat: search, newsreader = 1", medians(zip(*ratios, strict=True)), ",.0f")


def installed(program: str) -> bool:
    """Tell whether there is a program of this name."""
    return shutil.which(program) is not None


def _feed(title: str, articles: Iterable[MadeArticle]) -> str:
    """Return an RSS 2.0 feed with the whole text of each article."""
    items = "".join(map(_item, articles))
    about = f"<title>{title}</title><link>https://news.example/</link><description/>"
    return f'<rss version="2.0"><channel>{about}{items}</channel></rss>'


def _item(article: MadeArticle) -> str:
    address = f"https://news.example/{article.place.lower()}"
    text = escape("".join(f"<p>{escape(each)}</p>" for each in article.paragraphs))
    return (
        f"<item><title>{escape(article.title)}</title><link>{address}</link><guid>{address}</guid>"
        f"<pubDate>{format_datetime(article.published)}</pubDate>"
        f"<description>{text}</description></item>"
    )
