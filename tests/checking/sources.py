"""Invented articles, and drafts compared with them."""

from __future__ import annotations

from newsreader.analysis import analyze
from newsreader.checking.judging import judge
from newsreader.checking.quotations import Draft, quotations
from newsreader.checking.texts import KnownText, Stream
from newsreader.model import sha256_of
from newsreader.model.judgement import Judged, SourcePassage

BATHS = """\
Harrowmere will drain its baths in April, Mayor Delia Pruett said on Tuesday.

“I learned to swim in that pool,” Pruett said. “So did my children. But I can’t heat it with \
affection.”

“It will not be easy for anyone in this town,” she told the council. “We have looked at every \
line of the budget, and there is nothing left to cut but the water itself.”

“Take an ordinary year and the figure is half that, about 12 percent of our budget,” Warren \
Corley, the treasurer, told the council. He said that the losses had been worked out from the \
coldest winter in thirty years.

Corley warned of “a hole in the roof” and of rust. “Did anybody count the swimmers? Nobody did,” \
he said. “They only counted the tickets that we sold at the door, all 4,350 of them.”

“They call it progress,” said Lena Brandt, who teaches children to swim. “My neighbour said to \
me, ‘The water is the last thing we share in this town,’ and I think she was right.”

“We shall swim in the river then,” Brandt said.

“It was never about the money – it was about who decides,” said Imre Vass, a former lifeguard.
“The well-known cracks in the floor have been there since 1987.

“And nobody has ever closed them, not once in all those years.”
"""

FERRY = """\
The ferry to Ellsay will stop for a month, the Harbour Board of Ellsay said.

“The hull is sound, but the engine is older than most of our passengers,” said Captain Tomas Rehn.

“We will bring the mail by fishing boat until the new engine is here,” said Ines Okafor, the \
postmistress. “I promise that no letter will be lost.”

«Nous n’avons jamais abandonné cette île», a dit Claire Aubin. „Wir fahren bei jedem Wetter“, \
sagte Jonas Brandt.

Rehn is certain that the boat can be mended before the storms of October come.
"""


def known(text: str, title: str = "An article", number: int = 1) -> KnownText:
    """Return a text as one that quotations are compared with."""
    about = SourcePassage(
        number, number, sha256_of(text), title, f"/{title}", publisher="The Ledger"
    )
    return KnownText(Stream.of(text), analyze(text), about)


SOURCES = (known(BATHS, "Baths to close", 1), known(FERRY, "No ferry", 2))


def check(text: str, *texts: KnownText) -> list[Judged]:
    """Judge each quotation of a draft by some texts; by the invented articles if none are given."""
    draft = Draft(text, analyze(text))
    return [judge(each, draft, texts or SOURCES) for each in quotations(draft)]
