"""Is stated confidence earned? `python benchmarks/calibration.py FOLDER [GOLD.jsonl ...]`.

FOLDER holds `score.py` and the annotated sets; its `*-dev.jsonl` are read where no GOLD is named.
For quotes (right: words and speaker, as the scorer's SPEAKER has it, of any length) and for names
(right: exact span and type), by confidence and then by rule: how many claims, how sure they were
on average, which share was right, and the gap between the two.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from newsreader.analysis import analyze
from newsreader.analysis.marks import in_marks
from newsreader.model import Entity, Quote, QuoteKind

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)  # the last bin holds 1 too


class Outcome(NamedTuple):
    """A claim that was judged. `rule` is its why, with … for the words of the article."""

    confidence: float
    rule: str
    right: bool


class Bin(NamedTuple):
    """What became of `n` claims: their mean confidence, and the share that was right."""

    name: str
    n: int
    stated: float
    right: float


def binned(outcomes: Iterable[Outcome], name_of: Callable[[Outcome], str]) -> list[Bin]:
    """Put together the outcomes of one name, in the order of the names."""
    bins = []
    for name, group in groupby(sorted(outcomes, key=name_of), name_of):
        members = list(group)
        stated = sum(outcome.confidence for outcome in members) / len(members)
        right = sum(outcome.right for outcome in members) / len(members)
        bins.append(Bin(name, len(members), stated, right))
    return bins


def interval(outcome: Outcome) -> str:
    """Return the interval of EDGES that a confidence lies in: "0.50-0.60"."""
    low = max(edge for edge in EDGES[:-1] if edge <= outcome.confidence)
    return f"{low:.2f}-{EDGES[EDGES.index(low) + 1]:.2f}"


def error_of(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: how far stated and right lie apart, by claims."""
    total = sum(each.n for each in bins)
    return sum(each.n * abs(each.stated - each.right) for each in bins) / total


def judged_quotes(
    scorer: ModuleType, article: dict[str, Any], quotes: Iterable[Quote]
) -> Iterator[tuple[Quote, Outcome]]:
    """Judge each direct quote by itself; the scorer counts some neither way, so they are left."""
    text = article["text"]
    for quote in quotes:
        if quote.kind is QuoteKind.DIRECT and in_marks(text, quote.span):
            errors: list[tuple[Any, ...]] = []
            answer = {article["id"]: {"quotes": [predicted(quote)]}}
            result = scorer.score([article], answer, 1, errors)
            wrong = sum(error[0] in ("spurious", "speaker") for error in errors)
            if wrong or result.get("speaker", {"p": 0})["p"]:
                cue = quote.cue.of(text) if quote.cue else ""
                rule = re.sub(rf"^{re.escape(cue)}, ", "…, ", quote.why) if cue else quote.why
                yield quote, Outcome(quote.confidence, rule, right=not wrong)


def predicted(quote: Quote) -> dict[str, Any]:
    """Return a quote as the scorer takes it."""
    row: dict[str, Any] = {"start": quote.span.start, "end": quote.span.end}
    if quote.speaker is not None:
        mention = quote.speaker.mention
        row |= {"speaker": mention.text, "canonical": quote.speaker.canonical}
        row |= {"speaker_start": mention.span.start, "speaker_end": mention.span.end}
    return row


def judged_names(
    scorer: ModuleType, article: dict[str, Any], entities: Iterable[Entity]
) -> Iterator[tuple[Entity, Outcome]]:
    """Judge each mention of an entity, without title and article, as the scorer compares them."""
    text = article["text"]
    gold = {
        (*scorer.clean_ent(text, each["start"], each["end"]), each["type"])
        for each in article["entities"]
    }
    neither = [
        (each["start"], each["end"]) for each in article["entities"] if each["type"] == "FAC"
    ]
    for entity in entities:
        for mention in entity.mentions:
            start, end = scorer.clean_ent(text, mention.span.start, mention.span.end)
            if not any(start < last and end > first for first, last in neither):
                rule = re.sub('".*"', "…", entity.why)
                right = (start, end, entity.type.value) in gold
                yield entity, Outcome(entity.confidence, rule, right)


def report(title: str, outcomes: Sequence[Outcome]) -> None:
    """Print bins by confidence, then rules by how often they claim."""
    bins = binned(outcomes, interval)
    rules = sorted(binned(outcomes, lambda outcome: outcome.rule), key=lambda rule: -rule.n)
    print(f"\n{title}: {len(outcomes)} claims, expected calibration error {error_of(bins):.3f}")
    print(f"{'':50} {'n':>5} stated right   gap")
    for each in [*bins, *rules]:
        gap = each.right - each.stated
        print(f"{each.name[:50]:50} {each.n:5} {each.stated:6.2f} {each.right:5.2f} {gap:+.2f}")


def sets(usage: str) -> tuple[ModuleType, list[Path]]:
    """Return the scorer and the annotated sets that the command line names, or end with `usage`."""
    folder, *named = map(Path, sys.argv[1:] or ["."])
    if not (folder / "score.py").is_file():
        print(usage, file=sys.stderr)
        raise SystemExit(2)
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    return importlib.import_module("score"), named or sorted(folder.glob("*-dev.jsonl"))


def main() -> None:
    """Judge every claim on every set, and print what came out."""
    scorer, golds = sets(str(__doc__))
    for gold in golds:
        articles = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
        outcomes: dict[str, list[Outcome]] = {"quotes": [], "entities": []}
        for article in articles:
            found = analyze(article["text"])
            if article.get("quotes") is not None:
                judged = judged_quotes(scorer, article, found.quotes)
                outcomes["quotes"] += [outcome for _, outcome in judged]
            if article.get("entities") is not None:
                named_right = judged_names(scorer, article, found.entities)
                outcomes["entities"] += [outcome for _, outcome in named_right]
        for claims, judged_ones in outcomes.items():
            if judged_ones:
                report(f"{gold.stem}, {claims}", judged_ones)


if __name__ == "__main__":
    main()
