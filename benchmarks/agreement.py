"""Who states the same, and whose figures differ: what is found in real stories, judged by hand.

Stories are told as on a page, each article under an outlet of its own. "The same fact": every
`(also …)` that a story's first three passages offer, unless it is the same sentence word for word.
"Figures differ": every pair of sound sentences of two articles that `figures_differ` takes.
`agreement_judged.json` holds verdicts on them: article id and offsets of both places, and whether
the finding is right. `--floors` fails below .95 for the same fact and .9 for figures.
"""

import hashlib
import json
import os
import sys
import warnings
from collections.abc import Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

from benchmarks.piles import rows
from briefs.editor import group_stories
from briefs.language import lexicon, rarity, split_sentences
from briefs.model import Article, Citation
from briefs.reading.labelling import label
from briefs.selection.facts import figures_differ, reader
from briefs.selection.gates import judge
from briefs.selection.telling import tell

FILES = ("wcep-multi", "multiling2011-english", "neus-val", "neus-train")
_SENTENCES, _TRAIN, _PASSAGES, _ALSO = 40, 600, 3, 2
_SOUND = 0.7
FLOORS = {"same fact": 0.95, "figures differ": 0.9}

Place = tuple[str, int, int]
Pair = tuple[Place, Place]


def stories(data: Path) -> Iterator[list[Article]]:
    """The articles of each story, from outlets that differ."""
    for name in FILES:
        for story in rows(data / f"summaries/{name}.jsonl")[: _TRAIN if "train" in name else None]:
            yield [
                label(Article(doc["title"], doc["text"], f"Outlet {number}", language="en"))
                for number, doc in enumerate(story["docs"])
            ]


def agreeing(articles: list[Article]) -> Iterator[Pair]:
    """A printed place, and one that is cited beside it as stating the same."""
    for story in group_stories(articles):
        for passage in tell(story).passages[:_PASSAGES]:
            for point in passage.points:
                for also in point.also[:_ALSO]:
                    if also.text != point.quote.text:
                        yield _pair(point.quote, also)


def differing(articles: list[Article]) -> Iterator[Pair]:
    """Two places of which each gives another number for the same thing."""
    words = lexicon("en")
    read = reader(words, partial(rarity, language="en"))
    sound = [
        (article, candidate.sentence, read(candidate.text))
        for article in articles
        for candidate in judge(article, split_sentences(article)[:_SENTENCES], words)
        if not candidate.reason and candidate.weight >= _SOUND
    ]
    for (one, first, ours), (two, second, theirs) in combinations(sound, 2):
        if one.id != two.id and figures_differ(ours, theirs):
            yield _pair(
                Citation(one, first.start, first.end), Citation(two, second.start, second.end)
            )


def _pair(one: Citation, two: Citation) -> Pair:
    places = sorted((place.article.id, place.start, place.end) for place in (one, two))
    return places[0], places[1]


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    warnings.simplefilter("ignore")
    data = Path(folder)
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((data / f"summaries/{name}.jsonl").read_bytes())
    judged = json.loads(Path(__file__).with_name("agreement_judged.json").read_text("utf-8"))
    told = list(stories(data))
    print(f"data {digest.hexdigest()[:12]}\n\n| | found | judged | right |\n|---|---|---|---|")
    broken = []
    for name, find in (("same fact", agreeing), ("figures differ", differing)):
        found = {pair for articles in told for pair in find(articles)}
        verdicts = {(tuple(one), tuple(two)): right for one, two, right in judged[name]}
        known = [verdicts[pair] for pair in sorted(found) if pair in verdicts]
        right = sum(known) / (len(known) or 1)
        print(f"| {name} | {len(found)} | {len(known)} | {right:.3f} |")
        if right < FLOORS[name]:
            broken.append(f"{name}: {right:.3f} is below {FLOORS[name]}")
    if "--floors" in sys.argv:
        sys.exit("\n".join(broken) or 0)
