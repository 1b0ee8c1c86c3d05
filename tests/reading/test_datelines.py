"""Datelines in the forms agencies and papers write them, and openings that are none."""

import pytest

from briefs.reading.datelines import (
    find_dateline,
    find_inner_datelines,
    find_later_dateline,
)

REPORT = "The ferry to Orla sank in calm water on Monday."
FORMS = {
    "ORLA: ": "",
    "ORLA, May 3 (Yonhap) -- ": "Yonhap",
    "BELGAR, Karsk, Feb. 12 (Norden) -- ": "Norden",
    "WENDLE, Aug. 16 -- ": "",
    "TOKYO (AP) — ": "Associated Press",
    "PARIS — ": "",
    "ST. PAUL, Minn. - ": "",
    "MADISON, Wis. | ": "",
    "KENOSHA, Wis. (AP) -- ": "Associated Press",
    "FLORENCE, S.C. (WXYZ.COM/AP) — ": "Associated Press",
    "ADDIS ABABA, March 13 (Reuters) - ": "Reuters",
    "[India], May 12 (ANI): ": "ANI",
    "(Reuters) — ": "Reuters",
    "(HAVANA) — ": "",
    "Aug. 5 (UPI) -- ": "United Press International",
    "NEW YORK – ": "",
    "WASHINGTON/SEOUL (Reuters) - ": "Reuters",
    "New Delhi: ": "",
    "Rio de Janeiro: ": "",
    "Tuesday, January 18, 2005": "",
    "BEIRUT, July 22, 2018 (AFP) - ": "AFP",
    "Paris (AFP) - ": "AFP",
    "São Paulo, 12 May 2017 (EFE).- ": "EFE",
    "SÃO PAULO -- ": "",
    "LONDON (Reuters) ": "Reuters",
    "BAGHDAD _ ": "",
    "Mumbai, Jan 3 (PTI) ": "PTI",
    "MOSCOW. March 3 (Interfax) - ": "Interfax",
    "UNITED NATIONS, May 1 (APP)::": "APP",
    "LONDON—": "",
    "GOMA, Democratic Republic of Congo, March 2 (Reuters) - ": "Reuters",
    "Ekvik (CNN)": "CNN",
    "(CNN)": "CNN",
    "Ekvik (CNN Business)": "CNN Business",
    "ABC News(LONDON) — ": "",
    "EKVIK, Velmark >> ": "",
    "Ekvik, 3 mag. (Adnkronos) - ": "Adnkronos",
    "(ANSA) - EKVIK, 03 MAG - ": "ANSA",
    "EKVIK, Velmark, Jan 24 ": "",
    "Ekvik, Feb 27, 2018 (AFP) - - ": "AFP",
    "Edinburgh (UK), March 28 (IANS) ": "IANS",
}


@pytest.mark.parametrize("dateline", FORMS)
def test_each_form_is_left_out_up_to_the_first_word_and_names_its_agency(dateline):
    text = dateline + REPORT
    found = find_dateline(text, 0, len(text), first=True)
    assert found is not None
    assert text[found.end :] == REPORT
    assert found.agency == FORMS[dateline]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. President Ada Moss flew to Orla on Monday.",
        "TONIGHT: The ferry sails at nine from the old pier.",
        "LATEST UPDATE: The ferry sails at nine from the old pier.",
        "HOST: Welcome to the programme about the coast.",
        "Analysis: The ferry was doomed from the start.",
        "However: The ferry was doomed from the start.",
        "Angela Moss (CDU) - the chancellor of the region - resigned.",
        "The ferry (built in 1961) - the last of its kind - sank.",
        "A - The ferry sank.",
        "Monday - The ferry sank in calm water.",
        "Ada Moss: The ferry was doomed.\n"[:10],
    ],
)
def test_labels_speakers_and_parties_are_no_datelines(text):
    assert find_dateline(text, 0, len(text), first=True) is None


def test_a_place_in_title_case_is_believed_at_the_opening_only():
    text = "Orla: The ferry sank in calm water on Monday."
    assert find_dateline(text, 0, len(text), first=True) is not None
    assert find_dateline(text, 0, len(text), first=False) is None


def test_a_dateline_with_nothing_after_it_is_none():
    assert find_dateline("ORLA (AP) — ", 0, 12, first=True) is None


def test_a_dateline_after_a_caption_is_found_by_its_agency():
    text = f"The ferry at her berth. Photo by Ada Moss ORLA, Velmark (AP) — {REPORT}"
    found = find_later_dateline(text, 0, len(text))
    assert found is not None
    assert text[found.start : found.end] == "ORLA, Velmark (AP) — "


@pytest.mark.parametrize(
    ("before", "dateline", "agency"),
    [
        ("May 3, 2026 by Ada Moss, The Associated Press ", "EKVIK—", "Associated Press"),
        ("* Town was a bastion of the old order ", "BANI ORLA, Velmark, Jan 24 ", ""),
        ("Anglers hold a symbolic rod (AFP Photo/ADA MOSS) ", "Ekvik (AFP) - ", "AFP"),
    ],
)
def test_a_later_dateline_is_known_by_its_agency_its_day_or_who_signs_before_it(
    before, dateline, agency
):
    text = before + dateline + REPORT
    found = find_later_dateline(text, 0, len(text))
    assert found is not None
    assert text[found.start : found.end] == dateline
    assert found.agency == agency


def test_a_place_and_dash_in_the_middle_of_a_text_is_no_dateline():
    text = "She wrote of NEW YORK - the city she had left - with love."
    assert find_later_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "dateline", ["EKVIK, Velmark — ", "EKVIK, Vm. (AP) — ", "STORHOLM -- ", "SAN ORLA (AP) - "]
)
def test_a_dateline_that_opens_a_sentence_in_mid_line_is_found(dateline):
    text = f"Police stand guard at the pier. {dateline}{REPORT}"
    (found,) = find_inner_datelines(text, 0, len(text))
    assert text[found.start : found.end] == dateline


def test_a_town_before_a_colon_opens_the_report_only_below_a_summary_that_opens_the_article():
    text = f"Police stand guard at the pier. EKVIK: {REPORT}"
    (found,) = find_inner_datelines(text, 0, len(text), first=True)
    assert text[found.start : found.end] == "EKVIK: "
    assert list(find_inner_datelines(text, 0, len(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "She left it all. NEW YORK - the city she had left - was far.",
        "It was over. NATO — Ada Moss said so — would come.",
        "It was over. BREAKING — The ferry sank.",
        "It was over. Ada Moss — The captain — wept.",
    ],
)
def test_a_dash_after_a_name_or_a_short_abbreviation_in_mid_line_is_no_dateline(text):
    assert list(find_inner_datelines(text, 0, len(text))) == []
