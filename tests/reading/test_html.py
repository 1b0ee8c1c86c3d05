"""Pages: body, metadata and the state of their markup."""

from datetime import UTC, date, datetime

import pytest

from briefs.reading.format import File, Skip
from briefs.reading.html import read_html
from briefs.reading.labelling import label
from briefs.reading.markup import looks_like_html

LEAD = "The council voted on Monday to rebuild the old pier before the summer season begins."
MORE = "Work will take seven months and cost about four million crowns, the mayor said on Tuesday."
LAST = (
    "The pier was built in 1902 and has been closed since a storm tore off its outer half in March."
)


def page(head: str = "", body: str = "", charset: str = "utf-8") -> bytes:
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="{charset}">{head}</head><body>'
        "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
        f"<article><h1>Pier to be rebuilt</h1>{body}<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"
        "</article>"
        "<footer><p>© 2026 Harbour Gazette</p></footer></body></html>"
    )
    return text.encode(charset)


def read(data: bytes):
    return read_html(File("pier.html", data))


def article(head: str = "", body: str = ""):
    return label(read(page(head, body)).articles[0])


def test_the_body_is_the_article_without_what_stands_around_it():
    assert article().body == f"{LEAD}\n{MORE}\n{LAST}"


def test_open_graph_and_article_tags_are_read():
    found = article(
        "<title>Pier to be rebuilt - Harbour Gazette</title>"
        '<meta property="og:title" content="Pier to be rebuilt">'
        '<meta property="og:site_name" content="Harbour Gazette">'
        '<meta name="author" content="Ada Moss">'
        '<meta property="article:published_time" content="2026-05-03T09:20:00+00:00">'
        '<meta property="article:modified_time" content="2026-05-04">'
        '<link rel="canonical" href="https://www.harbourgazette.example/pier">'
    )
    assert (found.title, found.source) == ("Pier to be rebuilt", "Harbour Gazette")
    assert found.published == datetime(2026, 5, 3, 9, 20, tzinfo=UTC)
    assert found.updated == date(2026, 5, 4)
    assert found.authors == ("Ada Moss",)
    assert found.url == "https://www.harbourgazette.example/pier"


def test_the_title_is_the_heading_the_page_shows_where_the_head_says_nearly_the_same():
    data = page('<meta property="og:title" content="Old pier will be rebuilt for millions">')
    shown = b"<h1>The old pier of Orla will be rebuilt for four millions</h1>"
    found = read(data.replace(b"<h1>Pier to be rebuilt</h1>", shown)).articles[0]
    assert found.title == "The old pier of Orla will be rebuilt for four millions"


def test_a_heading_that_is_the_site_is_no_title():
    head = (
        '<meta property="og:title" content="Pier to be rebuilt">'
        '<meta property="og:site_name" content="Harbour Gazette">'
    )
    data = page(head).replace(b"<h1>Pier", b"<h1>Harbour Gazette</h1><h1>Pier")
    assert read(data).articles[0].title == "Pier to be rebuilt"


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="og:site_name" content="harbourgazette">', "The Harbour Gazette"),
        ('<meta property="og:site_name" content="The Harbour Gazette">', "The Harbour Gazette"),
        ('<meta property="og:site_name" content="news">', "The Harbour Gazette"),
        ('<meta property="og:site_name" content="harbourgazette.example">', "The Harbour Gazette"),
    ],
)
def test_a_source_is_spelled_as_readers_know_it(head, source):
    canonical = '<link rel="canonical" href="https://www.harbourgazette.example/pier">'
    record = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": '
        '{"name": "The Harbour Gazette"}}</script>'
    )
    assert article(head + canonical + record).source == source


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel="canonical" href="https://gazette.example/pier-20260503">', ""),
        ('<link rel="canonical" href="https://gazette.example/2026/05/03/pier">', ""),
        ("", "<p><span>veröffentlicht am 3. Mai 2026</span></p>"),
        ("", "<time>May 3, 2026</time>"),
    ],
)
def test_a_date_is_found_in_the_address_or_on_the_page(head, body):
    assert article(head, body).published == date(2026, 5, 3)


def test_json_ld_is_read():
    found = article(
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},'
        '{"@type": "NewsArticle", "headline": "Pier to be rebuilt", "datePublished": "2026-05-03",'
        '"author": [{"name": "Ada Moss"}, {"name": "Reuters"}],'
        '"publisher": {"name": "Harbour Gazette"}}]}</script>'
    )
    assert (found.published, found.source) == (date(2026, 5, 3), "Harbour Gazette")
    assert (found.authors, found.agency) == (("Ada Moss",), "Reuters")


@pytest.mark.parametrize(
    "script",
    [
        "{",
        '{"@type": ' * 5000,
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": 5, "author": [[]]}',
        "null",
    ],
)
def test_broken_json_ld_is_ignored(script):
    assert (
        article(f'<script type="application/ld+json">{script}</script>').title
        == "Pier to be rebuilt"
    )


def test_a_crawl_date_and_an_absent_year_are_no_dates():
    assert article('<meta name="crawl-date" content="2026-05-05">').published is None
    assert (
        article('<meta property="article:published_time" content="0001-01-01T00:00:00">').published
        is None
    )


def test_a_date_in_the_address_or_shown_on_the_page_is_the_last_resort():
    assert article(
        '<link rel="canonical" href="https://x.example/2026/05/03/pier">'
    ).published == date(2026, 5, 3)
    assert article(
        '<link rel="canonical" href="https://x.example/2026/may/3/pier">'
    ).published == date(2026, 5, 3)
    assert article(body='<p class="publish-date">Published 3 May 2026</p>').published == date(
        2026, 5, 3
    )


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (
            '<base href="https://x.example/news/"><link rel="canonical" href="pier?id=1">',
            "https://x.example/news/pier?id=1",
        ),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://x.example/">', ""),
        ('<link rel="canonical" href="https://[bad">', ""),
        ('<meta property="og:url" content="http://x.example/pier">', "http://x.example/pier"),
    ],
)
def test_the_address_is_resolved_and_its_scheme_checked(link, url):
    assert article(link).url == url


SITE_NAME = '<meta property="og:site_name" content="{}">'


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (
            SITE_NAME.format("U.S.")
            + '<script type="application/ld+json">{"@type": "Article", "publisher": "Reuters"}'
            + '</script><link rel="canonical" href="https://www.reuters.com/pier">',
            "Reuters",
        ),
        (
            (
                "<title>Pier to be rebuilt | The Orla Times</title>"
                '<meta property="og:title" content="Pier to be rebuilt">'
            ),
            "The Orla Times",
        ),
        (SITE_NAME.format("Harbour Gazette | News of the coast"), "Harbour Gazette"),
        (SITE_NAME.format("harbour gazette"), "Harbour Gazette"),
        ('<link rel="canonical" href="https://www.orla.example/pier">', "orla.example"),
    ],
)
def test_the_source_is_the_outlet_as_readers_know_it(head, source):
    assert article(head).source == source


def test_script_style_and_hidden_text_are_left_out():
    hidden = (
        "<script>var secret1 = 1;</script><style>.secret2{}</style>"
        "<noscript><p>secret3 asks you to switch it on, please.</p></noscript>"
        "<template><p>secret4 is a template of the page.</p></template>"
        "<p hidden>secret5 will be shown when you have subscribed.</p>"
        '<div style="color: red; display: none"><p>secret6 is shown on a click alone.</p></div>'
    )
    assert "secret" not in article(body=hidden).text


def test_headings_and_table_rows_are_told_from_prose():
    found = article(body="<h2>Why now?</h2>")
    assert "Why now?" not in found.body


@pytest.mark.parametrize("depth", [300, 3000, 100_000])
def test_absurd_nesting_loses_no_text_and_is_said(depth):
    data = (
        page()
        .replace(b"<article>", b"<div>" * depth + b"<article>")
        .replace(b"</article>", b"</article>" + b"</div>" * depth)
    )
    found = read(data)
    assert LEAD in found.articles[0].text
    assert LAST in found.articles[0].text
    assert [code for code, _ in found.warnings] == ["nesting"]


def test_a_page_in_another_character_set_is_read_by_its_declaration():
    data = page(charset="windows-1251").replace(b"<p>The", "<p>Мост — ".encode("cp1251") + b"The")
    found = read(data)
    assert "Мост — The council" in found.articles[0].text
    assert [code for code, _ in found.warnings] == ["encoding"]


def test_an_xml_declaration_does_not_matter():
    assert LEAD in read(b'<?xml version="1.0" encoding="iso-8859-1"?>\n' + page()).articles[0].text


@pytest.mark.parametrize(
    "data", [b"<!-- " + LEAD.encode() + b" -->", b"<html></html>", b"<html><body>  </body></html>"]
)
def test_a_page_without_text_is_skipped(data):
    with pytest.raises(Skip) as skip:
        read(data)
    assert skip.value.code in ("empty", "no-text")


@pytest.mark.parametrize(
    "junk", [b"<a " * 20_000, b"<!--" * 20_000, b"<![" * 20_000, b"</div>" * 20_000]
)
def test_broken_markup_raises_nothing(junk):
    try:
        read(page().replace(b"<article>", junk + b"<article>"))
    except Skip as skip:
        assert skip.code in ("empty", "no-text")  # noqa: PT017 - it may be read as well


def test_an_article_that_its_layout_cuts_in_parts_is_read_whole():
    parts = "".join(
        f'<div class="part"><p>{n}: {LEAD}</p><p>{n}: {MORE}</p></div>'
        f'<aside class="ad">Buy {n}</aside>'
        for n in range(12)
    )
    found = read(
        page().replace(b"<article>", b"<main>").replace(b"</article>", b"</main>" + parts.encode())
    )
    assert f"11: {MORE}" in found.articles[0].text


@pytest.mark.parametrize(
    ("name", "data", "known"),
    [
        ("a.html", b"<p>Hello", True),
        ("a.txt", b"<!DOCTYPE html><html>", True),
        ("a.txt", b"  \n<html lang=en>", True),
        ("a.txt", b"He wrote <html> on the board.", False),
        ("a.html", b"{}", False),
        ("a.xml", b'<?xml version="1.0"?><rss><channel>', False),
    ],
)
def test_html_is_known_by_its_content_first(name, data, known):
    assert looks_like_html(File(name, data)) is known
