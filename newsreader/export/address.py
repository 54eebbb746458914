"""The address of an article as other programs take it: a URI (RFC 3986)."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from newsreader.export.citation import Citable
from newsreader.safety import guard

_ALLOWED = ":/?#[]@!$&'()*+,;=-._~%"
_URN = "urn:x-newsreader:location:"


def web_address(article: Citable) -> str:
    """Return the http(s) address of an article, empty where it has none.

    What may not stand in a URI is percent-encoded.
    """
    for address in (article.url, article.location):
        if re.match(r"https?://\S", address, re.IGNORECASE):
            return _encoded(address, safe=_ALLOWED)
    return ""


def uri(article: Citable) -> str:
    """Return a URI of an article: its web address, that of its file, or else a name for it."""
    address = web_address(article)
    if address:
        return address
    path = article.location.replace("\\", "/")
    if re.match("[A-Za-z]:/", path):  # of Windows
        return "file:///" + _encoded(path, safe="/:")
    if path.startswith("/") and path == article.location:
        return "file://" + _encoded(path, safe="/")
    return _URN + _encoded(article.location, safe="")


def _encoded(text: str, *, safe: str) -> str:
    return quote(guard(text), safe=safe)


def location_of(address: str) -> str:
    """Return where an article is that another program knows by this URI, on one line."""
    for start in ("file://", _URN):
        if address.startswith(start):
            path = guard(unquote(address.removeprefix(start)))
            return path[1:] if re.match("/[A-Za-z]:/", path) else path
    return guard(address).strip()
