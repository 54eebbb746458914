"""What a reader types to search the library. Any text is a valid query.

Words must all be there; `OR`, `NOT` (or a minus) and brackets say otherwise. A "phrase" stands
together, begin* is how a word begins, and `speaker:roe` or `speaker:(roe OR sand)` asks of one
field alone. `AND` may be written, and changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from newsreader.library.tokens import words
from newsreader.search.days import is_date
from newsreader.search.tree import (
    MARKS,
    NAMED,
    NAMES,
    STATES,
    WORD,
    And,
    Field,
    Node,
    Not,
    Or,
    Term,
    joined,
)

_MOST_TERMS = 64
_DEEPEST = 8  # brackets within one another: FTS5 reads little more

_ITEM = re.compile(
    rf"""
    (?: (?<! [^\s(] ) (?P<minus> - ) (?= [\w{MARKS}(] ) )?
    (?: (?P<field> {NAMES} ) : (?= [^\s)*] | $ ) )?
    (?: (?P<open> \( )
      | (?P<close> \) )
      | [{MARKS}] (?P<phrase> [^{MARKS}]* ) (?: [{MARKS}] (?P<phrase_goes_on> \*? ) | $ )
      | (?P<word> {WORD} ) (?P<word_goes_on> \*? )
      | (?(field) $ | (?!) )  # the field is still being typed
    )
    """,
    re.VERBOSE,
)
_DATES = (Field.FROM, Field.TO, Field.ON)
# Prose puts a space behind the colon, a headline a capital before it, an address slashes.
_NO_FIELD = re.compile(rf"([a-z]{{2,}}):(?=[\w{MARKS}(])")
_UNSEARCHABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; `str` writes it as a reader would type it.

    `root` is None where nothing is asked for. `remarks` are for the reader: what was not understood
    as it may have been meant.
    """

    root: Node | None
    remarks: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return "" if self.root is None else str(self.root)


def parse(text: str) -> Query:
    """Read a query out of any text.

    A mark or a bracket that is never closed reaches to the end. Operators with nothing to work on
    are left out, and so is what has no letter or digit. A word with punctuation in it (O'Brien,
    counter-terrorism, 16:30) is looked for as a phrase.
    """
    text = _UNSEARCHABLE.sub(" ", text)
    reader = _Reader()
    for found in _ITEM.finditer(text):
        where = Field((found["field"] or "").lower())
        if found["minus"] or found[0] == "NOT":
            reader.negate()
        if found["open"]:
            reader.open(where)
        elif found["close"]:
            reader.close()
        elif found[0] == "OR":
            reader.turn()
        elif found[0] not in ("AND", "NOT"):
            typed = " ".join((found["word"] or found["phrase"] or "").split())
            goes_on = bool(found["word_goes_on"] or found["phrase_goes_on"])
            reader.add(Term(typed, where, goes_on))
            if found["word"] and not where and (name := _NO_FIELD.match(text, found.start("word"))):
                reader.remark(_no_field(name[1]))
    return reader.query()


def narrowed(query: Query, where: Field, value: str) -> Query:
    """Return `query` with `value` asked of a field besides, unless it is already."""
    term = Term(" ".join(re.sub(f"[{MARKS}]", " ", value).split()), where)
    root = query.root
    parts = root.parts if isinstance(root, And) else (root,) if root else ()
    if term in parts or not _asks(term):
        return query
    return replace(query, root=joined(And, (*parts, term)))


@dataclass(slots=True)
class _Group:
    """A bracket while it is read: for each side of its ORs, what must all hold."""

    where: Field = Field.ANYWHERE
    negated: bool = False
    sides: list[list[Node]] = field(default_factory=lambda: [[]])
    negates: bool = False  # what comes next

    def takes_negation(self) -> bool:
        negated, self.negates = self.negates, False
        return negated

    def add(self, node: Node, *, negated: bool) -> None:
        if negated:
            node = node.part if isinstance(node, Not) else Not(node)
        self.sides[-1].append(node)

    def node(self) -> Node | None:
        sides = (joined(And, tuple(side)) for side in self.sides)
        return joined(Or, tuple(side for side in sides if side))


class _Reader:
    """Puts a query together, item by item; brackets nest in a list, not in calls."""

    def __init__(self) -> None:
        self._groups = [_Group()]
        self._too_deep = 0  # brackets that were passed over, as their ends are to be
        self._terms = 0
        self._remarks: dict[str, None] = {}

    def negate(self) -> None:
        self._groups[-1].negates ^= True

    def turn(self) -> None:
        self._groups[-1].takes_negation()
        self._groups[-1].sides.append([])

    def open(self, where: Field) -> None:
        group = self._groups[-1]
        if len(self._groups) > _DEEPEST:
            self._too_deep += 1
            self.remark(f"Brackets are read {_DEEPEST} deep; those further in are left out.")
        else:
            self._groups.append(_Group(where or group.where, group.takes_negation()))

    def close(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._groups) > 1:
            group = self._groups.pop()
            if node := group.node():
                self._groups[-1].add(node, negated=group.negated)

    def add(self, term: Term) -> None:
        group = self._groups[-1]
        negated = group.takes_negation()
        term = _meant(replace(term, field=term.field or group.where))
        if not _asks(term):
            return
        if self._terms == _MOST_TERMS:
            self.remark(f"The first {_MOST_TERMS} words are looked for; the rest is left out.")
            return
        self._terms += 1
        if mistake := _mistake(term):
            self.remark(mistake)
            term = Term(f"{term.field}:{term.text}", goes_on=term.goes_on)
        group.add(term, negated=negated)

    def remark(self, remark: str) -> None:
        self._remarks[remark] = None

    def query(self) -> Query:
        self._too_deep = 0
        while len(self._groups) > 1:
            self.close()
        return Query(self._groups[0].node(), tuple(self._remarks))


def _meant(term: Term) -> Term:
    if term.field in (*_DATES, Field.IS):
        return Term(term.text.lower(), term.field)
    return term


def _asks(term: Term) -> bool:
    return bool(words(term.text).strip())


def _no_field(name: str) -> str:
    near = get_close_matches(name, NAMED, n=1)
    hint = f"Did you mean {near[0]}:?" if near else f"The fields are {', '.join(NAMED)}."
    return f"There is no field {name}:. {hint}"


def _mistake(term: Term) -> str:
    """Say what is wrong with what is asked of a field; "" if nothing is."""
    if term.field is Field.IS and term.text not in STATES:
        return f"An article is {', '.join(STATES[:-1])} or {STATES[-1]}, not {term.text}."
    if term.field in _DATES and not is_date(term.text):
        return (
            f"{term.text} is no date."
            " Write 2024, 2024-06, 2024-06-30, today, yesterday, 7d or 3w (days or weeks ago)."
        )
    return ""
