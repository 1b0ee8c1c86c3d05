"""When two sentences state the same, and when their figures differ."""

from functools import partial

import pytest
from figure_pairs import AGREE, DIFFER

from briefs.language import lexicon, rarity
from briefs.selection.facts import figures_differ, reader, same_fact
from briefs.selection.figures import figures

read = reader(lexicon("en"), partial(rarity, language="en"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Seven people were confirmed dead by noon.", [(7, "dead")]),
        ("Rescuers have recovered eight bodies from the wreck.", [(8, "dead")]),
        ("The blast wounded 21 people in the market.", [(21, "injured")]),
        ("The bank lost $1.2 billion in the quarter.", [(1.2e9, "$")]),
        ("Sales fell 4.5 percent in the quarter.", [(4.5, "percent")]),
        ("In 2016 the 54-year-old mayor was re-elected on May 3.", []),
        ("The ferry sank at 5 p.m. on the 14 March.", []),
        ("Thirty-one houses were flooded.", [(31, lexicon("en").stem("houses"))]),
    ],
)
def test_figures_are_counts_and_amounts_never_years_ages_or_dates(
    sentence: str, expected: list[tuple[float, str]]
) -> None:
    assert [(f.value, f.unit) for f in figures(sentence, lexicon("en"))] == expected


SAME = (
    "Rescuers pulled survivors from the capsized ferry Solvind near Skarholm lighthouse on Monday.",
    "Survivors were pulled by rescuers from the ferry Solvind, capsized off Skarholm lighthouse.",
)


def test_one_fact_in_two_wordings_is_the_same() -> None:
    assert same_fact(read(SAME[0]), read(SAME[1]))


def test_two_facts_of_one_story_are_not_the_same() -> None:
    other = "The ferry company Solvind Lines said it had inspected the hull near Skarholm in May."
    assert not same_fact(read(SAME[0]), read(other))


SEVEN = "Seven passengers were killed when the ferry Solvind capsized off the Skarholm lighthouse."
EIGHT = "Eight people were killed when the ferry Solvind capsized near the Skarholm lighthouse."


def test_differing_figures_for_one_thing_are_found_and_are_not_the_same_fact() -> None:
    assert figures_differ(read(SEVEN), read(EIGHT))
    assert not same_fact(read(SEVEN), read(EIGHT))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (SEVEN, SEVEN),
        (SEVEN, SEVEN.replace("Seven", "About seven").replace("killed", "injured")),
        (
            "About 300 firemen fought the blaze at the Skarholm tyre warehouse.",
            "Some 310 firemen fought the blaze at the Skarholm tyre warehouse.",
        ),
        (
            "The tyre warehouse at Skarholm burned in 2016, its owner said.",
            "The tyre warehouse at Skarholm burned in 2018, its owner said.",
        ),
    ],
)
def test_same_hedged_or_uncounted_numbers_do_not_differ(one: str, two: str) -> None:
    assert not figures_differ(read(one), read(two))


def test_of_forty_pairs_hardly_one_is_said_to_differ_that_does_not_and_most_that_do_are_found() -> (
    None
):
    found = sum(figures_differ(read(one), read(two)) for one, two in DIFFER)
    wrong = sum(figures_differ(read(one), read(two)) for one, two in AGREE)
    assert len(DIFFER) + len(AGREE) == 40
    assert found / (found + wrong) >= 0.9
    assert found >= 15
