"""newsreader notes: highlights and notes, to be read in the terminal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from newsreader import settings
from newsreader.cli.arguments import add_notes_query
from newsreader.cli.library import open_reading
from newsreader.cli.output import say
from newsreader.export.citation import citation
from newsreader.model import CORRECTED, Outcome
from newsreader.model.evidence import Evidence, Passage
from newsreader.settings import Settings

_REMARKS = {
    Outcome.CHANGED: "reads differently in the latest version",
    Outcome.MISSING: "not in the latest version",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    add_notes_query(parser)


def run(options: Namespace) -> int:
    """Print the notes of each article, the one changed last at the end."""
    known = settings.load(options.config, options.library)
    with open_reading(options) as reading:
        gathered = reading.noted(" ".join(options.query), known.colours)
    for evidence in gathered:
        _say_article(evidence, known)
    return 0


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
