"""TextRank (Mihalcea & Tarau 2004): a sentence counts for as much as the sentences like it do.

A random walk over the sentences of a text or story. Edges are cosines of tf × (ln(n/df) + 1)
vectors without self-loops; where a jump lands is given. The matrix of edges is never built: a step
is two products with the sparse vectors, so time grows with the words and not with the square of
the sentences, and no threaded linear algebra can change a digit.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

Vector = NDArray[np.float64]

_MAX_STEPS = 1000


def textrank(bags: Sequence[Sequence[str]], jump: Vector, damping: float = 0.85) -> Vector:
    """One score per bag of terms, 1.0 on average, to 9 significant digits.

    A jump lands on sentence i in proportion to `jump[i]` > 0. Sentences without an edge always
    jump. The walk runs until a step moves less than 1e-10 of the mass.
    """
    size = len(bags)
    if not size:
        return np.zeros(0)
    vectors = unit_vectors(bags)
    loops = np.diff(vectors.indptr).astype(bool).astype(np.float64)

    turned = vectors.T

    def spread(mass: Vector) -> Vector:
        return np.asarray(vectors @ (turned @ mass) - loops * mass)

    degree = spread(np.ones(size))
    degree[degree < 1e-9] = 0.0  # what rounding leaves of an empty row
    mass = walk(spread, degree, jump / jump.sum(), damping, _moved, 1e-10)
    return significant(mass * size)


def overlap_textrank(bags: Sequence[Sequence[str]]) -> Vector:
    """TextRank as sumy computes it, with its probabilities: for comparison with that library.

    Edges by `overlap_edges`, damping 0.85, even jumps, stopped once a step is at most 1e-4 long.
    """
    size = len(bags)
    if not size:
        return np.zeros(0)
    edges = overlap_edges(bags)
    degree = np.asarray(edges.sum(axis=1)) + 1e-7
    return walk(edges.__matmul__, degree, np.full(size, 1.0 / size), 0.85, _length, 1e-4)


def walk(
    spread: Callable[[Vector], Vector],
    degree: Vector,
    jump: Vector,
    damping: float,
    distance: Callable[[Vector], float],
    tolerance: float,
) -> Vector:
    """The share of time a walker spends at each node, by the power method.

    `spread` multiplies by the symmetric edge weights, `degree` are their row sums (0: the node
    jumps always), `jump` is where jumps land. Stops when `distance` of a step is at most
    `tolerance`.
    """
    linked = degree > 0
    out = np.divide(1.0, degree, out=np.zeros_like(degree), where=linked)
    mass = np.full(len(degree), 1.0 / len(degree))
    for _ in range(_MAX_STEPS):
        jumping = (1.0 - damping) * mass.sum() + damping * mass[~linked].sum()
        after = damping * spread(mass * out) + jumping * jump
        step = distance(after - mass)
        mass = after
        if step <= tolerance:
            break
    return mass


def likeness(
    bags: Sequence[Sequence[str]], lines: Sequence[Sequence[str]], line_of: Sequence[int]
) -> Vector:
    """The cosine of each bag with its line of words, `lines[line_of[i]]`: 0 … 1."""
    if not bags:
        return np.zeros(0)
    vectors = unit_vectors([*bags, *lines])
    own = vectors[len(bags) + np.asarray(line_of)]
    return np.asarray(vectors[: len(bags)].multiply(own).sum(axis=1))


def unit_vectors(bags: Sequence[Sequence[str]]) -> csr_array:
    """Rows of tf × (ln(n/df) + 1), each of length 1 (0 for an empty bag)."""
    counts = count_matrix(bags)
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    weighted = counts @ diags_array(np.log(len(bags) / np.maximum(frequency, 1)) + 1.0)
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)))
    return csr_array(diags_array(1.0 / np.where(length > 0, length, 1.0)) @ weighted)


def overlap_edges(bags: Sequence[Sequence[str]]) -> csr_array:
    """Σ count_i(t) · count_j(t) / (ln|i| + ln|j|), self-loops included: sumy's similarity."""
    counts = count_matrix(bags)
    edges = (counts @ counts.T).tocoo()
    lengths = np.log(np.maximum([len(bag) for bag in bags], 1))
    norm = lengths[edges.row] + lengths[edges.col]
    weights = np.divide(edges.data, norm, out=edges.data.copy(), where=norm > 0)
    return csr_array((weights, (edges.row, edges.col)), shape=edges.shape)


def count_matrix(bags: Sequence[Sequence[str]]) -> csr_array:
    """How often each term (column, in order of first appearance) stands in each bag (row)."""
    columns: dict[str, int] = {}
    indices = [columns.setdefault(term, len(columns)) for bag in bags for term in bag]
    starts = np.cumsum([0, *(len(bag) for bag in bags)])
    matrix = csr_array(
        (np.ones(len(indices)), np.asarray(indices, dtype=np.int64), starts),
        shape=(len(bags), len(columns)),
    )
    matrix.sum_duplicates()
    return matrix


def significant(values: Vector, digits: int = 9) -> Vector:
    """`values` rounded to so many significant digits, so that rounding noise breaks no tie."""
    scale = np.zeros_like(values)
    np.log10(np.abs(values), out=scale, where=values != 0)
    power = 10.0 ** (digits - 1 - np.floor(scale))
    return np.asarray(np.round(values * power) / power)


def _moved(step: Vector) -> float:
    return float(np.abs(step).sum())


def _length(step: Vector) -> float:
    return float(np.sqrt(np.square(step).sum()))
