"""sumy's rankers behind our protocol."""

import numpy as np
import pytest
from sumy.summarizers.text_rank import TextRankSummarizer

from briefs.config import RANKERS
from briefs.errors import UsageError
from briefs.language import lexicon, split_sentences
from briefs.model import Article
from briefs.ranking import rank_sentences
from briefs.ranking.sumy_rankers import document, sumy_scores

TEXT = """The council voted on Monday to close the old bridge. Lorries must take the new road from
June. The old bridge carried lorries for ninety years. The mayor called the vote a day of relief.
Shopkeepers near the bridge fear for their trade. The new road opens in June, the mayor said."""

ARTICLES = (
    Article("Bridge to close", TEXT),
    Article("Vote", "The council voted on Monday to close the old bridge. Two members were away."),
)
SENTENCES = [sentence for article in ARTICLES for sentence in split_sentences(article)]


@pytest.mark.parametrize("ranker", RANKERS)
def test_every_ranker_gives_one_score_per_sentence(ranker):
    """Each ranker of the settings scores each sentence: none below 0, 1.0 on average."""
    scores = rank_sentences(SENTENCES, ranker)
    assert scores.shape == (len(SENTENCES),)
    assert (scores >= 0).all()
    assert scores.mean() == pytest.approx(1)


@pytest.mark.parametrize("ranker", RANKERS)
@pytest.mark.parametrize("count", [0, 1])
def test_none_or_one_sentence(ranker, count):
    """No sentence gives no score, a single one 1.0."""
    assert rank_sentences(SENTENCES[:count], ranker).tolist() == [1.0] * count


@pytest.mark.parametrize("ranker", RANKERS)
def test_sentences_without_words_are_scored(ranker):
    """Marks and single letters are no reason to fail."""
    scores = rank_sentences(split_sentences("Yes. ... 7! And so."), ranker)
    assert np.isfinite(scores).all()


@pytest.mark.parametrize("ranker", [name for name in RANKERS if name != "sumy-kl"])
def test_a_sentence_two_articles_share_keeps_its_own_score(ranker):
    """Scores go by place: the shared sentence has one in each article, as sumy rates it."""
    first, second = (i for i, s in enumerate(SENTENCES) if s.text.startswith("The council voted"))
    scores = rank_sentences(SENTENCES, ranker)
    assert scores[first] > 0
    assert scores[second] > 0


def test_scores_follow_sumys_own():
    """The scores are sumy's ratings for our words, scaled to 1.0 on average."""
    texts = [sentence.text for sentence in SENTENCES]
    words = lexicon("en")
    summarizer = TextRankSummarizer(words.stem)
    summarizer.stop_words = words.stop_words
    made = document(texts, words)
    ratings = summarizer.rate_sentences(made)
    expected = np.array([ratings[sentence] for sentence in made.sentences])
    scores = sumy_scores(texts, words, "sumy-textrank")
    assert scores == pytest.approx(expected / expected.mean(), rel=1e-8)


@pytest.mark.parametrize("ranker", RANKERS)
def test_a_sentence_that_says_nothing_of_its_own_leaves_no_noise(ranker):
    """Scores are 0 or clearly above it: rounding noise of a peer's algebra is cut off."""
    scores = rank_sentences([*SENTENCES, *split_sentences("...\n* * *")], ranker)
    assert ((scores == 0) | (scores > 1e-9)).all()


def test_an_unknown_ranker_is_refused():
    """The error names the rankers there are."""
    with pytest.raises(UsageError, match="sumy-lexrank"):
        rank_sentences(SENTENCES, "pagerank")
