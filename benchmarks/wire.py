"""Invented news texts with their entities known: what `learn_entities.py` adds to annotated texts.

The annotated texts that may be learned from hold little news. These teach what news looks like:
datelines, results of matches, shares, press digests. The outlines (`wire.txt`) are our own
sentences; names are made by the rules of `wire_names.txt`, out of syllables and of the tables of
`newsreader/analysis/data`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsreader.analysis import gazetteer
from newsreader.model import EntityType

_HERE = Path(__file__).parent
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}^]+)(\^?)\}")
_PART = re.compile(r"\{(\w+)(#?)\}|@(\w+)|~")
_SYLLABLES = (
    "ba be bo bra da dar do el en fa fen ga gor ha hal i ja ka kel kir ko la len lo ma mar mi mo na"
    " nor o or pa pel po ra rin ro sa sen shi so ta tal ti to u va vel vi wa wen ya yo za zan"
).split()
_ENDS = "n r s l m k t a o i u e ra no ko li na sh th nd rg ck ta va".split()
_KNOWN = {
    "major_places": EntityType.PLACE,
    "places": EntityType.PLACE,
    "organisations": EntityType.ORG,
    "companies": EntityType.ORG,
}


class _Rule(NamedTuple):
    kind: EntityType | None
    choices: list[str]


class Wire:
    """Makes invented texts; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._rules = dict(_rules())
        self._tables = {"countries": sorted({place for _, place in _demonyms()})}
        self._tables["demonyms"] = sorted(people for people, _ in _demonyms())
        countries = set(self._tables["countries"])
        major = [name for name in gazetteer.lines("major_places") if name not in countries]
        self._tables["major_cities"] = major
        self._drawn: dict[str, str] = {}

    def texts(self, rounds: int) -> Iterator[dict[str, Any]]:
        """Yield `rounds` texts of each outline, annotated as in `entities-train.jsonl`."""
        outlines = _lines("wire.txt").split("\n---\n")
        for _ in range(rounds):
            for outline in outlines:
                if outline.strip():
                    yield self._text(outline.strip())

    def bare(self, rounds: int) -> Iterator[tuple[EntityType, str]]:
        """Yield names without a text: `rounds` of each kind by the rules, and all known ones."""
        for rule in self._rules.values():
            if rule.kind is not None and "initials" not in rule.choices:
                for _ in range(rounds):
                    self._drawn.clear()
                    pattern = self._chance.choice(rule.choices)
                    yield rule.kind, _PART.sub(lambda part: self._part(part, "1"), pattern)
        for table, kind in _KNOWN.items():
            for line in gazetteer.lines(table):
                yield kind, line.partition("\t")[0]
                if table in ("major_places", "organisations"):
                    yield kind, line.partition("\t")[0]
                    yield kind, line.partition("\t")[0]

    def _text(self, outline: str) -> dict[str, Any]:
        self._drawn.clear()
        while found := _CHOICE.search(outline):
            chosen = self._chance.choice(found[1].split("|"))
            outline = outline[: found.start()] + chosen + outline[found.end() :]
        text, entities, at = "", [], 0
        for slot in _SLOT.finditer(outline):
            text += outline[at : slot.start()]
            at = slot.end()
            named, name = self._fill(self._chance.choice(slot[1].split("|")))
            shown = name.upper() if slot[2] else name
            if named is not None:
                start = len(text)
                entities.append({"start": start, "end": start + len(shown), "type": str(named)})
            text += shown
        return {"text": text + outline[at:], "entities": entities, "source": "wire"}

    def _fill(self, slot: str) -> tuple[EntityType | None, str]:
        """Return what stands in a slot ("per1", "ORG=NATO"), and what it names."""
        named, literal, name = slot.partition("=")
        if literal:
            return EntityType(named), name
        kind = slot.rstrip("0123456789")
        return self._rules[kind].kind, self._name(kind, slot[len(kind) :])

    def _name(self, kind: str, number: str) -> str:
        """Return the name for a slot; one with a number is the same all through a text."""
        slot = kind + number
        if slot not in self._drawn or not number:
            if kind == "acr":
                words = self._name("org", number).split()
                self._drawn[slot] = "".join(word[0] for word in words if word[0].isupper())
            else:
                pattern = self._chance.choice(self._rules[kind].choices)
                self._drawn[slot] = _PART.sub(lambda part: self._part(part, number), pattern)
        return self._drawn[slot]

    def _part(self, part: re.Match[str], number: str) -> str:
        if part[1]:
            return self._name(part[1], number if part[2] else "")
        return self._known(part[3]) if part[3] else self._made_up()

    def _known(self, table: str) -> str:
        if table not in self._tables:
            self._tables[table] = [line.split("\t")[0] for line in gazetteer.lines(table)]
        name = self._chance.choice(self._tables[table])
        return name.title() if name.islower() else name

    def _made_up(self) -> str:
        count = self._chance.choice((1, 2, 2, 3))
        parts = [self._chance.choice(_SYLLABLES) for _ in range(count)]
        return ("".join(parts) + self._chance.choice(_ENDS)).capitalize()


def _lines(name: str) -> str:
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _rules() -> Iterator[tuple[str, _Rule]]:
    for line in _lines("wire_names.txt").splitlines():
        head, _, choices = line.partition(" = ")
        kind, named = head.split()
        yield kind, _Rule(EntityType(named) if named != "-" else None, choices.split(" | "))


def _demonyms() -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in gazetteer.lines("demonyms"))
    return [(people, place) for people, place in rows if people != place]
