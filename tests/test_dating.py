"""Which day a pile of articles is about."""

from datetime import date

from briefs.dating import shared_day
from briefs.model import Article


def pile(*days: str) -> list[Article]:
    return [Article(title=f"Title {n}", text="Text.", published=day) for n, day in enumerate(days)]  # type: ignore[arg-type]


def test_the_newest_day_that_a_tenth_share_is_the_briefs() -> None:
    assert shared_day(pile(*["2026-03-09"] * 6, *["2026-03-10"] * 4)) == date(2026, 3, 10)


def test_one_article_dated_2099_by_mistake_does_not_move_the_day() -> None:
    assert shared_day(pile(*["2026-03-10"] * 5, "2099-01-01")) == date(2026, 3, 10)


def test_a_pair_of_days_gives_the_later() -> None:
    assert shared_day(pile("2016-01-20", "2016-01-21")) == date(2016, 1, 21)


def test_without_a_date_there_is_none() -> None:
    assert shared_day([Article(title="T", text="Text.")]) is None


def test_a_time_belongs_to_its_day_in_the_chosen_zone() -> None:
    late = pile("2026-03-10T23:30:00+00:00")
    assert shared_day(late) == date(2026, 3, 10)
    assert shared_day(late, "Asia/Tokyo") == date(2026, 3, 11)
    assert shared_day(pile("9999-12-31T23:59:00-12:00"), "Asia/Tokyo") == date(9999, 12, 31)
