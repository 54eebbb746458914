from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.model import Article
from newsreader.sources.page import MAX_TAGS, read_page

PARAGRAPHS = (
    "The council of Ardle voted on Monday to close the old library, after a long debate.",
    "“We had no choice,” the mayor said in the hall, where two hundred people had come.",
    "Nobody who spoke that night was content with what had been agreed on the budget.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Council votes - The Ardle Post</title>
<meta property="og:title" content="Council votes">
<meta property="og:site_name" content="The Ardle Post"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2024-03-03T10:30:00+01:00">
<link rel="canonical" href="https://example.org/council"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Council votes</h1><p>By Jane Roe</p>
<p>{PARAGRAPHS[0]}</p><blockquote><p>{PARAGRAPHS[1]}</p></blockquote>
<h2>What is next</h2><ul><li>the library, which will close in spring</li><li>the pool</li></ul>
<p>{PARAGRAPHS[2]}</p></article>
<footer><p>Subscribe to our newsletter</p></footer></body></html>"""


def read(html: str) -> Article:
    return read_page(html, "/a.html", "a.html")


def test_the_article_is_taken_out_of_its_page() -> None:
    article = read(PAGE)
    assert (article.title, article.byline) == ("Council votes", "Jane Roe")
    assert (article.publisher, article.language) == ("The Ardle Post", "en-GB")
    assert article.published == datetime(2024, 3, 3, 9, 30, tzinfo=UTC)
    assert (article.url, article.source) == ("https://example.org/council", "page")
    assert article.text == (
        f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\nWhat is next\n\n"
        f"• the library, which will close in spring\n• the pool\n\n{PARAGRAPHS[2]}"
    )


@pytest.mark.parametrize("reference", ["&#27;", "&#x1B;", "&#0000027", "&#xD800;", f"&#{9**40};"])
def test_a_reference_to_a_control_character_does_not_hide_the_article(reference: str) -> None:
    hidden = PAGE.replace("We had", f"We {reference} had")
    assert PARAGRAPHS[0] in read(hidden).text
    assert "\x1b" not in read(hidden).text


def test_references_to_windows_marks_are_those_marks() -> None:
    assert "“We had no choice,”" in read(PAGE.replace("“", "&#147;").replace("”", "&#148;")).text


def test_what_references_disguise_is_cleaned() -> None:
    article = read(PAGE.replace("Nobody", "No&#8203;bo&shy;dy&#x202E;"))
    assert PARAGRAPHS[2] in article.text


def test_marks_that_a_browser_draws_are_written_out() -> None:
    assert "“fine” with" in read(PAGE.replace("content with", "<q>fine</q> with")).text


def test_an_element_crowded_with_attributes_is_still_read() -> None:
    crowd = " ".join(f"a{i}=1" for i in range(50_000))
    assert PARAGRAPHS[0] in read(PAGE.replace("<article>", f"<article {crowd}>")).text


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.html lie more than 250 deep"):
        read(PAGE.replace("<article>", "<div>" * 20_000))


def test_a_page_with_too_many_elements_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.html is too large a web page"):
        read("<html><body>" + "<p>x" * MAX_TAGS)


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><nav>Home</nav>", "<p>", "<html"])
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    with pytest.raises(SourceError, match=r"No article was found in the web page a\.html"):
        read(html)


def test_reading_a_page_says_nothing_and_needs_no_network(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, "utf-8")
    program = (
        "import socket, sys\n"
        "def refuse(*_): raise SystemExit('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from newsreader.sources import read\n"
        "assert 'trafilatura' not in sys.modules\n"
        "for name in sys.argv[1:]: print(next(read(name)))\n"
    )
    (tmp_path / "b.html").write_text("<html><body>", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", program, str(path), str(tmp_path / "b.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Council votes" in done.stdout
