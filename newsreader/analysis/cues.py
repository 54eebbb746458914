"""The words that introduce what somebody says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple


class Force(Enum):
    """How surely a cue means that words are quoted."""

    SAYING = "saying"  # "said": a whole statement follows, or went before
    JUDGING = "judging"  # "called", "accuses": a word or phrase of the speaker's is held up
    THINKING = "thinking"  # "believes": it may be speech


class Cue(NamedTuple):
    """One form of a cue verb: how it is meant, and whether it is a gerund ("saying")."""

    force: Force
    gerund: bool


_SAYING = """
    say tell ask add write tweet retweet continue argue explain note declare announce state claim
    insist reply respond answer joke recall warn predict suggest acknowledge admit conclude
    caution complain confirm contend counter cry exclaim shout yell whisper urge vow pledge
    promise remark observe mention quip thunder lament emphasize emphasise stress reiterate repeat
    comment report reveal proclaim boast brag muse sigh snap retort protest affirm assert maintain
    post text elaborate opine clarify testify agree interject rant concede allege profess quote
    read underline underscore highlight advise estimate decide hint implore beg plead recount
    recite intone murmur mutter scream scoff sneer snarl grumble growl gush enthuse reason
    theorize theorise speculate summarize summarise surmise tease bark blog email message inform
    remind assure notify demand deny disclose laugh reflect relate point sing chant reckon
    specify swear venture volunteer wonder chime bemoan decry rejoin echo pronounce
    """
_JUDGING = """
    call describe dub label term brand deem denounce condemn accuse dismiss praise tout hail
    characterize characterise criticize criticise blast slam refer cite mock rail rip deride
    ridicule portray liken compare justify question express offer share indicate address lambast
    lambaste lash attack blame credit thank defend reject rebuke challenge welcome laud applaud
    paint depict signal begin went define stipulate speak
    """
_THINKING = """
    believe think feel consider know hope expect fear see doubt assume suspect worry understand
    find show
    """
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "see": ("sees", "saw", "seeing"),
    "read": ("reads", "reading"),
    "sing": ("sings", "sang", "sung", "singing"),
    "find": ("finds", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "understand": ("understands", "understood", "understanding"),
    "begin": ("begins", "began", "beginning"),
    "went": ("goes", "gone"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "beg": ("begs", "begged", "begging"),
    "brag": ("brags", "bragged", "bragging"),
    "rip": ("rips", "ripped", "ripping"),
    "quip": ("quips", "quipped", "quipping"),
    "snap": ("snaps", "snapped", "snapping"),
    "slam": ("slams", "slammed", "slamming"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "refer": ("refers", "referred", "referring"),
    "admit": ("admits", "admitted", "admitting"),
    "blog": ("blogs", "blogged", "blogging"),
    "label": ("labels", "labeled", "labelled", "labeling", "labelling"),
}


def _forms(verb: str) -> Iterator[str]:
    """Return the forms of a verb, the verb itself first."""
    yield verb
    if verb in _IRREGULAR:
        yield from _IRREGULAR[verb]
        return
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    yield f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    yield from (f"{stem}ed", f"{stem}ing")


def _table() -> Mapping[str, Cue]:
    found: dict[str, Cue] = {}
    for force, verbs in (
        (Force.SAYING, _SAYING),
        (Force.JUDGING, _JUDGING),
        (Force.THINKING, _THINKING),
    ):
        for verb in verbs.split():
            for form in _forms(verb):
                found.setdefault(form, Cue(force, gerund=form.endswith("ing")))
    return MappingProxyType(
        found | dict.fromkeys(("put it", "puts it"), Cue(Force.SAYING, gerund=False))
    )


CUES = _table()
"""Every form of every cue verb, in lower case."""

NEVER_INVERTED = frozenset("told tells tell reminded reminds informed informs assured".split())
"""After a quotation, what follows these is not who speaks but who is spoken to ("told Roe")."""
