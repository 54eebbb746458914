"""The block of YAML that says what a Markdown file is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^[\w-]+[ \t]*:", re.MULTILINE)
_MAX_YAML = 20_000  # characters; PyYAML takes ten seconds for a million

_NAMES = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors", "creator"),
    "date": ("date", "published", "pubdate", "publication_date"),
    "url": ("url", "link", "canonical", "canonical_url", "source"),
    "publisher": ("publisher", "publication", "newspaper", "site", "sitename"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands over `text`: `fields` by their own names, or lines that are not YAML.

    The names are title, byline, date, url, publisher and language; all values are as written.
    """

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    unread: str = ""


def has_front_matter(text: str) -> bool:
    """Tell whether `text` begins with keys and values between lines of three dashes."""
    found = _BLOCK.match(text)
    return bool(found and _KEY.search(found["yaml"]))


def split_front_matter(text: str) -> FrontMatter:
    """Take the front matter from the start of `text`, if there is any.

    A block that is not YAML, or implausibly long, is given back as `unread`.
    """
    found = _BLOCK.match(text)
    if not found or not _KEY.search(found["yaml"]):
        return FrontMatter(text)
    rest = text[found.end() :]
    values = _load(found["yaml"]) if len(found["yaml"]) <= _MAX_YAML else None
    if values is None:
        lines = (line.strip() for line in found["yaml"].split("\n"))
        return FrontMatter(rest, unread="\n".join(filter(None, lines)))
    fields = {
        name: next(filter(None, (values.get(key, "") for key in keys)), "")
        for name, keys in _NAMES.items()
    }
    return FrontMatter(rest, fields)


def _load(block: str) -> dict[str, str] | None:
    import yaml

    try:
        # BaseLoader leaves every value the string that was written: a title "No" is no boolean.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(loaded, dict):
        return None
    return {str(key).lower().replace("-", "_"): _plain(value) for key, value in loaded.items()}


def _plain(value: object) -> str:
    """Return a value as text: a list joined by commas, a mapping by its name, null as nothing."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, dict):
        value = value.get("name", "")
    return value if isinstance(value, str) and value not in {"null", "~"} else ""
