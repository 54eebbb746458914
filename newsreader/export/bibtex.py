"""The BibTeX format, an entry an article, with the fields of both BibTeX and biblatex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsreader.export.address import web_address
from newsreader.export.authors import Author, authors
from newsreader.export.lines import one_line
from newsreader.export.references import kept_of, keys
from newsreader.model.evidence import Evidence

# BibTeX counts braces even behind a backslash, so that none may stand alone.
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "&%$#_"},
    }
)


def write_bibtex(evidence: Sequence[Evidence]) -> str:
    """Return the articles as a bibliography, what the reader kept of each in its `annote`."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat

    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # it has types, but for this
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    library = Library(
        [
            Entry(
                "article" if one.publisher else "misc",
                key,
                [Field(name, value) for name, value in _fields(one) if value],
            )
            for key, one in zip(keys(evidence), evidence, strict=True)
        ]
    )
    return str(write_string(library, bibtex_format=layout)) or "\n"


def _fields(article: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the fields by name; the empty ones are to be left out."""
    published = article.published
    yield "author", " and ".join(map(_name, authors(article.byline)))
    # A second pair of braces keeps capitals and names together.
    yield "title", f"{{{_tex(article.title)}}}" if one_line(article.title) else ""
    yield "journal", _tex(article.publisher)
    yield "year", str(published.year) if published else ""
    yield "date", published.date().isoformat() if published else ""
    yield "url", web_address(article)
    yield "urldate", article.fetched.date().isoformat()
    yield "language", _tex(article.language)
    yield "keywords", ", ".join(_tex(tag.replace(",", " ")) for tag in article.tags)
    yield (
        "annote",
        "\n\n".join("\n".join(map(_tex, each.split("\n"))) for each in kept_of(article)),
    )


def _name(author: Author) -> str:
    """Return a name with its parts apart; braces keep together that of one that has none."""
    family, given, suffix = map(_tex, (author.family, author.given, author.suffix))
    if not given:
        return f"{{{family}}}"
    return ", ".join(filter(None, (f"{{{family}}}" if "," in family else family, suffix, given)))


def _tex(text: str) -> str:
    """Return one line of text in which TeX finds no command."""
    return one_line(text).translate(_ESCAPED)
