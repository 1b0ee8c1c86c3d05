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
_STEPS = 1_000_000_000  # of likeness, from 1 to 0
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

    Pairs that are not given count as 0 in the order of merging; the heights are exact mean cosines
    all the same. Merges that can be no story's are left out. Ties go to the earlier rows.
    """
    count: int = matrix.shape[0]
    lengths = [log(max(number, 1)) for number in stems]
    most = crowd(count)
    shortest = sorted(lengths)[count // 50] if count else 0.0

    def at_best(mean: float, whole: int, length: float, stories: int) -> float:
        return evidence(mean, 1, whole, mean, length, stories, _MOST_APART) + ease

    least = _least(lambda mean: at_best(mean, most, shortest, count // 100))
    largest = 2  # articles of a cluster that may be one story
    ends = np.concatenate((left, right)), np.concatenate((right, left))
    graph = csr_array((np.tile(similarity, 2), ends), shape=(count, count))
    edges = [_row(graph, row) for row in range(count)]

    def entry(mean: float, i: int, j: int) -> int:
        """The place of a pair: the most alike first, then the earlier rows. Numbers sort fast."""
        pair = i * count + j if i < j else j * count + i
        return (_STEPS - round(mean * _STEPS)) * count * count + pair

    # The pairs come in their order; the heap holds only what merging makes of them.
    order = np.lexsort((right, left, -np.round(similarity * _STEPS)))
    given = map(entry, similarity[order].tolist(), left[order].tolist(), right[order].tolist())
    first = next(given, None)
    heap: list[int] = []

    sizes, nodes = [1] * count, list(range(count))  # of the cluster that each row stands for
    joined: list[tuple[int, int]] = []
    means: list[float] = []  # of each merge, by the pairs given
    merged_lengths: list[float] = []
    while heap or first:
        if first and (not heap or first < heap[0]):
            supposed, first = first, next(given, None)
        else:
            supposed = heappop(heap)
        i, j = divmod(supposed % (count * count), count)
        # A row that has joined another stands for no cluster any more.
        if not sizes[i] or not sizes[j]:
            continue
        mean = edges[i][j] / (sizes[i] * sizes[j])
        actual = entry(mean, i, j)
        if actual > supposed:
            heappush(heap, actual)
            continue
        mean = round(mean, 9)
        length = (lengths[i] * sizes[i] + lengths[j] * sizes[j]) / (sizes[i] + sizes[j])
        stories, likely = count - len(joined), min(2 * largest, most)
        if at_best(mean, likely, min(shortest, length), stories) < 0:
            break
        if at_best(mean, likely, length, stories) < 0:
            continue
        if at_best(mean, min(sizes[i] + sizes[j], most), length, stories) > 0:
            largest = max(largest, sizes[i] + sizes[j])
        if (len(edges[i]), -i) < (len(edges[j]), -j):
            i, j = j, i
        lengths[i] = length
        joined.append((nodes[i], nodes[j]))
        means.append(mean)
        merged_lengths.append(round(length, 9))
        nodes[i] = count + len(joined) - 1
        before, after = sizes[i], sizes[i] + sizes[j]
        sizes[i], sizes[j] = after, 0
        ours, theirs, edges[j] = edges[i], edges[j], {}
        del ours[j], theirs[i]
        for near, value in theirs.items():
            its = edges[near]
            del its[j]
            known = ours.get(near, 0.0)
            ours[near] = its[i] = total = known + value
            # An entry of the heap that says too much is put right when it comes up.
            if total * before > known * after:
                mean = total / (after * sizes[near])
                if mean > least:
                    heappush(heap, entry(mean, i, near))
    next_heights = {
        node: max(value / (sizes[i] * sizes[j]) for j, value in edges[i].items())
        for i, node in enumerate(nodes)
        if node >= count and edges[i]
    }
    heights = [
        round(min(max(pair), 1.0), 9) for pair in zip(means, _exact(matrix, joined), strict=True)
    ]
    next_heights |= {
        part: height for parts, height in zip(joined, heights, strict=True) for part in parts
    }
    nexts = [round(next_heights.get(count + number, 0.0), 9) for number in range(len(joined))]
    return [
        Merge(*parts, *rest)
        for parts, *rest in zip(joined, heights, merged_lengths, nexts, strict=True)
    ]


def _exact(matrix: csr_array, joined: Sequence[tuple[int, int]]) -> list[float]:
    """The mean cosine between the rows of the two nodes that each merge joins.

    From each row up, as long as that side is the larger, one dense vector sums up what joins. So
    every row is added O(log n) times, and no cluster needs a vector of its own.
    """
    count = matrix.shape[0]
    sizes = [1] * count
    above: dict[int, tuple[int, int]] = {}  # by larger node, its merge and the smaller one
    for number, nodes in enumerate(joined):
        few, many = sorted(nodes, key=sizes.__getitem__)
        above[many] = number, few
        sizes.append(sizes[few] + sizes[many])
    places = _places(sizes, joined)
    rows = matrix[np.argsort(places[:count])]
    starts = rows.indptr.tolist()

    def terms(node: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        span = slice(starts[places[node]], starts[places[node] + sizes[node]])
        return rows.indices[span], rows.data[span]

    means = [0.0] * len(joined)
    total = np.zeros(matrix.shape[1])
    for row in sorted(above.keys() & range(count)):
        node = row
        np.add.at(total, *terms(node))
        while node in above:
            number, few = above[node]
            columns, values = terms(few)
            dot = float((total[columns] * values).sum())
            means[number] = dot / (sizes[few] * sizes[node])
            np.add.at(total, columns, values)
            node = count + number
        total[terms(node)[0]] = 0.0
    return means


def _places(sizes: Sequence[int], joined: Sequence[tuple[int, int]]) -> list[int]:
    """Where each node's rows begin, in an order that keeps every node's rows together."""
    count, free = len(sizes) - len(joined), 0
    places = [-1] * len(sizes)
    for node in reversed(range(len(sizes))):
        if places[node] < 0:
            places[node], free = free, free + sizes[node]
        if node >= count:
            one, other = joined[node - count]
            places[one], places[other] = places[node], places[node] + sizes[one]
    return places


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
