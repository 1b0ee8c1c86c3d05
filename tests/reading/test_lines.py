"""Lines of sites and agencies, in the words they use, and prose that only looks like them."""

import time

import pytest

from briefs.reading.lines import is_end_mark, is_tail_heading, line_kind, same_words, tail_sentences

FURNITURE = (
    "ada.moss@paper.example",
    "Email: newsdesk@paper.example",
    "(Reporting by Ada Moss in Orla; Editing by Ben Holt)",
    "Additional reporting by Ada Moss",
    "Ada Moss and Ben Holt contributed to this report.",
    "Ben Holt contributed reporting from Orla.",
    "Ada Moss can be reached at ada@paper.example.",
    "To contact the reporter on this story: Ada Moss in Orla",
    "Copyright 2026 The Orla Gazette. All rights reserved.",
    "© 2026 Orla Gazette",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "Read more: Pier to open in spring",
    "READ MORE: Harbour fees rise again",
    "Also read: Five walks on the coast",
    "Watch the video of the storm",
    "Click here to see more photos",
    "Subscribe to our newsletter for all the news of the coast.",
    "Sign up for the morning letter.",
    "Share this story",
    "Follow us on Twitter @orlagazette",
    "Follow the Orla Gazette on Facebook",
    "Advertisement",
    "Story continues below",
    "If you buy something through our links we may earn a commission.",
    "We may earn a commission when you buy through links on this page.",
    "Have a tip? Write to the desk.",
    "For more news from the coast, visit orla.example",
    "For all the latest Orla News, download our app",
    "This article was originally published in the Orla Gazette.",
    "The views expressed are those of the author.",
    "Last updated: 3 May 2026",
    "Published 18 November 2019",
    "Updated at 1:23 p.m.",
    "17:40 GMT",
    "3 hours ago",
    "https://www.paper.example/pier",
    "pic.twitter.com/AbCd1234",
    "#orla #pier #storm",
    "Tags: pier, storm, harbour",
    "Thanks for signing up!",
    "Lesen Sie auch: Brücke gesperrt",
    "Lire aussi : le port ferme",
    "Leia também: porto fechado",
)
BYLINES = (
    "By Ada Moss",
    "By ADA MOSS and BEN HOLT",
    "By ASSOCIATED PRESS",
    "By Ada Moss, Staff Writer",
    "By Keith Amblin at Foundry Park",
    "By our own correspondent",
    "By a staff reporter",
    "Von Jana Weiss",
    "Par Élodie Marchand",
    "ADA MOSS, Associated Press",
    "AP Science Writer",
    "Staff Reports",
)
CAPTIONS = (
    "The pier in Orla after the storm on Sunday. Photo: AP",
    "Anglers leave the pier (Ada Moss/Getty Images)",
    "FILE - The mayor of Orla waits for the ferry.",
    "Mayor Finn Aske (left) with the harbour master",
    "In this May 3, 2026 photo, boats lie on the quay.",
    "A boat burns off Orla. REUTERS/Ada Moss",
    "Pictured: the harbour master with his dog",
    "Photo: Families outside the court (Rhys Tolliver)",
)
CORRECTIONS = (
    "Correction: The pier was built in 1902, not in 1920.",
    "Correction (May 3): The pier was built in 1902.",
    "An earlier version of this article misstated the year in which the pier was built.",
    "This article has been amended to give the right year.",
    "Editor's note: This story has been changed to correct the name of the mayor.",
)
PROSE = (
    "By Monday the water had fallen by a metre, and the harbour master opened the sluices.",
    "By accident or by design, the pier has become a symbol of the town's quarrels.",
    "Read the report carefully and you will find that nobody knows who ordered the gates shut.",
    "Photographs of the wreck were shown in court on Monday.",
    "The editor of the Gazette said that she would publish the letters.",
    "More than 200 people followed the coffin through the rain.",
    "Share prices fell by three percent after the announcement on Monday.",
    "The correction of the coastline will cost 40 million crowns.",
    "Related companies were not affected by the strike, the union said.",
    "The case (pictured above by its owner) was found in a garden in Orla, police said.",
    "Close to 300 people were brought ashore by fishing boats, officials said.",
    "“Read my lips: there will be no bridge,” the minister told reporters in Orla.",
    "He contributed to this debate more than anybody else in the chamber that night.",
    "The letter was signed by the mayor, the priest and nine of the eleven councillors.",
    "Video games were the only business in town that grew during the winter.",
    "Comments by the minister drew laughter in the chamber.",
    "Ends of ropes and broken oars were found on the beach.",
)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known_by_its_words(line):
    assert line_kind(line) == "furniture"


@pytest.mark.parametrize("line", BYLINES)
def test_bylines_are_known(line):
    assert line_kind(line) == "byline"


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_are_known_by_their_credit_or_form(line):
    assert line_kind(line) == "caption"


@pytest.mark.parametrize("line", CORRECTIONS)
def test_corrections_are_known(line):
    assert line_kind(line) == "correction"


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_looks_like_furniture_stays_prose(line):
    assert line_kind(line) is None
    assert not is_tail_heading(line)
    assert not is_end_mark(line)
    assert tail_sentences(line, 0, len(line)) == len(line)


def test_authors_are_introduced_late_in_an_article_only():
    line = "Ada Moss is the harbour correspondent of the Orla Gazette."
    assert line_kind(line) is None
    assert line_kind(line, late=True) == "furniture"


def test_a_long_line_is_never_judged():
    assert line_kind("Read more: " + "the pier was closed and opened again, " * 12) is None


@pytest.mark.parametrize("line", ["Related", "More stories", "You may also like...", "Comments",
                                  "12 comments", "MOST READ", "Mehr zum Thema", "À lire aussi",
                                  "Más noticias", "About the author", "Don't miss"])  # fmt: skip
def test_tail_headings_are_known(line):
    assert is_tail_heading(line)


@pytest.mark.parametrize(
    "tail",
    [
        "Associated Press writers Ada Moss and Ben Holt contributed to this report.",
        "(Reporting by Ada Moss; Editing by Ben Holt)",
        "Copyright 2026 The Associated Press. All rights reserved.",
        "Start the conversation, or Read more at Orla Gazette.",
        "Read or Share this story: https://paper.example/1",
        "Follow Ada Moss on Twitter at @adamoss",
        "ada.moss@paper.example Get more of her work in the Gazette",
        "For all the latest Orla News, download the app",
        "(Ministry of Fisheries press service photo via AP)",
        "(Xinhua)",
        "—Reuters",
        "You can watch the storm in the player above.",
        "This post was syndicated from another paper. Click here to read it.",
    ],
)
def test_credits_at_the_end_of_a_line_of_prose_are_found(tail):
    prose = "The mayor closed the pier on Monday and said that nobody would be let on it."
    text = f"{prose} {tail}"
    assert text[: tail_sentences(text, 0, len(text))].rstrip() == prose


def test_the_title_is_known_again_in_other_case_and_punctuation():
    assert same_words("PIER TO BE REBUILT", "Pier to be rebuilt.")
    assert not same_words("Pier to be rebuilt by March", "Pier to be rebuilt")
    assert not same_words("", "")


@pytest.mark.parametrize(
    "unit", ["a", " ", ".", "A", "<", "a.", "a ", "A ", "(", "A a, ", "@a.", "# "]
)
def test_judging_a_line_takes_linear_time(unit):
    line = (unit * 400)[:400]
    start = time.process_time()
    for _ in range(20):
        line_kind(line, late=True)
        is_tail_heading(line)
        tail_sentences(line, 0, len(line))
    assert time.process_time() - start < 0.5
