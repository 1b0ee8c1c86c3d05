"""Dates as files write them, and years taken from the articles beside."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from briefs.model import Article
from briefs.reading.dates import find_date, find_day, parse_moment
from briefs.reading.labelling import label
from briefs.reading.years import with_years

EAST = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-03", date(2026, 5, 3)),
        ("20260503", date(2026, 5, 3)),
        ("2026-05-03T09:20:00+09:00", datetime(2026, 5, 3, 9, 20, tzinfo=EAST)),
        ("2026-05-03T09:20:00Z", datetime(2026, 5, 3, 9, 20, tzinfo=UTC)),
        ("2026-05-03 09:20:00 +0900", datetime(2026, 5, 3, 9, 20, tzinfo=EAST)),
        ("2026-05-03 09:20", datetime(2026, 5, 3, 9, 20)),  # noqa: DTZ001 - a naive one stays so
        ("Sun, 03 May 2026 09:20:00 GMT", datetime(2026, 5, 3, 9, 20, tzinfo=UTC)),
        ("May 3, 2026", date(2026, 5, 3)),
        ("3. Mai 2026", date(2026, 5, 3)),
        ("3 de mayo de 2026", date(2026, 5, 3)),
        ("Published 11:11 PM EST Nov 19, 2019", date(2019, 11, 19)),
        (
            "9999-12-31T23:59:59-12:00",
            datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(-timedelta(hours=12))),
        ),
        ("", None),
        ("soon", None),
        ("2026-13-45", None),
        ("Mon, 99 Foo 99999999999999999999 99:99:99 -2300", None),
    ],
)
def test_a_date_field_keeps_its_time_and_zone_if_it_has_them(text, moment):
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Wednesday, January 20, 2016. Photo: AP", date(2016, 1, 20)),
        ("Tuesday 10 March 2026", date(2026, 3, 10)),
        ("the 2nd of May 2026", date(2026, 5, 2)),
        ("le 1er août 2025", date(2025, 8, 1)),
        ("am 9. März 2026", date(2026, 3, 9)),
        ("30 February 2026, 1 March 2026", None),
        ("No. 2 of 2016", None),
        ("10/03/2026", None),
    ],
)
def test_a_full_date_is_found_in_running_text(text, day):
    assert find_date(text) == day


def test_a_day_without_its_year_is_found():
    assert find_day("ORLA, Jan. 21 (Yonhap) --") == (1, 21)
    assert find_day("ORLA, 21 Jan --") == (1, 21)
    assert find_day("ORLA, Jan. 21, 2016 --") is None


def wire(day: str, weekday: str) -> Article:
    return label(
        Article(
            title="Ferry", text=f"ORLA, {day} (AP) -- The ferry sank on {weekday} in calm water."
        )
    )


def dated(*days: str) -> list[Article]:
    return [
        Article(title=f"Ferry {n}", text="It sank.", published=date.fromisoformat(d))
        for n, d in enumerate(days)
    ]


def test_a_dateline_takes_the_year_of_its_siblings_if_the_weekday_agrees():
    assert with_years([*dated("2016-01-20"), wire("Jan. 21", "Thursday")])[-1].published == date(
        2016, 1, 21
    )


def test_a_weekday_that_disagrees_leaves_the_article_undated():
    assert with_years([*dated("2016-01-20"), wire("Jan. 21", "Friday")])[-1].published is None


def test_no_sibling_gives_no_year():
    assert with_years([wire("Jan. 21", "Thursday")])[0].published is None


def test_the_last_day_of_a_year_is_near_the_first_of_the_next():
    assert with_years([*dated("2026-01-01"), wire("Dec. 31", "Wednesday")])[-1].published == date(
        2025, 12, 31
    )


def test_one_wrong_sibling_does_not_decide():
    days = ["2026-03-10"] * 3 + ["2099-03-10"]
    assert with_years([*dated(*days), wire("March 10", "Tuesday")])[-1].published == date(
        2026, 3, 10
    )


def test_an_archive_of_equal_years_decides_nothing():
    days = ["2015-03-10", "2026-03-10"]
    assert with_years([*dated(*days), wire("March 10", "Tuesday")])[-1].published is None


def test_the_day_before_leap_day_never_fails():
    assert with_years([*dated("2026-02-27"), wire("Feb. 29", "Sunday")])[-1].published is None
