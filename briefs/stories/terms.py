"""An article as a bag of weighted stems, and a pile of articles as sparse TF-IDF rows.

What `describe` says of an article depends on that article alone; only idf looks at the pile.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np
from scipy.sparse import csr_array

from briefs.language import lexicon
from briefs.model import Article
from briefs.stories.background import Background

BODY_WORDS = 400
LEAD_WORDS = 60
_BODY_CHARACTERS = 4000
_CAPITAL_WEIGHT = 1.5
# A word after a letter or comma and a space stands in mid-sentence, where a capital means a name.
_MID_SENTENCE = re.compile(r"(?<=[^\W\d_,;] |[,;] )[^\W\d_][\w.'’]*")


@dataclass(frozen=True, slots=True)
class Terms:
    """An article's content: `counts[stem]` is the weighted count, ≥ 1; sets of stems beside it.

    `names` are stems capitalised in mid-sentence more often than not.
    """

    counts: Mapping[str, float]
    title: frozenset[str]
    lead: frozenset[str]
    names: frozenset[str]


def describe(article: Article) -> Terms:
    """The stems of the title and the body's first 400 words, those high up counted more."""
    lex = lexicon(article.language or "en")
    start = article.body[:_BODY_CHARACTERS]
    title_words = lex.words(article.title)
    words = (title_words + lex.words(start))[: len(title_words) + BODY_WORDS]
    stems = {word: lex.stem(word) for word in dict.fromkeys(words) if word not in lex.stop_words}
    counts: Counter[str] = Counter()
    for part in (words, words[:LEAD_WORDS], title_words):
        for word, count in Counter(part).items():
            if word in stems:
                counts[stems[word]] += count
    names = _names(start, stems)
    weighted = {
        stem: count * _CAPITAL_WEIGHT if stem in names else float(count)
        for stem, count in counts.items()
    }
    return Terms(
        weighted,
        frozenset(stems[word] for word in title_words if word in stems),
        frozenset(stems[word] for word in words[:LEAD_WORDS] if word in stems),
        names,
    )


def _names(text: str, stems: Mapping[str, str]) -> frozenset[str]:
    balance: Counter[str] = Counter()
    for word, count in Counter(_MID_SENTENCE.findall(text)).items():
        stem = stems.get(word.rstrip(".'’").lower())
        if stem:
            balance[stem] += count if word[0].isupper() else -count
    return frozenset(stem for stem, count in balance.items() if count > 0)


def rarity(terms: Sequence[Terms], background: Background) -> dict[str, float]:
    """The idf of every stem of a pile, sorted by stem.

    idf = ln((n + κ + 1) / (df + κp + ½))^0.8 with p a stem's share in the background and κ the
    background's strength in texts.
    """
    frequency = Counter(chain.from_iterable(item.counts for item in terms))
    total = len(terms) + background.texts + 1
    return {
        stem: log(
            max(
                total
                / (
                    frequency[stem]
                    + background.texts * background.share.get(stem, background.rest)
                    + 0.5
                ),
                1.0,
            )
        )
        ** 0.8
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
