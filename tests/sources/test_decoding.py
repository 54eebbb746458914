from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.sources.decoding import NotTextError, decode

visible = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffd"))


@given(visible, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_is_read_too(bom: bytes) -> None:
    encoding = "utf-16-be" if bom == codecs.BOM_UTF16_BE else "utf-32-be"
    assert decode(bom + "“Nein”".encode(encoding), "x") == "“Nein”"


@given(visible.filter(lambda text: not text.startswith(("%PDF-", "GIF8"))))
def test_utf8_is_read_as_utf8(text: str) -> None:
    assert decode(text.encode(), "x") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The mayor’s office said “no” to the plan – again. ", "cp1252"),
        ("Le maire a déclaré que la forêt était brûlée. ", "latin-1"),
        ("Мэр города сказал, что библиотека закроется весной. ", "cp1251"),
        ("Мэр города сказал, что библиотека закроется весной. ", "koi8-r"),
        ("市長は水曜日に図書館を閉めると言った。", "cp932"),
        ("市长星期三说图书馆春天关门。", "gb18030"),
    ],
)
def test_old_encodings_are_found(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding), "x") == text * 3


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-2">',
        '<META http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
        '<?xml version="1.0" encoding="iso-8859-2"?>',
    ],
)
def test_what_the_page_declares_is_believed(declaration: str) -> None:
    text = f"{declaration}<p>Gdańsk, Łódź</p>"
    assert decode(text.encode("iso-8859-2"), "x") == text


@pytest.mark.parametrize("declared", ["utf-7", "unicode_escape", "hex", "no-such-thing", "idna"])
def test_a_declared_encoding_that_no_page_has_is_ignored(declared: str) -> None:
    data = f'<meta charset="{declared}"><p>+ADw-b+AD4- \\x41 caf\xe9 d\xe9j\xe0 vu</p>'
    assert "+ADw-b+AD4- \\x41 café déjà vu" in decode(data.encode("latin-1"), "x")


def test_latin_1_means_windows_1252_as_on_the_web() -> None:
    data = b'<meta charset="iso-8859-1"><p>\x93No\x94 \x80 5</p>'
    assert decode(data, "x").endswith("<p>“No” € 5</p>")


def test_some_damage_does_not_change_the_encoding() -> None:
    data = "“Nein”, sagte Müller. Größe über alles, schön.".encode()
    assert decode(data[:-1] + b"\xc3", "x").startswith("“Nein”, sagte Müller.")


def test_marks_taken_for_controls_are_marks_again() -> None:
    assert decode("don\x92t say \x93no\x94\x85".encode(), "x") == "don’t say “no”…"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"MZ\x90\x00", "a program"),
        (b"some\x00thing", "binary data"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\x00", "binary data"),
        (b"\x01\x02\x03 caf\xe9", "binary data"),
    ],
)
def test_binary_data_is_named_for_what_it_is(data: bytes, kind: str) -> None:
    with pytest.raises(NotTextError, match=f"photo is {kind}") as caught:
        decode(data, "photo")
    assert caught.value.hint


def test_letters_that_begin_like_a_format_are_text() -> None:
    assert decode(b"MZ is short for Mark Zbikowski.", "x").startswith("MZ")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_clear_error(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        assert isinstance(decode(data, "x"), str)
