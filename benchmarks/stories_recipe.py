"""The grouping that `briefs` is measured against: dense average link, cut two ways.

`fixed` cuts at a mean cosine of .20. `recipe` is the published starting point of this project: the
same tree, cut by a log-odds formula that knows the number of articles, on TF-IDF of the first 400
words with names counted 1.5 times and a background of strength 1,000. `density` is HDBSCAN on the
same vectors. Dense and quadratic: yardsticks, not products.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform
from sklearn.cluster import HDBSCAN

from briefs.language import background, lexicon
from briefs.model import Article
from briefs.stories.candidates import candidate_pairs
from briefs.stories.terms import Terms, describe, rarity, term_weights, vectorise
from briefs.stories.tree import Merge, average_link, cut

Parts = list[list[int]]
Tree = list[tuple[int, int, float]]


_NAME = re.compile(r"(?<=[\w,;:)] )[^\W\d_a-zß-ÿ][\w’'\-]*")


def counts(article: Article) -> dict[str, float]:
    """The recipe's weighted counts: body + 1 in the lead + 1 in the title, names × 1.5."""
    lex = lexicon(article.language or "en")
    title, text = lex.words(article.title), article.body[:4000]
    body = lex.words(text)[:400]
    lead = body[: max(60 - len(title), 0)]
    whole = Counter(body)
    named = Counter(lex.words(" ".join(_NAME.findall(text))))
    found: dict[str, float] = {}
    for word, count in Counter(chain(body, lead, title, title, title)).items():
        if word not in lex.stop_words:
            stem = lex.stem(word)
            more = 1.5 if 2 * named[word] > whole[word] else 1.0
            found[stem] = found.get(stem, 0.0) + more * count
    return found


def likeness(articles: Sequence[Article], language: str) -> NDArray[np.float64]:
    """Every cosine, by the recipe's vectors."""
    terms = [Terms(counts(article), {}) for article in articles]  # type: ignore[arg-type]
    share = background(language)
    kappa, rest = (1000.0, 0.0) if share else (50.0, 0.01)
    frequency = Counter(chain.from_iterable(item.counts for item in terms))
    total = len(terms) + kappa + 1
    idf = {
        stem: max(log(total / (frequency[stem] + kappa * share.get(stem, rest) + 0.5)), 0.0) ** 0.8
        for stem in sorted(frequency)
    }
    matrix = vectorise(terms, idf)
    cosines: NDArray[np.float64] = np.clip((matrix @ matrix.T).toarray(), 0.0, 1.0)
    np.fill_diagonal(cosines, 1.0)
    return cosines


def average_tree(cosines: NDArray[np.float64]) -> Tree:
    """(left, right, mean cosine) per merge; node n + m is merge m."""
    distance = squareform(1.0 - cosines, checks=False)
    rows = linkage(distance, "average") if len(cosines) > 1 else []
    return [(int(a), int(b), max(1.0 - height, 0.0)) for a, b, height, _ in rows]


def print_agreement(piles: Mapping[str, Sequence[tuple[Article, str]]]) -> None:
    """How near our tree, which sees candidate pairs only, comes to the one that sees all pairs."""
    print("\nB-cubed F1 of our parts against those of the dense tree, one cut for both")
    for name, pile in piles.items():
        terms = [describe(article) for article, _ in pile]
        matrix = vectorise(terms, term_weights(terms, rarity(terms, background("en"))))
        count = len(terms)
        stems = [len(item.counts) for item in terms]
        lengths = [log(max(number, 1)) for number in stems]
        sizes, dense = [1] * count, []
        for left, right, height in average_tree((matrix @ matrix.T).toarray()):
            size = sizes[left] + sizes[right]
            length = (lengths[left] * sizes[left] + lengths[right] * sizes[right]) / size
            sizes.append(size)
            lengths.append(length)
            dense.append((left, right, height, length))
        heights = {part: merge[2] for merge in dense for part in merge[:2]}
        merges = [Merge(*merge, heights.get(node, 0.0)) for node, merge in enumerate(dense, count)]
        ours = cut(count, average_link(matrix, stems, *candidate_pairs(matrix), 0.0), 0.0)
        print(f"{name}: {agreement(ours, cut(count, merges, 0.0), count):.3f}", flush=True)


def agreement(one: Parts, other: Parts, count: int) -> float:
    """B-cubed F1 of one partition against another."""
    labels = np.zeros((2, count), np.int64)
    for row, parts in enumerate((one, other)):
        for label, part in enumerate(parts):
            labels[row, part] = label
    both = Counter(zip(*labels.tolist(), strict=True))
    shared = sum(size * size / len(one[a]) for (a, _), size in both.items()) / count
    found = sum(size * size / len(other[b]) for (_, b), size in both.items()) / count
    return 2 * shared * found / (shared + found)


def density(cosines: NDArray[np.float64]) -> Parts:
    """HDBSCAN with its defaults but pairs allowed; what it calls noise stands alone."""
    if len(cosines) < 3:
        return [[k] for k in range(len(cosines))]
    labels = HDBSCAN(min_cluster_size=2, metric="precomputed", copy=True).fit_predict(1.0 - cosines)
    parts: dict[int, list[int]] = {}
    for place, label in enumerate(labels.tolist()):
        parts.setdefault(label if label >= 0 else -place - 2, []).append(place)
    return list(parts.values())


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
