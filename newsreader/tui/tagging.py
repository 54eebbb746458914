"""Tags on a line, with commas between them: read, and completed from those used before."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.safety import guard
from newsreader.tui.wrap import fit

MOST_OFFERED = 6
"""Tags that are offered at a time."""


def tags_on(line: str) -> list[str]:
    """Return the tags on a line, each once; a # before one is left out."""
    tags = (" ".join(guard(part).strip().lstrip("#").split()) for part in line.split(","))
    return list(dict.fromkeys(tag for tag in tags if tag))


class Completion:
    """Offers the tags that fit to the one that is being typed, those used most first."""

    def __init__(self, known: Sequence[str]) -> None:
        """Offer tags among these, which are in the order of their use."""
        self._known = known

    def fitting(self, line: str) -> list[str]:
        """Return the known tags with a word that begins so, and that the line has not got yet."""
        done, typed = self._parts(line)
        begin, got = typed.casefold(), {tag.casefold() for tag in tags_on(done)}
        left = [tag for tag in self._known if tag.casefold() not in {*got, begin}]
        whole = [tag for tag in left if tag.casefold().startswith(begin)]
        inside = [tag for tag in left if f" {begin}" in tag.casefold() and tag not in whole]
        return [*whole, *inside][:MOST_OFFERED]

    def completed(self, line: str) -> str:
        """Return the line with its last tag completed as the first that fits; else the line."""
        fitting = self.fitting(line)
        if not fitting:
            return line
        done, _ = self._parts(line)
        return ", ".join([*tags_on(done), fitting[0]]) + ", "

    def offered(self, line: str, width: int) -> str:
        """Return what is said beside the line, in at most so many cells."""
        fitting = "  ".join(f"#{guard(tag)}" for tag in self.fitting(line))
        return fit(f" Tab: {fitting} ", width) if fitting else ""

    def _parts(self, line: str) -> tuple[str, str]:
        """Split a line into the tags that are done, and what is typed of the last one."""
        done, _, typed = line.rpartition(",")
        return done, typed.strip().lstrip("#").strip()
