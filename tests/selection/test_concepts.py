"""Concepts: what they are and what they weigh."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model import Article, Sentence
from briefs.selection.concepts import articles_of, concept_table, concepts_of


def sentences_of(*texts):
    """Each text as an article of one sentence a line."""
    made = []
    for text in texts:
        article = Article("A title", text)
        start = 0
        for index, line in enumerate(article.text.split("\n")):
            made.append(Sentence(article, index, start, start + len(line)))
            start += len(line) + 1
    return made


def test_pairs_of_two_stop_words_are_no_concept():
    """Pairs hold at most one stop word, singles none; the factor tells the make."""
    assert concepts_of("The ferries of the port sank.") == {
        "the ferri": 1.2,
        "ferri": 0.5,
        "ferri of": 1.2,
        "the port": 1.2,
        "port": 0.5,
        "port sank": 1.0,
        "sank": 0.5,
    }


def test_no_word_no_concept():
    """Marks and function words alone give an empty table, which is no error."""
    assert concepts_of("…") == concepts_of("And so of the.") == {}
    table = concept_table(sentences_of("…"), np.ones(1))
    assert table.holds.shape == (1, 0)
    assert concept_table([], np.zeros(0)).holds.shape == (0, 0)


def test_the_weight_is_the_best_score_of_each_article_summed():
    """factor · Σ over articles of (best score) ** 1.5, up to the common scale."""
    sentences = sentences_of("Ferry sank.\nFerry burned.", "Ferry left.")
    table = concept_table(sentences, np.array([2.0, 1.0, 0.5]))
    weight = dict(zip(table.names, table.weights, strict=True))
    assert weight["ferri"] / weight["sank"] == pytest.approx((2**1.5 + 0.5**1.5) / 2**1.5)
    assert weight["ferri sank"] / weight["sank"] == pytest.approx(2)


def test_the_headline_supports_its_articles_concepts():
    """It counts as a sentence of one and a half times the article's best score."""
    article = Article("Ferry", "Mayor quit. Ferry sank.")
    sentences = [Sentence(article, 0, 0, 11), Sentence(article, 1, 12, 23)]
    table = concept_table(sentences, np.array([2.0, 1.0]))
    weight = dict(zip(table.names, table.weights, strict=True))
    assert weight["ferri"] / weight["sank"] == pytest.approx(3**1.5)
    assert weight["mayor"] / weight["sank"] == pytest.approx(2**1.5)


def test_groups_count_a_shared_text_once():
    """Articles of one origin support a concept as one article does."""
    sentences = sentences_of("Ferry sank.", "Ferry sank. ", "Mayor quit.")
    alone = concept_table(sentences, np.ones(3), groups=[0, 0, 1]).weights
    assert alone == pytest.approx(np.tile(alone[:3], 2))


def test_the_heaviest_concepts_weigh_one_on_average():
    """Weights of different stories are in one unit."""
    table = concept_table(sentences_of("A ferry sank off the coast."), np.array([7.0]))
    assert np.sort(table.weights)[-50:].mean() == pytest.approx(1)


@given(st.permutations(range(3)))
def test_the_order_of_articles_changes_no_weight(order):
    """A concept's weight does not depend on which article comes first."""
    texts = ("Ferry sank.\nTwo people died.", "A ferry sank near the port.", "Two died.")
    scores = ([2.0, 1.0], [1.5], [0.5])
    plain = concept_table(sentences_of(*texts), np.concatenate(scores))
    mixed = concept_table(
        sentences_of(*(texts[i] for i in order)), np.concatenate([scores[i] for i in order])
    )
    expected = dict(zip(plain.names, plain.weights, strict=True))
    assert dict(zip(mixed.names, mixed.weights, strict=True)) == pytest.approx(expected)


def test_articles_are_numbered_as_they_appear():
    """Sentences of one article share its number."""
    assert articles_of(sentences_of("One.\nTwo.", "Three.")) == [0, 0, 1]
