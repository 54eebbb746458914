"""How the words of a source became those of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.checking.alignment import Alignment, Step
from newsreader.model.judgement import Piece, PieceKind


def difference(alignment: Alignment) -> tuple[Piece, ...]:
    """Return the pieces of a quotation and of its source, in the order of both.

    What brackets or an ellipsis stand for counts as the same. Nothing where all is.
    """
    if alignment.is_all_honest:
        return ()
    return tuple(piece for piece in _pieces(alignment) if piece.text)


def _pieces(alignment: Alignment) -> Iterator[Piece]:
    for step in alignment.steps:
        if step.same or alignment.is_honest(step):
            yield Piece(PieceKind.SAME, _drafted(alignment, step))
        else:
            yield Piece(PieceKind.LEFT_OUT, _said(alignment, step))
            yield Piece(PieceKind.PUT_IN, _drafted(alignment, step))


def _drafted(alignment: Alignment, step: Step) -> str:
    """Return words of the quotation with what follows them, up to the next word."""
    words, text = alignment.wording.words, alignment.wording.text
    if not step.quoted:
        return ""
    start = words[step.quoted.start].start if step.quoted.start else 0
    end = words[step.quoted.stop].start if step.quoted.stop < len(words) else len(text)
    return text[start:end]


def _said(alignment: Alignment, step: Step) -> str:
    if not step.found:
        return ""
    stream = alignment.stream
    return stream.span(step.found.start, step.found[-1]).of(stream.text) + " "


def written(pieces: tuple[Piece, ...]) -> str:
    """Write a difference as one line: [-what was left out-]{+what was put in+}."""
    line = ""
    for piece in pieces:
        text = " ".join(piece.text.split())
        match piece.kind:
            case PieceKind.SAME:
                line += f"{text} "
            case PieceKind.LEFT_OUT:
                line += f"[-{text}-] "
            case PieceKind.PUT_IN:
                line = (line[:-1] if line.endswith("-] ") else line) + f"{{+{text}+}} "
    return line.strip()
