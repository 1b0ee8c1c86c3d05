"""An article as a bag of weighted stems, and a pile of articles as sparse TF-IDF rows.

What `describe` says of an article depends on that article alone; only idf looks at the pile.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
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
# A stem that one of few articles holds is not yet common in the news.
_SMALLEST_PILE = 20
_SHARPNESS = 0.87


@dataclass(frozen=True, slots=True)
class Terms:
    """An article's content: `counts[stem]` is the weighted count, ≥ 1.

    `title` and `lead` (the body's first words) are the stems there.
    """

    counts: Mapping[str, int]
    title: frozenset[str]
    lead: frozenset[str]


def describe(article: Article) -> Terms:
    """The stems of the title and the body's first 600 words, those high up counted more.

    A word of the body counts once, twice in the article's first 40 words (title included), one of
    the title six times.
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
    return Terms(
        counts,
        frozenset(stems[word] for word in title if word in stems),
        frozenset(stems[word] for word in lead if word in stems),
    )


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


def vectorise(terms: Sequence[Terms], idf: Mapping[str, float]) -> csr_array:
    """One unit-length row per article, tf = 1 + ln c times idf; a column per stem of `idf`.

    Columns follow the sorted stems, so that sums are the same whatever the order of the articles.
    """
    columns = {stem: column for column, stem in enumerate(idf)}
    starts = np.cumsum([0, *(len(item.counts) for item in terms)])
    stems = chain.from_iterable(item.counts for item in terms)
    indices = np.fromiter((columns[stem] for stem in stems), np.int64, starts[-1])
    counts = chain.from_iterable(item.counts.values() for item in terms)
    data = 1.0 + np.log(np.fromiter(counts, np.float64, starts[-1]))
    data *= np.fromiter(idf.values(), np.float64, len(idf))[indices]
    matrix = csr_array((data, indices, starts), shape=(len(terms), len(columns)))
    matrix.sort_indices()
    norms = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    matrix.data /= np.repeat(np.where(norms > 0, norms, 1.0), np.diff(starts))
    return matrix
