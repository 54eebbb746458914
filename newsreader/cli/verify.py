"""newsreader verify: whether exported evidence still holds."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from newsreader.cli.arguments import add_json
from newsreader.cli.articles import articles_at
from newsreader.cli.given import evidence_in
from newsreader.cli.output import excerpt, print_array, say
from newsreader.errors import NothingFound
from newsreader.model import Outcome
from newsreader.model.evidence import Evidence
from newsreader.reading.verifying import Text, Verified, verify_in, verify_in_library

_TEXTS = {
    Text.SAME: "same text",
    Text.EARLIER: "its text was edited since",
    Text.OTHER: "another text with the same passage",
    Text.UNKNOWN: "",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="evidence: newsreader's JSON, JSON Lines or CSV, Web Annotation, Hypothesis, Readwise "
        "CSV; - for standard input",
    )
    parser.add_argument(
        "locations",
        nargs="*",
        metavar="LOCATION",
        help="files or folders of articles to check it against; the library if left out",
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Say of each passage whether it still stands in its article; exit code 1 if one does not."""
    evidence = evidence_in(options.file)
    if not any(one.passages for one in evidence):
        raise NothingFound("There are no passages to verify.")
    told = list(_verified(options, evidence))
    if options.json:
        print_array(map(_row, told))
    else:
        _say(told)
        say(_summary(told))
    return 0 if all(each.holds for each in told) else 1


def _verified(options: Namespace, evidence: Sequence[Evidence]) -> Iterator[Verified]:
    if options.locations:
        yield from verify_in(articles_at(options.locations), evidence)
        return
    from newsreader.cli.library import open_reading

    with open_reading(options) as reading:
        yield from verify_in_library(reading, evidence)


def _row(each: Verified) -> dict[str, object]:
    return {
        "id": each.entry.id,
        "article": each.title or each.entry.article.title,
        "location": each.location or None,
        "exact": each.entry.exact,
        "outcome": each.outcome.value if each.outcome else None,
        "start": each.span.start if each.span else None,
        "end": each.span.end if each.span else None,
        "says": each.says or None,
        "text": each.text.value if each.text else None,
    }


def _say(told: Sequence[Verified]) -> None:
    """Print what each passage is worth, under its article."""
    heading = None
    for each in told:
        article = each.entry.article
        if article is not heading:
            heading = article
            say(each.title or article.title or article.url or article.location or "Untitled")
            say(each.location or "There is no such article here.", indent=2)
        fate = each.outcome.value if each.outcome else "-"
        words = excerpt(each.entry.exact, whole=each.outcome is Outcome.CHANGED)
        parts = [f"{_place(each)}“{words}”", _remark(each)]
        say(f"{fate:<8} {' · '.join(filter(None, parts))}", indent=2, hang=9)


def _remark(each: Verified) -> str:
    """Say which text was looked at, and what it says in place of the passage."""
    if each.text and each.holds:
        return _TEXTS[each.text]
    forged = each.text is Text.SAME
    if each.outcome is Outcome.CHANGED:
        return f"{'its own text says' if forged else 'now'} “{excerpt(each.says, whole=True)}”"
    return "not in its own text" if forged else ""


def _place(each: Verified) -> str:
    return f"{each.span.start}-{each.span.end} " if each.span else ""


def _summary(told: Sequence[Verified]) -> str:
    counted = Counter(each.outcome for each in told)
    parts = [f"{counted[each]:,} {each.value}" for each in Outcome if counted[each]]
    if counted[None]:
        parts.append(
            f"{counted[None]:,} without {'its' if counted[None] == 1 else 'their'} article"
        )
    return f"{len(told):,} checked: {', '.join(parts)}."
