"""The library, for the commands that need it."""

from __future__ import annotations

from argparse import Namespace

from newsreader import settings
from newsreader.reading import Reading


def open_reading(options: Namespace) -> Reading:
    """Open the library that the options and the config file name.

    Raises SettingsError and LibraryError.
    """
    return Reading(settings.load(options.config, options.library).library)
