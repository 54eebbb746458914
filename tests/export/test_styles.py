"""Citations in the styles of manuals; people and papers in them are invented."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export.citation import citation
from newsreader.export.styles import STYLES, cite, label
from newsreader.model import Article
from newsreader.safety import guard
from newsreader.settings import CITATIONS

ARTICLE = Article(
    title="Budget passes",
    text="",
    location="/news/budget.md",
    byline="By Ann Hall and Bo Lind",
    publisher="The Post",
    published=datetime(2024, 9, 3, 23, 59, tzinfo=UTC),
    url="https://post.example/budget",
)
READ = datetime(2024, 12, 4, tzinfo=UTC)


def cited(style: str, **changes: object) -> str:
    return cite(style, replace(ARTICLE, **changes), retrieved=READ)  # type: ignore[arg-type]  # fields of Article


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            (
                "Hall, A., & Lind, B. (2024, September 3). Budget passes. The Post."
                " https://post.example/budget"
            ),
        ),
        (
            {"published": None},
            (
                "Hall, A., & Lind, B. (n.d.). Budget passes. The Post."
                " Retrieved December 4, 2024, from https://post.example/budget"
            ),
        ),
        (
            {"byline": "Ann-Marie J.K. Hall, Bo van der Lind and Cy Dorn", "url": ""},
            (
                "Hall, A.-M. J. K., van der Lind, B., & Dorn, C. (2024, September 3)."
                " Budget passes. The Post."
            ),
        ),
        ({"byline": "", "url": ""}, "Budget passes. (2024, September 3). The Post."),
        ({"byline": "The Post", "url": ""}, "Budget passes. (2024, September 3). The Post."),
        ({"byline": "", "title": "", "url": ""}, "The Post. (2024, September 3)."),
        (
            {"byline": "Reuters", "title": "Who pays?", "url": ""},
            "Reuters. (2024, September 3). Who pays? The Post.",
        ),
        (
            {"byline": "Martin Roe, Jr.", "publisher": "", "url": "", "published": None},
            "Roe, M., Jr. (n.d.). Budget passes.",
        ),
    ],
)
def test_apa(changes: dict[str, object], expected: str) -> None:
    assert cited("apa", **changes) == expected


def test_apa_names_twenty_authors_and_no_more() -> None:
    people = [f"Ann {'ABCDEFGHIJKLMNOPQRSTUVW'[n]}roe" for n in range(23)]
    line = cited("apa", byline=", ".join(people[:20]))
    assert line.startswith("Aroe, A., Broe, A., ")
    assert "Sroe, A., & Troe, A. (2024" in line
    line = cited("apa", byline=", ".join(people))
    assert "Sroe, A., . . . Wroe, A. (2024" in line
    assert "Troe" not in line


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            (
                "Hall, Ann, and Bo Lind. “Budget passes.” The Post, 3 Sept. 2024,"
                " https://post.example/budget."
            ),
        ),
        (
            {"published": None},
            (
                "Hall, Ann, and Bo Lind. “Budget passes.” The Post,"
                " https://post.example/budget. Accessed 4 Dec. 2024."
            ),
        ),
        (
            {"byline": "Ann Hall, Bo Lind and Cy Dorn", "url": ""},
            "Hall, Ann, et al. “Budget passes.” The Post, 3 Sept. 2024.",
        ),
        ({"byline": "", "url": ""}, "“Budget passes.” The Post, 3 Sept. 2024."),
        (
            {"byline": "Reuters", "title": "A “raid” at last?", "url": ""},
            "Reuters. “A ‘raid’ at last?” The Post, 3 Sept. 2024.",
        ),
        (
            {"byline": "Martin Roe Jr", "published": datetime(2024, 6, 3, tzinfo=UTC), "url": ""},
            "Roe, Martin, Jr. “Budget passes.” The Post, 3 June 2024.",
        ),
        ({"title": "", "byline": "", "url": "", "publisher": ""}, "3 Sept. 2024."),
    ],
)
def test_mla(changes: dict[str, object], expected: str) -> None:
    assert cited("mla", **changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            (
                "Ann Hall and Bo Lind, “Budget passes,” The Post, September 3, 2024,"
                " https://post.example/budget."
            ),
        ),
        (
            {"published": None},
            (
                "Ann Hall and Bo Lind, “Budget passes,” The Post, accessed December 4, 2024,"
                " https://post.example/budget."
            ),
        ),
        (
            {"byline": "Ann Hall, Bo Lind, Cy Dorn", "url": ""},
            "Ann Hall, Bo Lind, and Cy Dorn, “Budget passes,” The Post, September 3, 2024.",
        ),
        (
            {"byline": "Ann Hall, Bo Lind, Cy Dorn, Di Roe", "url": ""},
            "Ann Hall et al., “Budget passes,” The Post, September 3, 2024.",
        ),
        (
            {"byline": "Hall, Ann", "publisher": "", "published": None, "url": ""},
            "Ann Hall, “Budget passes.”",
        ),
        (
            {"byline": "", "title": "Made in the U.S.", "url": ""},
            "“Made in the U.S.,” The Post, September 3, 2024.",
        ),
    ],
)
def test_chicago(changes: dict[str, object], expected: str) -> None:
    assert cited("chicago", **changes) == expected


@pytest.mark.parametrize("style", CITATIONS)
def test_the_speaker_is_said_to_be_quoted_or_paraphrased(style: str) -> None:
    bare = cite(style, ARTICLE)
    said = cite(style, ARTICLE, "Jane Roe")
    how = {"apa": "as cited in", "mla": "qtd. in"}.get(style, "quoted in")
    assert said == f"Jane Roe, {how} {bare}"
    assert cite(style, ARTICLE, "Jane Roe", indirect=True) == f"Jane Roe, paraphrased in {bare}"


def test_newspapers_have_their_own() -> None:
    assert cite("news", ARTICLE, "Jane Roe") == citation(ARTICLE, "Jane Roe")


def test_every_style_that_can_be_set_is_there() -> None:
    assert set(CITATIONS) == {"news", *STYLES}
    assert [label(style) for style in CITATIONS] == ["news", "APA", "MLA", "Chicago"]


@pytest.mark.parametrize("style", STYLES)
def test_a_file_of_ones_own_is_no_address(style: str) -> None:
    assert "budget.md" not in cited(style, url="")
    assert "https://post.example/b" in cited(style, url="", location="https://post.example/b")


@pytest.mark.parametrize("style", STYLES)
def test_an_address_alone_is_an_address_alone(style: str) -> None:
    line = cited(style, byline="", title="", publisher="", published=None)
    assert line.removesuffix(".") == "https://post.example/budget"


bits = st.sampled_from(
    ["", "By", "Ann", "Hall", "and", "Bo Lind", "&", "The Post", "Jr.", "Reuters", "“raid”", "why?"]
)
ends = st.sampled_from(["", ",", ".", " ,", ";", ":", "\x1b[2J", "\u202e", "\n", "\x07", "…"])
begins = st.sampled_from(["", ",", ";", "\x1b[2J", "\n", "\u202e "])
fields = st.tuples(begins, st.lists(bits, max_size=4).map(" ".join), ends).map("".join)
articles = st.builds(
    Article,
    title=fields,
    text=st.just(""),
    location=st.just("/news/a.md"),
    byline=fields,
    publisher=fields,
    published=st.none() | st.just(READ),
    url=st.sampled_from(["", "https://post.example/a", "https://a.example/\x1b[m"]),
)


@given(st.sampled_from(sorted(STYLES)), articles, fields, st.none() | st.just(READ))
def test_nothing_stray_is_left(
    style: str, article: Article, speaker: str, retrieved: datetime | None
) -> None:
    line = cite(style, article, speaker, retrieved=retrieved)
    assert guard(line) == line == line.strip()
    assert not re.search(r",,|(?<! \.) \.(?! \.)| ,|  |\.\.(?! )|^[,.;:]|,$|\(\)|“”", line), line
