"""One page: what the planner prints always fits, and it prints what says most."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import telling

from briefs.model import Telling
from briefs.page import sizes
from briefs.page.planner import MAX_FULL, MAX_ONE_LINES, build_item, page_height, plan_page

DAY = date(2026, 3, 10)

offers = st.lists(
    st.tuples(st.floats(0.1, 12), st.integers(0, 5), st.integers(1, 4), st.integers(6, 60)),
    max_size=14,
).map(
    lambda rows: sorted(
        (
            telling(number, weight, passages=passages, articles=articles, words=words)
            for number, (weight, passages, articles, words) in enumerate(rows)
        ),
        key=lambda offered: -offered.story.weight,
    )
)


@settings(max_examples=40, deadline=None)
@given(offers, st.integers(1, 12))
def test_a_page_is_at_most_one_page_high_and_holds_no_more_than_asked(
    tellings: list[Telling], max_stories: int
) -> None:
    plan = plan_page(tellings, DAY, max_stories)
    assert page_height(plan, DAY) <= sizes.HEIGHT
    assert len(plan.items) <= MAX_FULL
    assert len(plan.in_brief) <= MAX_ONE_LINES
    assert len(plan.items) + len(plan.in_brief) <= max_stories
    shown = [item.story for item in (*plan.items, *plan.in_brief)]
    assert len({story.headline for story in shown}) == len(shown)


def test_no_story_is_full_while_a_heavier_one_is_brief() -> None:
    plan = plan_page([telling(n, 12.0 - n) for n in range(12)], DAY, 12)
    weights = [item.story.weight for item in (*plan.items, *plan.in_brief)]
    assert weights == sorted(weights, reverse=True)
    assert plan.items
    assert plan.in_brief


def test_when_more_is_offered_than_fits_the_page_is_nearly_full() -> None:
    plan = plan_page([telling(n, 12.0 - n) for n in range(12)], DAY, 12)
    assert page_height(plan, DAY) > 0.9 * sizes.HEIGHT


def test_a_slow_day_gives_a_short_page_with_all_there_is() -> None:
    plan = plan_page([telling(1, 2.0, passages=1), telling(2, 1.0, passages=1)], DAY, 12)
    assert len(plan.items) + len(plan.in_brief) == 2
    assert page_height(plan, DAY) < 0.5 * sizes.HEIGHT


def test_nothing_offered_gives_an_empty_page() -> None:
    plan = plan_page([], DAY, 12)
    assert plan.items == plan.in_brief == ()
    assert plan_page([telling(1, 1.0, passages=0)], DAY, 12).items == ()


def test_the_lead_stands_first_and_each_article_speaks_in_its_own_order() -> None:
    offered = telling(3, 1.0, passages=4)
    lead, other, third, fourth = (passage.points[0].quote for passage in offered.passages)
    item = build_item(offered, 4)
    assert [point.quote for point in item.points] == [lead, third, other, fourth]
