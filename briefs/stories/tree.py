"""Average-link clustering of a sparse similarity graph, and where to cut the tree.

The cut is no fixed threshold: the more stories a pile holds, the more alike two unrelated articles
of it are by chance, and the longer texts are, the more words they share. So a merge must be the
more alike, the more stories there are; how many that is, the cut itself tells, by iteration. And
it may be the less alike, the further it stands from all else, as density-based clustering has it
(Campello et al., "Density-based clustering based on hierarchical density estimates", 2013).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

_ROUNDS = 8
_FIRST_GUESS = 0.3  # stories per article
_MOST_APART = 1.5
_NEAR = 0.01  # what counts as alike to nothing at all


@dataclass(frozen=True, slots=True)
class Merge:
    """Two nodes become one. Node k < n is article k, node n + m is merge m.

    `height` is the mean cosine between the articles of the two, `length` the mean of ln(number of
    stems) over the articles of both; `next_height` is the height of the merge that takes this one
    up, and where none does how alike the nearest other cluster is (0 if there is none).
    """

    left: int
    right: int
    height: float
    length: float
    next_height: float


def evidence(
    height: float,
    small: int,
    whole: int,
    inner: float,
    length: float,
    stories: int,
    apart: float,
) -> float:
    """The log-odds z that a merge at mean cosine `height` joins articles of one story.

    `small` and `whole` count the articles of the smaller part and of both, `whole` no further than
    `crowd` of the pile; `inner` is the mean cosine within the looser of the two parts (0 for two
    single articles): the more alike a part is within, the more so must it be to the other.
    `length` is the mean ln(stems), `stories` how many stories the pile holds. `apart` says how far
    the merged stand from what is next to them: ln of `height` over the height of the next merge,
    `_MOST_APART` at most. The constants are fitted to one half of real piles of 2 to 2,500 articles
    in seven languages.
    """
    return (
        2.45 * log(height + 0.03)
        + 0.58 * log(whole)
        - 0.12 * log(min(small, 10))
        - (0.54 * log(min(inner, 0.5) / 0.5) if inner else -0.77)
        - 0.57 * log(min(max(stories, 9), 2500))
        - 0.56 * length
        + 0.48 * apart
        + 7.07
    )


def crowd(count: int) -> int:
    """How many articles count as support for one another in a pile of `count`.

    No more than a third of it, or a small pile's whole vocabulary would make it one story.
    """
    return min(20, max(8, count // 3))


def average_link(
    matrix: csr_array,
    stems: Sequence[int],
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    similarity: NDArray[np.float64],
    ease: float,
) -> list[Merge]:
    """Merges, highest mean cosine first, of unit-length rows connected by the given pairs.

    `stems` says how many each row's article has.

    Pairs that are not given count as 0 until their clusters come up for merging; then the exact
    mean cosine is taken from the clusters' summed vectors. Merges that can be no story's are left
    out. Ties go to the earlier rows.
    """
    count = matrix.shape[0]
    lengths = [log(max(number, 1)) for number in stems]
    most = crowd(count)
    shortest = sorted(lengths)[count // 50] if count else 0.0

    def at_best(mean: float, whole: int, length: float, stories: int) -> float:
        return evidence(mean, 1, whole, mean, length, stories, _MOST_APART) + ease

    least = _least(lambda mean: at_best(mean, most, shortest, count // 100))
    largest = 2  # articles of a cluster that may be one story
    edges: list[dict[int, float]] = [{} for _ in range(count)]
    for i, j, value in zip(left.tolist(), right.tolist(), similarity.tolist(), strict=True):
        edges[i][j] = edges[j][i] = value
    # The pairs come in their order; the heap holds only what merging makes of them.
    order = np.lexsort((right, left, -np.round(similarity, 9)))
    given = zip(
        (-np.round(similarity[order], 9)).tolist(),
        left[order].tolist(),
        right[order].tolist(),
        strict=True,
    )
    first = next(given, None)
    heap: list[tuple[float, int, int]] = []

    sums: dict[int, dict[int, float]] = {}
    sizes, nodes = [1] * count, list(range(count))  # of the cluster that each row stands for
    merges: list[tuple[int, int, float, float]] = []
    while heap or first:
        if first and (not heap or first < heap[0]):
            (negative, i, j), first = first, next(given, None)
        else:
            negative, i, j = heappop(heap)
        # A row that has joined another stands for no cluster any more: its edges are that one's.
        if j not in edges[i]:
            continue
        mean = round(edges[i][j] / (sizes[i] * sizes[j]), 9)
        if mean < -negative:
            heappush(heap, (-mean, i, j))
            continue
        length = (lengths[i] * sizes[i] + lengths[j] * sizes[j]) / (sizes[i] + sizes[j])
        stories, likely = count - len(merges), min(2 * largest, most)
        if at_best(mean, likely, min(shortest, length), stories) < 0:
            break
        if at_best(mean, likely, length, stories) < 0:
            continue
        if at_best(mean, min(sizes[i] + sizes[j], most), length, stories) > 0:
            largest = max(largest, sizes[i] + sizes[j])
        for row in (i, j):
            if row not in sums:
                sums[row] = _row(matrix, row)
        if (len(edges[i]), -i) < (len(edges[j]), -j):
            i, j = j, i
        few, many = sorted((sums[i], sums.pop(j)), key=len)
        height = min(mean, 1.0)
        if sizes[i] * sizes[j] > 1:
            dot = sum(value * many[term] for term, value in few.items() if term in many)
            height = min(max(dot / (sizes[i] * sizes[j]), mean), 1.0)
        lengths[i] = length
        merges.append((nodes[i], nodes[j], round(height, 9), round(length, 9)))
        nodes[i] = count + len(merges) - 1
        sizes[i] += sizes[j]
        for term, value in few.items():
            many[term] = many.get(term, 0.0) + value
        sums[i] = many
        del edges[i][j], edges[j][i]
        before = sizes[i] - sizes[j]
        for near, value in edges[j].items():
            del edges[near][j]
            known = edges[i].get(near)
            edges[i][near] = edges[near][i] = total = (known or 0.0) + value
            # An entry of the heap that says too much is put right when it comes up.
            if known is None or total * before > known * sizes[i]:
                mean = round(total / (sizes[i] * sizes[near]), 9)
                if mean > least:
                    heappush(heap, (-mean, min(i, near), max(i, near)))
        edges[j] = {}
    next_heights = {
        node: max((edges[i][j] / (sizes[i] * sizes[j]) for j in edges[i]), default=0.0)
        for i, node in enumerate(nodes)
        if edges[i]
    }
    next_heights |= {part: merge[2] for merge in merges for part in merge[:2]}
    return [
        Merge(*merge, round(next_heights.get(node, 0.0), 9))
        for node, merge in enumerate(merges, count)
    ]


def _least(evidence_at: Callable[[float], float]) -> float:
    """The mean cosine below which no merge is ever worth a look, by bisection; 0 to 1."""
    low, high = 0.0, 1.0
    while high - low > 1e-3:
        middle = (low + high) / 2
        if evidence_at(middle) < 0:
            low = middle
        else:
            high = middle
    return low


def _row(matrix: csr_array, row: int) -> dict[int, float]:
    span = slice(matrix.indptr[row], matrix.indptr[row + 1])
    return dict(zip(matrix.indices[span].tolist(), matrix.data[span].tolist(), strict=True))


def cut(count: int, merges: Sequence[Merge], ease: float) -> list[list[int]]:
    """The partition of `count` articles with the greatest gain, each part's members in order.

    gain(A ∪ B) = |A||B| / (|A| + |B|) · (2σ(z) − 1), summed over a node's subtree; a node is kept
    whole where that is more than the best of its two parts together. `ease` is added to every z.
    The number of stories that z asks for is that of the partition before.
    """
    stories = max(1, round(_FIRST_GUESS * count))
    parts: list[list[int]] = []
    for _ in range(_ROUNDS):
        parts = _cut(count, merges, ease, stories)
        if len(parts) == stories:
            break
        stories = len(parts)
    return parts


def _cut(count: int, merges: Sequence[Merge], ease: float, stories: int) -> list[list[int]]:
    most = crowd(count)
    sizes = [1] * count
    within = [0.0] * count  # the sum of the cosines between a node's articles
    gain = [0.0] * count
    best = [0.0] * count
    whole = [True] * count
    top = [True] * (count + len(merges))
    for merge in merges:
        a, b = merge.left, merge.right
        top[a] = top[b] = False
        small, size = min(sizes[a], sizes[b]), sizes[a] + sizes[b]
        inner = min((_mean(within[k], sizes[k]) for k in (a, b) if sizes[k] > 1), default=0.0)
        apart = log((merge.height + _NEAR) / (merge.next_height + _NEAR))
        apart = min(max(apart, 0.0), _MOST_APART)
        z = evidence(merge.height, small, min(size, most), inner, merge.length, stories, apart)
        step = sizes[a] * sizes[b] / size * (2 / (1 + exp(-z - ease)) - 1)
        gain.append(round(gain[a] + gain[b] + step, 9))
        whole.append(gain[-1] > best[a] + best[b])
        best.append(max(gain[-1], best[a] + best[b]))
        sizes.append(size)
        within.append(within[a] + within[b] + sizes[a] * sizes[b] * merge.height)
    parts = []
    nodes = [node for node, is_top in enumerate(top) if is_top]
    while nodes:
        node = nodes.pop()
        if whole[node]:
            parts.append(sorted(_leaves(node, count, merges)))
        else:
            merge = merges[node - count]
            nodes += [merge.left, merge.right]
    return sorted(parts)


def _mean(within: float, size: int) -> float:
    return max(2 * within / (size * (size - 1)), 0.01)


def _leaves(node: int, count: int, merges: Sequence[Merge]) -> list[int]:
    leaves, nodes = [], [node]
    while nodes:
        node = nodes.pop()
        if node < count:
            leaves.append(node)
        else:
            nodes += [merges[node - count].left, merges[node - count].right]
    return leaves
