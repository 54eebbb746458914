"""From bytes to text: whether they are text at all, and in which encoding."""

from __future__ import annotations

import codecs
import re

from newsreader.errors import SourceError

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_UNPACK = "Unpack it or save its text, and open that."
_AS_TEXT = "Save the article as text, Markdown or a web page, and open that."
_SIGNATURES = (
    (b"%PDF-", "a PDF document", "Make text of it, for example with pdftotext, and open that."),
    (b"PK\x03\x04", "a ZIP archive, or an office or e-book document", _UNPACK),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"(\xb5/\xfd", "a Zstandard archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n", "a PNG image", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _AS_TEXT),
    (b"GIF87a", "a GIF image", _AS_TEXT),
    (b"GIF89a", "a GIF image", _AS_TEXT),
    (b"II*\x00", "a TIFF image", _AS_TEXT),
    (b"MM\x00*", "a TIFF image", _AS_TEXT),
    (b"RIFF", "an image, sound or film", _AS_TEXT),
    (b"OggS\x00", "a sound or film", _AS_TEXT),
    (b"ID3", "a sound", _AS_TEXT),
    (b"\x7fELF", "a program", _AS_TEXT),
    (b"\xcf\xfa\xed\xfe", "a program", _AS_TEXT),
    (b"MZ", "a program", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old office document", _AS_TEXT),
    (b"SQLite format 3\x00", "a database", _AS_TEXT),
)
# These are letters a text could begin with: only NUL bytes behind them prove the format.
_NEEDS_NUL = {b"BZh", b"RIFF", b"ID3", b"MZ"}

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_TRUSTED = re.compile(
    r"(?:windows|cp|iso|latin|koi8|gb|big5|euc|shift|sjis|mac|tis|us-ascii|ascii|utf-?8)[\w.:-]*",
    re.IGNORECASE,
)
# What the names mean on the web (WHATWG Encoding Standard, section 4.2).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_LEAST_CONFIDENCE = 0.1  # of chardet, which is right from about here on for a short article
_MISNAMED_MARKS = re.compile("[\x91-\x97]")
_WINDOWS_1252 = {
    code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)
}
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class NotTextError(SourceError):
    """What was found at a location is no text: an image, an archive, a program."""


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`; `name` (safe to show) says where it comes from.

    Tried in turn: the byte order mark, UTF-8, UTF-8 with a few damaged bytes, the encoding that
    HTML or XML declares, the encoding chardet finds. Raises NotTextError for known binary formats
    and for bytes that cannot be text, SourceError where no encoding fits.
    """
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    if encoding is None:
        _refuse_binary(data, name)
        return _marks_restored(_decode_unmarked(data, name))
    text = data.decode(encoding, "replace")
    if "\x00" in text:
        raise _not_text(name)
    _refuse_noise(text, name)
    return text


def windows_marks(code: int) -> str:
    """Return the character that Windows-1252 has at `code` (0x80 to 0x9F), or nothing."""
    return _WINDOWS_1252[code] or ""


def _refuse_binary(data: bytes, name: str) -> None:
    has_nul = b"\x00" in data
    for signature, kind, hint in _SIGNATURES:
        if data.startswith(signature) and (has_nul or signature not in _NEEDS_NUL):
            raise NotTextError(f"{name} is {kind}, not text.", hint)
    if has_nul:
        raise _not_text(name)


def _decode_unmarked(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    found = _decode_as(data, declared[1].decode("ascii", "ignore")) if declared else None
    found = found or _damaged_utf8(data) or _decode_as(data, _detected(data, name))
    if found is None:
        raise SourceError(
            f"The encoding of {name} cannot be told.", "Save it as UTF-8, and open that."
        )
    _refuse_noise(found, name)
    return found


def _detected(data: bytes, name: str) -> str:
    """Return the encoding that the letters speak for; NotTextError if they speak for none."""
    from chardet import detect

    result = detect(data)
    if result["encoding"] is None:
        raise _not_text(name)
    # A few letters prove nothing, and Windows-1252 is what the web falls back on.
    return result["encoding"] if result["confidence"] >= _LEAST_CONFIDENCE else "cp1252"


def _decode_as(data: bytes, encoding: str) -> str | None:
    """Decode as a web browser would read `encoding`; None if the name or the bytes are wrong."""
    if not _TRUSTED.fullmatch(encoding):
        return None
    try:
        canonical = codecs.lookup(encoding).name
        return data.decode(_SUPERSETS.get(canonical, canonical))
    except (LookupError, UnicodeError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """Decode UTF-8 of which some characters are broken, or None if too few are whole."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return text if whole >= 4 * broken else None


def _marks_restored(text: str) -> str:
    """Give back the marks of Windows-1252 that some program took for Latin-1 controls."""
    return text.translate(_WINDOWS_1252) if _MISNAMED_MARKS.search(text) else text


def _refuse_noise(text: str, name: str) -> None:
    """Raise NotTextError if more than one character in twenty is a control or undecodable."""
    if (len(_CONTROL.findall(text)) + text.count("\ufffd")) * 20 > len(text):
        raise _not_text(name)


def _not_text(name: str) -> NotTextError:
    return NotTextError(f"{name} is binary data, not text.", _AS_TEXT)
