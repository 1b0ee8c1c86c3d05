"""Are headlines fit for print, and what is no news: python -m benchmarks headlines

Twenty piles (benchmarks.piles 20 … 39; 20 … 29 were looked at while constants were fitted) become
briefs. Each printed story's headline is looked up in headlines.json, a list of verdicts by hand
("good" or the fault) under a hash of the headline; headlines nobody has read are named. Beside it,
the peer: the most central article's own title, as it came. "told" is the share of a headline's
content stems in the story's first printed sentences (as many as stand in one passage: up to two),
"untold" how many tell less than a third. Then the kinds of text that are no news, against verdicts
by hand on titles under "kinds" (the hash of a page's file, or the id of a row) and, apart, on rows
that were not looked at before. Ends with an error below 95 % good. Reads BRIEFS_DATA.
"""

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.piles import compose, rows
from briefs import make_brief, read_folder
from briefs.language import lexicon
from briefs.model import Article, Item
from briefs.stories.kinds import kind_of
from briefs.stories.titles import clean_title, is_cut

VERDICTS = Path(__file__).with_suffix(".json")
PILES = {"fitted on": range(20, 30), "reported": range(30, 40)}
GOOD = 0.95


def key(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def items(data: Path, number: int) -> Iterator[Item]:
    with tempfile.TemporaryDirectory() as folder:
        compose(data, number, Path(folder) / "pile")
        brief = make_brief(read_folder(Path(folder) / "pile"))
    yield from (*brief.items, *brief.in_brief)


def told(title: str, item: Item) -> float:
    """The share of the title's content stems in the item's opening."""
    terms = lexicon(item.story.headline_article.language or "en").terms
    first = item.points[0].quote
    opening = [p.quote.text for p in item.points[:2] if p.quote.article is first.article]
    wanted = set(terms(title))
    return len(wanted & set(terms(" ".join(opening)))) / (len(wanted) or 1)


def print_headlines(data: Path, verdicts: dict[str, str]) -> float:
    print("| piles | stories | good | faulty | unread | told | untold ", end="")
    print("| peer: told | untold | untidy |\n" + "|---" * 10 + "|")
    good = judged = 0
    faults: dict[str, str] = {}
    unread: dict[str, None] = {}
    for name, numbers in PILES.items():
        shown = [item for number in numbers for item in items(data, number)]
        found = Counter()
        for item in shown:
            verdict = verdicts.get(key(item.story.headline), "")
            found["unread" if not verdict else "good" if verdict == "good" else "faulty"] += 1
            if not verdict:
                unread[f"{key(item.story.headline)} {item.story.headline}"] = None
            elif verdict != "good":
                faults[key(item.story.headline)] = verdict
        ours = [told(item.story.headline, item) for item in shown]
        titles = [item.story.articles[0].title for item in shown]
        peer = [told(title, item) for title, item in zip(titles, shown, strict=True)]
        untidy = sum(is_cut(title) or clean_title(title) != title for title in titles)
        cells = [len(shown), found["good"], found["faulty"], found["unread"]]
        for shares in (ours, peer):
            cells += [f"{sum(shares) / len(shares):.3f}", sum(share < 1 / 3 for share in shares)]
        print("| " + " | ".join(map(str, [name, *cells, untidy])) + " |", flush=True)
        good, judged = good + found["good"], judged + found["good"] + found["faulty"]
    for fault in sorted(faults):
        print(f"  faulty: {fault} ({faults[fault]})")
    for line in unread:
        print(f"  unread: {line}")
    return good / (judged or 1)


def titled(data: Path) -> dict[str, Article]:
    """Pages by the first eight digits of their file's name, rows of WCEP and NeuS by their ids."""
    found = {a.paths[0][:8]: a for a in read_folder(data / "pages/html").articles}
    for name in ("wcep-single", "neus-train"):
        for row in rows(data / "summaries" / f"{name}.jsonl"):
            for place, doc in enumerate(row["docs"]):
                found[row["id"] if name == "wcep-single" else f"{row['id']}/{place}"] = Article(
                    title=doc["title"], text=""
                )
    return found


def print_kinds(data: Path, lists: dict[str, dict[str, str]]) -> None:
    print("\n| titles | judged | no news | precision | recall |\n" + "|---" * 5 + "|")
    articles = titled(data)
    for name, verdicts in lists.items():
        table = Counter(
            (bool(kind_of(articles[title])), verdict != "news")
            for title, verdict in verdicts.items()
        )
        right = table[True, True]
        precision = right / ((right + table[True, False]) or 1)
        recall = right / ((right + table[False, True]) or 1)
        none = sum(verdict != "news" for verdict in verdicts.values())
        print(f"| {name} | {len(verdicts)} | {none} | {precision:.3f} | {recall:.3f} |")


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    record = json.loads(VERDICTS.read_text("utf-8"))
    share = print_headlines(Path(folder), record["headlines"])
    print(f"\n{share:.1%} of the judged headlines are good")
    print_kinds(Path(folder), record["kinds"])
    if share < GOOD:
        sys.exit(f"fewer than {GOOD:.0%} are good")


if __name__ == "__main__":
    main()
