"""Care for the library file: what is in it, copies, checks, and what to do when it is damaged."""

from __future__ import annotations

from dataclasses import dataclass

KEPT = (
    *("article", "version", "highlight", "note", "article_tag", "highlight_tag", "correction"),
    *("saved_query", "backup"),
)
"""The tables with what came in and what the reader made; all others can be made again."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long piece of work is: `done` of `total` of what it goes through ("texts")."""

    what: str
    done: int
    total: int
