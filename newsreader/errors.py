"""What can go wrong, said so that a reader knows what to do next."""

from __future__ import annotations


class NewsreaderError(Exception):
    """A failure with one clear sentence for the reader, and what to do next.

    `message` says what went wrong and where; `hint` (may be empty) says what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class SourceError(NewsreaderError):
    """A location could not be read as an article."""


class LibraryError(NewsreaderError):
    """The library file could not be opened, read or written."""


class SettingsError(NewsreaderError):
    """The config file has an unknown key or a wrong value."""


class ExportError(NewsreaderError):
    """Notes could not be exported, or an export could not be written or read back."""


class CorrectionError(NewsreaderError):
    """A correction cannot be made, or a file of corrections cannot be read."""


class NothingFound(NewsreaderError):  # noqa: N818 - an answer rather than an error
    """Nothing in the library answers what the reader asked for."""
