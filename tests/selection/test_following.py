"""What may stand behind a story's lead."""

from dataclasses import replace

from briefs.model import Article, Origin, Story
from briefs.selection.telling import tell

LEAD = Article(
    "Army helicopter crashes at Brenholt, one dead",
    "An army helicopter crashed onto a golf course at Brenholt on Monday, killing one soldier.\n"
    "Two other soldiers were flown to a hospital in Castlemoor with burns, the army said.",
    "Star",
    published="2026-03-10",  # type: ignore[arg-type]
)
SAME = Article(
    "Soldier killed as army helicopter comes down at Brenholt",
    "One soldier was killed on Monday when an army helicopter came down at Brenholt golf course.\n"
    "Golfers heard the engine of the helicopter cough and stop before it came down in the sand.",
    "Gazette",
    published="2026-03-10",  # type: ignore[arg-type]
)
OTHER = Article(
    "Fighter jet lost near Brenholt air base",
    "A fighter jet was lost in the woods near Brenholt on Friday after its pilot had ejected.\n"
    "Farmers near Brenholt saw the parachute of the pilot of the fighter jet come down in a field.",
    "Herald",
    published="2026-03-10",  # type: ignore[arg-type]
)


def story(*articles: Article) -> Story:
    origins = tuple(Origin(article.source, (article,)) for article in articles)
    return Story(articles, origins, LEAD.title, 1.0, LEAD)


def quoted(*articles: Article) -> set[str]:
    told = tell(story(*articles))
    return {point.quote.article.source for p in told.passages for point in p.points}


def test_an_article_on_the_same_event_adds_to_the_lead() -> None:
    assert quoted(LEAD, SAME) == {"Star", "Gazette"}


def test_an_article_on_another_event_adds_nothing() -> None:
    assert quoted(LEAD, OTHER) == {"Star"}


def test_a_like_event_of_another_day_adds_nothing() -> None:
    like = SAME.text.replace("at Brenholt", "on the Orm")
    monday, thursday = (
        Article("Soldier dies in helicopter on the Orm", text, "Herald", published=LEAD.published)
        for text in (like, like.replace("Monday", "Thursday"))
    )
    assert quoted(LEAD, monday) == {"Star", "Herald"}
    assert quoted(LEAD, thursday) == {"Star"}


def test_only_articles_that_bear_the_event_out_are_named_as_its_sources() -> None:
    kept = tell(story(LEAD, SAME)).story.event.articles
    assert kept == (LEAD, SAME)
    kept = tell(story(LEAD, OTHER, SAME)).story.event.articles
    assert kept == (LEAD, SAME)


def behind_the_lead(sentence: str) -> list[str]:
    told = tell(story(replace(LEAD, text=LEAD.text.split("\n")[0] + f"\n{sentence}")))
    return [p.quote.text for q in told.passages[1:] for p in q.points]


def test_behind_a_lead_there_is_no_today() -> None:
    """Beside outlets of several days nobody knows whose today it is."""
    dated = "Nine engineers will come to Brenholt on Tuesday with a lorry full of instruments."
    assert behind_the_lead(dated) == [dated]
    assert not behind_the_lead(dated.replace("on Tuesday", "today"))


def test_what_shares_only_names_with_the_lead_and_was_long_ago_is_not_of_its_event() -> None:
    bought = "Ada Morrow, an heiress, bought the Brenholt Gazette for four million crowns."
    assert behind_the_lead(bought) == [bought]
    assert not behind_the_lead(bought.replace(" for", " last year for"))


def test_what_counts_otherwise_than_the_lead_does_not_follow_it() -> None:
    more = replace(
        LEAD, text=f"{LEAD.text}\nFour soldiers were killed on the ground, a farmer said."
    )
    told = tell(story(more, SAME))
    assert not any("Four soldiers" in p.quote.text for q in told.passages for p in q.points)


def test_how_another_article_opens_tells_the_lead_again() -> None:
    told = tell(story(LEAD, SAME))
    assert not any(p.quote.start == 0 for q in told.passages[1:] for p in q.points)


def test_what_an_early_report_did_not_know_is_not_printed_beside_what_is_known() -> None:
    early = Article(
        "Army helicopter comes down at Brenholt",
        "An army helicopter crashed onto the golf course at Brenholt on Monday, the army said.\n"
        "There was no immediate word on the condition of the soldiers in the army helicopter.",
        "Gazette",
        published="2026-03-10",  # type: ignore[arg-type]
    )
    told = tell(story(LEAD, early))
    assert not any("no immediate word" in p.quote.text for q in told.passages for p in q.points)
