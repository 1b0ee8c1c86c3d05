"""The headline, the kinds that are no news, and the weight."""

from datetime import date

import pytest

from briefs.model import Article, Origin
from briefs.stories.headline import choose, clean_title, is_section
from briefs.stories.kinds import kind_of
from briefs.stories.weight import reference_day, weigh


@pytest.mark.parametrize(
    ("title", "source", "clean"),
    [
        (
            "Ferry sinks off Skarholm | Harbour Gazette",
            "The Harbour Gazette",
            "Ferry sinks off Skarholm",
        ),
        ("Ferry sinks off Skarholm - Evening Star", "Evening Star", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm – World – BBC News", "", "Ferry sinks off Skarholm"),
        (
            "Harbour Gazette | Ferry sinks off Skarholm",
            "Harbour Gazette",
            "Ferry sinks off Skarholm",
        ),
        ("BREAKING: Ferry sinks off Skarholm", "", "Ferry sinks off Skarholm"),
        ("(2nd LD) Ferry sinks off Skarholm", "", "Ferry sinks off Skarholm"),
        ("(LEAD) Ferry sinks off Skarholm", "", "Ferry sinks off Skarholm"),
        ("Video: Ferry sinks off Skarholm [video]", "", "Ferry sinks off Skarholm"),
        ("Watch this space - and that one", "", "Watch this space - and that one"),
        ("Skarholm - a town in mourning", "Evening Star", "Skarholm - a town in mourning"),
        ("Exclusive", "", "Exclusive"),
    ],
)
def test_titles_lose_labels_and_site_names_only(title, source, clean):
    """Labels and the site's own name go; the words of the headline stay as they are."""
    assert clean_title(title, source) == clean


def test_section_names_are_no_headlines():
    """A section's or the outlet's name is never a headline."""
    assert is_section("World")
    assert is_section("Business News")
    assert is_section("Evening Star", "Evening Star")
    assert is_section("")
    assert not is_section("World leaders meet in Oslo")


LEAD = "The ferry Solvind sank off Skarholm on Monday with 94 people aboard."
PLAIN = Article(title="Ferry Solvind sinks off Skarholm with 94 aboard", text=LEAD)


@pytest.mark.parametrize(
    "worse",
    [
        "World",
        "Why did the ferry Solvind sink off Skarholm?",
        "Ferry Solvind sinks off Skarholm with 94 …",
        "FERRY SOLVIND SINKS OFF SKARHOLM WITH 94 ABOARD",
        "Opinion: the ferry Solvind and 94 of us",
        "A dark night",
        "You won't believe what 94 people saw off Skarholm",
    ],
)
def test_the_plain_title_wins(worse):
    """A statement that shares its subject with the story beats sections, teases and questions."""
    articles = [Article(title=worse, text=LEAD), PLAIN]
    assert choose(articles, [0.5, 0.5], {}).text == PLAIN.title


def test_without_titles_the_first_sentence_stands():
    """A story of untitled articles is headed by its opening sentence."""
    assert choose([Article(title="", text=LEAD)], [1.0], {}).text == LEAD


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("Opinion: a town and its benches", "", "opinion"),
        ("A town and its benches | Opinion", "", "opinion"),
        ("A town and its benches", "https://star.example/opinion/2026/benches", "opinion"),
        ("Film review: The Salt Ledger", "", "review"),
        ("The 9 best deals of the weekend", "", "deals"),
        ("Best vacuum cleaners of 2026", "", "deals"),
        ("How to read your pension statement", "", "how-to"),
        ("Ferry disaster: live updates", "", "live"),
        ("Your horoscope for Tuesday", "", "horoscope"),
        ("Full list of winners", "", "list"),
        ("Podcast: the week in Velmark", "", "podcast"),
        ("The weekly quiz", "", "quiz"),
        ("Court to review ban on plastic bags", "", ""),
        ("Minister's opinion on deal sought", "https://star.example/news/opinion-poll/", ""),
        ("President and rival to hold live debate", "", ""),
        ("Editorial staff of Evening Star walk out", "", ""),
    ],
)
def test_kinds_that_are_no_news(title, url, kind):
    """Titles and addresses give away what is no news; the same words in news do not."""
    assert kind_of(Article(title=title, text="x", url=url)) == kind


def story(*sources, title="News of the day", day=date(2026, 3, 10)):
    return [
        Origin(source, (Article(title=title, text=source, source=source, published=day),))
        for source in sources
    ]


def test_an_origin_weighs_more_than_anything_else():
    """More independent origins always weigh more; then texts, outlets, freshness, centrality."""
    newest = date(2026, 3, 10)
    two_old = weigh(story("A", "B", day=date(2026, 2, 1)), 2, 0.0, newest)[0]
    one_fresh = weigh(story("A"), 50, 1.0, newest)[0]
    assert two_old > one_fresh
    assert weigh(story("A"), 2, 0.0, newest)[0] > weigh(story("A"), 1, 0.0, newest)[0]
    assert one_fresh > weigh(story("A", day=date(2026, 3, 8)), 50, 1.0, newest)[0]


def test_what_is_no_news_weighs_four_tenths():
    """An opinion piece weighs .4 of the same article as news, and the reason is given."""
    newest = date(2026, 3, 10)
    news, _ = weigh(story("A"), 1, 0.0, newest)
    view, reasons = weigh(story("A", title="Opinion: benches"), 1, 0.0, newest)
    assert view == pytest.approx(0.4 * news)
    assert reasons[-1].startswith("not news")


def test_one_wrong_date_does_not_move_the_day():
    """The day is the newest that a tenth of the dated articles share within two days."""
    dates = [date(2026, 3, 10)] * 15 + [date(2099, 1, 1)]
    articles = [Article(title=str(k), text="", published=day) for k, day in enumerate(dates)]
    assert reference_day(articles) == date(2026, 3, 10)
    assert reference_day([Article(title="t", text="")]) is None
