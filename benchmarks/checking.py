"""Measure `newsreader check`: `python -m benchmarks.checking [N]`.

A library of N made-up articles (2,000 if not said; see `corpus`) and a draft of 1,000 quotations
from them: true ones, and others that were altered in a known way. Prints how long the check takes
and how many of each kind are judged right.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, chdir
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from types import MappingProxyType

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.analysis import aligned
from benchmarks.corpus import Corpus, MadeArticle, write
from benchmarks.importing import add
from benchmarks.shelves import Shelf
from newsreader.analysis import analyze
from newsreader.model.judgement import Judged, Judgement
from newsreader.reading import Reading

ROOT = Path(__file__).parents[1]
_SEED = 5
_LEAST = 8  # words of a quotation that is altered
_REPORTED = re.compile(r"(\w+ \w+)(?:, [^“”]*?)? said that ([^“”.]+)\.")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation for a draft: what it is, its words, who the draft says it is by."""

    kind: str
    expected: Judgement
    words: str
    speaker: str


Maker = Callable[[random.Random, MadeArticle, MadeArticle], Quoted | None]


def verbatim(chance: random.Random, article: MadeArticle, _: MadeArticle) -> Quoted | None:
    """Quote as it is."""
    said = chance.choice(article.said)
    return Quoted("verbatim", Judgement.EXACT, said.words, said.speaker)


def part(chance: random.Random, article: MadeArticle, _: MadeArticle) -> Quoted | None:
    """Quote some of the words."""
    said = chance.choice(article.said)
    words = said.words.split()
    if len(words) < _LEAST:
        return None
    first = chance.randrange(len(words) - 5)
    return Quoted("part", Judgement.EXACT, " ".join(words[first : first + 5]), said.speaker)


def shortened(chance: random.Random, article: MadeArticle, _: MadeArticle) -> Quoted | None:
    """Leave out words, and say so."""
    said = chance.choice(article.said)
    words = said.words.split()
    if len(words) < _LEAST:
        return None
    words[3 : len(words) - 3] = ["…"]
    return Quoted("honest ellipsis", Judgement.EXACT, " ".join(words), said.speaker)


def misattributed(chance: random.Random, article: MadeArticle, other: MadeArticle) -> Quoted | None:
    """Quote somebody else."""
    said = chance.choice(article.said)
    speakers = {each.speaker.split()[1] for each in article.said}
    if other.byline.split()[1] in speakers or len(said.words.split()) < _LEAST:
        return None
    return Quoted("another speaker", Judgement.SPEAKER, said.words, other.byline)


def altered(change: str) -> Maker:
    """Return what replaces, drops or adds a word."""

    def make(chance: random.Random, article: MadeArticle, other: MadeArticle) -> Quoted | None:
        said = chance.choice(article.said)
        words = said.words.split()
        if len(words) < _LEAST:
            return None
        at = chance.randrange(1, len(words) - 1)
        strange = other.place.lower()
        words[at : at + (change != "added")] = [] if change == "dropped" else [strange]
        return Quoted(f"a word {change}", Judgement.ALTERED, " ".join(words), said.speaker)

    return make


def stitched(chance: random.Random, article: MadeArticle, _: MadeArticle) -> Quoted | None:
    """Join words from two quotes of one person."""
    del chance
    for one in article.said:
        for two in reversed(article.said):
            words = one.words.split(), two.words.split()
            same = one.speaker == two.speaker and one is not two
            if same and min(map(len, words)) >= _LEAST:
                joined = " ".join((*words[0][:6], *words[1][-6:]))
                return Quoted("stitched", Judgement.STITCHED, joined, one.speaker)
    return None


def reported(chance: random.Random, article: MadeArticle, _: MadeArticle) -> Quoted | None:
    """Quote what somebody is only reported to have said."""
    found = [each for each in _REPORTED.findall(article.text) if len(each[1].split()) >= _LEAST]
    if not found:
        return None
    speaker, words = chance.choice(found)
    return Quoted("reported", Judgement.PARAPHRASE, words, speaker)


def unheard(chance: random.Random, _: MadeArticle, other: MadeArticle) -> Quoted | None:
    """Quote what is in no article: the words of one, shuffled, of an article not in the library."""
    said = chance.choice(other.said)
    words = said.words.split()
    chance.shuffle(words)
    return Quoted("in no article", Judgement.MISSING, " ".join(words), said.speaker)


MAKERS: Sequence[Maker] = (
    verbatim,
    part,
    shortened,
    misattributed,
    altered("replaced"),
    altered("dropped"),
    altered("added"),
    stitched,
    reported,
    unheard,
)


def quoted(corpus: Corpus, size: int, count: int) -> Iterator[Quoted]:
    """Yield quotations of each kind in turn, from articles here and there."""
    chance, made = random.Random(_SEED), 0  # noqa: S311 - no secret
    while made < count:
        maker = MAKERS[made % len(MAKERS)]
        article = corpus.article(chance.randrange(size))
        other = corpus.article(size + chance.randrange(size))
        one = maker(chance, article, other) if article.said and other.said else None
        if one is not None:
            made += 1
            yield one


def draft_of(quotations: Sequence[Quoted]) -> str:
    """Write a draft, a paragraph a quotation."""
    return "\n\n".join(f"“{each.words},” said {each.speaker}." for each in quotations)


def table(quotations: Sequence[Quoted], judged: Mapping[str, Judged]) -> Iterator[list[str]]:
    """Yield a row a kind: how many were judged right, and what the others were taken for."""
    yield ["", "quotations", "judged right", "else taken for"]
    for kind in dict.fromkeys(each.kind for each in quotations):
        own = [each for each in quotations if each.kind == kind]
        got = [judged[each.words].judgement for each in own if each.words in judged]
        right = sum(each is own[0].expected for each in got)
        others = Counter(each.value for each in got if each is not own[0].expected)
        others["not judged"] += len(own) - len(got)
        told = ", ".join(f"{name} {n}" for name, n in others.most_common() if n)
        yield [kind, f"{len(own)}", f"{right / len(own):.1%}", told]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="?", default=2_000, metavar="N")
    parser.add_argument("--quotations", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what is made, and use it")
    options = parser.parse_args(arguments)
    corpus = Corpus()
    with ExitStack() as passing:
        home = options.keep or Path(passing.enter_context(tempfile.TemporaryDirectory()))
        shelf = Shelf(home.absolute() / str(options.size), options.size)
        passing.enter_context(chdir(ROOT))  # what is measured is this copy of the program
        if not shelf.library.exists():
            write(corpus, shelf.files, shelf.size)
            add(shelf.files, shelf.library)
        quotations = list(quoted(corpus, options.size, options.quotations))
        draft = draft_of(quotations)
        begun = process_time()
        analyze(draft)
        analysed = process_time() - begun
        with Reading(shelf.library) as reading:
            begun, before = perf_counter(), sum(os.times()[:4])
            judged = reading.check(draft)
            seconds, busy = perf_counter() - begun, sum(os.times()[:4]) - before
    by_words = MappingProxyType({each.quotation.words.rstrip(","): each for each in judged})
    print(
        f"{options.size:,} articles, {len(judged):,} quotations judged in {seconds:.1f} s:"
        f" {len(judged) / seconds:,.0f} a second. Processor time {busy:.1f} s; the analysis of the"
        f" draft alone = 1: all {busy / analysed:.1f}.\n"
    )
    print(aligned(list(table(quotations, by_words))))


if __name__ == "__main__":
    main()
