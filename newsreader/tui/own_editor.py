"""The reader's own editor, opened on a text of theirs."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newsreader.errors import NewsreaderError
from newsreader.safety import clean, guard

_STILL_HERE = "What you wrote is still here."


def command() -> list[str]:
    """Return the editor that $VISUAL or $EDITOR names, with its arguments.

    Raises NewsreaderError where neither names one.
    """
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not named:
        raise NewsreaderError(
            "There is no editor to open.", "Name one in $VISUAL or $EDITOR before the start."
        )
    try:
        return shlex.split(named)
    except ValueError as error:
        raise NewsreaderError(
            f"The editor {guard(named)} has a quotation mark that is not closed.",
            "Correct $VISUAL or $EDITOR.",
        ) from error


def edited(text: str, editor: Sequence[str]) -> str:
    """Return what the reader made of `text` in an editor, which has the terminal until it ends.

    Meanwhile the text is in a file that nobody else can read. Raises NewsreaderError where the
    editor cannot be started, or fails, or leaves no file.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="newsreader-", ignore_cleanup_errors=True) as own:
            path = Path(own) / "note.md"
            path.touch(mode=0o600)
            path.write_bytes(f"{text}\n".encode("utf-8", "replace"))
            _run([*editor, str(path)])
            return clean(_decoded(path.read_bytes())).removesuffix("\n")
    except OSError as error:
        raise NewsreaderError(
            f"The note could not be passed to the editor and back: {error.strerror}.", _STILL_HERE
        ) from error


def _run(arguments: Sequence[str]) -> None:
    name = guard(arguments[0])
    try:
        with _uninterrupted():
            code = subprocess.run(arguments, check=False).returncode  # noqa: S603 - the reader's own
    except (OSError, ValueError) as error:  # the latter for a name with a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise NewsreaderError(
            f"The editor {name} could not be started: {guard(reason).lower()}.", _STILL_HERE
        ) from error
    if code:
        raise NewsreaderError(f"The editor {name} ended with the code {code}.", _STILL_HERE)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave Ctrl+C to the editor."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # it is as usual again in the editor
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _decoded(written: bytes) -> str:
    """Return what the editor wrote; what is not UTF-8 is no reason to lose it."""
    try:
        return written.decode("utf-8-sig")
    except UnicodeDecodeError:
        return written.decode("latin-1")
