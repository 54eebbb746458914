"""Names: runs of capitalised words, with the titles before them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from newsreader.analysis import wording
from newsreader.analysis.gazetteer import demonym, forename_sex, is_club, is_surname
from newsreader.analysis.sentences import MASK, Layout
from newsreader.model import Span

TITLES = frozenset(
    """
    Mr Mrs Ms Mx Miss Messrs Dr Prof Professor Sir Dame Lord Lady Baroness Baron Countess Hon Sen
    Sens Senator Senators Rep Reps Representative Congressman Congresswoman Delegate Assemblyman
    Assemblywoman Councilman Councilwoman Councillor Councilor Alderman Commissioner Gov Governor
    Mayor President Presidents Premier Chancellor Secretary Minister Ministers Speaker Ambassador
    Envoy Consul Deputy Vice Former Ex-President Acting Chief Chairman Chairwoman Chairperson
    Director Manager Coach Captain Capt Spokesman Spokeswoman Spokesperson General Gen Lt
    Lieutenant Col Colonel Maj Major Sgt Sergeant Cpl Corporal Pvt Cmdr Commander Commodore Adm
    Admiral Brig Brigadier Marshal Officer Detective Inspector Insp Constable Superintendent Supt
    Sheriff Trooper Judge Justice Magistrate Attorney Prosecutor Lawyer Counsel Rev Reverend Fr
    Father Pastor Bishop Archbishop Cardinal Pope Rabbi Imam Mufti Ayatollah Sister Brother King
    Queen Crown Prince Princess Emperor Emir Sultan Sheikh Sheik Shaikh Sheikha Shri Smt Sri Datuk
    Dato Datin Seri Tun Haji Hajj Hajjah Tunku Tengku Ustaz Maulana Mullah Begum Pandit Swami Chef
    Editor Engr Barr Barrister Alhaji Otunba Oba Nana Mzee Hajia Herr Frau Monsieur Madame
    Madam Señor Señora Prime Republican Democrat Democratic Libertarian
    """.split()
)
"""Words before a name that say who somebody is, and are no part of it."""

_COURTESY = frozenset("Mr Mrs Ms Mx Miss Dr Sen Rep Gov Prof Sir Judge Justice President".split())
_ROLES = wording.ROLES - frozenset(
    "Champion Executive Fellow Forward Head Host Keeper Legend Member Ranger Star Student".split()
)
_BEFORE_NAMES = (wording.TOPICS | wording.BODIES | wording.PLACES | wording.ROLES | {"Witness"}) - (
    wording.PLACE_HEADS - {"Republic", "State"} | {"School", "Hotel"}
)
"""Words that end what stands before a person's name, where a forename follows."""

_CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July September
    October November December Feb Mar Apr Jul Aug Sep Sept Oct Nov Dec Tues Thurs Christmas Easter
    """.split()
)
_MONTH_OR_NAME = frozenset(("April", "May", "June", "August", "Jan", "Jun"))
_NEVER_A_PERSON = frozenset(
    """
    Academy Administration Agency Assembly Association Authority Award Awards Bank Board Bureau
    Center Centre Church Club Coalition College Commission Committee Company Congress Convention
    Council Court Department Electric Foundation Fund Group Hospital House Institute League
    Library Ministry Motors Museum Office Organisation Organization Parliament Party Police
    Primary Project School Senate Service Society Street Team Times Trust Union University
    """.split()
)
"""A last word that makes the words before it, titles too, the name of a body."""

_NO_NAMES = frozenset(
    """
    A About According Across Actually Additionally After Afterwards Again Against Ahead All Almost
    Already Also Although Always Amid Among An And Another Any Anyone Are Around As Aside Asked At
    Back Based Be Because Been Before Being Below Besides Between Beyond Both But By Can Clearly
    Could Despite Did Do Does Down During Each Earlier Either Else Especially Even Eventually Ever
    Every Everybody Everyone Everything Except Few Finally First Firstly Following For From
    Further Furthermore Given Had Has Have Having He Hello Hence Her Here Hers Herself Hi Him
    Himself His How However I If In Including Indeed Initially Inside Instead Into Is It Its
    Itself Just Last Late Later Lately Less Let Like Likewise Look Many Maybe Me Meanwhile Might
    Mine More Moreover Most Much Must My Near Nearly Neither Never Nevertheless Next No Nobody
    None Nonetheless Nor Not Nothing Now Of Off Often Oh Ok Okay On Once One Only Onto Or Other
    Others Otherwise Our Ours Out Outside Over Overall Own Particularly Per Perhaps Please
    Previously Probably Quite Rather Recently Regarding Right Same Second Secondly Seen Several
    Shall She Should Similarly Since So Some Somebody Someone Something Sometimes Soon Still Such
    Sure Than Thank Thanks That The Their Theirs Them Then There Thereafter Therefore These They
    Third This Those Though Through Throughout Thus Till To Today Together Tomorrow Tonight Too
    Toward Towards Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands Under
    Unfortunately Unless Unlike Until Up Upon Us Usually Very Via Was We Well Were What Whatever
    When Whenever Where Whereas Wherever Whether Which While Who Whoever Whom Whose Why Will With
    Within Without Won Would Yeah Yes Yesterday Yet You Your Yours It's He's She's I'm I've I'll
    I'd We're We've We'll They're You're Don't That's There's What's Let's Can't Didn't Isn't
    """.split()
)

_UPPER = "".join(c for c in map(chr, range(0x41, 0x590)) if c.isupper())
_PARTICLES = (
    "van der|van den|van de|de las|de los|de la|von der|bin|bint|ibn|binti|ben|abu|al|el|ul|ud"
    "|de|del|della|di|da|do|dos|das|du|des|van|von|zu|der|den|ter|te|la|le|af|av|y|e"
)
_LEADING = re.compile(
    r"(?<![^\s(\"“‘])(?:(?:van der|van den|van de|de las|de los|de la|von der|bin|ibn|abu|al|el|de"
    r"|del|della|di|da|dos|van|von) |(?:al|el|ul|ad|an|ar|as|at|az)-|[dl]['’])$"
)
_LEADING_ENDS = frozenset(f"{end} " for end in "rnsauleio") | frozenset(
    ("l-", "d-", "n-", "r-", "s-", "t-", "z-", "d'", "d’", "l'", "l’")
)
"""How what precedes a name must end to be looked at: nearly nothing else does."""
_LONGEST_LEADING = 9
_LONGEST_ACRONYM = 4
_WORD = (
    rf"(?:(?:al|el|ul|ad|as|an|ar|at|az)[-–]|[dl]['’])?[{_UPPER}]"
    rf"(?:{MASK}(?:[- ]?[{_UPPER}](?:{MASK}|(?=\.(?!\w)))){{0,5}}"
    rf"|[\w&]*(?:['’](?![sS]\b)\w+|-\w+)*{MASK}?)"
)
_ROLE_OF = (
    r"(?:Secretary|Minister|Chief|Director|Head|Leader)[ \xa0](?:of|for)[ \xa0](?:the[ \xa0])?"
    rf"[{_UPPER}]\w+(?=[ \xa0][{_UPPER}])"
)
_MORE = (
    rf"[ \xa0]{{1,2}}(?:(?:{_PARTICLES}|&)[ \xa0]|{_ROLE_OF}[ \xa0])?{_WORD}"
    rf"|,?[ \xa0](?:Jr|Sr)\b{MASK}?"
)
_RUN = re.compile(rf"(?=[{_UPPER}])(?<![\w'’@])(?:{_ROLE_OF}[ \xa0])?{_WORD}(?:{_MORE}){{0,7}}")
_NICKNAME = re.compile(r" (?:“\w+,?”|\"\w+,?\"|‘\w+’|'\w+'|''\w+'') ")
_LOWER_WORD = re.compile(r"(?<![\w/.-])[a-z]{3,}(?![\w/-])")
_TOKEN = re.compile(rf"{_ROLE_OF}|\S+")
_OPENING = frozenset("\"“‘'«„(")
_MADE_WITH_HYPHEN = re.compile(r"[RDI]-[A-Z][a-z]|\w+-(?:based|born|led|style|backed|area|era)$")
_CALLING = re.compile(r"(?:ist|eur|crat|woman|-[a-z]+(?:or|er))$")


class Name(NamedTuple):
    """One capitalised name as it stands in a text.

    `span` and `text` leave out the title before it and a possessive after it; `title` is that title
    as it stands there ("Prime Minister", "Mr."), or empty. `whole` is the span with the title.
    `opens` says that the name begins a sentence, where a capital proves little; `possessive` that
    "'s" follows.
    """

    span: Span
    text: str
    title: str
    whole: Span
    opens: bool
    possessive: bool


def find_names(layout: Layout) -> tuple[Name, ...]:
    """Return the names in a text, in order; they never overlap nor reach over a line's end."""
    openers = {sentence.start for sentence in layout.sentences}
    common = set(_LOWER_WORD.findall(layout.text))
    found: list[Name] = []
    for run in _RUN.finditer(layout.masked):
        if run[0] in _NO_NAMES:
            continue
        for start, title_start, end in _split(_tokens(run), openers, common):
            name = _name(layout.text, start, title_start, end, openers)
            if len(found) > 1 and _NICKNAME.fullmatch(layout.text, found[-2].span.end, title_start):
                found[-2:] = [_with_nickname(layout, found[-2], name)]
            else:
                found.append(name)
    return tuple(found)


def _with_nickname(layout: Layout, before: Name, after: Name) -> Name:
    """Join what stands around a nickname: John “Jack” Doe."""
    span = Span(before.span.start, after.span.end)
    whole = Span(before.whole.start, after.span.end)
    return before._replace(
        span=span, text=span.of(layout.text), whole=whole, possessive=after.possessive
    )


def _name(text: str, start: int, title_start: int, end: int, openers: set[int]) -> Name:
    span = Span(start, end)
    whole = span if title_start == start else Span(title_start, end)
    after = text[end : end + 2]
    possessive = after in ("'s", "’s") or (text[end - 1] == "s" and after[:1] in ("'", "’"))
    opens = title_start in openers or text[title_start - 1 : title_start] in _OPENING
    return Name(span, text[start:end], text[title_start:start].rstrip(), whole, opens, possessive)


class _Token(NamedTuple):
    start: int
    end: int
    word: str


def _tokens(run: re.Match[str]) -> list[_Token]:
    """Return the words of a run, with the particle before it; "Secretary of State" is one word."""
    found, whole, offset = [], run[0], run.start()
    words = _TOKEN.finditer(whole) if " " in whole or "\xa0" in whole else ()
    for start, stop in [word.span() for word in words] or [(0, len(whole))]:
        end = stop - (whole[stop - 1] == ",")
        found.append(_Token(offset + start, offset + end, whole[start:end].rstrip(MASK)))
    before = run.string[max(0, offset - _LONGEST_LEADING) : offset]
    leading = _LEADING.search(before) if before[-2:] in _LEADING_ENDS else None
    if leading:
        found[0] = found[0]._replace(start=offset - len(leading[0]))
    elif before.endswith("-"):
        del found[0]
    return found


def _split(tokens: list[_Token], openers: set[int], common: set[str]) -> list[tuple[int, int, int]]:
    """Cut a run of capitalised words into names: (start, start with title, end) each."""
    if len(tokens) == 1:
        start, end, word = tokens[0]
        is_name = not _is_title(word, [], alone=True) and not _is_no_name(
            word, alone=True, common=common if start in openers else ()
        )
        return [(start, start, end)] if is_name else []
    found: list[tuple[int, int, int]] = []
    titled, words = -1, list[_Token]()
    for i, token in enumerate(tokens):
        word, more = token.word, tokens[i + 1 :]
        if i > 0 and word in _CALENDAR and is_club(f"{tokens[i - 1].word} {word}"):
            words.append(token)
        elif _is_no_name(word, alone=False, common=common if token.start in openers else ()):
            found += _joined(titled, words)
            titled, words = -1, []
        elif _is_title(word, more, alone=not words) and not _is_surname_here(
            tokens[:i], word, more
        ):
            if words:
                found += _joined(titled, words)
                titled, words = -1, []
            titled = token.start if titled < 0 else titled
        else:
            words.append(token)
            if len(more) > 1 and _parts(word, more[0].word):
                found += _joined(titled, words)
                titled, words = -1, []
    return found + _joined(titled, words)


def _parts(word: str, after: str) -> bool:
    """Tell what ends in "German Anna Roe", "Minister for Sports Anna Roe" and "WHO Anna Roe"."""
    if forename_sex(after) is None:
        return False
    if word in _BEFORE_NAMES or demonym(word) is not None or _is_calling(word):
        return True
    return len(word) > 2 and word.isupper() and not after.isupper() and MASK not in word


def _is_calling(word: str) -> bool:
    """Tell "Rapporteur", "Anarchist" and "Singer-songwriter" from what somebody may be named."""
    return _CALLING.search(word) is not None and not is_surname(word) and not forename_sex(word)


def _is_title(word: str, more: list[_Token], *, alone: bool) -> bool:
    if word.isupper() and len(word) > _LONGEST_ACRONYM:
        word = word.title()
    if word in _ROLES:
        return bool(more) or (alone and not is_surname(word) and not forename_sex(word))
    return word in TITLES or " " in word


def _is_surname_here(before: list[_Token], word: str, more: list[_Token]) -> bool:
    """Tell "Mr. King" and "Larry King" from "King Larry"."""
    if more or not before or not is_surname(word):
        return False
    return before[-1].word in _COURTESY or forename_sex(before[0].word) is not None


def _joined(titled: int, words: list[_Token]) -> list[tuple[int, int, int]]:
    if not words:
        return []
    start, end = words[0].start, words[-1].end
    if titled >= 0 and words[-1].word in _NEVER_A_PERSON:
        start = titled
    return [(start, titled if titled >= 0 else start, end)]


def _is_no_name(word: str, *, alone: bool, common: Collection[str]) -> bool:
    if word in _NO_NAMES or word in _CALENDAR or (alone and word in _MONTH_OR_NAME):
        return True
    if "-" in word and _MADE_WITH_HYPHEN.match(word):
        return True
    if not common or word.lower() not in common:
        return False
    return alone or word.endswith(("ing", "ed", "ly"))
