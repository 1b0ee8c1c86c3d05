"""Joins of two gold stories on the pile with singles: which are mistakes, and what the page prints.

The gold has some stories twice, so every join was read by hand once; stories_joins.json keeps the
ids, the verdict and the reason, and no text. A join that is not in the list counts as unread.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import comb
from pathlib import Path

from briefs.model import Article, Story
from briefs.stories import group

JOINS = Path(__file__).with_name("stories_joins.json")


def pairs_of(stories: Sequence[Sequence[str]]) -> Counter[tuple[str, str]]:
    """Of the gold stories of each part's articles: how many pairs of articles join which two."""
    found: Counter[tuple[str, str]] = Counter()
    for part in stories:
        for one, other in combinations(part, 2):
            found[min(one, other), max(one, other)] += 1
    return found


def print_joins(pile: Sequence[tuple[Article, str]]) -> None:
    gold: defaultdict[str, list[str]] = defaultdict(list)
    for article, story in pile:
        gold[article.id].append(story)
    stories = group(article for article, _ in pile)

    def told(articles: Sequence[Article]) -> list[str]:
        return [story for article in articles for story in gold[article.id]]

    whole = pairs_of([told(story.articles) for story in stories])
    printed = pairs_of([told(story.event.articles) for story in stories])
    true = sum(comb(count, 2) for count in Counter(story for _, story in pile).values())
    kept = sum(count for (one, other), count in whole.items() if one == other)
    verdicts = json.loads(JOINS.read_text("utf-8"))["joins"]
    sizes = Counter(story for _, story in pile)
    print("\njoins on the pile with singles, read by hand")
    print(f"recall of true pairs: {kept / true:.2f} ({kept} of {true})")
    for label, found in (("in one story", whole), ("in one event, as printed", printed)):
        joins = [f"{one} {other}" for one, other in found if one != other]
        said = Counter(verdicts[join][0] if join in verdicts else "unread" for join in joins)
        wrong = {
            story
            for join in joins
            if verdicts.get(join, ["two"])[0] == "two"
            for story in join.split()
            if sizes[story] == 1
        }
        print(
            f"{label}: {said['one']} joins of one affair, {said['two']} of two events, "
            f"{said['unread']} unread; single articles in wrong joins: {len(wrong)}"
        )


def mixed(stories: Sequence[Story], gold: dict[str, str]) -> tuple[int, int]:
    """How many stories, and how many events as printed, hold two gold stories; `gold` by path."""

    def several(articles: Sequence[Article]) -> bool:
        return len({gold[article.paths[0]] for article in articles}) > 1

    return (
        sum(several(story.articles) for story in stories),
        sum(several(story.event.articles) for story in stories),
    )
