"""newsreader versions: what changed in an article since it was first read in."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from newsreader.cli.arguments import UsageError, add_json
from newsreader.cli.library import open_reading
from newsreader.cli.output import articles, print_array, say
from newsreader.errors import NothingFound
from newsreader.export.citation import day
from newsreader.model import Quote, QuoteKind, Version
from newsreader.model.changes import ChangedQuote, Changes, QuoteChange
from newsreader.model.words import words_of
from newsreader.reading import Reading

_QUOTES = {
    QuoteChange.CHANGED: "Quote changed",
    QuoteChange.ADDED: "Quote added",
    QuoteChange.REMOVED: "Quote removed",
    QuoteChange.SPEAKER: "Speaker changed",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "location", metavar="LOCATION", help="the file or address of an article in the library"
    )
    add_json(parser)
    parser.add_argument(
        "--text", type=int, metavar="N", help="instead: print the text of version N"
    )


def run(options: Namespace) -> int:
    """List the versions of an article, or print the text of one."""
    with open_reading(options) as reading:
        opened = reading.open(_article_at(reading, options.location))
        versions = reading.versions(opened.listed.id)
        if options.text is not None:
            return _print_text(versions, options.text)
        latest_id = opened.history.latest_id
        if options.json:
            print_array(_rows(reading, versions, latest_id))
            return 0
        say(opened.listed.title or "Untitled")
        say(opened.listed.location)
        for number, (version, before) in enumerate(_after_another(versions), 1):
            say()
            _say_version(number, version, is_latest=version.id == latest_id)
            if before is not None:
                _say_changes(reading.changes(before, version), before, version)
    return 0


def _article_at(reading: Reading, location: str) -> int:
    ids = reading.at(location)
    if not ids:
        raise NothingFound(
            f"No article in the library is from {location}.", "newsreader add puts it there."
        )
    if len(ids) > 1:
        raise UsageError(f"{articles(len(ids))} are from {location}.", "Name one of them.")
    return ids[0]


def _print_text(versions: Sequence[Version], number: int) -> int:
    if not 1 <= number <= len(versions):
        raise NothingFound(f"There is no version {number}: this article has {len(versions)}.")
    sys.stdout.write(f"{versions[number - 1].text}\n")
    return 0


def _after_another(versions: Sequence[Version]) -> Iterator[tuple[Version, Version | None]]:
    """Yield each version with the one before it."""
    return zip(versions, (None, *versions), strict=False)


def _say_version(number: int, version: Version, *, is_latest: bool) -> None:
    fetched = f"{day(version.fetched)}, {version.fetched:%H:%M} UTC"
    words = f"{len(words_of(version.text)):,} words"
    say(" · ".join([f"Version {number}", fetched, words, *["the latest"] * is_latest]))
    say(version.sha256, indent=2)


def _say_changes(changes: Changes, before: Version, version: Version) -> None:
    for quote in changes.quotes:
        _say_quote(quote, before, version)
    for told, names in (("added", changes.names_added), ("removed", changes.names_removed)):
        if names:
            say(f"Names {told}: {', '.join(names)}", indent=2, hang=2)
    for number in changes.numbers:
        say(f"{number.before or 'no number'} → {number.after or 'no number'}:", indent=2, hang=2)
        say(number.sentence.of(version.text), indent=4)
    if changes.is_trivial:
        say("Only white space or the style of marks changed.", indent=2)
    else:
        say(f"{changes.removed:,} words removed, {changes.added:,} added", indent=2)


def _say_quote(quote: ChangedQuote, before: Version, version: Version) -> None:
    who = dict.fromkeys(_speaker(each) for each in (quote.before, quote.after) if each)
    say(f"{_QUOTES[quote.change]}, {' → '.join(who)}:", indent=2, hang=2)
    if quote.before is not None:
        say(_said(quote.before, before), indent=4)
    if quote.after is not None and quote.change is not QuoteChange.SPEAKER:
        arrow = "→ " if quote.before else ""
        say(arrow + _said(quote.after, version), indent=4, hang=len(arrow))


def _said(quote: Quote, version: Version) -> str:
    words = quote.span.of(version.text)
    return words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"


def _speaker(quote: Quote) -> str:
    return _name(quote) or "nobody named"


def _name(quote: Quote | None) -> str | None:
    if quote is None or quote.speaker is None:
        return None
    return quote.speaker.canonical or quote.speaker.mention.text or None


def _rows(
    reading: Reading, versions: Sequence[Version], latest_id: int
) -> Iterator[dict[str, object]]:
    for number, (version, before) in enumerate(_after_another(versions), 1):
        changes = reading.changes(before, version) if before else Changes()
        yield {
            "version": number,
            "fetched": version.fetched.isoformat(),
            "sha256": version.sha256,
            "words": len(words_of(version.text)),
            "latest": version.id == latest_id,
            "added": changes.added,
            "removed": changes.removed,
            "quotes": [_quote_row(quote, before or version, version) for quote in changes.quotes],
            "names": {"added": changes.names_added, "removed": changes.names_removed},
            "numbers": [
                {
                    "before": each.before or None,
                    "after": each.after or None,
                    "sentence": each.sentence.of(version.text),
                }
                for each in changes.numbers
            ],
        }


def _quote_row(quote: ChangedQuote, before: Version, version: Version) -> dict[str, object]:
    """Return a row in which `speaker` is who says it now, or said it before it was removed."""
    latest = quote.after or quote.before
    return {
        "change": quote.change.value,
        "before": quote.before.span.of(before.text) if quote.before else None,
        "after": quote.after.span.of(version.text) if quote.after else None,
        "speaker": _name(latest),
        "speaker_before": _name(quote.before),
        "kind": latest.kind.value if latest else None,
        "kind_before": quote.before.kind.value if quote.before else None,
    }
