"""An article as a bag of stems and of pairs of them, and a pile of articles as sparse TF-IDF rows.

What `describe` says of an article depends on that article alone; only weights look at the pile.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import log

import numpy as np
from scipy.sparse import csr_array

from briefs.language import lexicon
from briefs.model import Article

BODY_WORDS = 600
LEAD_WORDS = 40
# How often a word of the title counts: a headline says what a text is about.
TITLE_COUNT = 6
_BODY_CHARACTERS = 6000
# Pairs are looked for among so many words of the body: stems next to each other or with one other
# stem between them, and three words of any kind at most.
_PAIR_WORDS = 120
_PAIR_STEPS, _PAIR_DISTANCE = (1, 2), 4
# In larger piles they would take half as much time and memory again, beyond 1.5 GB at 50,000.
_MOST_PAIRED = 10_000
# A stem that one of few articles holds is not yet common in the news.
_SMALLEST_PILE = 20
_SHARPNESS = 0.87
# In a pile of so many a stem that no other article has weighs half.
_ALONE = 40


@dataclass(frozen=True, slots=True)
class Terms:
    """An article's content: `counts[stem]` is the weighted count, ≥ 1.

    `pairs["one other"]` (in alphabetical order) is how often two stems stand close together.
    """

    counts: Mapping[str, int]
    pairs: Mapping[str, int]


def describe(article: Article) -> Terms:
    """The stems of the title and the body's first 600 words, those high up counted more.

    A word of the body counts once, twice in the article's first 40 words (title included), one of
    the title six times. Pairs are those of the body's first 120 words.
    """
    lex = lexicon(article.language or "en")
    title = lex.words(article.title)
    body = lex.words(article.body[:_BODY_CHARACTERS])[:BODY_WORDS]
    lead = body[: max(LEAD_WORDS - len(title), 0)]
    stop_words, stem = lex.stop_words, lex.stem
    counted = Counter(chain(body, lead, *[title] * TITLE_COUNT))
    stems = {word: stem(word) for word in counted if word not in stop_words}
    counts: dict[str, int] = {}
    for word, stemmed in stems.items():
        counts[stemmed] = counts.get(stemmed, 0) + counted[word]
    return Terms(counts, Counter(_pairs([stems.get(word, "") for word in body[:_PAIR_WORDS]])))


def _pairs(stems: Sequence[str]) -> Iterator[str]:
    """Every two stems that stand close together; "" is a word that carries no content."""
    placed = [(place, stem) for place, stem in enumerate(stems) if stem]
    for step in _PAIR_STEPS:
        for (i, one), (j, other) in zip(placed, placed[step:], strict=False):
            if j - i <= _PAIR_DISTANCE:
                yield f"{one} {other}" if one <= other else f"{other} {one}"


def rarity(terms: Sequence[Terms], share: Mapping[str, float]) -> dict[str, float]:
    """The idf of every stem of a pile, sorted by stem: how much it tells one story from others.

    idf = ln(1 / (p + (df + ½) / (n + 20)))^.87: a stem is common by its share p in ordinary texts
    (a background table, which small piles need) or by its share in this pile. Neither alone would
    do: a town's name is rare anywhere else, and in its own paper's pile says nothing.
    """
    frequency = Counter(chain.from_iterable(item.counts for item in terms))
    total = len(terms) + _SMALLEST_PILE
    return {
        stem: max(-log(share.get(stem, 0.0) + (frequency[stem] + 0.5) / total), 0.0) ** _SHARPNESS
        for stem in sorted(frequency)
    }


def term_weights(terms: Sequence[Terms], idf: Mapping[str, float]) -> dict[str, float]:
    """What each stem and each pair of a pile weighs in a row, sorted by name; `idf` is by stem.

    A stem that no other article holds can join it to none, and its idf would only make the row
    less like all others. Among few articles that says little; the more there are, the less such a
    stem weighs. A pair that no other article holds is left out. A pair shared says more than its
    two stems: what happened to whom is told by words that stand together. Piles of more than 10,000
    articles do without pairs.
    """
    frequency = Counter(chain.from_iterable(item.counts for item in terms))
    alone = _ALONE / (_ALONE + len(terms))
    weights = {stem: rare * (alone if frequency[stem] == 1 else 1) for stem, rare in idf.items()}
    shared = Counter(chain.from_iterable(item.pairs for item in _paired(terms)))
    total = len(terms) + _SMALLEST_PILE
    for pair, count in shared.items():
        if count > 1:
            weights[pair] = max(-log((count + 0.5) / total), 0.0) ** _SHARPNESS
    return dict(sorted(weights.items()))


def vectorise(terms: Sequence[Terms], weights: Mapping[str, float]) -> csr_array:
    """One unit-length row per article, tf = 1 + ln c times the weight; a column per weight.

    What has no weight is left out. Columns follow the weights' order, which is to be sorted, so
    that sums are the same whatever the order of the articles.
    """
    columns = {name: column for column, name in enumerate(weights)}
    paired = _paired(terms)
    bags = [*(item.counts for item in terms), *(item.pairs for item in paired)]
    sizes = [len(bag) for bag in bags]
    rows = np.repeat(np.array([*range(len(terms)), *range(len(paired))], np.int32), sizes)
    names = map(columns.get, chain.from_iterable(bags), repeat(-1))
    indices = np.fromiter(names, np.int32, len(rows))
    counts = chain.from_iterable(bag.values() for bag in bags)
    data = 1.0 + np.log(np.fromiter(counts, np.float64, len(rows)))
    known = indices >= 0
    rows, indices, data = rows[known], indices[known], data[known]
    data *= np.fromiter(weights.values(), np.float64, len(weights))[indices]
    matrix = csr_array((data, (rows, indices)), shape=(len(terms), len(columns)))
    norms = np.sqrt(matrix.power(2).sum(axis=1))
    matrix.data /= np.repeat(np.where(norms > 0, norms, 1.0), np.diff(matrix.indptr))
    return matrix


def _paired(terms: Sequence[Terms]) -> Sequence[Terms]:
    """The articles whose pairs count: in very large piles none."""
    return terms if len(terms) <= _MOST_PAIRED else ()
