"""The grouping that `briefs` is measured against: dense average link, cut two ways.

`fixed` cuts at a mean cosine of .20. `recipe` is the published starting point of this project: the
same tree, cut by a log-odds formula that knows the number of articles, on TF-IDF with a background
of strength 1,000. Dense and quadratic: a yardstick, not a product.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from briefs.model import Article
from briefs.language.background import background
from briefs.stories.terms import describe, vectorise

Parts = list[list[int]]
Tree = list[tuple[int, int, float]]


def average_tree(articles: Sequence[Article], language: str) -> Tree:
    """(left, right, mean cosine) per merge; node n + m is merge m."""
    terms = [describe(article) for article in articles]
    share = background(language)
    kappa, rest = (1000.0, 0.0) if share else (50.0, 0.01)
    frequency = Counter(chain.from_iterable(item.counts for item in terms))
    total = len(terms) + kappa + 1
    idf = {
        stem: max(log(total / (frequency[stem] + kappa * share.get(stem, rest) + 0.5)), 0.0) ** 0.8
        for stem in sorted(frequency)
    }
    matrix = vectorise(terms, idf)
    distance: NDArray[np.float64] = 1.0 - np.clip((matrix @ matrix.T).toarray(), 0.0, 1.0)
    np.fill_diagonal(distance, 0.0)
    rows = linkage(squareform(distance, checks=False), "average") if len(terms) > 1 else []
    return [(int(a), int(b), max(1.0 - height, 0.0)) for a, b, height, _ in rows]


def fixed(count: int, tree: Tree, threshold: float = 0.20) -> Parts:
    """Every merge at or above the threshold."""
    members: list[list[int]] = [[k] for k in range(count)]
    whole = [True] * count
    for left, right, height in tree:
        whole.append(height >= threshold and whole[left] and whole[right])
        members.append(members[left] + members[right])
    return _tops(count, tree, whole, members)


def recipe(count: int, tree: Tree) -> Parts:
    """The cut of greatest gain under the recipe's z."""
    members: list[list[int]] = [[k] for k in range(count)]
    inner = [0.5] * count
    gain = [0.0] * count
    best = [0.0] * count
    whole = [True] * count
    for left, right, height in tree:
        a, b = len(members[left]), len(members[right])
        z = (
            2.8 * log(height + 0.015)
            + 0.8 * log(min(a + b, 8))
            - 0.6 * log(min(a, b, 10))
            - 0.6 * log(min(inner[left], inner[right]) / 0.5)
            - 0.7 * log(min(max(count, 80), 2500))
            + 7.214
        )
        gain.append(gain[left] + gain[right] + a * b / (a + b) * (2 / (1 + exp(-z)) - 1))
        whole.append(gain[-1] > best[left] + best[right])
        best.append(max(gain[-1], best[left] + best[right]))
        members.append(members[left] + members[right])
        inner.append(min(max(height, 0.01), 0.5))
    return _tops(count, tree, whole, members)


def _tops(count: int, tree: Tree, whole: Sequence[bool], members: Sequence[list[int]]) -> Parts:
    parts, nodes = [], [count + len(tree) - 1] if count else []
    while nodes:
        node = nodes.pop()
        if whole[node]:
            parts.append(members[node])
        else:
            nodes += tree[node - count][:2]
    return parts
