"""One summary of a few articles: which of their sentences, within so many words, in what order."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefs.model import Sentence
from briefs.selection.concepts import Vector, articles_of, concept_table
from briefs.selection.coverage import choose, single_units

_SHORTEST = 7


def summarize_sentences(
    sentences: Sequence[Sentence],
    scores: Vector,
    words: int,
    *,
    allowed: NDArray[np.bool_] | None = None,
    preference: Vector | None = None,
    groups: Sequence[int] | None = None,
    count: int | None = None,
) -> tuple[int, ...]:
    """Rows of the sentences to print, in reading order, together at most `words` words.

    With `count`, at most so many sentences instead, however long.
    `scores`: from `rank_sentences`, over all sentences, also those that are not `allowed` to be
    printed (default: all are). `preference` (default 1) scales what a sentence is worth beside
    its concepts: to scale these too cost 1.4 points of ROUGE-1. `groups`: see `concept_table`.
    Sentences too short to say anything are left out unless there is nothing else.
    """
    lengths = np.array([len(sentence.text.split()) for sentence in sentences], dtype=np.int64)
    costs, budget = (lengths, words) if count is None else (np.ones_like(lengths), count)
    table = concept_table(sentences, scores, groups)
    bonus = scores if preference is None else scores * preference
    units = single_units(table, bonus, costs.tolist())
    permitted = np.ones(len(sentences), dtype=bool) if allowed is None else allowed
    long_enough = permitted & (lengths >= _SHORTEST)
    chosen = choose(units, budget, long_enough) or choose(units, budget, permitted)
    return reading_order(sentences, scores, chosen)


def reading_order(
    sentences: Sequence[Sentence], scores: Vector, chosen: Sequence[int]
) -> tuple[int, ...]:
    """`chosen` with the lead first, then the rest of its article, then the other articles.

    The lead is the sentence that stands highest in its article, of several the best scored; the
    other articles follow by the same rule, each in its own order.
    """
    numbers = articles_of(sentences)

    def opening(row: int) -> tuple[int, float, int]:
        return sentences[row].index, -float(scores[row]), row

    leads: dict[int, tuple[int, float, int]] = {}
    for row in sorted(chosen, key=opening):
        leads.setdefault(numbers[row], opening(row))
    return tuple(sorted(chosen, key=lambda row: (leads[numbers[row]], sentences[row].index, row)))
