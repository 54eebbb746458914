"""Who brought an article out, as a reader names its source."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from newsreader.library.statements import storable


def origin_of(publisher: str, url: str, location: str) -> str:
    """Return what an article shares with the others from its source; "" if it shares nothing.

    Its publisher, else the site of its address, else the folder it was read from.
    """
    named = " ".join(storable(publisher).split())
    if named:
        return named
    for address in (url, location):
        if site := _site(address):
            return site
    path = Path(location)
    return storable(str(path.parent)) if path.is_absolute() else ""


def _site(address: str) -> str:
    if not address.lower().startswith(("http://", "https://")):
        return ""
    try:
        return storable((urlsplit(address).hostname or "").removeprefix("www."))
    except ValueError:  # no address after all
        return ""
