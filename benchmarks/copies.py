"""How well copies and origins are told: python -m benchmarks copies

First the sixty pairs written for the tests (tests/stories/pairs.json), beside two peers: Jaccard of
the same shingles at .5, and containment with quotations left in. Then the copies among real
articles (BRIEFS_DATA), as grouping finds them, against copies.json: pairs of article ids judged by
hand, each "copy" or the reason why it is none; pairs found that nobody judged are named, what
shares no run of five words was not looked at. There too the agency that wrote an article. Ends with
an error below precision .95 or recall .85.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.stories import article, labelled, rows
from briefs.editor import group_stories
from briefs.language import lexicon
from briefs.model import Article
from briefs.reading.labelling import label
from briefs.stories.copies import shingles
from briefs.stories.origins import agency_of

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "stories"))

from pairs import Pair, pairs, told_apart

VERDICTS = Path(__file__).with_suffix(".json")
PRECISION, RECALL = 0.95, 0.85


def jaccard(one: Article, other: Article) -> bool:
    ours, theirs = shingles(one), shingles(other)
    return len(ours & theirs) >= 0.5 * len(ours | theirs)


def contained(one: Article, other: Article) -> bool:
    words = [lexicon("en").words(a.body) for a in (one, other)]
    ours, theirs = (set(zip(*(w[k:] for k in range(5)), strict=False)) for w in words)
    return len(ours & theirs) >= 0.25 * min(len(ours), len(theirs))


METHODS: dict[str, Callable[[Pair], tuple[bool, bool | None]]] = {
    "ours": told_apart,
    "Jaccard .5": lambda pair: (jaccard(pair.one, pair.other), None),
    "containment, quotations too": lambda pair: (contained(pair.one, pair.other), None),
}


def scores(table: Counter[tuple[bool, bool]]) -> tuple[float, float]:
    """Precision and recall of (found, true)."""
    right = table[True, True]
    return right / ((right + table[True, False]) or 1), right / ((right + table[False, True]) or 1)


def written() -> Counter[tuple[bool, bool]]:
    """Prints the pairs of the tests beside peers; (found, true) of ours."""
    known = list(pairs())
    print(f"{len(known)} written pairs\n")
    print("| | copies P | R | one origin P | R |\n" + "|---" * 5 + "|")
    for name, method in METHODS.items():
        found = [method(pair) for pair in known]
        copies = Counter((f[0], pair.copies) for f, pair in zip(found, known, strict=True))
        cells = [f"{value:.3f}" for value in scores(copies)]
        if name == "ours":
            ours = copies
            one = Counter((bool(f[1]), p.one_origin) for f, p in zip(found, known, strict=True))
            cells += [f"{value:.3f}" for value in scores(one)]
        print("| " + " | ".join([name, *cells, "", ""][:5]) + " |")
    return ours


def real(data: Path) -> Counter[tuple[bool, bool]]:
    """Prints what grouping finds among real articles; (found, true) of the judged pairs."""
    wcep, neus = (
        [
            article(doc)
            for name in names
            for row in rows(data / "summaries" / f"{name}.jsonl")
            for doc in row["docs"]  # type: ignore[attr-defined]
        ]
        for names in (("wcep-multi", "wcep-single"), ("neus-val",))
    )
    wikinews = [a for a, _ in labelled(data, "multiling2011-english")]
    known = json.loads(VERDICTS.read_text("utf-8"))
    print_agencies(wcep, known["agencies"])
    verdicts = known["pairs"]
    found = {
        " ".join(sorted((one.id, other.id)))
        for pile in (wcep, neus, wikinews)
        for story in group_stories(dict.fromkeys(pile))
        for copy in story.copies
        for one, other in combinations(copy, 2)
    }
    table = Counter((pair in found, verdict == "copy") for pair, verdict in verdicts.items())
    precision, recall = scores(table)
    print(f"\n{len(verdicts)} real pairs judged: precision {precision:.3f}, recall {recall:.3f}")
    for pair, verdict in verdicts.items():
        if (pair in found) != (verdict == "copy"):
            print(f"  {'missed' if verdict == 'copy' else 'wrong'}: {pair} ({verdict})")
    for pair in sorted(found - verdicts.keys()):
        print(f"  unread: {pair}")
    return table


def print_agencies(articles: Sequence[Article], verdicts: dict[str, str]) -> None:
    """Which agency wrote an article, against the verdicts ("" where none did)."""
    found = {a.id: agency_of(label(a)) for a in articles if a.id in verdicts}
    right = sum(bool(name) and name == verdicts[article] for article, name in found.items())
    named, true = (sum(map(bool, names.values())) for names in (found, verdicts))
    print(f"\n{len(found)} articles that name an agency, {true} written by it: ", end="")
    print(f"precision {right / (named or 1):.3f}, recall {right / (true or 1):.3f}")


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    table = written()
    if folder:
        table += real(Path(folder))
    precision, recall = scores(table)
    print(f"\ncopies, all pairs: precision {precision:.3f}, recall {recall:.3f}")
    if precision < PRECISION or recall < RECALL:
        sys.exit(f"below precision {PRECISION} or recall {RECALL}")


if __name__ == "__main__":
    main()
