"""Learn the weights of evidence for entities: `python -m benchmarks.learn_entities FOLDER`.

FOLDER holds `entities-train.jsonl`, texts with their entities annotated (see CONTRIBUTING and
`newsreader/analysis/data/README.md`). Writes `newsreader/analysis/data/entity_weights.txt`.

The model is the log-linear one of `newsreader/analysis/weights.py`: four classes (person,
organisation, place, none of these, the last weighing 0), one row a wording and text, learned by
AdaGrad with an L2 penalty, in an order that a seed fixes: the same texts give the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.wire import Wire
from newsreader.analysis import evidence
from newsreader.analysis.forms import Form, find_forms, of_relations
from newsreader.analysis.names import TITLES, find_names
from newsreader.analysis.people import find_people
from newsreader.analysis.relations import Relations, Words
from newsreader.analysis.sentences import lay_out
from newsreader.analysis.weights import KINDS
from newsreader.model import EntityType

TABLE = Path(__file__).parents[1] / "newsreader" / "analysis" / "data" / "entity_weights.txt"
NONE = len(KINDS)
ROUNDS = 12
AVERAGED = 6  # the last rounds, which differ by the order of the rows
STEP = 0.3
PENALTY = 4.0
SEEN_AT_LEAST = 3
BARE = 0.2
TRUST = {"Broad Twitter Corpus": 0.5, "WNUT 2017": 0.5}
DOUBT = 0.5
WORTH_KEEPING = 8  # hundredths

_FIRST_WORD = re.compile(r"([A-Za-z.]+) +")
Weights = dict[str, list[float]]


@dataclass(slots=True)
class Row:
    """One form of one text: its evidence, what it names (NONE for nothing), how much it counts."""

    form: Form
    label: int
    weight: float
    evidence: dict[str, float]


def rows_of(document: Mapping[str, Any]) -> list[Row]:
    """Return a row for each form of an annotated text, labelled by most of its mentions."""
    text = document["text"]
    layout = lay_out(text)
    names = find_names(layout)
    gold = {
        _trimmed(text, entity["start"], entity["end"]): KINDS.index(EntityType(entity["type"]))
        for entity in document["entities"]
        if entity["type"] in list(EntityType)
    }
    rows = []
    for form in find_forms(text, names, find_people(layout, names)):
        labels = Counter(gold.get(_trimmed(text, m.start, m.end), NONE) for m in form.mentions)
        [(label, count)] = labels.most_common(1)
        weight = (1 + math.log(count)) * (DOUBT if label == NONE else 1)
        weight *= TRUST.get(document["source"], 1.0)
        rows.append(Row(form, label, weight, dict(form.evidence)))
    return rows


def _bare(kind: EntityType, name: str) -> Row:
    words = tuple(name.split())
    found = dict.fromkeys(evidence.of_words(words), 1.0)
    return Row(Form(words, [], found), KINDS.index(kind), BARE, dict(found))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out what annotators differ in: article and title before, the possessive after."""
    while found := _FIRST_WORD.match(text, start, end):
        if found[1].lower() != "the" and found[1].rstrip(".") not in TITLES:
            break
        start = found.end()
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


def learn(texts: Sequence[list[Row]]) -> Weights:
    """Learn twice: from each form alone, then also from what the first verdicts say of others."""
    weights = _fit([row for rows in texts for row in rows])
    for rows in texts[:-1]:
        kinds: dict[Words, EntityType | None] = {}
        for row in rows:
            best = _best(weights, row.form.evidence)
            kinds[row.form.words] = None if best == NONE else KINDS[best]
        relations = Relations(kinds)
        for row in rows:
            row.evidence = row.form.evidence | of_relations(row.form, relations, kinds)
    return _fit([row for rows in texts for row in rows])


def _fit(rows: Sequence[Row]) -> Weights:
    seen = Counter(name for row in rows for name in row.evidence)
    weights: Weights = {n: [0.0] * NONE for n, c in seen.items() if c >= SEEN_AT_LEAST}
    weights["always"] = [0.0] * NONE
    seen["always"] = len(rows)
    squares = {name: [1e-6] * NONE for name in weights}
    usable = [
        ([("always", 1.0), *((n, x) for n, x in r.evidence.items() if n in weights)], r)
        for r in rows
    ]
    order = random.Random(1)  # noqa: S311 - no secret
    sums: Weights = {name: [0.0] * NONE for name in weights}
    for turn in range(ROUNDS):
        order.shuffle(usable)
        for pieces, row in usable:
            errors = _errors(weights, pieces, row.label)
            for name, amount in pieces:
                at, square = weights[name], squares[name]
                for kind in range(NONE):
                    slope = row.weight * errors[kind] * amount + PENALTY * at[kind] / seen[name]
                    square[kind] += slope * slope
                    at[kind] -= STEP * slope / math.sqrt(square[kind])
        if turn >= ROUNDS - AVERAGED:
            for name, at in weights.items():
                sums[name] = [total + one for total, one in zip(sums[name], at, strict=True)]
    return {name: [total / AVERAGED for total in by_kind] for name, by_kind in sums.items()}


def _errors(weights: Weights, pieces: Iterable[tuple[str, float]], label: int) -> list[float]:
    """Return how much too likely each kind is held."""
    scores = [0.0] * NONE
    for name, amount in pieces:
        at = weights[name]
        for kind in range(NONE):
            scores[kind] += amount * at[kind]
    top = max(0.0, *scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total - (kind == label) for kind, power in enumerate(powers)]


def _best(weights: Weights, evidence: Mapping[str, float]) -> int:
    scores = list(weights["always"])
    for name, amount in evidence.items():
        for kind, weight in enumerate(weights.get(name, ())):
            scores[kind] += amount * weight
    return max(range(NONE), key=scores.__getitem__) if max(scores) > 0 else NONE


def lines(weights: Weights) -> Iterator[str]:
    """Yield the lines of the table, less what weighs next to nothing."""
    for name, by_kind in sorted(weights.items()):
        hundredths = [round(100 * weight) for weight in by_kind]
        if max(map(abs, hundredths)) >= WORTH_KEEPING:
            yield "\t".join([name, *map(str, hundredths)])


def main() -> int:
    """Learn from the annotated texts and write the table of weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", default="", help="leave out the texts of this source")
    parser.add_argument("--invented", type=int, default=24, help="invented texts of each outline")
    parser.add_argument("--output", type=Path, default=TABLE)
    chosen = parser.parse_args()
    texts = []
    for line in (chosen.folder / "entities-train.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        if document["source"] != chosen.without:
            texts.append(rows_of(document))
    wire = Wire(seed=1)
    texts += [rows_of(document) for document in wire.texts(chosen.invented)]
    texts.append([_bare(kind, name) for kind, name in wire.bare(200)])
    chosen.output.write_text("\n".join(lines(learn(texts))) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
