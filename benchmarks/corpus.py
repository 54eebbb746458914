"""News articles made up for measuring speed, as many as are wanted, and always the same ones.

Their words are nonsense, but fall as words do (see `vocabulary`), and people who do not exist say
some of them in quotation marks. Each article can be made without those before it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path

from benchmarks.vocabulary import Vocabulary, place_name

SEED = 20
DRAWN = 500
"""Words and pairs of the vocabulary in an article, on average."""

_LENGTH, _SPREAD, _SHORTEST, _LONGEST = 550, 170, 120, 1_500  # words of a body
_PEOPLE, _BODIES, _PAPERS = 12_000, 2_500, 60
_IN_A_FOLDER = 500
_MARKDOWN_EVERY = 5  # articles; the others are plain text
_FIRST_DAY, _DAYS = datetime(2019, 1, 1, tzinfo=UTC), 6 * 365
_DAYS_APART, _MINUTES_APART = 619, 37  # from one article to the next, within the days there are

_FORENAMES = (
    "Ada Amir Anna Carlos Claire David Elena Emma Farid Greta Hana Ines Ivan Jonas Julia Karim Lena"
    " Lucas Maria Mina Nadia Noah Olga Omar Paul Priya Rosa Ruth Samuel Sofia Tariq Thomas Vera"
).split()
_KINDS = (
    "Agency Association Authority Bank Bureau Commission Council Federation Foundation Group"
    " Hospital Institute Ministry Museum Union University"
).split()
_ROLES = "a spokesperson for|the head of|a lawyer for|an economist at|a member of".split("|")
_VERBS = "said said said said added argued warned explained".split()
_PLACES = (
    "Argentina Athens Australia Berlin Brazil Cairo Canada Chile Delhi Denmark Egypt Finland France"
    " Germany Ghana India Italy Jakarta Japan Kenya Lagos Lima London Madrid Mexico Morocco Nairobi"
    " Norway Oslo Pakistan Paris Peru Poland Rome Spain Sweden Tokyo Turkey Vienna Vietnam"
).split()
_TITLES_OF_PAPERS = "Courier Gazette Herald Journal Messenger Observer Post Times".split()


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says in an article, in quotation marks."""

    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article that nobody wrote; nothing else is about its `place`."""

    place: str
    title: str
    byline: str
    publisher: str
    published: datetime
    paragraphs: tuple[str, ...]
    said: tuple[Said, ...]
    organisation: str

    @property
    def text(self) -> str:
        """The body, without what stands over it."""
        return "\n\n".join(self.paragraphs)


class Corpus:
    """All the articles that there could be; the same number is always the same article."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary(SEED)
        chance = random.Random(SEED)  # noqa: S311 - no secret
        names = self._vocabulary.names
        surnames, others = names[:_PEOPLE], iter(names[_PEOPLE:])
        self._people = [f"{chance.choice(_FORENAMES)} {name}" for name in surnames]
        self._bodies = [f"{next(others)} {chance.choice(_KINDS)}" for _ in range(_BODIES)]
        titles = _TITLES_OF_PAPERS
        self._papers = [f"The {next(others)} {chance.choice(titles)}" for _ in range(_PAPERS)]
        self._known = list(accumulate(1 / (rank + 8) ** 0.85 for rank in range(_PEOPLE)))

    def article(self, number: int) -> MadeArticle:
        """Make one article."""
        chance = random.Random(f"{SEED} {number}")  # noqa: S311 - no secret
        place = place_name(number)
        words = self._vocabulary.draw(chance)
        cast = chance.choices(self._people, cum_weights=self._known, k=chance.randint(2, 5))
        body = _Body(chance, words, cast, self._bodies, place)
        return MadeArticle(
            place,
            f"{place}: {' '.join(islice(words, 6))}",
            chance.choice(self._people),
            chance.choice(self._papers),
            published(number),
            tuple(body.paragraphs),
            tuple(body.said),
            body.organisation,
        )

    def items(self, low: float, high: float, *, pairs: bool = False) -> list[str]:
        """Return the words, or the pairs of words, to expect in such a share of the articles.

        The most frequent first.
        """
        shares = self._vocabulary.shares(DRAWN)
        chosen = [each for each, share in shares.items() if low <= share <= high]
        return sorted(
            (each for each in chosen if (" " in each) is pairs), key=lambda each: -shares[each]
        )


class _Body:
    """What stands in an article, paragraph after paragraph, until it is long enough."""

    def __init__(
        self,
        chance: random.Random,
        words: Iterator[str],
        cast: list[str],
        bodies: list[str],
        place: str,
    ) -> None:
        self._chance, self._words, self._cast = chance, words, cast
        self._bodies = bodies[: 1 + int(len(bodies) * chance.random() ** 3)]
        self._introduced: set[str] = set()
        self.organisation = chance.choice(self._bodies)
        self.said: list[Said] = []
        opening = f"{self._sentence()} the {self.organisation} in {place}."
        self.paragraphs = [opening]
        wanted = min(_LONGEST, max(_SHORTEST, chance.gauss(_LENGTH, _SPREAD)))
        length = opening.count(" ") + 1
        while length < wanted:
            self.paragraphs.append(self._paragraph())
            length += self.paragraphs[-1].count(" ") + 1

    def _paragraph(self) -> str:
        kind = self._chance.random()
        if kind < 0.3:
            return f"{self._quote()} {self._narration()}"
        if kind < 0.4:
            return f"{self._who(self._chance.choice(self._cast))} said that {self._bare()}."
        return " ".join(self._narration() for _ in range(self._chance.randint(1, 4)))

    def _quote(self) -> str:
        said = Said(self._chance.choice(self._cast), self._sentence())
        self.said.append(said)
        who, verb = self._who(said.speaker), self._chance.choice(_VERBS)
        return f"“{said.words},” {verb} {who}." if "," in who else f"“{said.words},” {who} {verb}."

    def _who(self, person: str) -> str:
        if person in self._introduced:
            return person.split()[1]
        self._introduced.add(person)
        return f"{person}, {self._chance.choice(_ROLES)} the {self._chance.choice(self._bodies)}"

    def _narration(self) -> str:
        kind = self._chance.random()
        if kind < 0.15:
            return f"{self._sentence()} in {self._chance.choice(_PLACES)}."
        if kind < 0.25:
            return f"The {self._chance.choice(self._bodies)} {self._bare()}."
        return f"{self._sentence()}."

    def _sentence(self) -> str:
        bare = self._bare()
        return bare[0].upper() + bare[1:]

    def _bare(self) -> str:
        return " ".join(islice(self._words, self._chance.randint(7, 22)))


def published(number: int) -> datetime:
    """Return when an article came out, without making it."""
    days, minutes = number * _DAYS_APART % _DAYS, number * _MINUTES_APART % 1_440
    return _FIRST_DAY + timedelta(days=days, minutes=minutes)


def file_of(folder: Path, number: int) -> Path:
    """Return where `write` puts an article."""
    suffix = "md" if number % _MARKDOWN_EVERY == 0 else "txt"
    return folder / f"{number // _IN_A_FOLDER:04}" / f"{number:06}.{suffix}"


def write(corpus: Corpus, folder: Path, count: int) -> None:
    """Write the first `count` articles as files, unless that was done before."""
    if file_of(folder, count - 1).exists():
        return
    for number in range(count):
        path, article = file_of(folder, number), corpus.article(number)
        if number % _IN_A_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_markdown(article) if path.suffix == ".md" else _plain(article), "utf-8")


def _plain(article: MadeArticle) -> str:
    day = f"{article.published:%d %B %Y}"
    return f"{article.title}\n\nBy {article.byline}\n\n{day}\n\n{article.text}\n"


def _markdown(article: MadeArticle) -> str:
    matter = {
        "title": article.title,
        "author": article.byline,
        "publisher": article.publisher,
        "date": article.published.isoformat(),
    }
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in matter.items())
    return f"---\n{lines}---\n\n{article.text}\n"
