"""CSL-JSON for citation processors, Zotero and Pandoc: an item an article.

The schema is csl-data.json of https://github.com/citation-style-language/schema.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newsreader.export.address import web_address
from newsreader.export.authors import Author, authors
from newsreader.export.json_text import dump
from newsreader.export.lines import one_line
from newsreader.export.references import kept_of, keys
from newsreader.model.evidence import Evidence


def write_csl(evidence: Sequence[Evidence]) -> str:
    """Return the articles as items, what the reader kept of each in its `note`."""
    items = [_item(key, one) for key, one in zip(keys(evidence), evidence, strict=True)]
    return dump(items, indent=2) + "\n"


def _item(key: str, article: Evidence) -> dict[str, object]:
    item = {
        "id": key,
        "type": "article-newspaper",
        "title": one_line(article.title),
        "author": [_name(author) for author in authors(article.byline)],
        "container-title": one_line(article.publisher),
        "issued": _date(article.published),
        "accessed": _date(article.fetched),
        "URL": web_address(article),
        "language": one_line(article.language),
        "keyword": ", ".join(one_line(tag) for tag in article.tags),
        "note": "\n\n".join(kept_of(article)),
        "custom": {
            "location": article.location,
            "fetched": article.fetched.isoformat(),
            "sha256": article.sha256,
        },
    }
    return {name: value for name, value in item.items() if value}


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.name}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: written for part, written in parts.items() if written}


def _date(moment: datetime | None) -> dict[str, object] | None:
    return {"date-parts": [[moment.year, moment.month, moment.day]]} if moment else None
