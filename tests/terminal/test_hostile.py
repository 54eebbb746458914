"""Outside text that would act on the terminal, or disguise itself, reaches it harmless."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Run
from tests.terminal.terminal import Terminal

CLIPBOARD = "\x1b]52;c;cHduZWQ=\x07"
TITLE = "\x1b]0;pwned\x07\x1b]2;pwned\x1b\\"
CSI = "\x1b[99;99H\x1b[31;5;7m"
DCS = "\x1bPpwned\x1b\\"
EIGHT_BIT = "\x9b99;99H\x9d52;c;cHduZWQ=\x9c\x90pwned\x9c"
BIDI = "\u202e\u202d\u2066\u2069\u200f"
INVISIBLE = "\u200b\u2060\ufeff\u00ad\U000e0041\U000e007f"
EVIL = f"\x07\x08\x7f{CLIPBOARD}{TITLE}{CSI}{DCS}{EIGHT_BIT}{BIDI}{INVISIBLE}"

FORBIDDEN_BYTES = (
    b"\x1b]52", b"\x1b]0;", b"\x1b]2;", b"\x1bP", b"\x1b[99;99H", b"\x1b[31;5;7m",
    b"\x07", b"\x7f",
)  # fmt: skip
FORBIDDEN = re.compile(
    "[\x80-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)

POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""How Textual asks for a shape of the mouse pointer."""


def hidden(word: str) -> str:
    """Return a word with all that is evil in its middle, some of it around."""
    return f"{BIDI}{word[:2]}{EVIL}{word[2:]}{CSI}"


def assert_harmless(raw: bytes) -> None:
    """Fail where a byte of what is hostile was written to the terminal."""
    raw = POINTER.sub(b"", raw)
    for sequence in FORBIDDEN_BYTES:
        assert sequence not in raw, sequence
    found = FORBIDDEN.search(raw.decode("utf-8"))
    assert found is None, hex(ord(found[0]))


def read_to_the_end(terminal: Terminal) -> None:
    """Let everything be drawn anew, quit, and look at all that was written."""
    terminal.press("?")
    terminal.wait_for("Keys", "j k Space scroll")
    terminal.press("q")
    terminal.wait_without("j k Space scroll")
    terminal.press("Q")
    assert terminal.wait_for_end() == 0
    assert_harmless(terminal.raw)


def test_the_check_itself_notices() -> None:
    for sequence in (CLIPBOARD, TITLE, CSI, DCS, EIGHT_BIT, *BIDI, *INVISIBLE):
        with pytest.raises(AssertionError):
            assert_harmless(f"quiet {sequence} words".encode())
    assert_harmless("quiet “words”".encode())


def test_plain_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(
        f"{hidden('Headline')} of the day\n\n“{hidden('Spoken')} words,” {hidden('Tobias')} "
        f"Renn said.\n\n{hidden('Paragraph')} two.\n",
        encoding="utf-8",
    )
    with run(path, size=(120, 36)) as terminal:
        terminal.wait_for("Headline of the day", "“Spoken words,” Tobias Renn said.", "Paragraph")
        terminal.press("]q")
        terminal.press("4")
        read_to_the_end(terminal)


def test_eight_bit_controls_in_no_known_encoding(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_bytes(
        b"Caf\xe9 closed\n\nThe caf\xe9 \x9b31m\x9d0;pwned\x9c\x90pwned\x9c is closed for good.\n"
    )
    with run(path) as terminal:
        terminal.wait_for("! The encoding of")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert_harmless(terminal.raw)


def escaped(word: str) -> str:
    """Return a hidden word as YAML writes it between double quotation marks."""
    return "".join(
        character if character.isascii() and character.isprintable() and character not in '"\\'
        else f"\\U{ord(character):08x}"
        for character in hidden(word)
    )  # fmt: skip


def test_front_matter(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.md"
    path.write_text(
        "---\n"
        f'title: "{escaped("Headline")}"\nbyline: "{escaped("Marsh")}"\n'
        f'publisher: "{escaped("Gazette")}"\nurl: "https://{escaped("quillhaven")}.example/"\n'
        f'tags: ["{escaped("harbour")}"]\nlanguage: "{escaped("en")}"\n'
        "---\n\nThe text itself is quiet.\n",
        encoding="utf-8",
    )
    with run(path, size=(120, 36)) as terminal:
        terminal.wait_for("The text itself is quiet.", "Headline", "Marsh", "Gazette", "quillhaven")
        read_to_the_end(terminal)


def test_a_saved_page(run: Run, tmp_path: Path) -> None:
    references = "".join(f"&#{ord(character)};" for character in EVIL)
    filler = "<p>" + "The harbour was quiet all day and the boats stayed where they were. " * 4
    path = tmp_path / "evil.html"
    path.write_text(
        f"<html><head><title>Head{references}line</title>"
        f'<meta name="author" content="Ida {references} Marsh"></head><body><article>'
        f"<h1>Head{EVIL}line</h1><p>A para{references}graph of{EVIL} words about the harbour.</p>"
        f"{filler}</p>{filler}</p></article></body></html>",
        encoding="utf-8",
    )
    with run(path, size=(120, 36)) as terminal:
        terminal.wait_for("Headline", "The harbour was quiet all day")
        read_to_the_end(terminal)


def test_the_name_of_a_file_and_of_its_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / f"fo{EVIL}lder"
    folder.mkdir()
    (folder / f"na{EVIL}me.txt").write_text("A quiet headline\n\nA quiet text.\n")
    (folder / f"em{EVIL}pty.txt").write_text("")
    with run(folder, size=(120, 36)) as terminal:
        terminal.wait_for("A quiet text.", "name.txt")
        read_to_the_end(terminal)


def test_the_name_of_a_missing_file(run: Run) -> None:
    with run(f"no{EVIL}where.txt", size=(120, 36)) as terminal:
        terminal.wait_for("2 Text", "3 Quotes")
        read_to_the_end(terminal)


def test_what_is_pasted_into_a_note(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text("A quiet headline\n\nA quiet text.\n")
    with run(path) as terminal:
        terminal.wait_for("A quiet text.")
        terminal.press("a")
        terminal.wait_for("Ctrl+S keeps it")
        terminal.paste(f"My thou{CSI}{CLIPBOARD}{BIDI}{INVISIBLE}ghts")
        terminal.wait_for("My thou")
        terminal.press("ctrl+s")
        terminal.wait_for("Note kept.")
        terminal.wait_without("Ctrl+S keeps it")
        terminal.press("a")
        terminal.wait_for("Ctrl+S keeps it", "My thou")
        terminal.press("escape")
        terminal.wait_without("Ctrl+S keeps it")
        read_to_the_end(terminal)


@pytest.mark.parametrize(("key", "prompt"), [("t", "Tags"), ("/", "Find"), ("f", "Find in the")])
def test_what_is_pasted_into_a_prompt(run: Run, tmp_path: Path, key: str, prompt: str) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text("A quiet headline\n\nA quiet text.\n")
    with run(path) as terminal:
        terminal.wait_for("A quiet text.")
        terminal.press(key)
        terminal.wait_for(prompt)
        terminal.paste(f"My thou{CSI}{CLIPBOARD}{BIDI}{INVISIBLE}ghts")
        terminal.wait_for("My thou")
        terminal.press("enter", "escape", "escape")
        read_to_the_end(terminal)


def test_what_is_corrected(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.md"
    path.write_text(
        f'---\ntitle: Headline\npublisher: "{escaped("Gazette")}"\n---\n\n'
        f"“{hidden('Spoken')} words,” {hidden('Tobias')} Renn said.\n\n"
        f"{hidden('Quillhaven')} is where {hidden('Mina')} Oakes lives.\n",
        "utf-8",
    )
    with run(path, size=(120, 36)) as terminal:
        terminal.wait_for("“Spoken words,” Tobias Renn said.", "3 Quotes · 1")
        terminal.press("]qcs")
        terminal.wait_for("Correct this quote", "“Spoken words,”", "Who said it?", "Mina Oakes")
        terminal.paste(f"Jo{CSI}{CLIPBOARD}{BIDI}{INVISIBLE}hn Poe")
        terminal.wait_for("a new name")
        terminal.press("enter")
        terminal.wait_for("u takes it back", "✓")
        terminal.press("4c")
        terminal.wait_for("Correct this name", "all from Gazette")
        terminal.press("a", "x")
        terminal.wait_for("Not a name", "u takes it back")
        terminal.press("L")
        terminal.wait_for("Corrected in this article", "Speaker: Tobias Renn → ")
        terminal.press("x")
        terminal.wait_for("Taken away: Not a name", "x takes away")
        terminal.press("q")
        terminal.wait_without("x takes away")
        read_to_the_end(terminal)


def test_what_is_copied(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(f"Headline\n\n“{hidden('Spoken')} words,” Tobias Renn said.\n", "utf-8")
    with run(path) as terminal:
        terminal.wait_for("“Spoken words,” Tobias Renn said.", "3 Quotes · 1")
        terminal.press("]q")
        terminal.wait_for("Quote 1 of 1")
        terminal.press("Y")
        terminal.wait_for("Copied with its citation")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    copied = re.findall(rb"\x1b\]52;c;([^\x07]*)\x07", terminal.raw)
    assert len(copied) == 1
    text = base64.b64decode(copied[0])
    assert text.decode().startswith("“Spoken words,”\n— Tobias Renn, quoted in “Headline”")
    assert_harmless(text)
    assert_harmless(terminal.raw.replace(b"\x1b]52;c;" + copied[0] + b"\x07", b""))
