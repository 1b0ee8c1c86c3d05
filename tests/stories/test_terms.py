"""Articles as stems and pairs of stems, and what these weigh in a pile."""

import pytest

from briefs.model import Article
from briefs.stories.terms import describe, rarity, term_weights, vectorise

FERRY = Article(title="Ferry sinks", text="The ferry Solvind sank off the port of Skarholm.")
AGAIN = Article(title="Solvind lost", text="Rescuers reached the ferry Solvind at dawn.")
OTHER = Article(title="Rates cut", text="The bank lowered its rates on Tuesday.")


def test_pairs_are_stems_that_stand_close_together_in_either_order():
    """Next to each other or with one stem between, and no more than three words of any kind."""
    pairs = describe(FERRY).pairs
    assert {"ferri solvind", "sank solvind", "ferri sank", "port sank"} <= set(pairs)
    assert "ferri skarholm" not in pairs
    assert not any("sink" in pair for pair in pairs)


def test_a_stem_nobody_else_has_weighs_less_and_a_pair_nobody_else_has_nothing():
    """What only one article holds cannot join it to another."""
    terms = [describe(article) for article in (FERRY, AGAIN, OTHER)]
    idf = rarity(terms, {})
    weights = term_weights(terms, idf)
    assert weights["ferri"] == idf["ferri"]
    assert weights["skarholm"] == pytest.approx(idf["skarholm"] * 40 / 43)
    assert "ferri solvind" in weights
    assert "sank solvind" not in weights


def test_what_stands_together_in_both_makes_two_articles_more_alike():
    """A shared pair adds to the cosine; rows have unit length."""
    terms = [describe(article) for article in (FERRY, AGAIN, OTHER)]
    idf = rarity(terms, {})
    with_pairs = vectorise(terms, term_weights(terms, idf))
    without = vectorise(terms, idf)
    alike = [float((m[[0]] @ m[[1]].T).sum()) for m in (with_pairs, without)]
    assert alike[0] > alike[1]
    assert with_pairs.multiply(with_pairs).sum(axis=1) == pytest.approx([1.0] * 3)
