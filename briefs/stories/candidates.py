"""Which pairs of articles are worth comparing, from an inverted index over their heaviest terms."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

HEAVIEST_TERMS = 25
MOST_COMMON = 200
POSTINGS = 400
NEIGHBOURS = 30
# A bare headline shares few and common terms with each of many. It is looked at more widely and has
# the more neighbours, the fewer headlines there are: that many pairs of them in all.
_HEADLINE_TERMS = 20
_HEADLINE_COMMON, _HEADLINE_POSTINGS = 1000, 4000
_FEWEST, _MOST, _HEADLINE_PAIRS = 2 * NEIGHBOURS, 8 * NEIGHBOURS, 1_600_000
LEAST = 0.02
_ROWS_AT_ONCE = 2000
_DENSE = 1_000_000  # numbers of a block of rows laid out densely
_STEPS = 1_000_000_001  # of likeness, from 1 to 0


def candidate_pairs(
    matrix: csr_array,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Pairs i < j of rows, ordered, with their exact cosine; `matrix` rows have unit length.

    Per row its 25 heaviest terms that 2 to 200 rows share, heaviest first until 400 postings are
    spent; the 30 rows most alike over those terms are its candidates. Per bare headline terms that
    up to 1,000 share, 4,000 postings, and 60 to 240 rows. Time and memory grow with the number of
    rows, not of pairs.
    """
    count = matrix.shape[0]
    short = np.diff(matrix.indptr) <= _HEADLINE_TERMS
    probes = _probes(matrix, short)
    transposed = matrix.T.tocsr()
    many = _HEADLINE_PAIRS // max(int(short.sum()), 1)
    neighbours = np.where(short, min(max(many, _FEWEST), _MOST), NEIGHBOURS)
    found = []
    for start in range(0, count, _ROWS_AT_ONCE):
        rough = (probes[start : start + _ROWS_AT_ONCE] @ transposed).tocsr()
        rows = np.repeat(np.arange(rough.shape[0]), np.diff(rough.indptr)) + start
        alike = np.flatnonzero((rough.data >= LEAST) & (rows != rough.indices))
        # By row, the most alike first, then by column: one whole number each, which sorts fast.
        unlike = np.round((1 - np.minimum(rough.data[alike], 1)) * 1e9).astype(np.int64)
        keys = ((rows[alike] - start) * _STEPS + unlike) * count + rough.indices[alike]
        keys.sort()
        rows, others = keys // (_STEPS * count) + start, keys % count
        keep = _position_in_run(rows) < neighbours[rows]
        rows, others = rows[keep], others[keep]
        found.append(np.minimum(rows, others) * count + np.maximum(rows, others))
    keys = np.sort(np.concatenate([np.zeros(0, np.int64), *found]))
    keys = keys[np.diff(keys, prepend=-1) > 0]
    left, right = keys // max(count, 1), keys % max(count, 1)
    return left, right, _cosines(matrix, left, right)


def _probes(matrix: csr_array, short: NDArray[np.bool_]) -> csr_array:
    """The terms of each row by which others are looked for; `short` says which are headlines."""
    frequency = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    common = frequency[matrix.indices]
    most = np.where(short, _HEADLINE_COMMON, MOST_COMMON)[rows]
    usable = np.flatnonzero((common >= 2) & (common <= most) & (matrix.data > 0))
    # The sort is stable and columns stand in order, so that ties go to the earlier column.
    order = usable[np.lexsort((-matrix.data[usable], rows[usable]))]
    rows = rows[order]
    position = _position_in_run(rows)
    spent = np.cumsum(common[order])
    postings = np.where(short, _HEADLINE_POSTINGS, POSTINGS)[rows]
    before = np.maximum.accumulate(np.where(position == 0, spent - common[order], 0))
    keep = (position < HEAVIEST_TERMS) & (spent - common[order] - before < postings)
    chosen = order[keep]
    return csr_array((matrix.data[chosen], (rows[keep], matrix.indices[chosen])), matrix.shape)


def _position_in_run(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How far each value stands from the start of its run of equal values."""
    index = np.arange(len(values))
    starts = np.flatnonzero(np.diff(values, prepend=-1))
    return index - np.repeat(starts, np.diff(np.append(starts, len(values))))


def _cosines(
    matrix: csr_array, left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The cosine of each pair of rows; `left` ascends.

    Some left rows at a time are laid out densely, so that right rows find their columns at once.
    """
    count, width = matrix.shape
    at_once = max(_DENSE // max(width, 1), 1)
    dense = np.zeros(at_once * width)
    parts = [np.zeros(0)]
    for start in range(0, count, at_once):
        block = matrix[start : start + at_once]
        laid = _cells(block, np.arange(block.shape[0]))
        dense[laid] = block.data
        span = slice(*np.searchsorted(left, (start, start + at_once)))
        rows = matrix[right[span]]
        cells = _cells(rows, left[span] - start)
        spread = csr_array((rows.data, cells, rows.indptr), (rows.shape[0], len(dense)))
        parts.append(spread @ dense)
        dense[laid] = 0
    return np.concatenate(parts)


def _cells(rows: csr_array, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the columns of the rows stand in dense rows laid end to end, row k's in places[k]."""
    offsets = (places * rows.shape[1]).astype(rows.indices.dtype)
    cells: NDArray[np.int64] = rows.indices + np.repeat(offsets, np.diff(rows.indptr))
    return cells
