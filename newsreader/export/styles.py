"""Citations as newspapers, and the manuals that scholars follow, have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from newsreader.export.authors import Author, authors
from newsreader.export.citation import Citable, citation, day
from newsreader.safety import guard


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of an article, each part on one line and without what it ends in by chance.

    `address` is a web address or empty; `accessed` is when it was read there, and None where it
    has a date of its own: all styles ask for it only where there is none.
    """

    people: tuple[Author, ...]
    title: str
    publisher: str
    published: datetime | None
    address: str
    accessed: datetime | None

    @property
    def by(self) -> tuple[Author, ...]:
        """Who is named as author: not the paper once more."""
        same = {author.name.casefold() for author in self.people} == {self.publisher.casefold()}
        return () if same else self.people


@dataclass(frozen=True, slots=True)
class Style:
    """A way to cite: what readers call it, how it says "quoted in", and what it makes of a Source.

    `write` leaves out what is unknown.
    """

    label: str
    quoted: str
    write: Callable[[Source], str]


def cite(
    style: str,
    article: Citable,
    speaker: str = "",
    *,
    indirect: bool = False,
    retrieved: datetime | None = None,
) -> str:
    """Return a citation on one line, in one of the STYLES or as newspapers have it.

    `speaker`: by full name; `indirect`: it was said in the writer's words, and is called
    paraphrased; `retrieved`: when the article was read at its web address.
    """
    if style not in STYLES:
        return guard(citation(article, speaker, indirect=indirect))
    chosen, source = STYLES[style], _source(article, retrieved)
    how = "paraphrased in" if indirect else chosen.quoted
    name, line = _even(speaker), chosen.write(source)
    return f"{name}, {how} {line}" if name and line else name or line


def label(style: str) -> str:
    """Return what readers call a style."""
    return STYLES[style].label if style in STYLES else "news"


def _source(article: Citable, retrieved: datetime | None) -> Source:
    places = (article.url, article.location)
    address = next((place for place in places if place.startswith(("http://", "https://"))), "")
    # The stop of an abbreviation and an ellipsis belong to a title, that of a sentence does not.
    title = re.sub(r"(?<!\.\w)(?<!\.)\.$", "", _even(article.title)).strip(_EDGES)
    people, publisher = authors(article.byline), _even(article.publisher)
    undated = article.published is None and any((people, title, publisher))
    return Source(
        people=people,
        title=title,
        publisher=publisher,
        published=article.published,
        address="".join(guard(address).split()),
        accessed=retrieved if address and undated else None,
    )


_EDGES = " ,;:"
_STRAY = re.compile(r"(?:(?<=[^.]\.)\.|\s+\.)$")  # a stop too many


def _even(text: str) -> str:
    even = _STRAY.sub("", " ".join(guard(text).split()).strip(_EDGES))
    return even if re.search(r"\w", even) else ""


# APA, 7th edition: 9.7-9.12 authors, 9.13-9.17 dates, 10.1 articles of newspapers, 8.6 secondary
# sources.


def _apa(source: Source) -> str:
    names = _apa_names(source.by)
    lead = names or source.title or source.publisher
    follows = [source.title if names else "", source.publisher if names or source.title else ""]
    date = "(n.d.)"
    if source.published:
        on, month, year = day(source.published).split()
        date = f"({year}, {month} {on})"
    address = source.address
    if source.accessed:
        address = f"Retrieved {_american(source.accessed)}, from {address}"
    parts = [*map(_stopped, (lead, date if lead else "", *follows)), address]
    return " ".join(part for part in parts if part)


def _apa_names(people: Sequence[Author]) -> str:
    names = [
        ", ".join(filter(None, (each.family, _initials(each.given), each.suffix)))
        for each in people
    ]
    if len(names) > _MOST_IN_APA:
        return f"{', '.join(names[: _MOST_IN_APA - 1])}, . . . {names[-1]}"
    return ", & ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


_MOST_IN_APA = 20


def _initials(given: str) -> str:
    """Return Ann-Marie J.K. as A.-M. J. K."""
    words = given.replace(".", ". ").split()
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)


# MLA, 9th edition: 5.3-5.22 authors, 5.23 titles, 5.68 dates, 5.84 addresses, 6.77 what others
# quote.


def _mla(source: Source) -> str:
    place = (source.publisher, _mla_day(source.published), source.address)
    accessed = f"Accessed {_mla_day(source.accessed)}" if source.accessed else ""
    container = ", ".join(part for part in place if part)
    parts = [_mla_names(source.by), _marked(source.title), container, accessed]
    return " ".join(_stopped(part) for part in parts if part)


def _mla_names(people: Sequence[Author]) -> str:
    if not people:
        return ""
    first, *more = people
    turned = ", ".join(filter(None, (first.family, first.given, first.suffix)))
    if len(more) > 1:
        return f"{turned}, et al"
    return f"{turned}, and {more[0].name}" if more else turned


def _mla_day(moment: datetime | None) -> str:
    if moment is None:
        return ""
    on, month, year = day(moment).split()
    short = {"September": "Sept."}.get(month, f"{month[:3]}.")
    return f"{on} {month if len(month) < 5 else short} {year}"


# The Chicago Manual of Style, 17th edition, notes: 14.76 authors, 14.191-14.198 articles of
# newspapers, 14.12 dates of access, 14.260 quoted in.


def _chicago(source: Source) -> str:
    title = _marked(source.title)
    date = _american(source.published) if source.published else ""
    accessed = f"accessed {_american(source.accessed)}" if source.accessed else ""
    parts = [_chicago_names(source.by), title, source.publisher, date, accessed, source.address]
    line = ", ".join(part for part in parts if part)
    return _stopped(line.replace(f"{title}, ", f"{title[:-1]},” ", 1) if title else line)


def _chicago_names(people: Sequence[Author]) -> str:
    names = [each.name for each in people]
    if len(names) > 3:
        return f"{names[0]} et al."
    *before, last = names or [""]
    return f"{', '.join(before)}{',' if len(before) > 1 else ''} and {last}" if before else last


# what they share


def _american(moment: datetime) -> str:
    on, month, year = day(moment).split()
    return f"{month} {on}, {year}"


def _marked(title: str) -> str:
    """Return a title between marks."""
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner else ""


def _stopped(sentence: str) -> str:
    """Return a sentence with a stop, inside the marks it ends in, unless it has one already."""
    bare = sentence.rstrip("”’")
    if not bare or bare.endswith((".", "!", "?", "…")):
        return sentence
    return f"{bare}.{sentence[len(bare) :]}"


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "apa": Style("APA", "as cited in", _apa),
        "mla": Style("MLA", "qtd. in", _mla),
        "chicago": Style("Chicago", "quoted in", _chicago),
    }
)
"""The styles of manuals, by the names that the setting `citation` has."""
