"""Who states the same, and whose figures differ: hits on real stories beside verdicts by hand.

Every pair of sentences from two articles of one story that `same_fact` or `figures_differ` takes is
a hit; `agreement_judged.json` holds verdicts on them (article id and offsets of both, and whether
the hit is right). Printed are hits, how many of them were judged, and the share of these that is
right. `--floors` fails below .95 for the same fact and .9 for figures.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

from benchmarks.piles import rows
from briefs.language import lexicon, rarity, split_sentences
from briefs.model import Article
from briefs.reading.labelling import label
from briefs.selection.facts import Facts, figures_differ, reader, same_fact
from briefs.selection.gates import Candidate, judge

FILES = ("wcep-multi", "multiling2011-english", "neus-val", "neus-train")
_SENTENCES, _TRAIN = 40, 600
_NO_WITNESS = frozenset({"furniture", "inside a quotation", "a question", "too short"})
_SOUND = 0.7
FLOORS = {"same fact": 0.95, "figures differ": 0.9}

Row = tuple[Article, Candidate, Facts]
Place = tuple[str, int, int]
Pair = tuple[Place, Place]


def stories(data: Path) -> Iterator[list[Row]]:
    """The sentences of each story, read as facts."""
    words = lexicon("en")
    read = reader(words, partial(rarity, language="en"))
    for name in FILES:
        for story in rows(data / f"summaries/{name}.jsonl")[: _TRAIN if "train" in name else None]:
            articles = [label(Article(d["title"], d["text"], language="en")) for d in story["docs"]]
            yield [
                (article, candidate, read(candidate.text))
                for article in articles
                for candidate in judge(article, split_sentences(article)[:_SENTENCES], words)
                if candidate.reason not in _NO_WITNESS
            ]


def agree(one: Row, two: Row) -> bool:
    """One states what the other does, in other words, and may be printed."""
    if one[1].text == two[1].text:
        return False
    return (not one[1].reason and same_fact(one[2], two[2])) or (
        not two[1].reason and same_fact(two[2], one[2])
    )


def differ(one: Row, two: Row) -> bool:
    sound = all(not row[1].reason and row[1].weight >= _SOUND for row in (one, two))
    return sound and figures_differ(one[2], two[2])


def hits(found: list[list[Row]], test: Callable[[Row, Row], bool]) -> set[Pair]:
    return {
        (min(_place(one), _place(two)), max(_place(one), _place(two)))
        for story in found
        for one, two in combinations(story, 2)
        if one[0].id != two[0].id and test(one, two)
    }


def _place(row: Row) -> Place:
    return row[0].id, row[1].sentence.start, row[1].sentence.end


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    data = Path(folder)
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((data / f"summaries/{name}.jsonl").read_bytes())
    judged = json.loads(Path(__file__).with_name("agreement_judged.json").read_text("utf-8"))
    found = list(stories(data))
    print(f"data {digest.hexdigest()[:12]}\n\n| | hits | judged | right |\n|---|---|---|---|")
    broken = []
    for name, test in (("same fact", agree), ("figures differ", differ)):
        verdicts = {(tuple(one), tuple(two)): right for one, two, right in judged[name]}
        known = [verdicts[pair] for pair in sorted(hits(found, test)) if pair in verdicts]
        right = sum(known) / (len(known) or 1)
        print(f"| {name} | {len(hits(found, test))} | {len(known)} | {right:.3f} |")
        if right < FLOORS[name]:
            broken.append(f"{name}: {right:.3f} is below {FLOORS[name]}")
    if "--floors" in sys.argv:
        sys.exit("\n".join(broken) or 0)
