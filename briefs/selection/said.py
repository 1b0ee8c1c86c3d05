"""What earlier briefs said of a story: it is not said again, and adds nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefs.model import Article
from briefs.selection.facts import Facts, contained, same_fact
from briefs.selection.gates import Candidate

SAID = "an earlier brief says it"
# So much of a sentence must stand in an earlier one, and every number of it, to be no news. High up
# an article tells what is new in words that are mostly not: there the same fact must be so near.
_CONTAINED, _NEAR = 0.7, 0.8
_HIGH_UP = 1

Row = tuple[Article, Candidate]


def set_aside(rows: Sequence[Row], said: Sequence[str], read: Callable[[str], Facts]) -> list[Row]:
    """The rows, those that state what is `said` with that reason, unless they have another."""
    earlier = [read(text) for text in said]
    if len(said) > 1:
        earlier.append(read(" ".join(said)))  # background is put together from what was said
    return [
        (article, replace(candidate, reason=candidate.reason or SAID))
        if any(_again(read(candidate.text), theirs, candidate.position) for theirs in earlier)
        else (article, candidate)
        for article, candidate in rows
    ]


def told_before(ours: Facts, theirs: Facts) -> bool:
    """Whether what an article opens with was told: the same fact, and hardly a word beside it."""
    return contained(ours, theirs) >= _NEAR and same_fact(ours, theirs)


def _again(ours: Facts, theirs: Facts, position: int) -> bool:
    if position < _HIGH_UP:
        return told_before(ours, theirs)
    numbers = ours.numbers <= theirs.numbers and ours.dates <= theirs.dates
    held = contained(ours, theirs) >= _CONTAINED and numbers
    return held or same_fact(ours, theirs)
