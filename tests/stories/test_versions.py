"""Two versions of one address are one text, told by the newest."""

from datetime import date, datetime

import pytest

from briefs.model import Article
from briefs.stories import group
from briefs.stories.versions import canonical, versions


@pytest.mark.parametrize(
    "url",
    [
        "https://www.star.example/news/ferry",
        "http://star.example/news/ferry/",
        "https://m.star.example/news/ferry?utm_source=feed&utm_medium=rss#top",
        "https://star.example/news/ferry/amp?fbclid=1",
        "https://STAR.example/news/ferry/index.html",
    ],
)
def test_tracking_and_hosts_do_not_tell_articles_apart(url):
    """The same article's addresses are one, whatever a feed or a telephone adds."""
    assert canonical(url) == "star.example/news/ferry"


def test_a_query_may_be_the_article():
    """An identifier in the query tells articles apart, in any order; a home page is none."""
    assert canonical("https://a.example/?id=7&b=1") == canonical("https://a.example?b=1&id=7")
    assert canonical("https://a.example/?id=7") != canonical("https://a.example/?id=8")
    assert canonical("https://a.example/") == canonical("no address") == canonical("http://[") == ""


URL = "https://star.example/ferry"
TEXT = "The ferry Solvind sank off Skarholm on Monday with 94 people aboard. {} bodies were found."


def version(count, hour, url=URL, **fields):
    published = datetime(2026, 3, 10, hour)  # noqa: DTZ001
    return Article(
        title=f"{count} dead in ferry disaster",
        text=TEXT.format(count),
        url=url,
        published=published,
        source="Star",
        **fields,
    )


def test_the_newest_version_stands_first_and_heads_the_story():
    """Versions are one text and one origin; the newest is cited and gives the headline."""
    old, new = version("Seven", 9), version("Eight", 15, URL + "?utm_source=rss")
    for pile in ([old, new], [new, old]):
        (story,) = group(pile)
        assert story.texts == 1
        assert story.copies == ((new, old),)
        assert story.headline == "Eight dead in ferry disaster"
        assert story.reasons[-1] == "updated: older versions of the same address: 1"


def test_an_update_counts_before_publication():
    """What was updated later is newer, whatever day it first appeared."""
    updated = version("Eight", 8, updated=date(2026, 3, 11))
    assert versions([version("Seven", 9), updated]) == [[1, 0]]


def test_other_articles_under_one_address_are_no_versions():
    """A section's address on two different articles makes them nothing to one another."""
    other = Article(title="Lynx kittens born", text="Two lynx were filmed by a camera.", url=URL)
    assert versions([version("Seven", 9), other]) == []
