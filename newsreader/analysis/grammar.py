"""Who does what in a sentence: the subject of a verb, found over the tag string of narration.py."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_PART = "[DdxyNORTsgt]"
_CHAIN = f"(?:{_PART}|(?<=[DdysVQ.|,])v)"
"""What a noun phrase is made of, its parts in any order: "the firm's retired chief Ann Roe"."""


_FARTHEST_SUBJECT = 60
_MOST_PHRASES = 12
"""Among how many tokens and noun phrases a subject is looked for, so that no text makes it slow."""


class Head(NamedTuple):
    """A noun phrase: its first token, and the token of its head; `tag` is the head's letter."""

    first: int
    last: int
    tag: str


_PRONOUN_BEFORE = re.compile(r"(?P<head>[hifw])(?:[aytd]|p[Dx]?[dt])*$")
_RELATIVE = re.compile(
    r"w(?:[^,.;:|QVNRhif]{1,10}|ay*D?x*R|[yt]*[aVv][^,.;:|Qhifc]{0,20}[^,.;:|Qhifcpb])$"
)
_ADVERBIALS = re.compile(
    r"(?:[ayt]|(?<=[,NORTxhy])[pbe][Dtdx]{0,3}[tT]|\([^()|Q]{0,12}\)|ap?a|(?<=h)o|,y,)*$"
)
_CHAIN_BEFORE = re.compile(rf"{_CHAIN}+$")
_APPOSITION = re.compile(
    rf"(?<![pbV])(?<!{_PART})(?P<chain>{_CHAIN}+)(?=(?:[pb][^,;:.|QV]*)?[,(-][^.;:|Q]*[,)-]$)"
)
_LISTED = re.compile(r"(?<=[pb])D?O(?:,D?O){0,4},?cD?O$")
_NAMED_LAST = re.compile(rf",(?P<chain>{_PART}{{0,5}}[NO]),$")
_CHAIN_AFTER = re.compile(r"[yt]*(?P<chain>[DdxyNORTsgtv]{1,12})")
_PRONOUN_AFTER = re.compile(r"y?(?P<head>[hfi])(?![sNORx])")
_SOMEBODY = re.compile(r"(?<![pb])[Nh]$")
_APPOSED_NAME = re.compile(rf"(?:[pb]{_CHAIN}+){{0,3}},(?P<chain>{_CHAIN}{{0,6}}N)(?=[,.|Q;(-]|$)")
_FIRST_SUBJECT = re.compile(rf"(?<![pbeVGs])(?<!{_PART})(?:(?P<chain>{_CHAIN}+)|(?P<head>[hf]))")
_ANTECEDENT = re.compile(rf"(?P<chain>{_CHAIN}+)(?:[pb]{_CHAIN}+)*[,-]?$")


def head_of(tags: str, start: int, end: int) -> Head | None:
    """Return the head of the noun phrase tags[start:end]: a name, else a role, else a thing.

    In "Roe's campaign chief Jane Doe" that is the last name; in "Roe's campaign chief", the chief.
    """
    chain = tags[start:end]
    bare = chain.rstrip("yt")
    owner = bare.rfind("s") + 1
    if 0 < owner < len(bare):
        owned = head_of(tags, start + owner, start + len(bare))
        return owned and owned._replace(first=start + _phrase_start(bare, owner))
    name = bare.rfind("N")
    role = max(bare.rfind("R"), bare.rfind("T"))
    if name >= 0 and role < name and bare[name + 1 : name + 2] != "s":
        return Head(start, start + name, "N")
    other = bare.rfind("O")
    if role >= 0 and not (other == len(bare) - 1 and other > role):
        return Head(start + _phrase_start(bare, role), start + role, bare[role])
    if other >= 0 and bare[other + 1 : other + 2] != "s":
        return Head(start, start + other, "O")
    if bare and bare[-1] in "xd" and (bare[0] in "Dd" or tags[start - 1 : start] == "s"):
        return Head(start + _phrase_start(bare, len(bare) - 1), start + len(bare) - 1, "x")
    return None


def _phrase_start(chain: str, head: int) -> int:
    """Return where the phrase that ends in its head begins: at the last determiner or owner."""
    return max(chain.rfind("D", 0, head), 0)


def subject_before(tags: str, low: int, verb: int) -> Head | None:
    """Return the subject that stands before the verb at token `verb`, not before token `low`."""
    low = max(low, verb - _FARTHEST_SUBJECT)
    if tags[verb] == "G" and verb > low and tags[verb - 1] in "N,":
        return Head(verb - 1, verb - 1, "N") if tags[verb - 1] == "N" else None
    found = _PRONOUN_BEFORE.search(tags, low, verb)
    if found:
        at = found.start("head")
        return _antecedent(tags, low, at) if tags[at] == "w" else Head(at, at, tags[at])
    who = _RELATIVE.search(tags, low, verb) if "w" in tags[low:verb] else None
    if who and (whose := _near(tags, low, who.start())) is not None:
        return whose
    end = verb
    adverbials = _ADVERBIALS.search(tags, low, verb)
    if adverbials:
        end = adverbials.start()
    if end > low and tags[end - 1] == "h":
        return Head(end - 1, end - 1, "h")
    if end > low and tags[end - 1] in ",)-":
        return _before_apposition(tags, low, end)
    return _near(tags, low, end)


def _before_apposition(tags: str, low: int, end: int) -> Head | None:
    """Return whom commas part from the verb: of "Roe, the mayor, said", Roe; a person if any is."""
    first = None
    for found in _APPOSITION.finditer(tags, low, end):
        head = head_of(tags, *found.span("chain"))
        if head is not None and head.tag == "N":
            return head
        first = first or head
    named = _NAMED_LAST.search(tags, low, end)
    if named and first is not None and first.tag in "RTx":
        return head_of(tags, *named.span("chain"))
    return first


def _near(tags: str, low: int, end: int) -> Head | None:
    """Return the noun phrase that ends at `end`; of "a spokesman for Roe", the spokesman.

    Of "the head of Acme Ann Roe" that is Roe, for a body is named right before the person.
    In "Roe, on the eve of the vote, …" and "Roe, on the eve of the vote …" that is Roe.
    """
    head, start = None, end
    if tags[end - 2 : end] == "po":
        start = end - 2
    listed = _LISTED.search(tags, low, start)
    if listed:
        head, start = Head(end - 1, end - 1, "O"), listed.start() - 1
    while chain := _CHAIN_BEFORE.search(tags, low, start):
        governing = head_of(tags, *chain.span()) or _bare_noun(tags, *chain.span())
        if head is not None and not _governs(tags, governing, chain.start()):
            break
        head, start = governing, chain.start() - 1
        if start < low or tags[start] not in "pb":
            if start >= low and tags[start] == "," and head is not None and head.tag == "R":
                return _set_off_from(tags, low, start) or head
            with_others = start >= low and tags[start] == "c" and _SOMEBODY.search(tags, low, start)
            return Head(start - 1, start - 1, tags[start - 1]) if with_others else head
        if tags[chain.start() : chain.end()].endswith("ON"):
            return head
    if head is not None and head.tag != "N" and start > low and tags[start - 1] == ",":
        aside = _CHAIN_BEFORE.search(tags, low, start - 1)
        named = head_of(tags, *aside.span()) if aside else None
        return named if named is not None and named.tag == "N" else head
    return head


def _governs(tags: str, head: Head | None, start: int) -> bool:
    """Tell "the head of Acme", "some at Acme" and "Acme of Ohio" from "left Acme for Ohio"."""
    if head is None:
        return False
    return head.tag in "NRTx" or _opens(tags, start)


def _opens(tags: str, start: int) -> bool:
    """Tell whether a phrase opens a clause."""
    return start == 0 or tags[start - 1] in ".|,Q"


def _set_off_from(tags: str, low: int, comma: int) -> Head | None:
    """Return the name that begins a clause and is all of it: of "Roe, a farmer said", Roe."""
    chain = _CHAIN_BEFORE.search(tags, low, comma)
    if chain is None or (chain.start() > low and tags[chain.start() - 1] not in ".|Q"):
        return None
    named = head_of(tags, *chain.span())
    return named if named is not None and named.tag == "N" and named.last == comma - 1 else None


def _bare_noun(tags: str, start: int, end: int) -> Head | None:
    """Return what governs without a noun that is known: "Some within Acme", "Talks in Rome"."""
    if tags[start:end] == "D" and tags[end : end + 1] in ("p", "b"):
        return Head(start, start, "x")
    return Head(start, end - 1, "x") if _opens(tags, start) and tags[end - 1] == "x" else None


def _antecedent(tags: str, low: int, who: int) -> Head | None:
    """Return what the "who" at this token stands for."""
    found = _ANTECEDENT.search(tags, low, who)
    return head_of(tags, *found.span("chain")) if found else None


def subject_after(tags: str, verb: int, high: int) -> Head | None:
    """Return the subject right after the verb at token `verb` ("said Roe"), before `high`."""
    found = _PRONOUN_AFTER.match(tags, verb + 1, high)
    if found:
        at = found.start("head")
        return Head(at, at, tags[at])
    chain = _CHAIN_AFTER.match(tags, verb + 1, high)
    if chain is None:
        return None
    head = head_of(tags, *chain.span("chain"))
    if head is not None and head.tag in "RTxO":
        named = _APPOSED_NAME.match(tags, chain.end(), high)
        if named:
            return head_of(tags, *named.span("chain"))
    return head


def noun_phrase(tags: str, start: int, high: int) -> Head | None:
    """Return the head of the noun phrase that begins at token `start` ("according to Roe")."""
    return subject_after(tags, start - 1, high)


def first_subject(tags: str, low: int, high: int) -> Head | None:
    """Return the first noun phrase of a sentence that no preposition or verb governs."""
    high = min(high, low + _FARTHEST_SUBJECT)
    for found in islice(_FIRST_SUBJECT.finditer(tags, low, high), _MOST_PHRASES):
        if found["head"]:
            return Head(found.start(), found.start(), found["head"])
        head = head_of(tags, *found.span("chain"))
        if (
            head is not None
            and head.tag in "RO"
            and (apposed := _APPOSED_NAME.match(tags, found.end(), high))
        ):
            return head_of(tags, *apposed.span("chain"))
        if head is not None and head.tag in "NROT":
            return head
    return None
