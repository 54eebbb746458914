"""newsreader analyze: a whole library, or many texts as JSON Lines, on all cores."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import BinaryIO

from newsreader.analysis import analyze
from newsreader.analysis.marks import in_marks
from newsreader.cli.output import Progress, articles, complain, say
from newsreader.cli.rows import claims
from newsreader.cores import Cores
from newsreader.errors import SourceError
from newsreader.model import Analysis, Quote, QuoteKind

READ_BYTES = 1 << 20
"""How much is read at once; a pipe gives less."""

MANY_LINES, MANY_BYTES = 8, 50_000
"""What must be waiting before other processes are started for it: their start takes 0.2 s."""


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help='analyse standard input instead: {"id", "text"} a line in; {"id", "quotes", "turns", '
        '"indirect", "other", "entities"} a line out, in order; quotes are statements in marks, '
        "turns those of a transcript without marks, other are scare quotes and titles",
    )


def run(options: Namespace) -> int:
    """Analyse what the library holds, or each line of standard input."""
    return _analyze_lines(sys.stdin.buffer) if options.jsonl else _analyze_library(options)


def _analyze_library(options: Namespace) -> int:
    """Analyse each article that has no analysis yet; stopped, it goes on when run again."""
    from newsreader.cli.library import open_reading

    progress, done = Progress(), 0
    with open_reading(options) as reading:
        waiting = reading.unanalysed()
        try:
            for done in reading.analyze_all(waiting):
                progress.so_far(done, len(waiting))
            for _step in reading.index_all():  # what was corrected, or is in another version
                pass
        finally:
            progress.clear()
            rest = len(waiting) - done
            more = f" {rest:,} to go: run it again to go on." if rest else ""
            say(f"{articles(done)} analysed.{more}" if waiting else "All articles are analysed.")
    return 0


def _analyze_lines(stream: BinaryIO) -> int:
    """Answer each line with one line, in order, as soon as it is there.

    A line that cannot be read is answered by {"id": null, "error": …}, and the exit code is 2.
    Lines come one by one from a program that waits for each answer, or many at once: then all
    cores share them.
    """
    failed, number = False, 0
    with Cores() as cores:
        for lines in _lines(stream):
            many = len(lines) >= MANY_LINES and sum(map(len, lines)) >= MANY_BYTES
            for answer, problem in cores.map(_answer, lines) if many else map(_answer, lines):
                number += 1
                if problem:
                    failed = True
                    complain(SourceError(f"Line {number} of standard input is {problem}."))
                if answer:
                    print(answer, flush=True)
    return 2 if failed else 0


def _lines(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Yield the lines that have come in meanwhile, waiting for the first."""
    parts: list[bytes] = []
    while chunk := stream.read1(READ_BYTES):  # type: ignore[attr-defined]  # a BufferedReader
        first, *lines = chunk.split(b"\n")
        parts.append(first)
        if lines:
            yield [b"".join(parts), *lines[:-1]]
            parts = [lines[-1]]
    if any(parts):
        yield [b"".join(parts)]


def _answer(line: bytes) -> tuple[str, str]:
    """Return the answer to a line, and what is wrong with the line; both may be empty."""
    if not line.strip():
        return "", ""
    try:
        identity, text = _read(line)
    except SourceError as error:
        return json.dumps({"id": None, "error": str(error)}), str(error)
    return json.dumps({"id": identity, **_found(analyze(text), text)}), ""


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


def _found(analysis: Analysis, text: str) -> dict[str, object]:
    lists: dict[str, list[object]] = {name: [] for name in ("quotes", "turns", "indirect", "other")}
    for quote in analysis.quotes:
        lists[_list_of(quote, text)].append(_row(quote, text))
    mentions = [
        (mention.span, entity) for entity in analysis.entities for mention in entity.mentions
    ]
    entities = [
        {"start": span.start, "end": span.end, "type": entity.type.value, "canonical": entity.name}
        for span, entity in sorted(mentions, key=lambda pair: pair[0])
    ]
    return {**lists, "entities": entities}


def _list_of(quote: Quote, text: str) -> str:
    if quote.kind is QuoteKind.DIRECT:
        return "quotes" if in_marks(text, quote.span) else "turns"
    return "indirect" if quote.kind is QuoteKind.INDIRECT else "other"


def _row(quote: Quote, text: str) -> dict[str, object]:
    mention = quote.speaker.mention.span if quote.speaker else None
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        **claims(quote, text),
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
    }
