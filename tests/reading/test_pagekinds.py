"""Pages that are no article are refused by name, and articles that look like them are read."""

import pytest

from briefs.reading.format import File, Skip
from briefs.reading.html import read_html

LEAD = "The council voted on Monday to rebuild the old pier before the summer season begins."
MORE = "Work will take seven months and cost about four million crowns, the mayor said on Tuesday."
LAST = "The pier was built in 1902 and has been closed since a storm tore off its outer half."
PROSE = f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"
TALL = PROSE + "".join(
    f"<p>In the {n}th year of the works the council of Orla had to pay for new timber.</p>"
    for n in range(4, 9)
)
LINKS = "".join(
    f'<div><a href="/story{n}">Story number {n} has a headline of many words</a></div>'
    for n in range(40)
)
COOKIES = (
    "<p>We and our 214 partners store cookies on your device to show you personal advertising.</p>"
    "<p>You can withdraw your consent at any time in the privacy settings of this website.</p>"
    "<p>Some partners process your personal data on the basis of their legitimate interest.</p>"
)
ADDRESS = '<link rel="canonical" href="https://gazette.example{}">'
ARTICLE = '<meta property="og:type" content="article">'
LOCKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}'
    "</script>"
)
VIDEO = '<script type="application/ld+json">{"@type": "VideoObject"}</script>'
GALLERY = '<script type="application/ld+json">{"@type": "ImageGallery"}</script>'


def page(title: str, head: str, body: str) -> File:
    text = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return File("page.html", text.encode())


@pytest.mark.parametrize(
    ("code", "title", "head", "body"),
    [
        ("front-page", "Harbour Gazette", "", PROSE + LINKS),
        ("front-page", "World news - Harbour Gazette", "", PROSE + LINKS),
        ("front-page", "All the news of the harbour towns", ADDRESS.format("/"), LINKS),
        ("error-page", "404 Not Found", "", "<h1>Not Found</h1><p>Nothing is here today.</p>"),
        ("error-page", "Gazette", "", f"<h1>Page not found</h1><p>{LEAD}</p>"),
        ("error-page", "Just a moment...", "", "<p>Checking that your browser is secure.</p>"),
        ("error-page", "Seite nicht gefunden", "", "<p>Diese Seite gibt es leider nicht.</p>"),
        ("cookie-wall", "Before you go on to the Gazette", "", COOKIES),
        ("video", "Pier to be rebuilt", VIDEO, f"<p>{LEAD}</p>"),
        ("video", "Pier to be rebuilt", ADDRESS.format("/videos/pier-1"), f"<p>{LEAD}</p>"),
        ("gallery", "The pier in pictures", GALLERY, f"<p>{LEAD}</p>"),
        ("gallery", "The old pier", ADDRESS.format("/gallery/pier-1"), f"<p>{LEAD}</p>"),
        ("paywall", "Pier to be rebuilt", LOCKED, f"<p>{LEAD}</p><p>Subscribe to read on.</p>"),
        ("paywall", "Pier", ARTICLE, f"<p>{LEAD}</p><p>Already a subscriber? Log in</p>"),
        ("paywall", "Brücke", "", "<p>Der Rat hat am Montag beraten.</p><p>Nur für Abonnenten</p>"),
        (
            "needs-script",
            "Gazette",
            "",
            '<noscript>You need to enable JavaScript to run this.</noscript><div id="root"></div>',
        ),
        ("no-text", "Glass workshop honoured", ARTICLE, PROSE),
    ],
)
def test_a_page_that_is_no_article_is_refused_by_name(code, title, head, body):
    with pytest.raises(Skip) as raised:
        read_html(page(title, head, body))
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("title", "head", "body"),
    [
        ("Pier to be rebuilt in Orla", "", PROSE + LINKS),
        ("Pier rebuilt", ARTICLE, PROSE + LINKS),
        ("Pier to be rebuilt", ADDRESS.format("/"), PROSE),
        ("404 people cross the pier each day", "", TALL),
        ("Error in the accounts of the pier", "", PROSE),
        ("New rules for cookies", ARTICLE, COOKIES),
        ("Pier to be rebuilt", VIDEO + ARTICLE, PROSE),
        ("Pier to be rebuilt", ADDRESS.format("/videos/pier-1"), TALL),
        ("Pier to be rebuilt", ADDRESS.format("/pictures-of-the-pier"), PROSE),
        ("Pier to be rebuilt", LOCKED, TALL),
        ("Pier to be rebuilt", ARTICLE, PROSE + "<footer>Already a subscriber? Log in</footer>"),
        ("Pier to be rebuilt", ARTICLE, PROSE + "<noscript>Enable JavaScript</noscript>"),
    ],
)
def test_an_article_that_looks_like_another_page_is_read(title, head, body):
    (found,) = read_html(page(title, head, body)).articles
    assert found.text
