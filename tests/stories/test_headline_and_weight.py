"""The headline, the kinds that are no news, and the weight."""

from dataclasses import replace
from datetime import date

import pytest

from briefs.config import Options
from briefs.model import Article, Origin, Story
from briefs.stories.consequence import consequence
from briefs.stories.headline import choose
from briefs.stories.kinds import kind_of
from briefs.stories.substance import substance
from briefs.stories.titles import clean_title, is_section
from briefs.stories.weight import kind_of_story, weigh
from briefs.stories.wishes import wishes

LEAD = "The ferry Solvind sank off Skarholm on Monday with 94 people aboard."


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
        ("Rugby-Ferry crew wins cup", "", "Ferry crew wins cup"),
        ("Watch this space - and that one", "", "Watch this space - and that one"),
        ("Skarholm - a town in mourning", "Evening Star", "Skarholm - a town in mourning"),
        ("Exclusive", "", "Exclusive"),
    ],
)
def test_titles_lose_labels_and_site_names_only(title, source, clean):
    """Labels and the site's own name go; the words of the headline stay as they are."""
    assert clean_title(title, source) == clean


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Ferry sinks off Skarholm – WFIN", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm - SitiBe.com", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm - The Solvind Morning Herald —", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm – Lake District College Viking", "Ferry sinks off Skarholm"),
        ("Old Salt's Page » Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        ("The Latest: Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        ("Latest: Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        ("WATCH: Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        (
            "Ferry sinks off Skarholm with 94 people abo...",
            "Ferry sinks off Skarholm",
        ),
        ("Ferry sinks off Skarholm on Mon...", "Ferry sinks off Skarholm"),
        (
            "Ferry with 94 people aboard sinks off Skarholm and nob...",
            "Ferry with 94 people aboard sinks off Skarholm",
        ),
        (
            "Ferry off Skarholm saves people who fail to meet...",
            "Ferry off Skarholm saves people",
        ),
        ("Ferry sinks off Skarholm, mayor fears for ...", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm with", "Ferry sinks off Skarholm with"),
        ("Ferry under microscope as", "Ferry under microscope"),
        ("Ferry at sea under shadow of storm as", "Ferry at sea under shadow of storm"),
        ("Ferry sinks off Skarholm « Tidewater Press", "Ferry sinks off Skarholm"),
        (
            "Ferry sinks off Skarholm | Latest Updates & Views at Morning Mail",
            "Ferry sinks off Skarholm",
        ),
        ("Review Hour » Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        ("UPDATE 2-Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        ("Eilmeldung: Ferry sinks off Skarholm", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm - la Tribuna", "Ferry sinks off Skarholm"),
        ("Ferry mate: « We swam »", "Ferry mate: « We swam »"),
        ("« Ferry sinks », says mayor", "« Ferry sinks », says mayor"),
        ("Mayor: «A ferry sinks»", "Mayor: «A ferry sinks»"),
        ("Solvind and 94 people lost - Reuters", "Solvind and 94 people lost - Reuters"),
        ("SKARHOLM | Ferry with 94 people sinks", "SKARHOLM | Ferry with 94 people sinks"),
        ("Ferry sinks off Skarholm with 94 people aboard…", None),
        ("Ferry sinks off Skarholm and is ...", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm - pol...", "Ferry sinks off Skarholm"),
        ("Ferry sinks off Skarholm - Solvind", "Ferry sinks off Skarholm - Solvind"),
        ("Ferry sinks off Skarholm – Reports", "Ferry sinks off Skarholm – Reports"),
        ("Ferry sinks off Skarholm - Reuters", "Ferry sinks off Skarholm - Reuters"),
        ("Ferry sinks off Skarholm — again", "Ferry sinks off Skarholm — again"),
        ("Opinion | Ferry sinks our pride", "Opinion | Ferry sinks our pride"),
    ],
)
def test_an_unknown_site_and_a_cut_off_end_go_too(title, clean):
    """What stands at the end and is no word of the article, or cut off in mid-word, is dropped."""
    expected = title.rstrip("…") if clean is None else clean
    assert clean_title(title, lead=LEAD) == expected


def test_an_agency_goes_where_the_opening_names_it():
    """ "… - Norden" goes only where the article's opening says that Norden said so."""
    lead = "The ferry Solvind sank off Skarholm, the news agency Tanjug reported."
    assert clean_title("Ferry sinks off Skarholm - Tanjug", lead=lead) == "Ferry sinks off Skarholm"


def test_section_names_are_no_headlines():
    """A section's or the outlet's name is never a headline."""
    assert is_section("World")
    assert is_section("Business News")
    assert is_section("Evening Star", "Evening Star")
    assert is_section("")
    assert not is_section("World leaders meet in Oslo")


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
    assert choose(articles, [0.5, 0.5], {})[0].text == PLAIN.title


def test_the_title_that_its_own_opening_tells_wins():
    """Of two titles the one whose news its own article opens with heads the story."""
    told = Article(title="Ferry Solvind sinks off Skarholm", text=LEAD)
    untold = Article(title="Ministers send condolences over Solvind", text=LEAD)
    assert choose([untold, told], [0.5, 0.5], {})[0].text == told.title


def test_a_cut_off_title_is_the_last_choice():
    """Even a question heads a story better than a title that was cut off."""
    cut = Article(title="Ferry Solvind sinks off Skarholm with 94 aboard as", text=LEAD)
    asked = Article(title="Can a ferry sink off Skarholm?", text=LEAD)
    assert [fit.article for fit in choose([cut, asked], [0.9, 0.5], {})] == [1, 0]


def test_a_story_may_stand_under_another_of_its_titles():
    """Headed by another of its articles a story is narrowed to the event which that one tells."""
    other = Article(title="Ferry Solvind raised off Skarholm", text="It floats again.")
    told = Story((PLAIN, other), (), PLAIN.title, 1.0, PLAIN, core=(PLAIN,))
    assert told.headed(other.title, other).event.articles == (other,)
    assert told.headed("Ferry sinks", PLAIN).event.articles == (PLAIN,)
    same = replace(told, core=())
    assert same.headed(other.title, other).event.articles == (PLAIN, other)


def test_the_newest_stand_heads_the_story():
    """Of titles alike in all else the later day's wins, and what has come to what was feared."""
    early, late = (
        Article(title=f"Ferry Solvind sinks off Skarholm, {what}", text=LEAD, published=day)
        for what, day in (("94 aboard", date(2026, 3, 9)), ("aboard 94", date(2026, 3, 10)))
    )
    assert choose([early, late], [0.5, 0.5], {})[0].article == 1
    feared = Article(title="Ferry Solvind feared sunk off Skarholm with 94 aboard", text=LEAD)
    assert choose([feared, PLAIN], [0.5, 0.5], {})[0].article == 1


def test_a_title_that_is_its_own_first_sentence_gives_way():
    """Where a title only repeats the opening sentence, another member's heads the story."""
    twice = Article(title=LEAD.rstrip("."), text=f"{LEAD} Boats are searching.")
    assert choose([twice, PLAIN], [0.5, 0.5], {})[0].text == PLAIN.title


def test_without_titles_the_first_sentence_stands():
    """A story of untitled articles is headed by its opening sentence."""
    assert choose([Article(title="", text=LEAD)], [1.0], {})[0].text == LEAD


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
        ("Interview with Ada Morrow, head of Orlan & Sons", "", "interview"),
        ("Full list of winners", "", "list"),
        ("Podcast: the week in Velmark", "", "podcast"),
        ("The weekly quiz", "", "quiz"),
        ("Kommentar: Eine Stadt und ihre Bänke", "", "opinion"),
        ("En direct : la grève des trams", "", "live"),
        ("Should Marl close its bridge?", "", "question"),
        ("Why the bridge at Marl is closing", "", "explainer"),
        ("Warum die Brücke in Marl gesperrt wird", "", "explainer"),
        ("7 key questions about the bridge", "", "explainer"),
        ("Match preview: Rovers at Holm", "", "preview"),
        ("Ten years on, Marl remembers the flood", "", "anniversary"),
        ("Friday's scores", "", "list"),
        ("This kettle will change your mornings", "", "service"),
        ("Dear Abby: he never rings", "", "how-to"),
        ("Salt Ledger review – a fine evening", "", "review"),
        ("Velmark Bank (NYSE: VMK) tests support", "", "product"),
        ("Mayor: 'You were warned about the bridge'", "", ""),
        ("Man convicted 30 years after ferry sank", "", ""),
        ("Minister orders safety review", "", ""),
        ("Bridge closes | Your Morning Mail", "", ""),
        ("Man fined", "https://hill.example/blogs/blog-room/news/47-man-fined", ""),
        ("A grant", "https://blog.hill.example/2026/03/a-grant/", "opinion"),
        ("Court to review ban on plastic bags", "", ""),
        ("Minister's opinion on deal sought", "https://star.example/news/opinion-poll/", ""),
        ("President and rival to hold live debate", "", ""),
        ("Editorial staff of Evening Star walk out", "", ""),
    ],
)
def test_kinds_that_are_no_news(title, url, kind):
    """Titles and addresses give away what is no news; the same words in news do not."""
    assert kind_of(Article(title=title, text="x", url=url)) == kind


@pytest.mark.parametrize(
    ("path", "url", "kind"),
    [
        ("star/opinion-benches.html", "", "opinion"),
        ("review_salt-ledger.txt", "", "review"),
        ("star/horoscope-10-march.html", "", "horoscope"),
        ("columns/benches.md", "", "opinion"),
        ("how-to-read-a-statement.html", "", "how-to"),
        ("star/opinion-benches.html", "https://star.example/news/benches", ""),
        ("reviewers-quit.txt", "", ""),
        ("news/court-opinion.txt", "", ""),
        ("photos-show-leak.txt", "", ""),
    ],
)
def test_a_file_name_tells_the_kind_where_there_is_no_address(path, url, kind):
    """The name of a file or folder says what an article is, unless it has an address."""
    assert kind_of(Article(title="Benches", text="x", url=url, paths=(path,))) == kind


def story(*sources, title="News of the day", day=date(2026, 3, 10)):
    return [
        Origin(source, (Article(title=title, text=source, source=source, published=day),))
        for source in sources
    ]


NEWEST = date(2026, 3, 10)


def weight(found, texts=1, centrality=0.0, told=0.8):
    articles = [article for origin in found for article in origin.articles]
    return weigh(found, articles, texts, centrality, told, NEWEST, wishes(Options()))[0]


def test_an_origin_weighs_more_than_anything_else():
    """More independent origins always weigh more; then texts, outlets, freshness, centrality."""
    two_old = weight(story("A", "B", day=date(2026, 2, 1)), 2, told=0.0)
    one_fresh = weight(story("A"), 50, 1.0, 1.0)
    assert two_old > one_fresh
    assert weight(story("A"), 2) > weight(story("A"), 1)
    assert one_fresh > weight(story("A", day=date(2026, 3, 8)), 50, 1.0, 1.0)


def test_a_note_never_outranks_a_report():
    """A fresh note of a sentence weighs less than a report of last week told by one outlet too."""
    note = Article(title="Note", text="The clerk wrote note 8 and signed it 31.")
    facts = "On Friday the mayor of Marl told Oda Lind that 41 beams fell near Holm. "
    report = Article(title="Report", text=facts * 10)
    fresh, old = story("A"), story("A", day=date(2026, 3, 1))
    assert weight(fresh, told=substance(note, 1.0)) < weight(old, told=substance(report, 0.0))


def test_only_origins_that_tell_the_event_weigh():
    """An origin whose articles tell another event of the story adds nothing to its weight."""
    found = story("A", "B", "C")
    told = [article for origin in found[:2] for article in origin.articles]
    both = weigh(found, told, 3, 0.0, 0.8, NEWEST, wishes(Options()))
    assert 2 < both[0] < 3
    assert both[2][0] == "independent origins: 2"


@pytest.mark.parametrize(
    ("language", "grave", "light"),
    [
        ("en", "Four died when a ferry capsized", "A ward warns couples of diesel prices"),
        ("de", "Vier Tote bei einem Erdbeben", "Ein Markt wird renoviert"),
        ("fr", "Quatre morts dans un séisme", "Le cours du blé recule"),
        ("es", "Cuatro muertos en un terremoto", "Un mercado cambia de color"),
        ("it", "Quattro morti in un terremoto", "Un mercato cambia colore"),
        ("pt", "Quatro mortos em um terremoto", "Um mercado muda de cor"),
    ],
)
def test_deaths_and_disasters_are_grave(language, grave, light):
    """News of deaths is grave in six languages, a market's paint is not."""
    article = Article(title=grave, text=f"{grave}.", language=language)
    assert consequence(article) > 0.5
    assert consequence(replace(article, title=light, text=f"{light}.")) == 0


def test_substance_favours_reports_over_columns():
    """Length, facts and likeness to the day count for an article, "I" and "you" against it."""
    report = "On Friday the mayor of Marl told Oda Lind that 41 beams fell near Holm. " * 10
    column = "I have been counting the benches, and you should too, for my own reasons. " * 10
    told = substance(Article(title="t", text=report), 0.0)
    assert 0 < substance(Article(title="t", text=column), 0.0) < told
    assert told < substance(Article(title="t", text=report), 0.1) <= 1
    assert substance(Article(title="t", text=""), 1.0) == 0


def test_what_is_no_news_weighs_four_tenths():
    """An opinion piece weighs .4 of the same article as news, and the reason is given."""
    benches = story("A", title="Opinion: benches")
    view, kind, reasons = weigh(
        benches, benches[0].articles, 1, 0.0, 0.8, NEWEST, wishes(Options())
    )
    assert view == pytest.approx(0.4 * weight(story("A")))
    assert kind == "opinion"
    assert reasons[-1].startswith("not news")


def test_a_story_is_no_news_when_nearly_all_of_it_is_none():
    """The kind of a story is the commonest of its articles', if three in four have one."""
    view, news = (Article(title=title, text="x") for title in ("Opinion: benches", "Benches fall"))
    assert kind_of_story([view]) == kind_of_story([view, view, view, news]) == "opinion"
    assert kind_of_story([view, news]) == kind_of_story([view, view, news]) == ""
    assert kind_of_story([news]) == ""
