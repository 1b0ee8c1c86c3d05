"""TextRank: what its scores are, and that at sumy's settings they are sumy's own."""

import math
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize import NLTKWordTokenizer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from briefs.language import split_sentences
from briefs.model import Article
from briefs.ranking import rank_sentences
from briefs.ranking.textrank import (
    likeness,
    overlap_edges,
    overlap_textrank,
    significant,
    textrank,
)

TEXTS = [
    "The harbour was closed on Monday after a tanker ran aground near the old lighthouse.",
    "Officials closed the harbour and sent two tugs to the tanker.",
    "The tanker carries 3,000 tonnes of oil, the owner said.",
    "Fishermen near the lighthouse fear for the oysters of the bay.",
    "Storm.",
    "A storm is expected on Tuesday, the weather service said, and the tugs must hurry, hurry.",
    "It was not the first of its kind.",
    "Yes.",
]

words = st.sampled_from(["oil", "tug", "bay", "storm", "ferry", "port", "mayor", "vote", "court"])
bags_of_words = st.lists(st.lists(words, max_size=8), max_size=12)


class SumyTokenizer:
    """sumy's own word rule without the data files that its constructor asks for."""

    def to_words(self, text):
        return tuple(filter(Tokenizer._is_word, NLTKWordTokenizer().tokenize(text)))


def sumys(texts):
    summarizer = TextRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    sentences = [Sentence(text, SumyTokenizer()) for text in texts]
    return summarizer, ObjectDocumentModel([Paragraph(sentences)])


def test_overlap_edges_are_sumys_matrix():
    """At sumy's formula the walk's matrix is sumy's to 1e-12."""
    summarizer, document = sumys(TEXTS)
    edges = overlap_edges([summarizer._to_words_set(s) for s in document.sentences]).toarray()
    matrix = 0.15 / len(TEXTS) + 0.85 * edges / (edges.sum(axis=1, keepdims=True) + 1e-7)
    assert np.abs(matrix - summarizer._create_matrix(document)).max() < 1e-12


@pytest.mark.parametrize("copies", [1, 7])
def test_overlap_scores_are_sumys_vector(copies):
    """At sumy's formula and stopping rule the scores are sumy's own."""
    texts = [f"{text} {number * 'again '}" for number in range(copies) for text in TEXTS]
    summarizer, document = sumys(texts)
    ratings = summarizer.rate_sentences(document)
    ours = overlap_textrank([summarizer._to_words_set(s) for s in document.sentences])
    assert np.abs(ours - [ratings[s] for s in document.sentences]).max() < 1e-12


def test_nothing_gives_nothing():
    """No sentence, no score."""
    nothing = np.zeros(0)
    assert textrank([], nothing).shape == overlap_textrank([]).shape == (0,)
    assert likeness([], [], []).shape == (0,)


def test_one_sentence_scores_one():
    """A single sentence has the whole walk, with or without words."""
    assert textrank([["oil"]], np.ones(1)).tolist() == textrank([[]], np.ones(1)).tolist() == [1.0]


@given(bags_of_words, st.floats(0.5, 0.95), st.floats(0, 2))
def test_scores_are_the_fixed_point(bags, damping, power):
    """Scores are positive, 1.0 on average, and unchanged by one more step of the dense walk."""
    jump = np.arange(1.0, len(bags) + 1) ** -power
    scores = textrank(bags, jump, damping)
    if not bags:
        return
    assert (scores > 0).all()
    assert scores.mean() == pytest.approx(1)
    jump /= jump.sum()
    edges = dense_cosines(bags)
    rows = edges.sum(axis=1, keepdims=True)
    steps = np.where(rows > 1e-9, edges / np.maximum(rows, 1e-9), jump)
    again = damping * steps.T @ scores + (1 - damping) * jump * scores.sum()
    assert again == pytest.approx(scores, rel=1e-6)


def dense_cosines(bags):
    """The edges by the definition: cosines of tf × (ln(n/df) + 1), no self-loops."""
    size = len(bags)
    edges = np.zeros((size, size))
    df = {term: sum(term in bag for bag in bags) for bag in bags for term in bag}
    rows = [{t: bag.count(t) * (math.log(size / df[t]) + 1) for t in bag} for bag in bags]
    for i, one in enumerate(rows):
        for j, two in enumerate(rows):
            if i != j and one and two:
                shared = sum(one[t] * two.get(t, 0) for t in one)
                edges[i, j] = shared / math.hypot(*one.values()) / math.hypot(*two.values())
    return edges


@given(bags_of_words, st.randoms())
def test_the_order_of_the_sentences_changes_no_score(bags, random):
    """Scores belong to sentence and jump, whatever stands before them in the list."""
    jump = np.array([random.uniform(0.1, 5) for _ in bags])
    order = list(range(len(bags)))
    random.shuffle(order)
    scores = textrank(bags, jump)
    again = textrank([bags[i] for i in order], jump[order])
    assert again == pytest.approx(scores[order], rel=1e-8)


@given(st.lists(words, min_size=1, max_size=6), st.integers(2, 9))
def test_identical_sentences_score_alike(bag, size):
    """Copies of one sentence, equally likely to be jumped to, share the walk evenly."""
    assert textrank([bag] * size, np.ones(size)).tolist() == [1.0] * size


def test_an_opening_outranks_its_copy_further_down():
    """Of equal sentences the one that stands higher in its article scores more."""
    scores = rank_sentences(split_sentences("The tug left. " * 5))
    assert sorted(scores, reverse=True) == list(scores)
    assert scores[0] > scores[1] > scores[4]


def test_a_headline_draws_the_walk():
    """At one position, what repeats its own article's headline scores more; another's does not."""
    ferry, bread = "A ferry sank off the coast.", "The price of bread rose."
    articles = [Article(title, text) for title in ("Ferry sinks", "") for text in (ferry, bread)]
    scores = rank_sentences([s for article in articles for s in split_sentences(article)])
    assert scores[0] > scores[2]
    assert scores[1] == scores[3]
    assert scores[0] > scores[1]


def test_likeness_is_the_cosine_with_ones_own_line():
    """1 for the line itself, 0 for nothing shared or nothing said."""
    bags = [["tug", "oil"], ["mayor"], [], ["tug"]]
    assert likeness(bags, [["tug", "oil"], []], [0, 0, 0, 1]) == pytest.approx([1, 0, 0, 0])


def test_a_line_endorses_itself_no_more():
    """A long list of unrelated words, like nothing else in the text, does not rank high."""
    story = [["tanker", "harbour"], ["tanker", "tug", "oil"], ["harbour", "oil"]]
    tail = ["mayor", "vote", "ferry", "court", "strike", "storm", "oil"] * 2
    assert textrank([*story, tail], np.ones(4)).argmin() == 3
    assert overlap_textrank([*story, tail]).argmax() == 3


@settings(max_examples=50)
@given(st.lists(st.floats(1e-12, 1e12)), st.integers(1, 12))
def test_significant_keeps_that_many_digits(values, digits):
    """Rounding moves a value by at most half a unit of its last digit, and only once."""
    rounded = significant(np.array(values, dtype=float), digits)
    assert rounded == pytest.approx(values, rel=0.51 * 10.0 ** (1 - digits))
    assert significant(rounded, digits) == pytest.approx(rounded, rel=1e-15)


def test_time_grows_with_the_words():
    """Eight times the sentences take nowhere near sixty-four times as long."""

    def seconds(size):
        bags = [[str((i * 37 + j * j) % (size * 2)) for j in range(12)] for i in range(size)]
        taken = []
        for _ in range(3):
            start = perf_counter()
            textrank(bags, np.ones(size))
            taken.append(perf_counter() - start)
        return min(taken)

    assert seconds(8000) < 24 * seconds(1000)
