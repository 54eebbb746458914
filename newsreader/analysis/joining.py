"""Joining the parts of a name that small words keep apart: "Ministry of Health and Sports"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsreader.analysis import gazetteer, wording
from newsreader.analysis.names import TITLES
from newsreader.analysis.phrases import Phrase, phrase_at

_LINK = re.compile(
    r"[ \xa0](?:(?:of|for|on)[ \xa0](?:(?:the|its)[ \xa0])?|(?:and|&)[ \xa0](?:the[ \xa0])?)"
)
_OF_TITLE = re.compile(r" of (?:the )?([A-Z][a-z]+)(?!\w| [A-Z])")
_LONGEST_LINK = 10
_MOST_WORDS = 16
_LONGEST_INITIAL = 3
_ROMANCE_OF = frozenset("de del da do dos das di des du della".split())
_ABSTRACT = ("tion", "sion", "ment", "ence", "ense", "ing")
_ON_A_TOPIC = frozenset("Centre Center Commission Committee Council Office Panel Task".split())
_AFTER_OWNER = frozenset(
    "Bay Cove Creek Day Harbour Hill Hospital Island Point Trust Ridge".split()
)


def join(text: str, parts: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the parts in order, those that are one name joined into one."""
    at = 0
    while at < len(parts):
        whole = parts[at]
        at += 1
        topical = False
        while at < len(parts):
            if len(whole.words) > _MOST_WORDS or parts[at].start - whole.end > _LONGEST_LINK:
                break
            link = text[whole.end : parts[at].start]
            if not _belongs(whole, link, parts[at], topical=topical):
                break
            topical = topical or " of " in link or " for " in link
            whole = phrase_at(text, whole.start, parts[at].end, whole.title, opens=whole.opens)
            at += 1
        yield _with_title_word(text, whole)


def _with_title_word(text: str, whole: Phrase) -> Phrase:
    """Return the name with the word after "of" that was taken for a title ("of Justice")."""
    if whole.words[-1] not in wording.BODY_HEADS:
        return whole
    found = _OF_TITLE.match(text, whole.end)
    if found is None or found[1] not in TITLES:
        return whole
    return phrase_at(text, whole.start, found.end(), whole.title, opens=whole.opens)


def _belongs(whole: Phrase, link: str, part: Phrase, *, topical: bool) -> bool:
    """Tell whether `part` goes on the name `whole` after the words `link`."""
    if not link:
        return len(whole.words[-1]) <= _LONGEST_INITIAL and whole.words[-1][-1] in ".․"
    if link == " ":
        return _follows_at_once(whole.words, part.words)
    if part.title:
        return False
    if link.strip() == ",":
        return part.words[0].rstrip(".") in wording.FIRMS or (
            topical and wording.TOPICS.issuperset(part.words)
        )
    if link in ("'s ", "’s ", "' ", "’ "):
        return _owns(whole.words, part.words)
    return _LINK.fullmatch(link) is not None and _is_linked(whole, link, part, topical=topical)


def _is_linked(whole: Phrase, link: str, part: Phrase, *, topical: bool) -> bool:
    both = f"{whole.text}{link}{part.text}"
    if gazetteer.is_place(both) or gazetteer.is_organisation(both):
        return True
    if "and" in link or "&" in link:
        return _shares_topics(whole, part, topical=topical)
    last = whole.words[-1]
    if " on " in link:
        return last in _ON_A_TOPIC and _is_topical(part.words)
    if last in wording.BODY_HEADS or last in wording.PLACE_HEADS:
        return True
    return topical and (last.endswith(_ABSTRACT) or (" for " in link and last in wording.OWNERS))


def _follows_at_once(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Tell "Universidad de Chile" and "Transport General Authority" from two names."""
    if part[0] in _ROMANCE_OF:
        return whole[-1] in wording.BODY_HEADS or whole[-1] in wording.PLACE_HEADS
    return part[0] == "General" and part[-1] in wording.BODIES and whole[-1] in wording.TOPICS


def _owns(owner: tuple[str, ...], owned: tuple[str, ...]) -> bool:
    """Tell "People's Party" and "Baffin's Bay" from "China's Senate"."""
    if owner[-1] in wording.OWNERS:
        return owned[-1] in wording.BODIES
    return len(owned) == 1 and owned[0] in _AFTER_OWNER


def _shares_topics(whole: Phrase, part: Phrase, *, topical: bool) -> bool:
    """Tell "Food and Drug Administration" and "Ministry of Health and Sports" from two names."""
    if topical:
        return any(word in wording.TOPICS for word in part.words[:2]) or _is_unknown(part.words)
    names_body = len(part.words) > 1 and part.words[-1] in wording.BODIES
    return names_body and part.words[0] in wording.TOPICS and _is_topical(whole.words[-1:])


def _is_topical(words: Sequence[str]) -> bool:
    return any(word in wording.TOPICS or word.endswith(_ABSTRACT) for word in words)


def _is_unknown(words: tuple[str, ...]) -> bool:
    """Tell a topic that no table holds ("Sewers") from a name."""
    word = words[0]
    return len(words) == 1 and not (
        word.isupper()
        or word in wording.BODIES
        or gazetteer.is_place(word)
        or gazetteer.is_organisation(word)
        or gazetteer.is_surname(word)
        or gazetteer.forename_sex(word)
    )
