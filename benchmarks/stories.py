"""How well articles are grouped into stories: python -m benchmarks stories

B-cubed precision, recall and F1 of ours, of average link cut at .20, and of the recipe this began
from (stories_recipe), one setting each for all sets. "report" is our F1 on the half
of the stories that was not looked at while the constants were fitted (by a hash of the story's
id). Reads the folder that BRIEFS_DATA names.
"""

import hashlib
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean

from benchmarks.stories_recipe import Parts, average_tree, fixed, recipe
from briefs.model import Article
from briefs.stories import group

Pile = list[tuple[Article, str]]  # an article and its gold story
LANGUAGES = {
    "arabic": "ar",
    "czech": "cs",
    "french": "fr",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
}


def rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def article(row: dict[str, object], language: str = "en") -> Article:
    return Article(
        title=str(row["title"] or ""),
        text=str(row["text"] or ""),
        source=str(row["source"] or ""),
        language=language,
    )


def labelled(data: Path, name: str, language: str = "en") -> Pile:
    path = data / "stories" / f"{name}.jsonl"
    return [(article(row, language), str(row["cluster"])) for row in rows(path)]


def summaries(data: Path, name: str) -> Pile:
    path = data / "summaries" / f"{name}.jsonl"
    return [(article(doc), str(row["id"])) for row in rows(path) for doc in row["docs"]]  # type: ignore[attr-defined]


def sets(data: Path) -> dict[str, Pile]:
    wcep = labelled(data, "wcep-multi")
    train = [pair for pair in summaries(data, "neus-train") if int(pair[1].split("-")[-1]) % 2]
    return {
        "multiling-english": labelled(data, "multiling2011-english"),
        "wcep-multi": wcep,
        "wcep-multi + singles": wcep + summaries(data, "wcep-single"),
        "neus-val": summaries(data, "neus-val"),
        "neus-train 900": train[:900],
        "neus-train 300": train[900:1200],
        "neus-train 600": train[1200:1800],
        "uci-headlines": labelled(data, "uci-headlines"),
    }


def draws(pile: Pile, size: int, count: int, seed: str) -> list[Pile]:
    """`count` piles of `size` articles, one to four of each story."""
    stories = defaultdict(list)
    for pair in pile:
        stories[pair[1]].append(pair)
    found = []
    for number in range(count):
        chance = random.Random(f"{seed} {size} {number}")
        drawn: Pile = []
        for story in chance.sample(sorted(stories), len(stories)):
            wanted = min(chance.randint(1, 4), size - len(drawn), len(stories[story]))
            drawn += chance.sample(stories[story], wanted)
        found.append(drawn)
    return found


def ours(pile: Pile) -> Parts:
    places = defaultdict(list)
    for place, (text, _) in enumerate(pile):
        places[text.id].append(place)
    return [
        [places[text.id].pop() for text in story.articles] for story in group(a for a, _ in pile)
    ]


def bcubed(parts: Parts, pile: Pile) -> tuple[float, float, float]:
    """Precision, recall and F1, the mean over articles."""
    sizes = Counter(story for _, story in pile)
    precision = recall = 0.0
    for part in parts:
        for story, count in Counter(pile[k][1] for k in part).items():
            precision += count * count / len(part)
            recall += count * count / sizes[story]
    precision, recall = precision / len(pile), recall / len(pile)
    return precision, recall, 2 * precision * recall / (precision + recall)


def singles_joined(parts: Parts, pile: Pile) -> int:
    """Articles alone in their story that were joined with another."""
    sizes = Counter(story for _, story in pile)
    return sum(1 for part in parts if len(part) > 1 for k in part if sizes[pile[k][1]] == 1)


def wrong_pairs(parts: Parts, pile: Pile) -> int:
    return sum(
        1
        for part in parts
        for at, k in enumerate(part)
        for other in part[:at]
        if pile[k][1] != pile[other][1]
    )


def report_half(pile: Pile) -> Pile:
    return [pair for pair in pile if hashlib.sha256(pair[1].encode()).digest()[-1] % 2]


Method = Callable[[Pile], Parts]


def methods(language: str = "en") -> dict[str, Method]:
    return {
        "ours": ours,
        "fixed .20": lambda pile: fixed(len(pile), average_tree([a for a, _ in pile], language)),
        "recipe": lambda pile: recipe(len(pile), average_tree([a for a, _ in pile], language)),
    }


def print_sets(data: Path) -> None:
    print(f"{'':22}{'articles':>8} {'stories':>7}", end="")
    print("".join(f"{name + ' P / R / F1':>25}" for name in methods()), "  report  singles joined")
    scores = defaultdict(list)
    for name, pile in sets(data).items():
        print(f"{name:22}{len(pile):8} {len({story for _, story in pile}):7}", end="")
        joined = []
        for method, run in methods().items():
            parts = run(pile)
            triple = bcubed(parts, pile)
            scores[method].append(triple[2])
            joined.append(str(singles_joined(parts, pile)))
            print(f"{' / '.join(f'{score:.3f}' for score in triple):>25}", end="")
        half = report_half(pile)
        print(f"{bcubed(ours(half), half)[2]:9.3f}  {' / '.join(joined)}", flush=True)
    for label, pick in (("mean", mean), ("worst", min)):
        print(f"{label:37}", "".join(f"{pick(values):25.3f}" for values in scores.values()))


def print_piles(data: Path) -> None:
    print("\nsmall piles: mean F1 (wrong pairs), 60 draws of each size and language 25")
    known = sets(data)
    sources = [known[name] for name in ("wcep-multi", "neus-val", "multiling-english")]
    for size in (2, 5, 10, 20):
        piles = [p for k, pile in enumerate(sources) for p in draws(pile, size, 20, f"pile {k}")]
        print_row(f"piles of {size}", piles, methods())
    for name, language in LANGUAGES.items():
        pile = labelled(data, f"multiling2011-{name}", language)
        print_row(f"{name}, 20", draws(pile, 20, 25, name), methods(language))


def print_row(label: str, piles: Sequence[Pile], runs: dict[str, Method]) -> None:
    print(f"{label:37}", end="")
    for run in runs.values():
        results = [(run(pile), pile) for pile in piles]
        score = mean(bcubed(*result)[2] for result in results)
        wrong = sum(wrong_pairs(*result) for result in results)
        print(f"{f'{score:.3f} ({wrong})':>25}", end="")
    print(flush=True)


def print_stability(data: Path) -> None:
    """Stories of a pile that stay as they were when 20 unrelated articles come in."""
    singles = summaries(data, "wcep-single")
    kept = total = 0
    for name in ("neus-val", "wcep-multi", "multiling-english"):
        pile = sets(data)[name]
        for number, drawn in enumerate(draws(pile, 100, 10, "stable")):
            more = random.Random(number).sample(singles, 20)
            before, after = (_memberships([a for a, _ in some]) for some in (drawn, drawn + more))
            total += len(before)
            kept += len(before & after)
    print(f"\nstories unchanged by 20 more articles: {kept} of {total} ({kept / total:.1%})")


def _memberships(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(a.id for a in story.articles) for story in group(articles)}


def print_speed(data: Path) -> None:
    pile = [a for a, _ in summaries(data, "wcep-single")]
    print("\ngroup(), CPU seconds, articles resampled with half of their words from others")
    group(pile)
    for count in (1000, 2000, 4000):
        articles = [_varied(pile, k) for k in range(count)]
        start = time.process_time()
        group(articles)
        print(f"{count:6} {time.process_time() - start:6.2f}", flush=True)


def _varied(pile: list[Article], number: int) -> Article:
    """Article `number` of an endless pile: first the real ones, then mixtures of two of them."""
    original = pile[number % len(pile)]
    if number < len(pile):
        return original
    chance = random.Random(number)
    words, others = original.text.split(" "), chance.choice(pile).text.split(" ")
    mixed = [chance.choice(others) if chance.random() < 0.5 else word for word in words]
    return Article(title=chance.choice(pile).title, text=" ".join(mixed), language="en")


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    data = Path(folder)
    digest = hashlib.sha256()
    for path in sorted([*data.glob("stories/*.jsonl"), *data.glob("summaries/*.jsonl")]):
        digest.update(path.read_bytes())
    print(f"data {digest.hexdigest()[:12]}")
    print_sets(data)
    print_piles(data)
    print_stability(data)
    print_speed(data)


if __name__ == "__main__":
    main()
