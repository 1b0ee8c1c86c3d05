"""Concepts: the word pairs and words a summary should hold, and what each is worth.

After Gillick & Favre 2009 (bigrams as the unit of content), with worth by TextRank: what several
articles say, in sentences that rank high, counts most.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from briefs.language import lexicon
from briefs.model import Article, Sentence

Vector = NDArray[np.float64]

# What a concept is worth by its make: measured on human summaries.
_TWO_CONTENT_WORDS = 1.0
_ONE_STOP_WORD = 1.2
_SINGLE_WORD = 0.5
_SHARPNESS = 1.5
_HEADLINE = 1.5
_STRONGEST = 50


@dataclass(frozen=True)
class Concepts:
    """Which sentence holds which concept, and the concepts' weights.

    `names`: stems joined by a space; `holds`: sentences × concepts, 0 or 1; `weights`: one per
    concept, in units of a strong one (the mean of the 50 heaviest is 1).
    """

    names: tuple[str, ...]
    holds: csr_array
    weights: Vector


def concepts_of(text: str, language: str = "en") -> dict[str, float]:
    """The concepts of a sentence, each with the factor of its make.

    Pairs of adjacent stems of which at most one is a stop word, and single content words.
    """
    words_of = lexicon(language)
    stem_of, stop_words = words_of.stem, words_of.stop_words
    found: dict[str, float] = {}
    before, before_is_stop = "", True
    for word in words_of.words(text):
        stem = stem_of(word)
        if word in stop_words:
            if not before_is_stop:
                found[f"{before} {stem}"] = _ONE_STOP_WORD
            before_is_stop = True
        else:
            found[stem] = _SINGLE_WORD
            if before:
                pair = _ONE_STOP_WORD if before_is_stop else _TWO_CONTENT_WORDS
                found[f"{before} {stem}"] = pair
            before_is_stop = False
        before = stem
    return found


def concept_table(
    sentences: Sequence[Sentence], scores: Vector, groups: Sequence[int] | None = None
) -> Concepts:
    """The concepts of one story's sentences, given their TextRank scores.

    A concept weighs factor · Σ over groups of (the best score among the group's sentences that
    hold it) ** 1.5; an article's headline counts as a sentence of one and a half times its best.
    `groups[i]` is the group of sentence i: by default its article; pass origins to count one
    dispatch in five papers once.
    """
    columns: dict[str, int] = {}
    factors: list[float] = []
    indices: list[int] = []
    starts = [0]
    for sentence in sentences:
        for name, factor in concepts_of(sentence.text, _language(sentence.article)).items():
            column = columns.get(name)
            if column is None:
                column = columns[name] = len(factors)
                factors.append(factor)
            indices.append(column)
        starts.append(len(indices))
    articles = articles_of(sentences)
    group_of = np.asarray(articles if groups is None else groups, dtype=np.int64)
    rows = np.repeat(np.arange(len(sentences)), np.diff(starts))
    held = [np.asarray(indices, dtype=np.int64)]
    holders = [group_of[rows]]
    worth = [scores[rows]]
    for number, row in {number: row for row, number in enumerate(articles)}.items():
        article = sentences[row].article
        title = "" if isinstance(article, str) else article.title
        known = [
            columns[name] for name in concepts_of(title, _language(article)) if name in columns
        ]
        best = scores[np.asarray(articles) == number].max()
        held.append(np.asarray(known, dtype=np.int64))
        holders.append(np.full(len(known), group_of[row]))
        worth.append(np.full(len(known), _HEADLINE * best))
    support = _support(
        np.concatenate(held), np.concatenate(holders), np.concatenate(worth), len(columns)
    )
    weights = np.asarray(factors) * support
    strongest = np.sort(weights)[-_STRONGEST:]
    scale = strongest.mean() if strongest.any() else 1.0
    holds = csr_array(
        (np.ones(len(indices)), held[0], np.asarray(starts)), shape=(len(sentences), len(columns))
    )
    return Concepts(tuple(columns), holds, weights / scale)


def without(table: Concepts, names: Collection[str]) -> Concepts:
    """The table with nothing to gain from the concepts of these names."""
    if not names:
        return table
    known = np.array([name in names for name in table.names], dtype=bool)
    return replace(table, weights=np.where(known, 0.0, table.weights))


def articles_of(sentences: Sequence[Sentence]) -> list[int]:
    """For each sentence the number of its article, counted in order of first appearance."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(_key(sentence.article), len(numbers)) for sentence in sentences]


def _key(article: Article | str) -> str:
    return article if isinstance(article, str) else article.id


def _language(article: Article | str) -> str:
    return "en" if isinstance(article, str) else article.language or "en"


def _support(
    columns: NDArray[np.int64], groups: NDArray[np.int64], scores: Vector, size: int
) -> Vector:
    """Per concept (column): Σ over groups of the best score in the group ** 1.5."""
    if not size:
        return np.zeros(0)
    places, slot = np.unique(groups * size + columns, return_inverse=True)
    best = np.zeros(len(places))
    np.maximum.at(best, slot, scores)
    total = np.bincount(places % size, weights=best**_SHARPNESS, minlength=size)
    return np.asarray(total, dtype=np.float64)
