"""What earlier briefs said of a story: it is not said again, and adds nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefs.model import Article
from briefs.selection.facts import Facts, contained, same_fact
from briefs.selection.gates import Candidate

REASON = "an earlier brief says it"
# So much of a sentence must stand in an earlier one, and every number of it, to be no news.
_CONTAINED = 0.7

Row = tuple[Article, Candidate]


def set_aside(rows: Sequence[Row], said: Sequence[str], read: Callable[[str], Facts]) -> list[Row]:
    """The rows, those that state what is `said` with that reason, unless they have another."""
    earlier = [read(text) for text in said]
    return [
        (article, replace(candidate, reason=candidate.reason or REASON))
        if any(_states_again(read(candidate.text), theirs) for theirs in earlier)
        else (article, candidate)
        for article, candidate in rows
    ]


def _states_again(ours: Facts, theirs: Facts) -> bool:
    return same_fact(ours, theirs) or (
        contained(ours, theirs) >= _CONTAINED and ours.numbers <= theirs.numbers
    )
