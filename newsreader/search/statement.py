"""A query as SQL: one full-text expression as far as that goes, and conditions for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from newsreader.library.index import QUOTE_BITS
from newsreader.library.times import packed
from newsreader.library.tokens import spaced, words
from newsreader.search.days import days
from newsreader.search.query import Query
from newsreader.search.tree import And, Field, Node, Not, Or, Term

_COLUMNS = {
    Field.ANYWHERE: "",
    Field.SAID: "said : ",
    Field.SPEAKER: "speaker : ",
    Field.ENTITY: "{person org place} : ",
    Field.PERSON: "person : ",
    Field.ORG: "org : ",
    Field.PLACE: "place : ",
    Field.TITLE: "title : ",
    Field.BYLINE: "byline : ",
}
_BETWEEN = 10  # words, of those that are near one another

_FOUND = "article.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"
_QUOTED = "article.id IN (SELECT rowid >> ? FROM quote_index WHERE quote_index MATCH ?)"
_NOTED = "article.id IN (SELECT rowid FROM note_index WHERE note_index MATCH ?)"

# Words are compared with each source, language or tag that there is, not with each article: a limit
# keeps SQLite from comparing them before it knows which differ.
_NAMED = {
    Field.SOURCE: "article.origin IN ("
    "SELECT origin FROM (SELECT DISTINCT origin FROM article LIMIT -1)"
    " WHERE instr(words(origin), ?))",
    Field.LANG: "article.language IN ("
    "SELECT language FROM (SELECT DISTINCT language FROM article LIMIT -1)"
    " WHERE instr(words(language), ?))",
    Field.TAG: "article.id IN ("
    "SELECT article_id FROM (SELECT article_id, tag FROM article_tag UNION ALL"
    " SELECT article_id, tag FROM highlight_tag JOIN highlight ON highlight.id = highlight_id)"
    " WHERE tag IN (SELECT tag FROM"
    " (SELECT tag FROM article_tag UNION SELECT tag FROM highlight_tag LIMIT -1)"
    " WHERE instr(words(tag), ?)))",
}
_STATES = {
    "unread": "NOT article.read",
    "read": "article.read",
    "starred": "article.starred",
    "annotated": "article.id IN"
    " (SELECT article_id FROM highlight UNION ALL SELECT article_id FROM note)",
    "edited": "article.id IN"
    " (SELECT article_id FROM version GROUP BY article_id HAVING count(*) > 1)",
}
_MOMENT = "coalesce(article.published, article.added)"


@dataclass(frozen=True, slots=True)
class Statement:
    """Which articles to find: those that match `expression` and for which `condition` holds.

    `expression` is what `article_index` is to MATCH, "" where it need not be asked. `condition`
    is SQL about a row of `article`, "" where there is none; `parameters` go with it.
    """

    expression: str = ""
    condition: str = ""
    parameters: tuple[str | int, ...] = ()


def statement(query: Query, today: date) -> Statement:
    """Return a query as SQL. Days are those of UTC; `today` is what relative dates count from."""
    return Statement() if query.root is None else _of(query.root, today)


def as_condition(asked: Statement) -> Statement:
    """Return the same without a full-text expression of its own."""
    if not asked.expression:
        return asked
    found = Statement("", _FOUND, (asked.expression,))
    return _conditions(" AND ", [found, asked] if asked.condition else [found])


def _of(node: Node, today: date) -> Statement:
    match node:
        case Term():
            return _of_term(node, today)
        case Or(parts):
            return _any([_of(part, today) for part in parts])
        case And(parts):
            asked = [_of(part, today) for part in parts if not isinstance(part, Not)]
            refused = [_of(part.part, today) for part in parts if isinstance(part, Not)]
            return _all([*asked, *_of_one_quote(parts, today)], refused)
        case Not(part):
            return _all([], [_of(part, today)])


def _of_term(term: Term, today: date) -> Statement:
    if term.field in _COLUMNS:
        return Statement(_COLUMNS[term.field] + _phrase(term))
    if term.field is Field.NEAR:
        near = " ".join(_string(word) for word in term.text.split())
        return Statement(f"NEAR({near}{'*' * term.goes_on}, {_BETWEEN})")
    if term.field is Field.NOTE:
        return Statement("", _NOTED, (_phrase(term),))
    if term.field in _NAMED:
        asked = words(term.text)
        return Statement("", _NAMED[term.field], (asked.rstrip() if term.goes_on else asked,))
    if term.field is Field.IS:
        return Statement("", _STATES.get(term.text, "FALSE"))
    return _of_date(term, today)


def _of_date(term: Term, today: date) -> Statement:
    meant = days(term.text, today)
    if meant is None:
        return Statement(condition="FALSE")
    first, after = (packed(datetime.combine(day, time(), UTC)) for day in meant)
    match term.field:
        case Field.FROM:
            return Statement("", f"{_MOMENT} >= ?", (first,))
        case Field.TO:
            return Statement("", f"{_MOMENT} < ?", (after,))
        case _:
            return Statement("", f"({_MOMENT} >= ? AND {_MOMENT} < ?)", (first, after))


def _of_one_quote(parts: Sequence[Node], today: date) -> list[Statement]:
    """Ask for a quote that says all that is asked of `said`, by each who is asked to speak."""
    said = [_of(part, today).expression for part in parts if _asks_only(part, Field.SAID)]
    speakers = [_of(part, today).expression for part in parts if _asks_only(part, Field.SPEAKER)]
    return [
        Statement("", _QUOTED, (QUOTE_BITS, _joined(" AND ", [*said, speaker])))
        for speaker in speakers
        if said
    ]


def _asks_only(node: Node, field: Field) -> bool:
    match node:
        case Term():
            return node.field is field
        case And(parts) | Or(parts):
            return all(_asks_only(part, field) for part in parts)
        case Not():
            return False


def _all(asked: Sequence[Statement], refused: Sequence[Statement]) -> Statement:
    """All of these, and none of those."""
    expression = _joined(" AND ", [each.expression for each in asked if each.expression])
    conditions = [each for each in asked if each.condition]
    if expression:
        out = _joined(" OR ", [each.expression for each in refused if not each.condition])
        expression = f"({expression} NOT {out})" if out else expression
        refused = [each for each in refused if each.condition]
    conditions += [_negated(each) for each in refused]
    return replace(_conditions(" AND ", conditions), expression=expression)


def _any(asked: Sequence[Statement]) -> Statement:
    """One of these at least."""
    expression = _joined(" OR ", [each.expression for each in asked if not each.condition])
    others = [each for each in asked if each.condition]
    if not others:
        return Statement(expression)
    found = [Statement(expression)] if expression else []
    return _conditions(" OR ", [as_condition(each) for each in (*found, *others)])


def _negated(asked: Statement) -> Statement:
    asked = as_condition(asked)
    return Statement("", f"NOT {asked.condition}", asked.parameters)


def _conditions(operator: str, asked: Sequence[Statement]) -> Statement:
    return Statement(
        condition=_joined(operator, [each.condition for each in asked]),
        parameters=tuple(parameter for each in asked for parameter in each.parameters),
    )


def _joined(operator: str, parts: Sequence[str]) -> str:
    return f"({operator.join(parts)})" if len(parts) > 1 else "".join(parts)


def _phrase(term: Term) -> str:
    return _string(term.text) + "*" * term.goes_on


def _string(text: str) -> str:
    """Return words as FTS5 takes them for nothing else (sqlite.org/fts5.html, section 3)."""
    return '"' + spaced(text).replace('"', " ") + '"'
