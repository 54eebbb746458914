"""What stands over an article: its title, who wrote it, when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from newsreader.sources.dates import parse_date
from newsreader.sources.paragraphs import is_marked, one_line, room_left, shorten

_LONGEST_TITLE = 140
_LONGEST_MADE_TITLE = 80
_LONGEST_BYLINE = 100

_NO_TITLE_END = re.compile(r"(?:[.,;:…。—-]|--)[\"'”’»)\]]*$")
_BY = re.compile(r"by:?\s+(?P<names>\S.*)", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*)")
_SMALL_WORDS = frozenset(
    "al and at bin da de del della der di dos du el for in la le of the van von".split()
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ZONE = r"(?: ?(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d))"
_TIME = rf"(?:[T ]|,? (?:at )?)\d{{1,2}}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?{_ZONE}?"
_DATE = re.compile(
    rf"(?:(?:first )?(?:published|posted|updated)(?: on)?:? |date: )?"
    rf"(?P<date>(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} {_DAY},? \d{{4}}|{_DAY} {_MONTH},? \d{{4}})(?:{_TIME})?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The lines over a text that are no part of it, and what they say.

    `lines` are the lines as they stand, without empty ones; `length` is how many lines of the
    input they take, with empty ones.
    """

    title: str = ""
    byline: str = ""
    published: datetime | None = None
    lines: tuple[str, ...] = ()
    length: int = 0


def find_head(lines: list[str], *, titled: bool = False) -> Head:
    """Return the unmistakable title, byline and date line at the start of `lines`.

    `titled` says that the title is known already. A title is short, does not end as a sentence
    does, and stands apart from what follows.
    """
    title, published = "", None
    bylines: list[str] = []
    kept: list[str] = []
    length = 0
    for i, line in enumerate(lines):
        text = one_line(line)
        if not text:
            continue
        if date := date_in(text):
            published = published or date
        elif byline := byline_in(text):
            bylines.append(byline)
        elif not title and not titled and _is_title(text, lines[i + 1 :]):
            title = text
        else:
            break
        kept.append(text)
        length = i + 1
    return Head(title, ", ".join(bylines), published, tuple(kept), length)


def below_head(text: str, title: str) -> tuple[Head, str]:
    """Return what stands over a text whose title is known, and the text below it.

    A first paragraph that only repeats the title goes too, as long as something is left.
    """
    first, _, rest = text.partition("\n\n")
    if rest and title and one_line(first).casefold() == title.casefold():
        text = rest
    lines = text.split("\n")
    head = find_head(lines, titled=True)
    below = "\n".join(lines[head.length :]).strip("\n")
    return head, below or text


def make_title(text: str) -> str:
    """Return a title for a text that has none: the first words of its first line."""
    return shorten(one_line(text.partition("\n")[0]), _LONGEST_MADE_TITLE)


def byline_in(line: str) -> str:
    """Return the names in a line that says who wrote the article, or "" if it is none."""
    found = _BY.fullmatch(line)
    if not found or len(line) > _LONGEST_BYLINE:
        return ""
    words = [word for word in re.split(r"[\s,&|/]+", found["names"]) if word]
    names = [word for word in words if word not in _SMALL_WORDS]
    if len(names) < 2 or words[0] in _SMALL_WORDS:
        return ""
    well_formed = all(_NAME_WORD.fullmatch(name) and name[0].isupper() for name in names)
    return found["names"] if well_formed and not re.search(r"\w\w[.]$", line) else ""


def date_in(line: str) -> datetime | None:
    """Return the time in a line that is a date and nothing else, or None."""
    found = _DATE.fullmatch(line)
    return parse_date(re.sub(r"\bat ", "", found["date"])) if found else None


def _is_title(line: str, following: list[str]) -> bool:
    if len(line) > _LONGEST_TITLE or _NO_TITLE_END.search(line) or is_marked(line):
        return False
    if not any(map(str.isalpha, line)):
        return False
    after = following[0].strip() if following else ""
    if not after or date_in(after) or byline_in(after):
        return True
    # Nothing but the end of a title explains a line that leaves so much room.
    return not after[0].islower() and room_left(line, after, len(after)) >= 10
