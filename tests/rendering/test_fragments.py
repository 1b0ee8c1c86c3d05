"""A citation opens its page at the sentence: the text fragment, and Chromium following it."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from chromium import Chromium, chromium, executable

from briefs.checking import check_brief
from briefs.model import Article, Citation
from briefs.rendering.html import body_html
from briefs.rendering.markdown.links import citation_link, text_fragment

FIRST = (
    "The harbour council of Port Ellan voted on Monday to rebuild the eastern breakwater, it said."
)
LATER = "The harbour council of Port Ellan voted on Friday to sell the western breakwater, it said."
SHORT = "It will cost $4.2 million, half-paid by the state & “friends”."
TEXT = f"{FIRST}\n{SHORT} Nobody spoke against it.\n{LATER}\nNobody spoke against it."


def cited(words: str, text: str = TEXT, last: bool = False) -> Citation:
    article = Article(title="x", text=text, url="https://news.example/1")
    start = article.text.rindex(words) if last else article.text.index(words)
    return Citation(article, start, start + len(words))


def parts(directive: str) -> list[str]:
    return [unquote(part) for part in directive.split(",")]


def test_a_short_sentence_is_named_whole_and_a_long_one_by_its_ends() -> None:
    """Commas, hyphens and ampersands are encoded: raw they would have a meaning."""
    assert text_fragment(cited(SHORT)) == (
        "It%20will%20cost%20%244.2%20million%2C%20half%2Dpaid%20by%20the%20state%20%26%20"
        "%E2%80%9Cfriends%E2%80%9D."
    )
    text = "Rescuers searched the harbour of Port Ellan through the night for the crew of the tug."
    assert parts(text_fragment(cited(text, text))) == [
        "Rescuers searched the harbour of",
        "the crew of the tug.",
    ]


def test_as_many_words_are_named_as_tell_it_from_others() -> None:
    """Two sentences that begin alike differ in their fragments."""
    assert parts(text_fragment(cited(FIRST)))[0].endswith("voted on Monday")
    assert parts(text_fragment(cited(LATER)))[0].endswith("voted on Friday")


def test_a_repeated_sentence_is_told_by_the_words_before_it() -> None:
    """The second of two equal sentences is the second."""
    fragment = parts(text_fragment(cited("Nobody spoke against it.", last=True)))
    assert fragment == ["breakwater, it said.-", "Nobody spoke against it."]


def test_words_that_the_page_does_not_show_are_not_promised() -> None:
    """Without its words in the page a citation leads to the page, and says so."""
    citation = cited(FIRST)
    page = TEXT.replace("rebuild", "mend")
    assert text_fragment(citation, page)  # its ends are there
    assert not text_fragment(citation, "Subscribe to read on.")
    link = citation_link(citation, 1, page="Subscribe to read on.")
    assert link == "https://news.example/1"
    assert text_fragment(cited(FIRST), FIRST.replace("council of", "council\nof")) == ""
    body = body_html(
        "---\ngenerator: briefs\n---\n# x\n\nNow\n\n## y\n\nSo it is. [[1]][s1] So. [[1]][s1b]\n\n"
        f'[s1]: <{link}> "News · 3f9a1c2b 4-9"\n'
        f'[s1b]: <{link}#:~:text=So> "News · 3f9a1c2b 9-12"\n'
    )
    assert 'aria-label="Source 1: News (opens at the top of the page)"' in body
    assert 'aria-label="Source 1: News"' in body


def test_check_follows_the_fragment() -> None:
    """A fragment must name the cited words: another one is false, none at all is true."""
    article = Article("Breakwater", FIRST, "Gazette", "https://news.example/1", language="en")
    page = (
        "---\ntitle: x\ngenerator: briefs\narticles: 1\ntexts: 1\nsources: 1\nstories: 1\n---\n\n"
        "# x\n\n"
        "1 article · 1 distinct text · 1 source · 1-minute read\n\n## Breakwater\n\n"
        f"*Gazette* · single origin\n\n{FIRST} [[1]][s1]\n\n## Sources\n\n"
        "1. Gazette: [Breakwater][a1]\n\n"
        f'[a1]: <{article.url}>\n[s1]: <{{}}> "Gazette · {article.id} 0-{len(FIRST)}"\n'
    )
    whole = citation_link(Citation(article, 0, len(FIRST)), 1)
    assert ":~:text=" in whole
    for address in (whole, article.url):
        assert check_brief(page.format(address), [article]) == ()
    for wrong in (whole.replace("harbour", "horbour"), f"{whole}%20so", "https://news.example/2"):
        assert [f.code for f in check_brief(page.format(wrong), [article])] == ["address"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if not executable():
        pytest.skip("Chromium is not installed")
    with chromium() as page:
        page.size(800, 400)
        yield page


def test_chromium_opens_the_page_at_the_sentence(browser: Chromium, tmp_path: Path) -> None:
    """Each of our fragments scrolls a long page to where its sentence stands."""
    blank = '<div style="height:3000px"></div>'
    paragraphs = "".join(f"<p>{line}</p>{blank}" for line in TEXT.split("\n"))
    (tmp_path / "page.html").write_text(
        f"<!doctype html><meta charset=utf-8><body>{blank}{paragraphs}", "utf-8"
    )

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    citations = [
        (cited(FIRST), 0),
        (cited(SHORT), 1),
        (cited(LATER), 2),
        (cited("Nobody spoke against it.", last=True), 3),
    ]
    try:
        for citation, number in citations:
            browser.open("about:blank")
            browser.open(
                f"http://127.0.0.1:{server.server_port}/page.html#:~:text={text_fragment(citation)}"
            )
            place = browser.run(
                "new Promise(done => setTimeout(() => done([...document.querySelectorAll('p')]"
                ".findIndex(p => Math.abs(p.getBoundingClientRect().top - 200) < 200)), 80))"
            )
            assert place == number, citation.text
    finally:
        server.shutdown()
        server.server_close()
