"""How time and memory of grouping grow: from articles' terms to stories, in one process."""

import random
import resource
import time
from collections.abc import Sequence
from itertools import pairwise
from math import log

from briefs.language import background
from briefs.model import Article
from briefs.stories.candidates import candidate_pairs
from briefs.stories.terms import Terms, describe, rarity, term_weights, vectorise
from briefs.stories.tree import average_link, cut

SIZES = (5_000, 20_000, 50_000)


def resampled(real: Sequence[Terms], count: int) -> list[Terms]:
    """`count` articles: the real ones, then each half of the stems and pairs of two of them."""
    chance = random.Random(count)
    found = list(real[:count])
    while len(found) < count:
        stems: dict[str, int] = {}
        pairs: dict[str, int] = {}
        for one in chance.sample(real, 2):
            stems.update((s, n) for s, n in one.counts.items() if chance.random() < 0.5)
            pairs.update((p, n) for p, n in one.pairs.items() if chance.random() < 0.5)
        found.append(Terms(stems, pairs))
    return found


def seconds(terms: Sequence[Terms]) -> float:
    """CPU seconds from terms to stories."""
    start = time.process_time()
    matrix = vectorise(terms, term_weights(terms, rarity(terms, background("en"))))
    stems = [len(item.counts) for item in terms]
    cut(len(terms), average_link(matrix, stems, *candidate_pairs(matrix), 0.0), 0.0)
    return time.process_time() - start


def print_growth(articles: Sequence[Article]) -> None:
    real = [describe(article) for article in articles]
    print("\nfrom terms to stories, resampled articles: CPU seconds, peak memory of the process")
    taken = []
    for size in SIZES:
        taken.append(seconds(resampled(real, size)))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:6} {taken[-1]:6.1f} s {memory:6.0f} MB", flush=True)
    for (small, one), (large, other) in pairwise(zip(SIZES, taken, strict=True)):
        print(f"exponent {small} to {large}: {log(other / one) / log(large / small):.2f}")
