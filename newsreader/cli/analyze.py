"""newsreader analyze: many texts through one process, as JSON Lines."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace

from newsreader.analysis import analyze
from newsreader.cli.output import complain
from newsreader.cli.rows import claims
from newsreader.errors import SourceError
from newsreader.model import Analysis, Quote, QuoteKind


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--jsonl",
        action="store_true",
        required=True,
        help='{"id", "text"} a line in; {"id", "quotes", "indirect", "other", "entities"} a line '
        "out, in order; quotes are direct statements, other are scare quotes and titles",
    )


def run(_options: Namespace) -> int:
    """Answer each line of standard input with one line, flushed.

    A line that cannot be read is answered by {"id": null, "error": …}, and the exit code is 2.
    """
    failed = False
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            identity, text = _read(line)
            answer = {"id": identity, **_answer(analyze(text), text)}
        except SourceError as error:
            failed = True
            answer = {"id": None, "error": str(error)}
            complain(SourceError(f"Line {number} of standard input is {error}."))
        print(json.dumps(answer), flush=True)
    return 2 if failed else 0


def _read(line: bytes) -> tuple[object, str]:
    """Return id and text of a line. Raises SourceError saying what is wrong with it."""
    try:
        document = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise SourceError("not UTF-8") from None
    except (json.JSONDecodeError, RecursionError):
        raise SourceError("not JSON") from None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise SourceError('no object with a "text"')
    return document.get("id"), document["text"]


def _answer(analysis: Analysis, text: str) -> dict[str, object]:
    lists: dict[str, list[object]] = {"quotes": [], "indirect": [], "other": []}
    for quote in analysis.quotes:
        name = {QuoteKind.DIRECT: "quotes", QuoteKind.INDIRECT: "indirect"}.get(quote.kind, "other")
        lists[name].append(_row(quote, text))
    mentions = [
        (mention.span, entity) for entity in analysis.entities for mention in entity.mentions
    ]
    entities = [
        {"start": span.start, "end": span.end, "type": entity.type.value, "canonical": entity.name}
        for span, entity in sorted(mentions, key=lambda pair: pair[0])
    ]
    return {**lists, "entities": entities}


def _row(quote: Quote, text: str) -> dict[str, object]:
    mention = quote.speaker.mention.span if quote.speaker else None
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        **claims(quote, text),
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
    }
