"""newsreader notes: highlights and notes, to be read in the terminal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterable
from typing import TypeAlias

from newsreader import settings
from newsreader.cli.arguments import add_query
from newsreader.cli.library import open_reading
from newsreader.cli.output import say
from newsreader.errors import NothingFound
from newsreader.export.citation import citation
from newsreader.model import CORRECTED, Outcome
from newsreader.model.evidence import Evidence, Passage
from newsreader.search.narrowing import apart
from newsreader.settings import Settings

Key: TypeAlias = tuple[int, str]
"""An article and a highlight of it; an empty one stands for the note on the article."""

_REMARKS = {
    Outcome.CHANGED: "reads differently in the latest version",
    Outcome.MISSING: "not in the latest version",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = "A query takes #tag and colour:name too, which leave only such highlights."
    add_query(parser, required=False)


def run(options: Namespace) -> int:
    """Print the notes of each article, the one changed last at the end."""
    known = settings.load(options.config, options.library)
    asked, query = apart(" ".join(options.query), known.colours)
    with open_reading(options) as reading:
        gathered = reading.evidence(query)
        if not asked.is_empty:
            keys = {entry.key for entry in reading.entries() if asked.fits(entry)}
            gathered = list(reading.chosen_evidence(_among(gathered, keys)))
    if not gathered:
        raise NothingFound("There are no such notes.", " ".join(asked.remarks))
    for evidence in gathered:
        _say_article(evidence, known)
    return 0


def _among(gathered: Iterable[Evidence], keys: Collection[Key]) -> list[Key]:
    """Return those of the keys that these articles have, in their order."""
    there = [
        (one.article_id, highlight_id)
        for one in gathered
        for highlight_id in ("", *(passage.highlight.id for passage in one.passages))
    ]
    return [key for key in there if key in keys]


def _say_article(evidence: Evidence, known: Settings) -> None:
    say(citation(evidence))
    if evidence.tags:
        say(_tags(evidence.tags), indent=2)
    if evidence.note:
        say(evidence.note.text, indent=2)
    say()
    for passage in evidence.passages:
        _say_passage(passage, known)


def _say_passage(passage: Passage, known: Settings) -> None:
    say(f"“{passage.highlight.anchor.exact}”", indent=4)
    who = passage.quote.who if passage.quote else ""
    corrected = CORRECTED if passage.quote and passage.quote.corrected else ""
    remarks = [part for part in (who, corrected, _REMARKS.get(passage.outcome)) if part]
    if remarks:
        say(f"— {', '.join(remarks)}", indent=4)
    if passage.note:
        say(passage.note.text, indent=6)
    marks = _tags(passage.highlight.tags) if passage.highlight.tags else ""
    say(f"{known.called(passage.highlight.colour)} {marks}".rstrip(), indent=6)
    say()


def _tags(tags: tuple[str, ...]) -> str:
    return f"[{', '.join(tags)}]"
