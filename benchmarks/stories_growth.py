"""How time and memory of grouping grow: from articles' terms to stories, a process of its own."""

import random
import time
from collections.abc import Sequence
from itertools import pairwise
from math import log
from multiprocessing import get_context
from pathlib import Path

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


def peak_memory() -> float:
    """The peak of this process in MB; getrusage's would be that of the process it came from."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def growth(articles: Sequence[Article]) -> list[tuple[float, float]]:
    """For each size the CPU seconds, and the peak memory of the process so far in MB."""
    real = [describe(article) for article in articles]
    found = []
    for size in SIZES:
        taken = seconds(resampled(real, size))
        found.append((taken, peak_memory()))
    return found


def print_growth(articles: Sequence[Article]) -> None:
    print("\nfrom terms to stories, resampled articles: CPU seconds, peak memory of the process")
    with get_context("spawn").Pool(1) as alone:
        measured = alone.apply(growth, (articles,))
    for size, (taken, memory) in zip(SIZES, measured, strict=True):
        print(f"{size:6} {taken:6.1f} s {memory:6.0f} MB")
    steps = [
        *pairwise(zip(SIZES, measured, strict=True)),
        ((SIZES[0], measured[0]), (SIZES[-1], measured[-1])),
    ]
    for (small, (one, _)), (large, (other, _)) in steps:
        print(f"exponent {small} to {large}: {log(other / one) / log(large / small):.2f}")
