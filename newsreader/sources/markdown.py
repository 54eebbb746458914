"""Markdown: what notes and archives of articles are kept in, as plain reading text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.model import Article
from newsreader.safety import clean
from newsreader.sources.dates import parse_date
from newsreader.sources.front_matter import split_front_matter
from newsreader.sources.head import below_head, make_title
from newsreader.sources.metadata import language_tag, names, web_address
from newsreader.sources.paragraphs import even, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

MAX_LENGTH = 5_000_000
"""The longest Markdown that is read, in characters: parsing a million takes over a second."""

_TAG = re.compile(r"<[^<>]*>")
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_UNSEEN_HTML = ("<script", "<style", "<!", "<?")
_BLANKS = re.compile(r"\t[ \t]*| [ \t]+")  # all but a single space


def read_markdown(text: str, location: str, name: str) -> Article:
    """Return the article in `text`, which has been made safe.

    Front matter that is not YAML is no metadata: it is shown as the first paragraph, so that
    nothing is lost. Without a title there, the first heading of level 1 is the title.
    Raises SourceError, naming `name`, if there is nothing but metadata, or far too much text.
    """
    if len(text) > MAX_LENGTH:
        raise SourceError(
            f"{name} is Markdown of more than {MAX_LENGTH // 1_000_000} million characters.",
            "Split it into its articles, and open those.",
        )
    matter = split_front_matter(text)
    given = matter.fields
    rendering = _Rendering()
    rendering.render(matter.text)
    title = one_line(given.get("title") or rendering.title)
    head, body = below_head("\n\n".join(rendering.blocks), title)
    body = "\n\n".join(filter(None, (matter.unread, body)))
    if not body:
        raise SourceError(f"There is no text in {name} below its metadata.", "Check the file.")
    return Article(
        title=title or make_title(body),
        text=body,
        location=location,
        byline=names(given.get("byline", "")) or head.byline,
        publisher=one_line(given.get("publisher", "")),
        published=parse_date(given.get("date", "")) or head.published,
        url=web_address(given.get("url", "")),
        language=language_tag(given.get("language", "")),
        source="markdown",
    )


class _Rendering:
    """Markdown on its way to paragraphs: marks go, the words stay as written."""

    def __init__(self) -> None:
        self.title = ""
        self.blocks: list[str] = []
        self._lists: list[int | None] = []  # the next number of each open list; None: bullets
        self._marker = ""  # of the list item that has just begun
        self._after_item = False  # the last block ends with an item of the open list
        self._row: list[str] | None = None  # the cells of the open table row

    def render(self, text: str) -> None:
        from markdown_it import MarkdownIt

        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
        previous = None
        for token in tokens:
            match token.type:
                case "inline":
                    self._add_inline(token, previous)
                case "fence" | "code_block":
                    self._add(_lines(token.content))
                case "html_block" if not token.content.lstrip().lower().startswith(_UNSEEN_HTML):
                    self._add(even(clean(_TAG.sub("", token.content))))
                case _:
                    self._follow(token)
            previous = token

    def _follow(self, token: Token) -> None:
        """Keep track of the lists and table rows that open and close."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._after_item = self._after_item and bool(self._lists)
                start = token.attrGet("start")
                first = None if token.tag == "ul" else int(1 if start is None else start)
                self._lists.append(first)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._marker = self._next_marker()
            case "list_item_close":
                self._marker = ""
            case "table_open":
                self.blocks.append("")
            case "tr_open":
                self._row = []
            case "tr_close":
                row = " | ".join(self._row or [])
                self.blocks[-1] = f"{self.blocks[-1]}\n{row}".strip()
                self._row = None

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "• " if len(self._lists) == 1 else "◦ "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _add_inline(self, token: Token, opener: Token | None) -> None:
        text = _lines(_inline(token.children or ()))
        if self._row is not None:
            self._row.append(text.replace("\n", " "))
            return
        if opener and opener.tag == "h1" and not self.title:
            self.title = one_line(text)
        self._add(text, tight=bool(opener and opener.hidden))

    def _add(self, text: str, *, tight: bool = False) -> None:
        if not text:
            return
        marker, self._marker = self._marker, ""
        if marker:
            text = marker + text.replace("\n", " ")
        if marker and tight and self._after_item:
            self.blocks[-1] += f"\n{text}"
        else:
            self.blocks.append(text)
        self._after_item = bool(marker)


def _inline(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "code_inline":
                parts.append(token.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "html_inline" if _LINE_BREAK.match(token.content):
                parts.append("\n")
    return "".join(parts)


def _lines(text: str) -> str:
    """Return `text` safe, each line without blanks around it, no line empty."""
    lines = (_BLANKS.sub(" ", line).strip() for line in clean(text).split("\n"))
    return "\n".join(filter(None, lines))
