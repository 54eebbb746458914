"""Web pages that a browser saved: the article in them, without what surrounds it."""

from __future__ import annotations

import logging
import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from newsreader.errors import SourceError
from newsreader.model import Article
from newsreader.safety import clean
from newsreader.sources.dates import parse_date
from newsreader.sources.decoding import windows_marks
from newsreader.sources.head import below_head, make_title
from newsreader.sources.metadata import language_tag, names, web_address
from newsreader.sources.paragraphs import ends_sentence, even, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from trafilatura.settings import Document

MAX_LENGTH = 10_000_000
"""The longest page that is read, in characters."""
MAX_TAGS = 30_000
"""The most elements a page may have: the time to parse it grows with their square."""
_MAX_DEPTH = 250  # libxml2 throws away what lies deeper
_MAX_ATTRIBUTES = 100  # an element with more of them loses them all, for the same reason
_SHORTEST_SURE = 200  # characters; less without a full stop is a menu, not an article

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,5000}?-->\s*){0,20}"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[a-z]", re.IGNORECASE)
_CONTAINER = re.compile(
    r"<(/?)(?:article|blockquote|center|div|font|ol|section|span|table|ul)\b", re.IGNORECASE
)
_LONG_TAG = re.compile(r"<([a-z][\w:-]{0,40})[^<>]{400,}>?", re.IGNORECASE)
_ATTRIBUTE_ENDS = re.compile(r"[\s/=]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_REFERENCE = re.compile(r"&#(?:x(?P<hex>[0-9a-f]+)|(?P<dec>[0-9]+));?", re.IGNORECASE)
_QUOTE_START = re.compile(r"<q(?:\s[^<>]*)?>", re.IGNORECASE)
_QUOTE_END = re.compile(r"</q\s*>", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^<>]{0,500}?\slang\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_META = re.compile(r"<meta\b[^<>]{0,1000}>", re.IGNORECASE)
_PUBLISHED_NAME = re.compile(
    r"=\s*[\"']?(?:article:published_time|datepublished|date|dc\.date|pubdate|parsely-pub-date)"
    r"[\"'\s>]",
    re.IGNORECASE,
)
_META_CONTENT = re.compile(r"\bcontent\s*=\s*[\"']([^\"'<>]{4,60})[\"']", re.IGNORECASE)
_PUBLISHED_JSON = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,60})\"")
_SPACE = re.compile(r"\s+")

_BLOCKS = frozenset({"p", "head", "quote", "list", "table"})  # as trafilatura names them


def is_page(text: str) -> bool:
    """Tell whether `text` begins as HTML does."""
    return bool(_START.match(text))


def read_page(text: str, location: str, name: str) -> Article:
    """Return the article in the HTML `text`, which has been made safe.

    Raises SourceError, naming `name`, if no article is found or the page is out of bounds.
    """
    if len(text) > MAX_LENGTH or len(_TAG.findall(text)) > MAX_TAGS:
        raise SourceError(
            f"{name} is too large a web page: at most {MAX_LENGTH // 1_000_000} MB"
            f" and {MAX_TAGS:,} elements are read.",
            "Save its text, and open that.",
        )
    if _depth(text) > _MAX_DEPTH:
        raise SourceError(
            f"The elements of the web page {name} lie more than {_MAX_DEPTH} deep.",
            "Save its text, and open that.",
        )
    html = _prepared(text)
    found = _extract(html)
    if found is None:
        raise _no_article(name)
    title = one_line(found.title or "")
    body = even(clean("\n\n".join(_paragraphs(found.body))))
    head, body = below_head(body, title)
    if len(body) < _SHORTEST_SURE and not any(map(ends_sentence, body.split("\n"))):
        raise _no_article(name)
    language = _LANGUAGE.search(html)
    return Article(
        title=title or make_title(body),
        text=body,
        location=location,
        byline=names((found.author or "").replace(";", ",")) or head.byline,
        publisher=one_line(found.sitename or ""),
        published=_published(html) or parse_date(found.date or "") or head.published,
        url=web_address(found.url or ""),
        language=language_tag(language[1]) if language else "",
        source="page",
    )


def _no_article(name: str) -> SourceError:
    return SourceError(
        f"No article was found in the web page {name}.",
        "If a browser shows one, copy its text into a file, and open that.",
    )


def _depth(html: str) -> int:
    """Return how deep the elements that must be closed lie in one another."""
    steps = (-1 if slash else 1 for slash in _CONTAINER.findall(html))
    return max(accumulate(steps, initial=0))


def _prepared(html: str) -> str:
    """Return `html` without what makes the extraction fail or take forever.

    One reference to a control character, and trafilatura finds nothing. Marks that a browser
    would draw around <q> are written out, for they are somebody's quotation marks.
    """
    html = _DECLARATION.sub("", html)
    html = _REFERENCE.sub(_safe_reference, html)
    html = _LONG_TAG.sub(_bounded_tag, html)
    return _QUOTE_END.sub("”", _QUOTE_START.sub("“", html))


def _safe_reference(found: re.Match[str]) -> str:
    digits = (found["hex"] or found["dec"]).lstrip("0")
    if len(digits) > 8:
        return ""
    code = int(digits or "0", 16 if found["hex"] else 10)
    if 0x80 <= code < 0xA0:  # HTML reads these as Windows-1252 (section 13.2.5.80)
        return windows_marks(code)
    is_control = code < 0x20 and code not in {0x09, 0x0A, 0x0D}
    if is_control or code == 0x7F or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    return found[0]


def _bounded_tag(found: re.Match[str]) -> str:
    crowded = len(_ATTRIBUTE_ENDS.findall(found[0])) > _MAX_ATTRIBUTES
    return f"<{found[1]}>" if crowded else found[0]


def _extract(html: str) -> Document | None:
    """Return what trafilatura finds, preferring precision, or None."""
    for logger in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    for precise in (True, False):
        try:
            found = bare_extraction(
                html,
                favor_precision=precise,
                include_comments=False,
                with_metadata=True,
                date_extraction_params={"original_date": True, "extensive_search": False},
            )
        except Exception:  # noqa: BLE001 - whatever a page does to the parser, reading goes on
            return None
        if isinstance(found, Document) and found.text:
            return found
    return None


def _paragraphs(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml is not typed
    """Yield the paragraphs below an element of trafilatura's tree, in order."""
    if element.tag == "list":
        items = (_SPACE.sub(" ", _text(item)).strip() for item in element.iter("item"))
        yield "\n".join(f"• {item}" for item in items if item)
    elif element.tag == "table":
        yield "\n".join(map(_row, element.iter("row")))
    elif any(child.tag in _BLOCKS for child in element) and element.tag != "p":
        yield _SPACE.sub(" ", element.text or "")
        for child in element:
            yield from _paragraphs(child)
            yield _SPACE.sub(" ", child.tail or "")
    else:
        yield _text(element)


def _row(element: Any) -> str:  # noqa: ANN401 - lxml is not typed
    cells = (_SPACE.sub(" ", _text(cell)).strip() for cell in element.iter("cell"))
    return " | ".join(filter(None, cells))


def _text(element: Any) -> str:  # noqa: ANN401 - lxml is not typed
    """Return the text of an element and all below it; line breaks are newlines."""
    parts = [_SPACE.sub(" ", element.text or "")]
    for child in element:
        parts.append("\n" if child.tag == "lb" else _text(child))
        parts.append(_SPACE.sub(" ", child.tail or ""))
    return "".join(parts)


def _published(html: str) -> datetime | None:
    """Return the time of publication that the page declares, more exact than a found date."""
    for meta in _META.findall(html):
        content = _META_CONTENT.search(meta)
        if content and _PUBLISHED_NAME.search(meta) and (date := parse_date(content[1])):
            return date
    declared = _PUBLISHED_JSON.search(html)
    return parse_date(declared[1]) if declared else None
