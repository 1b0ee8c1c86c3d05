"""Average link on a sparse graph, and the cut."""

import numpy as np
import pytest
from scipy.cluster.hierarchy import linkage
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from briefs.stories.candidates import candidate_pairs
from briefs.stories.tree import average_link, cut, evidence

LOOSE = 20.0  # so much ease that every merge may be one story


def unit_rows(count, seed):
    rows = np.random.default_rng(seed).random((count, 12)) ** 3
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def all_pairs(rows):
    left, right = np.triu_indices(len(rows), 1)
    return left, right, (rows @ rows.T)[left, right]


@pytest.mark.parametrize("seed", range(5))
def test_with_all_pairs_the_tree_is_dense_average_link(seed):
    """Given every pair, heights equal those of scipy's dense average link."""
    rows = unit_rows(25, seed)
    merges = average_link(csr_array(rows), [12] * len(rows), *all_pairs(rows), LOOSE)
    distance = 1 - rows @ rows.T
    np.fill_diagonal(distance, 0)
    dense = linkage(squareform(distance, checks=False), "average")
    assert np.allclose([m.height for m in merges], 1 - dense[:, 2], atol=1e-8)


def test_a_missing_pair_is_settled_exactly():
    """A pair that is not given still counts with its true cosine once its clusters merge."""
    rows = np.array([[1.0, 0.0], [0.8, 0.6], [0.6, 0.8]])
    left, right = np.array([0, 1]), np.array([1, 2])
    merges = average_link(csr_array(rows), [2] * 3, left, right, np.array([0.8, 0.96]), LOOSE)
    assert merges[0].height == pytest.approx(0.96)
    assert merges[1].height == pytest.approx((0.8 + 0.6) / 2)


def test_heights_are_exact_however_few_pairs_are_given():
    """The height is the mean cosine of all pairs of a merge, though most were not given."""
    rows = unit_rows(40, 3)
    left, right, similarity = all_pairs(rows)
    given = similarity > 0.7
    merges = average_link(
        csr_array(rows), [12] * 40, left[given], right[given], similarity[given], LOOSE
    )
    leaves = [[k] for k in range(40)]
    for merge in merges:
        one, other = leaves[merge.left], leaves[merge.right]
        assert merge.height == pytest.approx((rows[one] @ rows[other].T).mean())
        leaves.append(one + other)
    assert len(leaves[-1]) > 20


def test_likeness_is_evidence_and_many_stories_are_evidence_against():
    """z rises with the cosine; it falls with the number of stories and with the texts' length."""
    args = {"small": 1, "whole": 2, "inner": 0.0, "length": 4.6, "stories": 50, "apart": 0.7}
    z = evidence(0.3, **args)
    assert evidence(0.4, **args) > z
    assert evidence(0.3, **{**args, "stories": 500}) < z
    assert evidence(0.3, **{**args, "length": 5.5}) < z


def test_two_tight_parts_that_are_little_alike_stay_apart():
    """The more alike two parts are within, the more so must they be to one another."""
    args = {"small": 2, "whole": 4, "length": 4.6, "stories": 50, "apart": 0.7}
    assert evidence(0.3, inner=0.3, **args) > 0 > evidence(0.2, inner=0.5, **args)


def test_what_stands_apart_from_all_else_needs_less_likeness():
    """z rises with how far the merged stand from their nearest neighbours."""
    args = {"small": 1, "whole": 2, "inner": 0.0, "length": 4.6, "stories": 50}
    assert evidence(0.2, apart=1.5, **args) > 0 > evidence(0.2, apart=0.0, **args)


def test_a_merge_knows_what_is_next_to_it():
    """The next height is that of the merge above, or of the nearest cluster that stayed out."""
    rows = np.array([[1.0, 0.0], [0.8, 0.6], [0.6, 0.8]])
    left, right = np.array([0, 1]), np.array([1, 2])
    similarity = np.array([0.8, 0.96])
    loose = average_link(csr_array(rows), [2] * 3, left, right, similarity, LOOSE)
    assert [m.next_height for m in loose] == [loose[1].height, 0.0]
    strict = average_link(csr_array(rows), [2] * 3, left, right, similarity, -5.9)
    assert [m.next_height for m in strict] == [pytest.approx(0.4)]


def test_the_cut_partitions_the_articles():
    """Every article is in exactly one part, whatever was merged."""
    rows = unit_rows(30, 9)
    merges = average_link(csr_array(rows), [12] * len(rows), *all_pairs(rows), LOOSE)
    for ease in (-50.0, 0.0, 50.0):
        parts = cut(30, merges, ease)
        assert sorted(k for part in parts for k in part) == list(range(30))
    assert len(cut(30, merges, -50.0)) == 30
    assert len(cut(30, merges, 50.0)) == 1
    assert cut(0, [], 0.0) == []


def test_candidates_hold_every_close_pair_of_a_small_pile():
    """In a small pile every pair that shares a rare term and is alike is a candidate, once."""
    rng = np.random.default_rng(4)
    rows = (rng.random((40, 200)) < 0.1) * rng.random((40, 200))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    left, right, cosine = candidate_pairs(csr_array(rows))
    exact = rows @ rows.T
    assert np.allclose(cosine, exact[left, right])
    assert (left < right).all()
    found = set(zip(left.tolist(), right.tolist(), strict=True))
    assert len(found) == len(left)
    assert {(i, j) for i in range(40) for j in range(i + 1, 40) if exact[i, j] > 0.3} <= found


def test_cosines_of_many_wide_rows_are_exact():
    """Rows that are compared some at a time are compared as all at once would be."""
    rng = np.random.default_rng(5)
    rows = (rng.random((900, 3000)) < 0.01) * rng.random((900, 3000))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    left, right, cosine = candidate_pairs(csr_array(rows))
    assert np.allclose(cosine, (rows @ rows.T)[left, right])
    assert left.max() > 700
