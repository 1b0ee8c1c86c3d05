"""A pile of articles becomes stories."""

import random
import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model import Article
from briefs.stories import group

FERRY = [
    Article(
        title="Ferry with 94 aboard capsizes off Skarholm",
        text="The car ferry Solvind capsized on Monday in rough water off Skarholm harbour with 94 "
        "people aboard. Rescuers pulled 81 survivors from the sea before dark. Seven bodies were "
        "found. The coast guard said the bow door of the Solvind had failed.",
        source="Harbour Gazette",
        published=date(2026, 3, 10),
    ),
    Article(
        title="Eight bodies recovered after Solvind ferry disaster",
        text="Divers have recovered eight bodies from the ferry Solvind, which capsized off "
        "Skarholm on Monday. Survivors told how the bow door gave way. The coast guard is "
        "searching for five missing people from the Solvind.",
        source="Evening Star",
        published=date(2026, 3, 10),
    ),
]
RATES = [
    Article(
        title="Bank of Velmark cuts its key rate by a quarter point",
        text="The Bank of Velmark lowered its key interest rate to 3.25 percent, surprising "
        "economists. Governor Ada Thorsby said inflation was falling faster than forecast.",
        source="Northern Ledger",
        published=date(2026, 3, 10),
    ),
    Article(
        title="Surprise rate cut cheers homeowners",
        text="Homeowners welcomed the surprise cut in the key interest rate to 3.25 percent by the "
        "Bank of Velmark. Governor Ada Thorsby pointed to falling inflation.",
        source="Atlas Business",
        published=date(2026, 3, 10),
    ),
]
LYNX = Article(
    title="Lynx kittens born in coastal hills",
    text="Two lynx kittens were filmed by a hidden camera, the first wild births in 150 years.",
    source="Courrier",
    published=date(2026, 3, 9),
)
OPINION = Article(
    title="Opinion: a town is as kind as its benches",
    text="I have been counting benches. The sum in our town does not come out, and it should.",
    source="Evening Star",
    published=date(2026, 3, 10),
)
DAY = [*FERRY, *RATES, LYNX, OPINION]


def titles(articles):
    return {frozenset(article.title for article in story.articles) for story in group(articles)}


def test_two_reports_of_one_event_are_one_story():
    """Reports of one event stand together, and nothing else with them."""
    assert titles(DAY) == {
        frozenset(a.title for a in FERRY),
        frozenset(a.title for a in RATES),
        frozenset([LYNX.title]),
        frozenset([OPINION.title]),
    }


def test_tiny_piles():
    """Nothing, one article and two are grouped too."""
    assert group([]) == ()
    (only,) = group([LYNX])
    assert only.headline == LYNX.title
    assert only.origins[0].articles == (LYNX,)
    assert len(group(FERRY)) == 1
    assert len(group([FERRY[0], LYNX])) == 2


def test_an_article_of_no_words_is_a_story_of_its_own():
    """Empty and wordless articles come through and join nothing."""
    stories = group([Article(title="", text=""), Article(title="!!!", text="—"), *FERRY])
    assert sorted(len(story.articles) for story in stories) == [1, 1, 2]


def test_the_heaviest_story_leads_and_an_opinion_does_not():
    """Stories come by weight; what is no news stands behind what is."""
    stories = group(DAY)
    assert [story.weight for story in stories] == sorted((s.weight for s in stories), reverse=True)
    assert len(stories[0].origins) == 2
    assert stories[-1].articles == (OPINION,)
    assert "not news (opinion): × 0.4" in stories[-1].reasons


@settings(max_examples=25, deadline=None)
@given(st.permutations(DAY))
def test_the_order_of_the_articles_changes_nothing(articles):
    """Any order of the same articles gives the same stories, field for field."""
    assert group(articles) == group(DAY)


WORDS = "ferry bank lynx rate harbour cut Skarholm Velmark storm eight 94 police said".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.builds(Article, title=TEXTS, text=TEXTS, source=st.sampled_from("AB")), max_size=12)
)
def test_every_article_is_in_exactly_one_story(articles):
    """Stories partition the articles, origins partition each story, copies lie within it."""
    stories = group(articles)
    grouped = [article for story in stories for article in story.articles]
    assert sorted(a.id for a in grouped) == sorted(a.id for a in articles)
    for story in stories:
        authored = [article for origin in story.origins for article in origin.articles]
        assert sorted(a.id for a in authored) == sorted(a.id for a in story.articles)
        assert 1 <= len(story.origins) <= story.texts <= len(story.articles)
        assert story.headline_article in story.articles
        assert story.weight > 0


def test_hash_seeds_change_nothing():
    """Interpreters with different hash seeds print the same stories."""
    code = (
        "from briefs.model import Article\nfrom briefs.stories import group\n"
        "pile = [Article(title=f'Ferry {k} storm {k % 3}', text='ship sank off Skarholm ' * k) "
        "for k in range(9)]\n"
        "print([([a.id for a in s.articles], s.weight, s.headline) for s in group(pile)])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


def test_languages_do_not_mix():
    """Articles of two languages are never one story, however many names they share."""
    french = Article(
        title="Le ferry Solvind chavire au large de Skarholm",
        text="Le ferry Solvind a chaviré lundi au large de Skarholm avec 94 personnes à bord.",
        language="fr",
    )
    assert all(
        len({article.language or "en" for article in story.articles}) == 1
        for story in group([*FERRY, french])
    )


def test_ten_thousand_identical_articles_are_quick():
    """Exact copies are one text from the start, so their number costs no more than reading them."""
    text = " ".join(a.text for a in FERRY)
    pile = [Article(title=f"Report {k}", text=text, source=f"Paper {k}") for k in range(10_000)]
    start = time.process_time()
    (story,) = group(pile)
    assert story.texts == 1
    assert len(story.origins) == 1
    assert time.process_time() - start < 8


@pytest.mark.parametrize("count", [10, 60])
def test_unrelated_articles_leave_stories_as_they_were(count):
    """More articles on other matters do not move the stories that were there."""
    chance = random.Random(count)
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]

    def word():
        return "".join(chance.choices(syllables, k=3))

    others = [
        Article(title=f"{word()} {word()} {word()}", text=" ".join(word() for _ in range(80)))
        for _ in range(count)
    ]
    before = titles(DAY)
    assert before <= titles(DAY + others)
