"""Average-link clustering of a sparse similarity graph, and where to cut the tree.

The cut is no fixed threshold: a merge must be more alike the more articles there are in the pile
and the further apart its two parts are beside their own inner likeness.
"""

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True)
class Merge:
    """Two nodes become one. Node k < n is article k, node n + m is merge m."""

    left: int
    right: int
    height: float


def evidence(height: float, sizes: tuple[int, int], inner: float, count: int) -> float:
    """The log-odds z that a merge at mean cosine `height` joins one story.

    `inner` is the smaller of the two parts' own merge heights, at most .5 (a single article
    counts .5); `count` is the number of articles in the pile.
    """
    small, whole = min(sizes), sum(sizes)
    return (
        2.8 * log(height + 0.015)
        + 0.8 * log(min(whole, 8))
        - 0.6 * log(min(small, 10))
        - 0.6 * log(inner / 0.5)
        - 0.7 * log(min(max(count, 80), 2500))
        + 7.214
    )


def lowest_height(count: int) -> float:
    """A mean cosine below which no merge in a pile of `count` articles can be one story."""
    height = 0.02
    while height < 1 and evidence(height, (1, 7), min(height, 0.5), count) < 0:
        height += 0.005
    return height


def average_link(
    matrix: csr_array,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    similarity: NDArray[np.float64],
    lowest: float,
) -> list[Merge]:
    """Merges, highest mean cosine first, of rows connected by the given pairs.

    Pairs that are not given count as 0 until their clusters come up for merging; then the exact
    mean cosine is taken from the clusters' summed vectors. Ties go to the lower node numbers.
    """
    count = matrix.shape[0]
    sums: dict[int, dict[int, float]] = {}
    sizes = [1] * count
    edges: list[dict[int, float]] = [{} for _ in range(count)]
    heap = []
    for i, j, value in zip(left.tolist(), right.tolist(), similarity.tolist(), strict=True):
        if value > 0:
            edges[i][j] = edges[j][i] = value
            if value >= lowest:
                heap.append((-round(value, 9), i, j))
    heapify(heap)

    def vector(node: int) -> dict[int, float]:
        if node not in sums:
            span = slice(matrix.indptr[node], matrix.indptr[node + 1])
            sums[node] = dict(
                zip(matrix.indices[span].tolist(), matrix.data[span].tolist(), strict=True)
            )
        return sums[node]

    merges: list[Merge] = []
    alive = [True] * count
    while heap:
        negative, i, j = heappop(heap)
        if not (alive[i] and alive[j]):
            continue
        one, other = vector(i), vector(j)
        if len(one) > len(other):
            one, other = other, one
        exact = sum(value * other[term] for term, value in sorted(one.items()) if term in other)
        height = max(exact / (sizes[i] * sizes[j]), -negative)
        node = len(sizes)
        merges.append(Merge(i, j, round(min(height, 1.0), 9)))
        for term, value in one.items():
            other[term] = other.get(term, 0.0) + value
        sums[node] = other
        for part in (i, j):
            alive[part] = False
            del sums[part]
        alive.append(True)
        sizes.append(sizes[i] + sizes[j])
        joined = edges[i] if len(edges[i]) >= len(edges[j]) else edges[j]
        for near, value in (edges[j] if joined is edges[i] else edges[i]).items():
            joined[near] = joined.get(near, 0.0) + value
        edges.append({near: value for near, value in joined.items() if alive[near]})
        edges[i] = edges[j] = {}
        for near, value in edges[node].items():
            edges[near].pop(i, None)
            edges[near].pop(j, None)
            edges[near][node] = value
            mean = value / (sizes[node] * sizes[near])
            if mean >= lowest:
                heappush(heap, (-round(mean, 9), near, node))
    return merges


def cut(count: int, merges: list[Merge]) -> list[list[int]]:
    """The partition of `count` articles with the greatest gain, each part's members in order.

    gain(A ∪ B) = |A||B| / (|A| + |B|) · (2σ(z) − 1), summed over a node's subtree; a node is kept
    whole where that is more than the best of its two parts together.
    """
    sizes = [1] * count
    inner = [0.5] * count
    gain = [0.0] * count
    best = [0.0] * count
    whole = [True] * count
    merged = [False] * (count + len(merges))
    for merge in merges:
        a, b = merge.left, merge.right
        merged[a] = merged[b] = True
        z = evidence(merge.height, (sizes[a], sizes[b]), min(inner[a], inner[b]), count)
        step = sizes[a] * sizes[b] / (sizes[a] + sizes[b]) * (2 / (1 + exp(-z)) - 1)
        gain.append(gain[a] + gain[b] + step)
        whole.append(gain[-1] > best[a] + best[b])
        best.append(max(gain[-1], best[a] + best[b]))
        sizes.append(sizes[a] + sizes[b])
        inner.append(min(max(merge.height, 0.01), 0.5))
    parts = []
    roots = [node for node in range(count + len(merges)) if not merged[node]]
    while roots:
        node = roots.pop()
        if whole[node]:
            parts.append(sorted(_leaves(node, count, merges)))
        else:
            merge = merges[node - count]
            roots += [merge.left, merge.right]
    return sorted(parts)


def _leaves(node: int, count: int, merges: list[Merge]) -> list[int]:
    leaves, nodes = [], [node]
    while nodes:
        node = nodes.pop()
        if node < count:
            leaves.append(node)
        else:
            nodes += [merges[node - count].left, merges[node - count].right]
    return leaves
