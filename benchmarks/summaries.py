"""Summaries against human ones: ROUGE recall beside lead and sumy on the same sentences.

Two tables. In the first a system's sentences are taken in its order while they fit, whole, within
the budget: what can be quoted. In the second they run on and the text is cut at the budget, as is
the custom in papers. Recall is averaged over the human summaries; intervals are 95 % of 1,000
bootstrap samples of stories. `--all` adds sumy's LSA, Luhn and KL; `--every-language` the other
MultiLing languages, whose words rouge-score cannot read and ours then does. `--floors` measures
`briefs summarize` alone and fails where it is below a floor of summaries_floors.json, which holds
the hash of the data; `--floors --write` raises the floors, with `--lower` also lowers them.
`--rules` shows what it costs that sentences must be readable, and fails beyond .3 of ROUGE-1.

Tried and dropped, ROUGE-1 over all stories pooled against ours: kindred words as one concept -.06;
of many near-best choices the one most like the others -.20, with half the say for its own worth
-.02; the headline's words half as heavy -.20, twice as heavy -.10, without them -.22; the best
score of an article to the power 1.2 or 2 instead of 1.5 -.02, -.05; single words worth .3 or .8
instead of .5 -.03, -.04; sentence scores worth .6, 1.5 or 2.5 times as much -.02, -.09, -.17. With
612 stories of NeuS train beside these: what one article alone says half as heavy -.10; weights to
the power 1.2 or .8 -.04, +.06 (±.18); a concept said again worth .1 or .2 of the first time .00,
-.07; pairs across a word, three words, two stop words as concepts -.05, -.05, -.01; numbers half as
heavy -.01; scores relative to their article's best +.04 (±.29); at least 9 words a sentence -.18, 4
.00; a sentence that leans on another as one unit with it -.01, and as many stand without it.
"""

import hashlib
import json
import os
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import numpy as np
from rouge_score.rouge_scorer import RougeScorer

from briefs import summarize
from briefs.language import lexicon, split_sentences
from briefs.model import Article, Sentence
from briefs.ranking import rank_sentences
from briefs.reading.labelling import label
from briefs.selection.concepts import concept_table
from briefs.selection.coverage import menu, single_units
from briefs.selection.summary import summarize_sentences

MEASURES = ("rouge1", "rouge2", "rougeL")
LANGUAGES = {
    "arabic": "ar",
    "czech": "cs",
    "french": "fr",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
}


@dataclass(frozen=True)
class Set:
    """Stories of one file: what they are called, the budget in words, the articles' language."""

    name: str
    file: str
    words: int
    first_words: int = 0
    language: str = "en"


ENGLISH = (
    Set("WCEP stories @40", "wcep-multi", 40),
    Set("WCEP single @40", "wcep-single", 40, first_words=300),
    Set("MultiLing en @250", "multiling2011-english", 250),
    Set("MultiLing en @100", "multiling2011-english", 100),
    Set("NeuS val @60", "neus-val", 60),
)
OTHERS = tuple(
    Set(f"MultiLing {code} @{words}", f"multiling2011-{name}", words, language=code)
    for name, code in LANGUAGES.items()
    for words in (250, 100)
)
# What `briefs summarize` must reach: ROUGE-1 and ROUGE-2 recall, and the hash of the data.
FLOORS = Path(__file__).with_name("summaries_floors.json")
_SLACK = 0.3
# What the rules of readability may cost in ROUGE-1, over all stories.
MOST_LOST = 0.3


class Words:
    """A tokenizer for rouge-score in a language that its own does not know."""

    def __init__(self, language: str) -> None:
        self.lexicon = lexicon(language)

    def tokenize(self, text: str) -> list[str]:
        return [self.lexicon.stem(word) for word in self.lexicon.words(text)]


@dataclass(frozen=True)
class Story:
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    references: tuple[str, ...]
    words: int


def load(data: Path, of: Set) -> list[Story]:
    stories = []
    for line in (data / f"summaries/{of.file}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        articles = tuple(
            label(Article(doc["title"], _first(doc["text"], of.first_words), language=of.language))
            for doc in row["docs"]
        )
        sentences = tuple(s for article in articles for s in split_sentences(article))
        stories.append(Story(articles, sentences, tuple(row["references"]), of.words))
    return stories


def _first(text: str, words: int) -> str:
    """The first `words` words of a text with its line ends; 0: all."""
    if not words:
        return text
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return text[: ends[min(words, len(ends)) - 1]] if ends else text


def lead(story: Story) -> list[int]:
    """First sentences of the articles in turn, then the second ones, and so on."""
    return sorted(range(len(story.sentences)), key=lambda row: (story.sentences[row].index, row))


def ranked(ranker: str, story: Story) -> list[int]:
    """Sentences by descending score of a sumy ranker."""
    scores = rank_sentences(story.sentences, ranker)
    return sorted(range(len(story.sentences)), key=lambda row: (-scores[row], row))


def fitting(order: Callable[[Story], list[int]], story: Story) -> str:
    """Whole sentences in this order, each that still fits."""
    taken: list[str] = []
    room = story.words
    for row in order(story):
        text = story.sentences[row].text
        if len(text.split()) <= room:
            taken.append(text)
            room -= len(text.split())
    return " ".join(taken)


def running(order: Callable[[Story], list[int]], story: Story) -> str:
    """Sentences in this order, cut at the budget."""
    words = " ".join(story.sentences[row].text for row in order(story)).split()
    return " ".join(words[: story.words])


def chosen(story: Story) -> str:
    """Our choice where any sentence may be printed."""
    scores = rank_sentences(story.sentences)
    rows = summarize_sentences(story.sentences, scores, story.words)
    return " ".join(story.sentences[row].text for row in rows)


def readable(story: Story) -> str:
    """`briefs.summarize`: only sentences that stand alone."""
    return summarize(story.articles, words=story.words).text


def greedy(story: Story) -> list[int]:
    """Our menu: by gain per word, each given those before it."""
    if not story.sentences:
        return []
    scores = rank_sentences(story.sentences)
    lengths = [len(sentence.text.split()) for sentence in story.sentences]
    units = single_units(concept_table(story.sentences, scores), scores, lengths)
    long_enough = units.lengths >= 7
    first = int((units.gains(()) * long_enough / units.lengths).argmax())
    taken = menu(units, first, lambda unit, _: float(long_enough[unit]) / lengths[unit], 40)
    return [unit for unit, _ in taken]


def systems(*, everything: bool) -> tuple[dict[str, Callable[[Story], str]], ...]:
    """Name -> summary of a story, for whole sentences and for text cut at the budget."""
    peers: dict[str, Callable[[Story], list[int]]] = {"lead": lead}
    names = ["textrank", "lexrank", *(["lsa", "luhn", "kl"] if everything else [])]
    peers |= {f"sumy {name}": partial(ranked, f"sumy-{name}") for name in names}
    whole = {name: partial(fitting, order) for name, order in peers.items()}
    cut = {name: partial(running, order) for name, order in peers.items()}
    return (
        whole | {"briefs, any sentence": chosen, "briefs summarize": readable},
        cut | {"briefs, any sentence": partial(running, greedy)},
    )


def recall(scorer: RougeScorer, story: Story, text: str) -> list[float]:
    """ROUGE-1, -2 and -L recall in per cent, the mean over the human summaries."""
    scores = [scorer.score(reference, text) for reference in story.references]
    return [100 * float(np.mean([score[m].recall for score in scores])) for m in MEASURES]


def interval(values: Sequence[float]) -> float:
    """Half the width of the 95 % bootstrap interval of the mean."""
    random = np.random.default_rng(0)
    means = random.choice(np.asarray(values), (1000, len(values))).mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(high - low) / 2


def measure(stories: Sequence[Story], of: Set, system: Callable[[Story], str]) -> np.ndarray:
    """Stories × measures."""
    tokenizer = None if of.language == "en" else Words(of.language)
    scorer = RougeScorer(MEASURES, use_stemmer=True, tokenizer=tokenizer)
    return np.array([recall(scorer, story, system(story)) for story in stories])


def table(title: str, sets: Sequence[Set], data: Path, named: dict[str, Callable]) -> None:
    print(f"\n{title}\n")
    print("| " + " | ".join(["R-1 / R-2 / R-L", *named]) + " |")
    print("|---" * (len(named) + 1) + "|")
    for of in sets:
        stories = load(data, of)
        cells = []
        for system in named.values():
            scores = measure(stories, of, system)
            means = " / ".join(f"{mean:.1f}" for mean in scores.mean(axis=0))
            cells.append(f"{means} (±{interval(scores[:, 0]):.1f}, ±{interval(scores[:, 1]):.1f})")
        print("| " + " | ".join([f"{of.name}, {len(stories)}", *cells]) + " |", flush=True)


def check_floors(data: Path, digest: str, *, write: bool, lower: bool) -> None:
    """Exits with what is below its floor, or writes the floors (a slack of .3 below ours)."""
    pinned = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {"floors": {}}
    floors = pinned["floors"]
    found = {
        of.name: measure(load(data, of), of, readable).mean(axis=0)[:2].tolist() for of in ENGLISH
    }
    below = [
        f"{name}: {one:.2f} / {two:.2f}, floor {floors[name][0]} / {floors[name][1]}"
        for name, (one, two) in found.items()
        if name in floors and (one < floors[name][0] or two < floors[name][1])
    ]
    if below and not (write and lower):
        sys.exit("\n".join(below))
    if write:
        new = {
            name: [
                round(value - _SLACK if lower else max(old, value - _SLACK), 2)
                for value, old in zip(values, floors.get(name, (0.0, 0.0)), strict=True)
            ]
            for name, values in found.items()
        }
        record = {"data": digest, "floors": new}
        FLOORS.write_text(json.dumps(record, indent=2) + "\n", "utf-8")
    elif pinned["data"] != digest:
        sys.exit(f"the floors are of data {pinned['data']}, this is {digest}")


def cost_of_rules(data: Path) -> None:
    """`briefs.summarize` against the choice from any sentence; exits when it loses too much."""
    costs = {}
    for of in ENGLISH:
        stories = load(data, of)
        costs[of.name] = measure(stories, of, readable) - measure(stories, of, chosen)
    together = np.concatenate(list(costs.values()))
    for name, cost in {**costs, "all": together}.items():
        one, two = cost[:, 0], cost[:, 1]
        print(
            f"{name}, {len(cost)}: ROUGE-1 {one.mean():+.2f} (±{interval(one):.2f}), "
            f"ROUGE-2 {two.mean():+.2f} (±{interval(two):.2f})"
        )
    if -together[:, 0].mean() > MOST_LOST:
        sys.exit(f"the rules cost more than {MOST_LOST}")


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    warnings.simplefilter("ignore")
    data = Path(folder)
    sets = ENGLISH + (OTHERS if "--every-language" in sys.argv else ())
    digest = hashlib.sha256()
    for of in sets:
        digest.update((data / f"summaries/{of.file}.jsonl").read_bytes())
    name = digest.hexdigest()[:12]
    if "--floors" in sys.argv:
        check_floors(data, name, write="--write" in sys.argv, lower="--lower" in sys.argv)
        return
    if "--rules" in sys.argv:
        cost_of_rules(data)
        return
    print(
        f"data {name}, briefs {version('briefs')}, sumy {version('sumy')}, "
        f"rouge-score {version('rouge-score')}"
    )
    whole, cut = systems(everything="--all" in sys.argv)
    table("Whole sentences that fit within the budget", sets, data, whole)
    table("Cut at the budget", sets, data, cut)
