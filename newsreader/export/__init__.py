"""Notes out: one module a format, all of them pure; and the one way onto the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsreader.errors import ExportError
from newsreader.export.anki import write_anki
from newsreader.export.bibtex import write_bibtex
from newsreader.export.claimreview import write_claimreview
from newsreader.export.csl import write_csl
from newsreader.export.csv_table import write_csv
from newsreader.export.html_page import write_html
from newsreader.export.hypothesis import write_hypothesis
from newsreader.export.json_lines import write_jsonl
from newsreader.export.loss_free import write_json
from newsreader.export.markdown import write_markdown
from newsreader.export.org import write_org
from newsreader.export.readwise import write_readwise
from newsreader.export.ris import write_ris
from newsreader.export.webannotation import write_webannotation
from newsreader.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write evidence, pure: the same evidence always gives the same text.

    `ending` is that of its files; `about` says what it is for, in a few words; `write` returns the
    text, ending in a newline.
    """

    ending: str
    about: str
    write: Callable[[Sequence[Evidence]], str]


FORMATS: Mapping[str, Format] = {
    "markdown": Format(".md", "notes for Obsidian and other Markdown editors", write_markdown),
    "org": Format(".org", "notes for Emacs' Org mode", write_org),
    "html": Format(".html", "one page to read, print or pass on", write_html),
    "csv": Format(".csv", "a table for spreadsheets", write_csv),
    "jsonl": Format(".jsonl", "an entry a line, for scripts", write_jsonl),
    "json": Format(".json", "everything, to be read back by newsreader", write_json),
    "anki": Format(".txt", "cards for Anki", write_anki),
    "webannotation": Format(
        ".jsonld", "the W3C's annotations, read back whole", write_webannotation
    ),
    "hypothesis": Format(".json", "annotations for Hypothesis", write_hypothesis),
    "readwise": Format(".csv", "highlights for Readwise", write_readwise),
    "bibtex": Format(".bib", "references for LaTeX", write_bibtex),
    "ris": Format(".ris", "references for Zotero, EndNote and others", write_ris),
    "csl": Format(".json", "references for Pandoc and citation styles", write_csl),
    "claimreview": Format(".jsonld", "drafts of fact checks", write_claimreview),
}
"""Each format by the name a reader types."""


def render(
    format_name: str, evidence: Sequence[Evidence], formats: Mapping[str, Format] = FORMATS
) -> str:
    """Return the evidence in one of the formats, ending in a newline.

    Raises ExportError where there is no such format.
    """
    if format_name not in formats:
        raise ExportError(
            f"There is no format {format_name}.", f"Choose one of {', '.join(formats)}."
        )
    return formats[format_name].write(evidence)


def save(text: str, path: Path) -> None:
    """Write an export, so that a file that stood there stays whole until the new one is.

    Raises ExportError where that fails.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing at the file
    if target.is_symlink():
        raise ExportError(
            f"The export could not be written to {path}: its links go round in a circle.",
            "Choose another file.",
        )
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")  # a pipe or a device
            return
        try:
            with part.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"The export could not be written to {path}: {error.strerror}.",
            "Choose another file.",
        ) from error
