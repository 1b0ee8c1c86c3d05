"""The day's work from articles to a brief: what always holds of it."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs import (
    Article,
    Brief,
    Options,
    Reading,
    group_stories,
    make_brief,
    render_markdown,
    summarize,
)
from briefs.model import Item, Problem
from briefs.page.wording import printed

FERRY = Article(
    title="Ferry with 94 aboard capsizes off Skarholm",
    text=(
        "SKARHOLM, Velmark (AP) — A passenger ferry with 94 people on board capsized in heavy seas"
        " off the port of Skarholm on Tuesday, the coastguard said.\n\n"
        "He could not say how many people were missing.\n\n"
        "The ferry Solvind rolled over barely three kilometres from the harbour wall after lorries"
        " on its car deck broke loose, said Astrid Lunde, a coastguard commander.\n\n"
        "Subscribe to our newsletter\n"
    ),
    source="The Harbour Gazette",
    url="https://www.harbourgazette.example/ferry",
    published="2026-03-10",  # type: ignore[arg-type]
)
FERRY_TOO = Article(
    title="Rescuers search for passengers after ferry capsizes off Skarholm",
    text=(
        "Rescuers searched for passengers on Tuesday after the ferry Solvind capsized near the port"
        " of Skarholm in a gale with 94 people on board.\n\n"
        "Helicopters from three air bases lifted 41 survivors from the hull before noon,"
        " the ministry of transport in Orsholm said.\n\n"
    ),
    source="Evening Star",
    url="https://www.eveningstar.example/ferry",
    published="2026-03-10",  # type: ignore[arg-type]
)
RATE = Article(
    title="Bank of Velmark cuts its main interest rate to 2.75 percent",
    text=(
        "The Bank of Velmark cut its main interest rate by a quarter point to 2.75 percent on"
        " Tuesday, a step that four of 22 economists had forecast.\n\n"
        "Inflation in Velmark fell to 1.9 percent in February, the statistics office said.\n"
    ),
    source="Atlas Business Daily",
    published="2026-03-10",  # type: ignore[arg-type]
)
DAY = (FERRY, FERRY_TOO, RATE)


def items(brief: Brief) -> tuple[Item, ...]:
    return (*brief.items, *brief.in_brief)


def ids(articles: Iterable[Article]) -> set[str]:
    return {article.id for article in articles}


def test_two_reports_of_one_event_are_one_story_that_cites_both() -> None:
    brief = make_brief(DAY)
    ferry = brief.items[0]
    assert ids(ferry.story.articles) == ids([FERRY, FERRY_TOO])
    assert len(ferry.story.origins) == 2
    assert ids(c.article for c in printed(ferry)) == ids([FERRY, FERRY_TOO])


def test_every_printed_sentence_is_a_slice_of_its_article_without_the_dateline() -> None:
    brief = make_brief(DAY)
    text = render_markdown(brief)
    for item in items(brief):
        for citation in printed(item):
            slice_ = citation.article.text[citation.start : citation.end]
            assert slice_ == citation.text
            assert not slice_.startswith("SKARHOLM")
    assert "Subscribe" not in text
    assert "He could not say" not in text


def test_the_brief_is_dated_by_its_articles_and_by_the_caller_if_told() -> None:
    assert make_brief(DAY).date == date(2026, 3, 10)
    assert make_brief(DAY, date=date(2026, 3, 11)).date == date(2026, 3, 11)
    assert make_brief([Article(title=RATE.title, text=RATE.text)]).date is None


def test_the_order_of_the_articles_changes_nothing() -> None:
    assert render_markdown(make_brief(DAY)) == render_markdown(make_brief(DAY[::-1]))


def test_what_an_earlier_brief_printed_is_not_printed_again() -> None:
    first = make_brief(DAY)
    again = make_brief(DAY, past=(first,))
    old = {c.text for item in items(first) for c in printed(item)}
    assert old
    assert not old & {point.quote.text for item in items(again) for point in item.points}


def test_a_reading_keeps_its_counts_and_its_skipped_files() -> None:
    reading = Reading(DAY, (Problem("bad.txt", "empty", "the file is empty; skipped"),), (), 4)
    counts = make_brief(reading).counts
    assert (counts.found, counts.read, counts.skipped, counts.articles) == (5, 4, 1, 3)


@pytest.mark.parametrize("articles", [(), (Article(title="", text=""),), (Article("A", "B"),)])
def test_nothing_to_tell_gives_an_empty_brief_and_no_error(articles: tuple[Article, ...]) -> None:
    brief = make_brief(articles)
    assert items(brief) == ()
    assert len(brief.unused) == len(articles)
    assert render_markdown(brief)


def test_one_articles_summary_keeps_to_its_words_and_says_the_news() -> None:
    summary = summarize(FERRY, words=40)
    assert 0 < len(summary.text.split()) <= 40
    assert summary.text.startswith("A passenger ferry with 94 people on board")


def test_an_option_of_at_most_one_story_is_kept() -> None:
    assert len(items(make_brief(DAY, Options(max_stories=1)))) == 1


sentences = st.sampled_from(
    [
        "The council of Skarholm voted on Tuesday to close the old fish market.",
        "He said it was late.",
        "Mayor Ada Morrow told reporters that 14 traders had left the hall.",
        '"We waited all night," said Ada Morrow, a trader.',
        "But nobody came…",
        "Seven people were killed when a fire broke out in a hotel in Lowmere on Monday.",
        "Read more",
        "By JANE DOE",
        "* * *",
        "— — — — — — — — —.",
        "\u202eevil\u202c [x](javascript:alert) <b>bold</b> `code`",
        "Port Ellan Athletic lost 3-2 to Castlemoor Rovers after extra time on Monday night.",
    ]
)
articles = st.builds(
    lambda title, lines, source: Article(title=title, text="\n\n".join(lines), source=source),
    sentences,
    st.lists(sentences, max_size=6),
    st.sampled_from(["", "Evening Star", "Norden"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(articles, max_size=6))
def test_counts_add_up_whatever_the_articles(given_articles: list[Article]) -> None:
    brief = make_brief(given_articles)
    cited = ids(brief.sources)
    uncited = ids(unused.article for unused in brief.unused)
    distinct = set(given_articles)
    assert cited | uncited == ids(distinct)
    assert not cited & uncited
    assert brief.counts.articles == len(distinct)
    assert brief.counts.texts <= brief.counts.articles
    stories = group_stories(distinct)
    assert sorted(a.id for s in stories for a in s.articles) == sorted(a.id for a in distinct)


def test_opinion_and_what_is_dated_after_the_day_give_way_to_news() -> None:
    column = Article(
        title="Opinion: Salmon farms owe the fjords more than a fee",
        text="Salmon farms owe the fjords more than a yearly fee, and their owners have known it.",
        source="Evening Star",
        published="2026-03-10",  # type: ignore[arg-type]
    )
    late = Article(
        title="Lowmere opens its first tunnel below the sea",
        text="Lowmere opened its first tunnel below the sea on Friday, 12 years after the vote.",
        source="Norden",
        published="2099-03-10",  # type: ignore[arg-type]
    )
    brief = make_brief([*DAY, column, late], date=date(2026, 3, 10))
    assert not ids(brief.sources) & ids([column, late])
    reasons = {unused.article.id: unused.reason for unused in brief.unused}
    assert reasons[column.id] == "no news: opinion"
    assert reasons[late.id] == "dated after the brief's day"
    assert items(make_brief([column]))


def test_what_is_muted_is_never_printed_even_when_nothing_else_is_there() -> None:
    assert not items(make_brief([RATE], Options(mute=("Velmark",))))
    assert items(make_brief([RATE]))
