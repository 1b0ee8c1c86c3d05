"""One page: as much as fits of what the stories offer, where it says most for its room.

For each possible number of full stories the page is filled greedily, always with the passage of
the most value per point of height; of these pages the one that says most is printed. A page that
has room left stays short: nothing is padded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import sqrt

from briefs.model import Item, LeftOut, Passage, Point, Telling
from briefs.page import sizes, wording

MAX_FULL, MAX_ONE_LINES = 7, 6
# A section label wants company: so many one-liners are set before space is spent on more.
_FIRST_LINES = 3
# What one author alone tells is not spun out.
_MAX_POINTS, _MAX_POINTS_OF_ONE = 3, 2
_ONE_LINE_VALUE = 0.8
# What a story's first, second and third passage count at most.
_WORTH = (1.0, 0.8, 0.4)
# A two-digit number stands for every citation while the page is planned.
_NUMBER = 10


@dataclass(frozen=True)
class Plan:
    """What goes on the page, heaviest story first."""

    items: tuple[Item, ...]
    in_brief: tuple[Item, ...]

    @property
    def sources(self) -> int:
        """How many articles the page cites."""
        return len(
            {c.article.id for item in (*self.items, *self.in_brief) for c in wording.printed(item)}
        )


def plan_page(tellings: Sequence[Telling], day: date | None, max_stories: int) -> Plan:
    """The fullest page of these Tellings, heaviest first, that is at most one page high."""
    best, best_value = Plan((), ()), -1.0
    offered = [telling for telling in tellings if telling.passages]
    for count in range(min(MAX_FULL, max_stories, len(offered)), -1, -1):
        waiting = [telling for telling in offered[count:] if telling.one_line]
        room = min(MAX_ONE_LINES, max_stories - count)
        waiting = waiting[:room]
        lines = min(_FIRST_LINES, len(waiting))
        draft = _Draft(tuple(offered[:count]), (1,) * count, tuple(waiting), lines, day)
        if draft.height > sizes.HEIGHT:
            continue
        draft = _fill(draft)
        if round(draft.value - best_value, 9) > 0:
            best, best_value = draft.plan, draft.value
    return best


@dataclass(frozen=True)
class _Draft:
    """A page being filled: `taken[i]` passages of story i, the first `lines` of `waiting`."""

    stories: tuple[Telling, ...]
    taken: tuple[int, ...]
    waiting: tuple[Telling, ...]
    lines: int
    day: date | None
    plan: Plan = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        items = tuple(
            build_item(telling, count)
            for telling, count in zip(self.stories, self.taken, strict=True)
        )
        in_brief = tuple(one_line_item(telling) for telling in self.waiting[: self.lines])
        object.__setattr__(self, "plan", Plan(items, in_brief))
        object.__setattr__(self, "height", page_height(self.plan, self.day))

    def longer(self) -> Iterator["_Draft"]:
        """The drafts that print one passage or one line more."""
        for number, (telling, count) in enumerate(zip(self.stories, self.taken, strict=True)):
            passages = telling.passages[: count + 1]
            points = sum(len(passage.points) for passage in passages)
            most = _MAX_POINTS if len(telling.story.event.origins) > 1 else _MAX_POINTS_OF_ONE
            if len(passages) > count and points <= most:
                taken = (*self.taken[:number], count + 1, *self.taken[number + 1 :])
                yield replace(self, taken=taken)
        if self.lines < len(self.waiting):
            yield replace(self, lines=self.lines + 1)

    @property
    def value(self) -> float:
        """Σ over stories of √weight × what is said of them: the lead 1, further passages less.

        The root, because the tenth paper that prints a story adds less than the second.
        """
        full = sum(
            sqrt(telling.story.weight)
            * sum(
                worth * sqrt(min(passage.value, 1.0))
                for worth, passage in zip(_WORTH[:count], telling.passages, strict=False)
            )
            for telling, count in zip(self.stories, self.taken, strict=True)
        )
        shown = self.waiting[: self.lines]
        return full + _ONE_LINE_VALUE * sum(sqrt(telling.story.weight) for telling in shown)


def _fill(draft: _Draft) -> _Draft:
    """The draft with what says most for its height added, while anything fits."""
    while True:
        best, best_rate = None, 0.0
        for longer in draft.longer():
            if longer.height > sizes.HEIGHT:
                continue
            rate = (longer.value - draft.value) / max(longer.height - draft.height, 1.0)
            if round(rate, 9) > best_rate:
                best, best_rate = longer, round(rate, 9)
        if best is None:
            return draft
        draft = best


def page_height(plan: Plan, day: date | None) -> float:
    """How high the page is in points, by the table of sizes."""
    numbers = _Numbers()
    words = wording.page_words((*plan.items, *plan.in_brief))
    stories = [
        sizes.story_cost(
            wording.headline(item.story, words),
            wording.tied(wording.source_line(item, day, words)),
            wording.body_text(item, numbers, words),
        )
        for item in plan.items
    ]
    entries = [
        f"{wording.headline(item.story, words)} {wording.body_text(item, numbers, words)}"
        for item in plan.in_brief
    ]
    return sizes.page_cost(stories, sizes.in_brief_cost(entries), sizes.sources_cost(plan.sources))


class _Numbers(dict[str, int]):
    def __missing__(self, key: str) -> int:
        return _NUMBER


def build_item(telling: Telling, count: int) -> Item:
    """The item that prints the first `count` passages, in reading order."""
    points = _reading_order(telling.passages[:count])
    printed = {point.quote for point in points}
    figures = tuple(point for point in telling.figures if point.quote not in printed)
    return _item(telling, points, figures)


def one_line_item(telling: Telling) -> Item:
    """The item that prints the story's one line."""
    return _item(telling, (telling.one_line,) if telling.one_line else (), ())


def _item(telling: Telling, points: tuple[Point, ...], figures: tuple[Point, ...]) -> Item:
    printed = {point.quote for point in (*points, *figures)}
    offered = tuple(
        LeftOut(point.quote, passage.score, "the page had no room")
        for passage in telling.passages
        for point in passage.points
        if point.quote not in printed
    )
    left_out = tuple(left for left in telling.left_out if left.citation not in printed)
    return Item(telling.story, points, figures, (*offered, *left_out), _scores(telling))


def _scores(telling: Telling) -> dict[tuple[str, int, int], float]:
    return {
        (point.quote.article.id, point.quote.start, point.quote.end): passage.score
        for passage in telling.passages
        for point in passage.points
    }


def _reading_order(passages: Sequence[Passage]) -> tuple[Point, ...]:
    """The lead first; the rest article by article, each in its own order.

    Articles stand in the order in which they were first chosen, so the lead's goes on speaking.
    """
    lead, *rest = passages
    rank: dict[str, int] = {}
    for passage in passages:
        rank.setdefault(passage.points[0].quote.article.id, len(rank))
    rest.sort(key=lambda p: (rank[p.points[0].quote.article.id], p.points[0].quote.start))
    return tuple(point for passage in (lead, *rest) for point in passage.points)
