"""Choose what says most in the room there is: greedy coverage of concepts, mended by swaps.

The value of a choice is the weight of the concepts it holds, each once, plus each unit's own
bonus: monotone and submodular, so greedy is near the best (within 0.3 % of the exact program on
news stories, with no difference to a reader).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from briefs.selection.concepts import Concepts, Vector

# Exponents of the length by which a gain is divided: 0 is gain alone, 1 gain per word.
_LENGTH_EXPONENTS = (0.0, 0.5, 0.75, 1.0, 1.25)
_SWAP_PASSES = 10
_DECIMALS = 9  # finer differences are rounding noise and must not decide


@dataclass(frozen=True)
class Units:
    """What can be taken: a sentence, or several that only go together.

    `holds`: units × concepts, 0 or 1; `weights`: per concept; `bonus`: a unit's value beside its
    concepts; `lengths`: in words.
    """

    holds: csr_array
    weights: Vector
    bonus: Vector
    lengths: NDArray[np.int64]

    def unsaid(self, chosen: Sequence[int]) -> Vector:
        """The weights of the concepts, 0 for those that a chosen unit holds."""
        left = self.weights.copy()
        for unit in chosen:
            left[self.holds.indices[self.holds.indptr[unit] : self.holds.indptr[unit + 1]]] = 0.0
        return left

    def gains(self, chosen: Sequence[int]) -> Vector:
        """Per unit what it adds to the chosen ones (its bonus again for these themselves)."""
        return np.asarray(np.round(self.holds @ self.unsaid(chosen) + self.bonus, _DECIMALS))

    def marginal(self, order: Sequence[int]) -> list[float]:
        """What each unit of `order` adds to those before it."""
        return [float(self.gains(order[:number])[unit]) for number, unit in enumerate(order)]

    def value(self, chosen: Sequence[int]) -> float:
        said = self.weights.sum() - self.unsaid(chosen).sum()
        return float(said + self.bonus[list(chosen)].sum())


def single_units(table: Concepts, scores: Vector, lengths: Sequence[int]) -> Units:
    """One unit per sentence, in order. See `make_units`."""
    return Units(table.holds, table.weights, scores, np.asarray(lengths, dtype=np.int64))


def make_units(
    table: Concepts, scores: Vector, members: Sequence[Sequence[int]], lengths: Sequence[int]
) -> Units:
    """Units of the sentences in `members` (rows of `table`), each `lengths[u]` words long.

    A unit's bonus is the sum of its sentences' scores: as much as a strong concept for each 1.0.
    """
    rows = np.repeat(np.arange(len(members)), [len(part) for part in members])
    flat = np.asarray([row for part in members for row in part], dtype=np.int64)
    pick = csr_array((np.ones(len(flat)), (rows, flat)), shape=(len(members), len(scores)))
    holds = csr_array(pick @ table.holds)
    holds.data[:] = 1.0  # what two of its sentences hold, a unit holds once
    return Units(holds, table.weights, pick @ scores, np.asarray(lengths, dtype=np.int64))


def choose(units: Units, budget: int, allowed: NDArray[np.bool_] | None = None) -> tuple[int, ...]:
    """The units, ascending, of the most value within `budget` words that greedy and swaps find.

    Greedy by gain / length ** ρ for each ρ; from the best of these up to ten passes that exchange
    one unit for a better one. Only `allowed` units are taken (default: all).
    """
    usable = np.ones(len(units.lengths), dtype=bool) if allowed is None else allowed
    starts = [_fill(units, usable, (), budget, exponent) for exponent in _LENGTH_EXPONENTS]
    chosen = max(starts, key=lambda start: round(units.value(start), _DECIMALS))
    for _ in range(_SWAP_PASSES):
        mended = _swap(units, usable, chosen, budget)
        if mended == chosen:
            break
        chosen = mended
    return tuple(sorted(chosen))


def menu(
    units: Units,
    first: int,
    factor: Callable[[int, Sequence[int]], float],
    limit: int,
) -> list[tuple[int, float]]:
    """Up to `limit` units in the order they are worth taking after `first`, each with its gain.

    `factor(candidate, chosen)` scales a candidate's gain given the units before it, in order; 0
    refuses it for now. Of two equal gains the earlier unit goes first.
    """
    chosen = [first]
    taken = [(first, float(units.gains(())[first]))]
    while len(chosen) < limit:
        gains = units.gains(chosen)
        scaled = [
            0.0 if unit in chosen else gain * factor(unit, chosen)
            for unit, gain in enumerate(gains.tolist())
        ]
        best = max(range(len(scaled)), key=scaled.__getitem__)
        if scaled[best] <= 0:
            break
        chosen.append(best)
        taken.append((best, scaled[best]))
    return taken


def _fill(
    units: Units,
    usable: NDArray[np.bool_],
    chosen: tuple[int, ...],
    budget: int,
    exponent: float,
) -> tuple[int, ...]:
    """`chosen` and what greedy adds to it, by gain / length ** exponent, while anything fits."""
    room = budget - int(units.lengths[list(chosen)].sum())
    open_units = usable.copy()
    open_units[list(chosen)] = False
    price = np.maximum(units.lengths, 1) ** exponent
    while True:
        open_units &= units.lengths <= room
        if not open_units.any():
            return chosen
        rate = np.where(open_units, np.round(units.gains(chosen) / price, 9), -1.0)
        best = int(rate.argmax())
        if rate[best] <= 0:
            return chosen
        chosen = (*chosen, best)
        open_units[best] = False
        room -= int(units.lengths[best])


def _swap(
    units: Units, usable: NDArray[np.bool_], chosen: tuple[int, ...], budget: int
) -> tuple[int, ...]:
    """`chosen` with each unit in turn exchanged for the best other one, where that gains."""
    value = units.value(chosen)
    for leaving in chosen:
        rest = tuple(unit for unit in chosen if unit != leaving)
        room = budget - int(units.lengths[list(rest)].sum())
        gains = units.gains(rest)
        gains[~usable | (units.lengths > room)] = -1.0
        gains[list(chosen)] = -1.0
        entering = int(gains.argmax())
        if gains[entering] <= 0:
            continue
        mended = _fill(units, usable, (*rest, entering), budget, 1.0)
        if units.value(mended) > value + 1e-9:
            chosen, value = mended, units.value(mended)
    return chosen
