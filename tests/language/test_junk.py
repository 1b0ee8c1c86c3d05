"""Furniture lines."""

import time

import pytest

from briefs.language import furniture_kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("byline", "By Ada Lund and J. P. Orr"),
        ("byline", "BY ADA LUND, Harbour Gazette"),
        ("byline", "Von Ada Lund"),
        ("byline", "Last updated: 5 March 2021, 10:15"),
        ("caption", "(AP Photo/Ada Lund, File)"),
        ("caption", "FILE - In this Jan. 5, 2016 file photo, a ferry leaves the quay."),
        ("caption", "Image copyright Ada Lund Image caption The quay at dawn"),
        ("caption", "Photo: Ada Lund"),
        ("caption", "A ferry leaves the quay of Port Lorn, Friday, May 1, 2026, in Lorn."),
        ("caption", "From left to right: Ada Lund, J. P. Orr and the mayor of Port Lorn."),
        ("caption", "Picture taken in Port Lorn on May 1 shows the old quay."),
        ("furniture", "Take a look at the video below to see the quay at dawn."),
        ("furniture", "Stay with Lorn's News Leader as we learn more about the quay."),
        ("furniture", "Catch up on all the latest news from Port Lorn here."),
        ("furniture", "Start your day with the Harbour Briefing, powered by Lorn Tea."),
        ("heading", "Fishermen Say That The Quay Will Be Fine Fishermen of Lorn are glad of it."),
        ("caption", "Picture courtesy of the harbour office"),
        ("caption", "The quay at dawn. Ada Lund/Getty Images"),
        ("caption", "Crews at work on the dam (Ada Lund/Harbour Office via AP)"),
        ("caption", "In this photo released by the harbour office, a crane lifts the wreck."),
        ("furniture", "(Reporting by Ada Lund; Editing by J. P. Orr)"),
        ("furniture", "Additional reporting by Ada Lund in Port Lorn"),
        ("furniture", "Associated Press writer Ada Lund in Port Lorn contributed to this report."),
        ("furniture", "Ada Lund can be reached at ada@lorn.example or 555-0100."),
        ("furniture", "Follow Ada Lund on Twitter at @adalund"),
        ("furniture", "Ada Lund is a senior reporter at the Harbour Gazette."),
        ("furniture", "Copyright 2016 The Harbour Gazette. All rights reserved."),
        ("furniture", "© Harbour Gazette"),
        ("furniture", "This material may not be published, broadcast or redistributed."),
        ("furniture", "READ MORE: Dam to be rebuilt"),
        ("furniture", "See also: the mayor's speech"),
        ("furniture", "Watch: how the dam broke"),
        ("furniture", "Subscribe to our newsletter for the latest from the quay"),
        ("furniture", "Share this article"),
        ("furniture", "This news story is related to Print/18-Dam-to-be-rebuilt/ - Gazette."),
        ("furniture", "Sign up for our morning briefing"),
        ("furniture", "ADVERTISEMENT"),
        ("furniture", "(Reuters) -"),
        ("furniture", "— AFP"),
        ("furniture", "ada.lund@lorn.example"),
        ("furniture", "* * *"),
        ("furniture", "Lesen Sie auch: Der Damm bricht"),
        ("furniture", "À lire aussi : le barrage"),
        ("correction", "Correction: an earlier headline gave the wrong height of the dam."),
        ("correction", "This story has been corrected to show that the dam is in Lorn."),
    ],
)
def test_what_is_not_prose_is_named(kind: str, text: str) -> None:
    assert furniture_kind(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the river had fallen by a metre.",
        "By the harbour wall, crews stacked sandbags.",
        "Reporting by the ministry showed a fall in exports.",
        "The photo shows the quay before the storm, the mayor told reporters.",
        "Read in full, the letter is an apology.",
        "Share prices fell two percent after the dam broke.",
        "Follow the money, the judge told the court, and you will find the mayor.",
        "She contributed to the rescue fund.",
        "The editor of the Gazette is on trial for refusing to name a source.",
        "This story of two towns began with a flood.",
        "The report has been corrected twice, the auditor said, and is still wrong.",
        "More than 40 people were hurt.",
        "Watch towers were built along the border in May.",
        "The minister can be found guilty only by the high court.",
        "Copyright law is a matter for the states, the court held.",
        "PORT LORN (AP) — The dam broke on Monday.",
        "A Reuters/Norden poll found that half of voters are undecided.",
        "“Click,” said the lock.",
        "What do you do when a dam breaks?",
        "Published figures show a fall.",
        "He joined us on the quay.",
    ],
)
def test_prose_stays_prose(text: str) -> None:
    assert furniture_kind(text) is None


def test_long_text_is_never_furniture() -> None:
    assert furniture_kind("Read more: " + "dam " * 120) is None


def test_judging_takes_no_longer_for_odd_text() -> None:
    for unit in ("a", "A", " ", ".", "a.", "a ", "By A ", "@", "AP/", "follow ", "this photo of "):
        text = (unit * 400)[:400]
        start = time.process_time()
        for _ in range(10):
            furniture_kind(text)
        assert time.process_time() - start < 0.1
