"""Text files: what the lines above the prose tell."""

from datetime import date

import pytest

from briefs.reading.format import File
from briefs.reading.text import read_text

LEAD = "The council voted on Monday to rebuild the old pier before the summer season begins."


def read(*lines: str):
    return read_text(File("pier.txt", "\n".join(lines).encode())).articles[0]


def test_the_first_line_is_the_title():
    assert read("Pier to be rebuilt", LEAD).title == "Pier to be rebuilt"


def test_a_title_printed_twice_wins_over_the_section_above_it():
    assert (
        read("World", "", "Pier to be rebuilt", "", "Pier to be rebuilt", "", LEAD).title
        == "Pier to be rebuilt"
    )


def test_a_section_of_one_word_is_no_title():
    assert (
        read("Local", "", "Pier to be rebuilt by March", "", LEAD).title
        == "Pier to be rebuilt by March"
    )


def test_a_text_without_a_title_line_is_called_by_its_first_words():
    title = read(f"ORLA (AP) — {LEAD}").title
    assert title.endswith("…")
    assert LEAD.startswith(title[:-1])


@pytest.mark.parametrize(
    "line", ["By ASSOCIATED PRESS", "By Ada Moss, Associated Press", "By Ada Moss | AP"]
)
def test_an_agency_in_the_byline_is_the_agency(line):
    assert read("Pier to be rebuilt", line, LEAD).agency == "Associated Press"


def test_authors_are_people():
    article = read("Pier to be rebuilt", "By Ada Moss and Ben Holt in Orla, Court Reporter", LEAD)
    assert article.authors == ("Ada Moss", "Ben Holt")


def test_an_outlet_before_a_date_is_the_source():
    article = read("Pier to be rebuilt", "By Ada Moss", "Orla Weekly News, 3 May 2026", LEAD)
    assert (article.source, article.published) == ("Orla Weekly News", date(2026, 5, 3))


def test_an_outlet_after_the_author_is_the_source():
    assert (
        read("Pier to be rebuilt", "By Ada Moss, Harbour Gazette", LEAD).source == "Harbour Gazette"
    )


def test_a_masthead_above_the_title_is_the_source():
    article = read(
        "Radio Six News", "Pier to be rebuilt before the summer", "Sunday, 3 May 2026, 18.30", LEAD
    )
    assert (article.source, article.title) == (
        "Radio Six News",
        "Pier to be rebuilt before the summer",
    )
    assert article.published == date(2026, 5, 3)


def test_an_outlets_initials_in_the_dateline_are_the_outlet():
    article = read("Pier to be rebuilt", "By ADA MOSS", "Meridian Press", f"ORLA (MP) - {LEAD}")
    assert (article.source, article.agency) == ("Meridian Press", "Meridian Press")


def test_a_full_date_in_the_dateline_is_the_date():
    assert read("Pier to be rebuilt", f"ORLA, May 3, 2026 (Xinhua) -- {LEAD}").published == date(
        2026, 5, 3
    )


def test_a_date_in_a_photo_caption_counts_where_nothing_else_says_the_date():
    caption = "Anglers pack up on the pier in Orla on Sunday, May 3, 2026. Photo: AP"
    assert read("Pier to be rebuilt", caption, f"ORLA: {LEAD}").published == date(2026, 5, 3)
    assert read("Pier to be rebuilt", "4 May 2026", caption, LEAD).published == date(2026, 5, 4)


def test_a_date_in_the_title_or_the_prose_is_not_the_date():
    assert read("What happened on May 3, 2016", LEAD).published is None
    assert read("Pier to be rebuilt", LEAD.replace("Monday", "May 3, 2016")).published is None


def test_the_whole_text_stays():
    lines = ("World", "Pier to be rebuilt", "By Ada Moss", LEAD, "(END)", "Other news")
    assert read(*lines).text == "\n".join(lines)


def test_an_empty_head_and_no_prose_is_still_an_article():
    assert read("Hello").title == "Hello"
