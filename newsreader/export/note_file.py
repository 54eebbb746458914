"""A Markdown file of one article, shared with who writes around it.

Our part stands between two comments that Obsidian hides and that carry the article's key; it is
written anew each time. Of the properties on top, those that we know are kept up to date. All the
rest of the file stays byte for byte as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsreader.export.json_text import dump
from newsreader.export.markdown import (
    Property,
    front_matter,
    properties,
    property_lines,
    section,
)
from newsreader.model import Span, sha256_of
from newsreader.model.evidence import Evidence

_MARK = re.compile(
    r"^%% newsreader (?P<which>begin|end) (?P<key>[0-9a-f]{16})\b[^\n]*%%(?=[ \t]*\r?$)",
    re.MULTILINE,
)
_TRACE = re.compile(r"%%[ \t]*newsreader (?:begin|end)\b[ \t]*([0-9a-f]{16})?")
_FRONT_MATTER = re.compile(
    r"\A(?P<opening>\ufeff?---[ \t]*\r?\n)(?P<yaml>.*?)^---[ \t]*\r?$", re.MULTILINE | re.DOTALL
)
_ITEM = re.compile(r"\r?\n[ \t]*-(?=\s)")
"""What stands before an item of a list that has a line for each."""


class DamagedNote(ValueError):  # noqa: N818 - what is wrong, to be said in a sentence
    """A file that cannot be updated without touching what is not ours."""


def key_of(evidence: Evidence) -> str:
    """Return what the marks of an article's part carry, the same in every library."""
    return sha256_of(evidence.location)[:16]


def keys_in(text: str) -> set[str]:
    """Return the keys in a file's marks, whole or damaged; "" for a mark that lost its key."""
    return {found[1] or "" for found in _TRACE.finditer(text)}


def new_note(evidence: Evidence) -> str:
    """Return a file for an article that has none yet."""
    return f"{front_matter(properties([evidence]))}\n\n{_part(evidence)}\n"


def updated_note(text: str, evidence: Evidence) -> str:
    """Return a file with our part and our properties as they are now.

    Where several articles share the file, the properties are nobody's. Raises DamagedNote.
    """
    place = _place(text, key_of(evidence))
    line_end = "\r\n" if "\r\n" in text else "\n"
    part = _part(evidence).replace("\n", line_end)
    changed = text[: place.start] + part + text[place.end :]
    top = _FRONT_MATTER.match(text, 0, place.start)
    if top is None or len(keys_in(text)) > 1:
        return changed
    head = top["opening"] + _merged(top["yaml"], properties([evidence]), line_end)
    return head + changed[top.end("yaml") :]


def _part(evidence: Evidence) -> str:
    key = key_of(evidence)
    opening = f"%% newsreader begin {key}: what stands before the end mark is written anew %%"
    return "\n\n".join([opening, *section(evidence), f"%% newsreader end {key} %%"])


def _place(text: str, key: str) -> Span:
    """Return where the part of an article stands, its marks included. Raises DamagedNote."""
    marks = list(_MARK.finditer(text))
    ours = [n for n, mark in enumerate(marks) if mark["key"] == key]
    if len(marks) != len(_TRACE.findall(text)) or [marks[n]["which"] for n in ours] != [
        "begin",
        "end",
    ]:
        raise DamagedNote("the marks around newsreader's part are damaged")
    first, last = ours
    if last != first + 1:
        raise DamagedNote("newsreader's part has marks of another inside")
    return Span(marks[first].start(), marks[last].end())


def _merged(yaml: str, known: Mapping[str, Property], line_end: str) -> str:
    """Return the properties with what is known of them now, the reader's own left alone."""
    there = {name: (place, value) for name, place, value in _properties_in(yaml)}
    appended = ""
    edits: list[tuple[Span, str]] = []
    for name, value in known.items():
        if name not in there:
            appended += property_lines(name, value).replace("\n", line_end) + line_end
            continue
        place, old = there[name]
        wanted = _with_tags(old, value) if name == "tags" and isinstance(value, list) else value
        item = _ITEM.search(place.of(yaml)) if isinstance(old, list) else None
        if item and isinstance(wanted, list):  # what is there stays, comments and all
            added = "".join(f"{item[0]} {dump(tag)}" for tag in wanted[len(old) :])
            edits.append((Span(place.end, place.end), added))
        elif old != (wanted if isinstance(wanted, list) else str(wanted)):
            edits.append((place, property_lines(name, wanted).replace("\n", line_end)))
    for place, written in sorted(edits, reverse=True, key=lambda edit: edit[0].start):
        yaml = yaml[: place.start] + written + yaml[place.end :]
    return yaml + appended


def _with_tags(old: str | list[str], ours: list[str]) -> list[str]:
    """Return the tags that are there, and ours that are not: a reader may add some there too."""
    there = old if isinstance(old, list) else [tag for tag in re.split(r"[,\s]+", old) if tag]
    folded = {tag.casefold() for tag in there}
    return [*there, *(tag for tag in ours if tag.casefold() not in folded)]


def _properties_in(text: str) -> Iterator[tuple[str, Span, str | list[str]]]:
    """Yield the name of each property, where it stands, and its value. Raises DamagedNote."""
    import yaml

    try:
        top = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise DamagedNote("the properties on top are no YAML") from error
    if top is None:
        return
    if not isinstance(top, yaml.MappingNode) or top.flow_style:
        raise DamagedNote("the properties on top do not stand on lines of their own")
    for name, value in top.value:
        if value.end_mark.index < name.end_mark.index:
            raise DamagedNote("the properties on top refer to one another")
        # A list ends for the parser where the next thing begins, comments between them included.
        written = text[name.start_mark.index : value.end_mark.index]
        written = re.sub(r"(?:\s*\n[ \t]*#[^\n]*)*\s*\Z", "", written)
        start = name.start_mark.index
        yield name.value, Span(start, start + len(written)), _plain(value)


def _plain(node: object) -> str | list[str]:
    """Return a value as text, or as a list of texts."""
    import yaml

    if isinstance(node, yaml.SequenceNode):
        return [str(each.value) for each in node.value]
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
