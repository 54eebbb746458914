"""The RIS format for reference managers: a record an article, a line a field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newsreader.export.address import web_address
from newsreader.export.authors import Author, authors
from newsreader.export.lines import one_line, paragraphs
from newsreader.export.references import kept_of, keys
from newsreader.model.evidence import Evidence

Record = dict[str, str | list[str]]


def write_ris(evidence: Sequence[Evidence]) -> str:
    """Return the articles as records of type NEWS, each entry of the reader's as a note (N1)."""
    from rispy.writer import RisWriter

    class Unnumbered(RisWriter):  # type: ignore[misc]  # rispy has no types
        """Writes no number before a record, which many programs take for damage."""

        def set_header(self, count: int) -> str:
            del count
            return ""

    records = [_record(key, one) for key, one in zip(keys(evidence), evidence, strict=True)]
    return str(Unnumbered().formats(records)) or "\n"


def _record(key: str, article: Evidence) -> Record:
    published = article.published
    record: Record = {
        "type_of_reference": "NEWS",
        "id": key,
        "title": one_line(article.title),
        "authors": [_name(author) for author in authors(article.byline)],
        "secondary_title": one_line(article.publisher),
        "year": f"{published:%Y}" if published else "",
        "date": _day(published) if published else "",
        "urls": [address] if (address := web_address(article)) else [],
        "access_date": _day(article.fetched),
        "language": one_line(article.language),
        "keywords": [one_line(tag) for tag in article.tags if one_line(tag)],
        "notes": [" · ".join(paragraphs(each)) for each in kept_of(article)],
    }
    return {name: value for name, value in record.items() if value}


def _name(author: Author) -> str:
    parts = (author.family.replace(",", " "), author.given, author.suffix)
    return ", ".join(filter(None, map(one_line, parts)))


def _day(moment: datetime) -> str:
    return f"{moment:%Y/%m/%d}/"
