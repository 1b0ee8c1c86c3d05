"""Speed, in one run beside what a user would write today.

TextRank: one text of so many sentences, ours (from text to scores, to 1e-10) against sumy's on
the same sentences with the same words (from words, cut beforehand, to ratings). The text is made
of real sentences (MultiLing, WCEP) laid end to end. Choice: a hundred words out of a story of ten
such texts of 25 sentences, ours (concepts and choice; with TextRank) against sumy's TextRank alone.
"""

import hashlib
import json
import math
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from time import process_time

import numpy as np
from sumy.summarizers.text_rank import TextRankSummarizer

from briefs.language import lexicon, split_sentences
from briefs.model import Article, Sentence
from briefs.ranking.sumy_rankers import document
from briefs.ranking.textrank import textrank
from briefs.selection.summary import summarize_sentences

SIZES = (50, 100, 200, 400, 800, 1600, 3200)
AT_LEAST = {200: 5, 800: 25, 3200: 100}
_ARTICLES, _SENTENCES, _WORDS = 10, 25, 100
_CHOSEN_IN, _FASTER = 0.010, 10
FILES = ("multiling2011-english", "wcep-multi", "wcep-single")


def sentences(data: Path, count: int) -> list[str]:
    """The first `count` sentences of at least three words."""
    found: list[str] = []
    for file in FILES:
        for line in (data / f"summaries/{file}.jsonl").read_text("utf-8").splitlines():
            for doc in json.loads(line)["docs"]:
                split = split_sentences(Article("", doc["text"]))
                found += [s.text for s in split if len(s.text.split()) >= 3]
            if len(found) >= count:
                return found[:count]
    return found


def seconds(work: Callable[[], object], times: int) -> float:
    """The shortest processor time of so many runs."""
    taken = []
    for _ in range(times):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)


def compare(texts: list[str]) -> tuple[float, float]:
    """Processor seconds of our TextRank and of sumy's on these sentences."""
    words = lexicon("en")
    made = document(texts, words)
    summarizer = TextRankSummarizer(words.stem)
    summarizer.stop_words = words.stop_words
    for sentence in made.sentences:
        _ = sentence.words  # cut once, kept by sumy
    jump = np.ones(len(texts))
    ours = seconds(lambda: textrank(list(map(words.terms, texts)), jump), 5)
    return ours, seconds(lambda: summarizer.rate_sentences(made), 1 if len(texts) > 400 else 3)


def growth(sizes: list[int], taken: list[float]) -> float:
    """The exponent of growth between the smallest and the largest size measured."""
    return math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0])


def textrank_table(data: Path) -> bool:
    """Print the table; True when every factor asked for is reached."""
    texts = sentences(data, SIZES[-1])
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]
    print(f"TextRank of one text, data {digest}, sumy {version('sumy')}, processor seconds\n")
    print("| sentences | briefs | sumy | times faster | asked |")
    print("|---|---|---|---|---|")
    rows = []
    reached = True
    for size in SIZES:
        ours, theirs = compare(texts[:size])
        rows.append((size, ours, theirs))
        asked = AT_LEAST.get(size, 1)
        reached &= theirs >= asked * ours
        print(f"| {size} | {ours:.4f} | {theirs:.3f} | {theirs / ours:.0f} | {asked} |", flush=True)
    large = [row for row in rows if row[0] >= 200]
    sizes = [row[0] for row in large]
    exponents = [growth(sizes, [row[column] for row in large]) for column in (1, 2)]
    print("\ngrowth from 200 sentences on: briefs n^{:.2f}, sumy n^{:.2f}".format(*exponents))
    return reached


def choice_line(data: Path) -> bool:
    """Print how long choosing takes; True when it is as quick as asked."""
    texts = sentences(data, _ARTICLES * _SENTENCES)
    story: list[Sentence] = []
    for start in range(0, len(texts), _SENTENCES):
        part = texts[start : start + _SENTENCES]
        ends = list(accumulate(len(text) + 1 for text in part))
        article = "\n".join(part)
        story += [
            Sentence(article, index, end - 1 - len(text), end - 1)
            for index, (text, end) in enumerate(zip(part, ends, strict=True))
        ]
    bags = [lexicon("en").terms(sentence.text) for sentence in story]
    jump = np.array([(1.0 + sentence.index) ** -1.25 for sentence in story])

    scores = textrank(bags, jump)
    chosen = seconds(lambda: summarize_sentences(story, scores, _WORDS), 9)
    ours = chosen + seconds(lambda: textrank(bags, jump), 9)
    _, theirs = compare(texts)
    print(
        f"\n{_WORDS} words of {_ARTICLES} × {_SENTENCES} sentences chosen in {1000 * chosen:.1f} ms"
        f" (asked: {1000 * _CHOSEN_IN:.0f}), with TextRank in {1000 * ours:.1f} ms; sumy's TextRank"
        f" alone takes {1000 * theirs:.0f} ms, {theirs / ours:.0f} times as long (asked: {_FASTER})"
    )
    return chosen <= _CHOSEN_IN and theirs >= _FASTER * ours


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    if not textrank_table(Path(folder)):
        sys.exit("TextRank is slower than promised.")
    if not choice_line(Path(folder)):
        sys.exit("Choosing is slower than promised.")
