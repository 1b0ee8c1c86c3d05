"""The golden day, grouped as an editor would."""

from pathlib import Path

import pytest

from briefs.reading import read_folder
from briefs.stories import group

DAY = Path(__file__).parents[2] / "golden" / "day"


@pytest.fixture(scope="module")
def stories():
    return group(read_folder(DAY / "articles").articles)


def test_every_story_is_found_and_none_holds_two_events(stories):
    """The stories are exactly those written down beside the articles, opinion pieces apart."""
    expected = {}
    for line in (DAY / "stories.txt").read_text("utf-8").splitlines():
        name, tab, files = line.partition("\t")
        if tab:
            expected.update(dict.fromkeys(files.partition("#")[0].split(), name))
    found = {
        path: number
        for number, story in enumerate(stories)
        for article in story.articles
        for path in article.paths
        if path in expected
    }
    assert set(found) == set(expected)
    pairs = {(expected[path], number) for path, number in found.items()}
    assert len(pairs) == len(set(expected.values())) == len(set(found.values()))


def test_wire_copies_are_one_origin(stories):
    """Three papers that print one AP dispatch are one origin, two with Reuters one."""
    largest = {
        origin.name: len(origin.articles)
        for story in stories
        for origin in story.origins
        if len(origin.articles) > 1
    }
    assert largest == {"Associated Press": 3, "Reuters": 2}


def test_what_is_no_news_comes_last(stories):
    """Opinion, review, deals, horoscope and advice weigh less than every piece of news."""
    last = [story.reasons[-1].startswith("not news") for story in stories]
    assert last == sorted(last)
    assert sum(last) >= 5
