"""A summary's sentences: within the budget, permitted, in reading order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.language import split_sentences
from briefs.model import Article
from briefs.ranking import rank_sentences
from briefs.selection.summary import reading_order, summarize_sentences

TEXTS = (
    """A ferry with 212 people aboard capsized off the northern coast early on Thursday.
Coastguard boats pulled 180 people from the water before noon.
The operator said the ship had passed its inspection in March.
Divers are still searching the lower decks.""",
    """At least nine people died when a ferry capsized off the northern coast, officials said.
The search for the missing goes on through the night.
It was the worst accident on the route for thirty years.""",
    """The prime minister will visit the port where survivors of the ferry were taken.
Schools near the port stay closed on Friday.""",
)
ARTICLES = tuple(Article(f"Ferry {number}", text) for number, text in enumerate(TEXTS))


def prepared(articles):
    sentences = [sentence for article in articles for sentence in split_sentences(article)]
    return sentences, rank_sentences(sentences)


def length(sentences, rows):
    return sum(len(sentences[row].text.split()) for row in rows)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 150))
def test_a_summary_keeps_its_budget(words):
    """Never more words than asked for, no sentence twice."""
    sentences, scores = prepared(ARTICLES)
    rows = summarize_sentences(sentences, scores, words)
    assert length(sentences, rows) <= words
    assert len(set(rows)) == len(rows)


@settings(max_examples=20, deadline=None)
@given(st.permutations(ARTICLES), st.sampled_from([15, 40, 60, 100]))
def test_the_order_of_articles_changes_nothing(articles, words):
    """The same articles in another order give the same text."""
    texts = []
    for given_articles in (ARTICLES, articles):
        sentences, scores = prepared(given_articles)
        rows = summarize_sentences(sentences, scores, words)
        texts.append([sentences[row].text for row in rows])
    assert texts[0] == texts[1]


def test_only_permitted_sentences_are_printed():
    """What the mask refuses is never chosen, though it counts towards what is said."""
    sentences, scores = prepared(ARTICLES)
    allowed = np.array([sentence.index > 0 for sentence in sentences])
    rows = summarize_sentences(sentences, scores, 60, allowed=allowed)
    assert rows
    assert all(allowed[list(rows)])


def test_a_preference_decides_between_near_equals():
    """Of two sentences that say the same the one that reads better is printed."""
    text = "A ferry sank off the northern coast on Monday."
    sentences, scores = prepared([Article("One", text), Article("Two", text)])
    assert summarize_sentences(sentences, scores, 10) == (0,)
    preference = np.array([0.5, 1.0])
    assert summarize_sentences(sentences, scores, 10, preference=preference) == (1,)


@pytest.mark.parametrize("words", [5, 40])
def test_short_sentences_are_better_than_none(words):
    """Where every sentence is too short to say much, they are printed all the same."""
    sentences, scores = prepared([Article("", "He won. It rained.")])
    assert len(summarize_sentences(sentences, scores, words)) == 2


def test_nothing_from_nothing():
    """No sentence, an empty mask or no room give an empty summary."""
    sentences, scores = prepared(ARTICLES)
    assert summarize_sentences([], np.zeros(0), 100) == ()
    assert summarize_sentences(sentences, scores, 0) == ()
    refused = np.zeros(len(sentences), dtype=bool)
    assert summarize_sentences(sentences, scores, 100, allowed=refused) == ()


def test_the_lead_comes_first_and_articles_stay_whole():
    """Reading order: the highest-standing best sentence, its article, then the others."""
    sentences, _ = prepared(ARTICLES)
    scores = np.zeros(len(sentences))
    first_of_second = len(split_sentences(ARTICLES[0]))
    scores[first_of_second] = 2.0
    chosen = [0, 2, first_of_second, first_of_second + 2]
    order = reading_order(sentences, scores, chosen)
    assert order == (first_of_second, first_of_second + 2, 0, 2)
