"""Things and people a sentence takes for known."""

from functools import partial

import pytest

from briefs.language import lexicon
from briefs.model import Article, Sentence
from briefs.selection.definites import definite_opener, definite_phrases
from briefs.selection.gates import Candidate
from briefs.selection.known import unknown_names
from briefs.selection.names import ranked, whose
from briefs.selection.phrases import phrases

ENGLISH = lexicon("en")


def phrased(text: str) -> tuple[set[str], bool]:
    found, ordered = definite_phrases(text, phrases("en"), ENGLISH)
    return {" ".join(sorted(stems)) for stems in found}, ordered


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Velmark objects to the gas search, its ministry said.", "gas"),
        ("During the trial, photographs were shown to the court.", "trial"),
        ("Labour hit back at the comments on Monday.", ""),
        ("Labour hit back at the comments, calling them absurd.", "comment"),
        ("A flat was searched after the Castlemoor market attack.", "attack"),
        ("Labour hit back at the comments by calling them absurd.", "comment"),
        ("Crowds came to the funeral of the Velmark truck driver.", "driver"),
        ("Crowds came after the weekend Taliban attack.", "attack"),
        ("At the border the Velmark pilot was set free.", "pilot"),
        ("Nine men have died in those dungeons since the spring.", "dungeon"),
        ('The mayor complained that the "congressional review" was dull.', "review"),
        ("Seven were hurt during the two assaults.", "assault"),
        ("They knew the attack was the third this year.", "attack"),
        ("Thursday's talks ended late.", "thursday"),
        ("Thursday's talks between the two parties ended late.", ""),
    ],
)
def test_what_is_neither_explained_nor_unique_must_be_known(text: str, noun: str) -> None:
    found, _ = phrased(text)
    assert bool(found) == bool(noun)
    assert all(noun in stems for stems in found)


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers found the wooden chest of a sailor on the beach.",
        "He spoke to the oil ministry before the presidential election.",
        "The ferry sank, and the ferry company has been fined.",
        "The council praised the country's best swimmers for their courage.",
        "The ferry line joins Velmark and Orm and serves the two countries.",
        "Nine men have died in Velmark in this decade.",
        "Smoke rose into the night air above the harbour.",
        "The gunman was shot as the Orlan rebel group claimed him as its own.",
    ],
)
def test_what_is_explained_or_named_before_or_unique_may_be_new(text: str) -> None:
    assert phrased(text) == (set(), False)


def test_of_what_a_sentence_opens_on_the_noun_itself_must_be_known() -> None:
    """“The main suspect allegedly knew …”: that others allege something does not introduce him."""
    opener = partial(definite_opener, lists=phrases("en"), lexicon=ENGLISH)
    assert opener("The main suspect allegedly knew the man.") == {"suspect"}
    assert opener("The lenders agreed to wait until May.") == {"lender"}
    assert opener("Department spokeswoman Ada Morrow named the four.") == {"depart"}
    assert opener("The ruling Monday from a panel of judges is a defeat.") == {"rule"}
    assert not opener("The lenders of Orlan & Sons agreed to wait until May.")


def test_whose_wife_somebody_is_introduces_neither() -> None:
    assert whose("Yorvik Ketch’s wife of 17 years has left the island.") == {"Ketch"}
    assert not whose("Yorvik Ketch, the mayor, has left the island.")


def test_a_surname_alone_in_a_headline_introduces_nobody() -> None:
    article = Article("Ketch warns of war", "Ketch warned that the army was not ready for a war.")
    alone = Candidate(Sentence(article, 0, 0, len(article.text)), 0, surnames=frozenset({"Ketch"}))
    assert unknown_names(alone, "Ketch warns of war")
    assert not unknown_names(alone, "Secretary Ketch warns of war")


def test_the_latest_of_several_goes_back_to_the_others() -> None:
    assert phrased("The survey said the latest tremor had a magnitude of 6.1.")[1]
    assert not phrased("The survey said the first tremor of the year was weak.")[1]


def test_a_mere_rank_does_not_say_who_somebody_is() -> None:
    assert ranked("Gen. Orlan declined to testify, and so did Mr de Borst.") == {"Orlan", "Borst"}
    assert not ranked("President Orlan and Gen. Ada Morrow testified.")
