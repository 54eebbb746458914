"""newsreader import: notes that were exported, here or elsewhere, into the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable

from newsreader.cli.arguments import add_json
from newsreader.cli.given import evidence_in
from newsreader.cli.library import open_reading
from newsreader.cli.output import articles, excerpt, print_array, say
from newsreader.errors import NothingFound
from newsreader.model import Outcome
from newsreader.reading.importing import Done, Import, Imported, import_evidence

_DONE = {
    Done.KNOWN: "known already",
    Done.CONFLICT: "the note here was another: both are kept, as one",
}


def configure(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="newsreader's JSON, JSON Lines or CSV, Web Annotation, Hypothesis, Readwise CSV; "
        "- for standard input",
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Take in all files at once, and say what became of each entry."""
    evidence = [one for file in options.files for one in evidence_in(file)]
    with open_reading(options) as reading:
        made = import_evidence(reading, evidence)
    if options.json:
        print_array(map(_row, made.entries))
    elif not (made.entries or made.corrections or made.tagged):
        raise NothingFound("There are no notes to import.")
    else:
        _say(made.entries)
        say(_summary(made))
    taken = made.corrections or made.tagged or any(each.outcome for each in made.entries)
    return 0 if taken else 1


def _row(each: Imported) -> dict[str, object]:
    return {
        "id": each.entry.id,
        "article": each.entry.article.title,
        "exact": each.entry.exact,
        "outcome": each.outcome.value if each.outcome else None,
        "imported": each.done.value,
        "remark": each.remark,
    }


def _say(told: Iterable[Imported]) -> None:
    """Print what became of each, under its article."""
    heading = None
    for each in told:
        article = each.entry.article
        if article is not heading:
            heading = article
            say(article.title or article.url or article.location or "Untitled")
            if each.outcome is None:
                say("There is no such article in the library.", indent=2)
        what = f"“{excerpt(each.entry.exact)}”" if each.entry.passage else "note on it"
        remarks = [part for part in (what, _DONE.get(each.done), each.remark) if part]
        say(f"{_fate(each):<9} {' · '.join(remarks)}", indent=2, hang=10)


def _fate(each: Imported) -> str:
    return each.outcome.value if each.outcome else "-"


def _summary(made: Import) -> str:
    done = Counter(each.done for each in made.entries)
    taken = Counter(each.outcome for each in made.entries if each.done is Done.IMPORTED)
    fates = ", ".join(f"{taken[each]:,} {each.value}" for each in Outcome if taken[each])
    parts = [f"{done[Done.IMPORTED]:,} imported" + (f" ({fates})" if fates else "")]
    if done[Done.CONFLICT]:
        parts.append(f"{done[Done.CONFLICT]:,} joined with the note that was there")
    if done[Done.KNOWN]:
        parts.append(f"{done[Done.KNOWN]:,} known already")
    if count := made.corrections:
        parts.append(f"{count:,} {'correction' if count == 1 else 'corrections'}")
    if made.tagged:
        parts.append(f"new tags on {articles(made.tagged)}")
    if lost := done[Done.NO_ARTICLE]:
        parts.append(f"{lost:,} without {'its' if lost == 1 else 'their'} article")
    advice = " Add the article first: newsreader add." if lost else ""
    return f"{', '.join(parts)}.{advice}"
