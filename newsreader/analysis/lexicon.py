"""The part each word plays in a sentence, as one letter, for the few words that matter here.

These letters make the tag string of narration.py, over which the rules of grammar.py are written:

    N person's name    O other name           Q passage in marks    R noun for a person or body
    T noun for a text  D determiner           h he, she, they       f I, we, you
    i it               o him, them            w who                 c conjunction, that, which
    V cue verb         G cue gerund           a auxiliary           y adverb
    p preposition      b "by"                 t word for a time     d number
    e "after", "until" s possessive 's        g other gerund        v other verb form
    A "according"      x any other word       . end of a sentence
    and the punctuation , : ; ( ) - (any dash) and | (end of a paragraph).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsreader.analysis import wording
from newsreader.analysis.cues import CUES

_WORDS = {
    "D": """
        the a an this these those his her its our my your their some any no each every another
        several many most other such few what
        """,
    "h": "he she they",
    "f": "i we you",
    "i": "it there",
    "o": "him them me us himself herself themselves itself myself whom",
    "w": "who",
    "c": """
        and but or nor that which when where while if because although though as since than
        whether unless so yet whereas how why
        """,
    "a": """
        is was are were be been being am has have had do does did will would can could might
        must shall should not n't cannot don't doesn't didn't wasn't isn't hasn't hadn't won't
        wouldn't can't couldn't 're 've 'll 'd 'm
        """,
    "s": "'s",
    "y": """
        also then later again already always never often once even just still only now too further
        instead ever soon perhaps maybe simply reportedly earlier afterward afterwards thus first
        therefore meanwhile however moreover furthermore indeed recently all both
        """,
    "p": """
        of in on at for from with to about against among around behind between during into over
        through under within without toward towards upon like near outside inside across along amid
        despite per via regarding including following beyond off out up down besides except
        alongside
        """,
    "e": "after before until till",
    "b": "by",
    "t": """
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
        morning afternoon evening night week month year weekend january february march april may
        june july august september october november december jan feb mar apr jun jul aug sep sept
        oct nov dec last next ago days weeks months years
        """,
    "d": "one two three four five six seven eight nine ten dozens hundreds thousands",
    "v": """
        got gets took takes made makes gave gives came comes ran runs won wins lost loses held
        holds led leads kept keeps left leaves met meets brought brings became becomes spoke
        speaks sat stood put puts set let lets sent sends paid pays built sold sells bought taught
        caught drew drove fell flew grew hit laid lay rose rode shot shook spent stole struck
        threw wants needs plans
        """,
    "x": """
        bed bring everything hundred need nothing ring seed something speed spring
        string thing wing anything supply
        """,
    "A": "according",
    "R": """
        spokesman spokeswoman spokesperson spokespeople spokesmen official officer president senator
        congressman congresswoman representative lawmaker governor mayor minister premier secretary
        secretary-general director-general undersecretary chancellor chairman chairwoman chair
        chairperson chief head leader director manager executive ceo founder co-founder owner boss
        judge justice prosecutor attorney attorneys lawyer counsel sheriff detective investigator
        candidate nominee contender challenger incumbent republican democrat conservative liberal
        activist campaigner advocate critic supporter opponent adviser advisor aide strategist
        consultant analyst economist expert professor researcher scientist author writer journalist
        reporter columnist editor host anchor moderator commentator pundit blogger historian teacher
        student doctor nurse physician driver pilot coach captain player actor actress singer
        musician artist comedian filmmaker celebrity businessman businesswoman billionaire tycoon
        mogul developer entrepreneur investor farmer worker employee colleague friend neighbor
        neighbour mother father son daughter wife husband brother sister parents family families
        widow man woman men women boy girl child people person someone somebody everyone everybody
        voter resident villager witness witnesses survivor victim source insider member delegate
        ambassador diplomat envoy commissioner general colonel commander soldier police authorities
        priest pastor bishop archbishop pope rabbi imam sheikh king queen prince princess veteran
        protester demonstrator organizer organiser politician mp legislator councilman councilwoman
        councillor treasurer speaker whip contestant user customer fan attendee participant engineer
        chef designer publisher producer inspector superintendent constable company firm group
        organisation organization agency department ministry government administration campaign
        committee commission council court board bank team club party union association institute
        university school network newspaper magazine paper outlet website channel station regulator
        watchdog charity panel office embassy airline
        """,
    "T": """
        statement report study letter email e-mail tweet post message memo article story editorial
        column essay book speech filing lawsuit complaint petition document documents order ruling
        notice transcript survey poll release headline caption sign banner text note affidavit
        resolution review ad advertisement commercial video dispatch law constitution treaty
        charter declaration decree readout communique communiqué bulletin memorandum
        indictment placard plaque leaflet poster
        """,
}


BODIES = frozenset(
    """
    company firm group organisation organization agency department ministry government
    administration campaign committee commission council court board bank team club party union
    association institute university school network newspaper magazine paper outlet website
    channel station regulator watchdog charity panel office embassy airline police authorities
    """.split()
)
"""Roles that are a body's."""

_MANY = frozenset("police people men women children".split())
_ALSO_OTHER = frozenset(
    "Academic Associate Executive Fellow Forward Opposition Principal Retired Star".split()
)
"""Roles that are something else as well: adjectives, adverbs, stars in the sky."""


def _table() -> Mapping[str, str]:
    tags = {word: tag for tag, words in _WORDS.items() for word in words.split()}
    tags |= {word: "G" if cue.gerund else "V" for word, cue in CUES.items()}
    roles = [word for word, tag in tags.items() if tag == "R"]
    roles += [role.lower() for role in wording.ROLES if role not in _ALSO_OTHER]
    many = {f"{role}s": "R" for role in roles if not role.endswith(("s", "y", "h"))}
    many |= {f"{text}s": "T" for text in _WORDS["T"].split() if f"{text}s" not in CUES}
    return MappingProxyType(
        many
        | dict.fromkeys(roles, "R")
        | tags
        | dict.fromkeys(("report", "tweet", "post", "note"), "T")
        | {"state": "x", "thanks": "p"}
    )


def is_many(role: str) -> bool:
    """Tell "officials" and "police" from "official" and "boss"."""
    return role in _MANY or (role.endswith("s") and not role.endswith("ss"))


TAGS = _table()
"""The letter of each known word, in lower case."""

NOUN_OR_CUE = frozenset(
    """
    point points find finds show shows reports claim claims comment comments notes posts tweets call
    calls states answer answers reply replies question questions praise promise promises pledge
    pledges vow thought address offer attack challenge joke jokes message messages text email blog
    blogs read share shares reason reasons term terms label brand brands fear fears hope hopes doubt
    worry estimate estimates stress cry laugh demand demands quote quotes brag welcome credit blame
    echo hint hints compare rant rants remark remarks boast relate
    """.split()
)
"""Cue words that are nouns when a determiner or a possessive stands before them."""
