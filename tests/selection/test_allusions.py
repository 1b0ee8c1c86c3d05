"""Nouns that mean what their article named last, and what else it had told before."""

import pytest

from briefs.language import lexicon, split_sentences
from briefs.model import Article
from briefs.reading.labelling import label
from briefs.selection.allusions import allusions, named
from briefs.selection.gates import Candidate, judge
from briefs.selection.names import unexplained

TITLE = "Ferry sinks off Port Ellan"


def judged(*sentences: str, title: str = TITLE) -> Candidate:
    """The verdict on the last of an article's sentences."""
    article = label(Article(title, " ".join(sentences), published="2026-03-10"))  # type: ignore[arg-type]
    return judge(article, split_sentences(article), lexicon("en"))[-1]


def test_the_country_wants_a_country_in_print() -> None:
    (land,) = allusions("Rain has flooded roads across the country.", "")
    assert named(land, "A landslide in Norway buried nine houses.")
    assert not named(land, "A landslide at Skarholm buried nine houses.")
    assert not allusions("Rain has flooded roads across the country, Norway said.", "")
    assert not allusions("A Velmark agency let the first farm of its kind in the country.", "")


def test_the_court_is_the_one_its_article_named_last() -> None:
    before = "The Supreme Court lifted the ruling. It was made by a district court in Castlemoor."
    (court,) = allusions("The court will hold a hearing in June.", before)
    assert not named(court, "Supreme Court lifts ruling")
    assert named(court, "The Supreme Court lifted what a district court had ruled.")
    (top,) = allusions("The court will hold a hearing in June.", "The Supreme Court sat.")
    assert named(top, "Top court lifts ruling")


def test_a_short_name_of_a_valley_wants_its_whole_name() -> None:
    (valley,) = allusions("It was the worst flood in the Valley since 1911.", "")
    assert named(valley, "Rivers rose all over the Orm Valley.")
    assert not named(valley, "Rivers rose near Castlemoor.")


def test_a_noun_of_the_sentence_before_is_not_explained_by_an_adjective() -> None:
    envoys = "Four Velmark officials came to Port Ellan to speak of the ferry on Thursday."
    again = judged(envoys, "The Velmark officials visiting the harbour spoke with its master.")
    assert again.recalls
    assert again.needs_previous
    first = judged(
        "A ferry sank on Monday with nobody aboard it, the coast guard of Port Ellan said.",
        "The Velmark officials visiting the harbour spoke with its master.",
    )
    assert not first.recalls


def test_whom_the_article_told_of_before_a_relative_clause_does_not_introduce() -> None:
    told = "One sailor was evacuated by helicopter from the deck of the ferry on Monday night."
    wish = "His brother spoke to the sailor who was evacuated to Castlemoor for treatment."
    assert frozenset({lexicon("en").stem("evacuated")}) in {
        frozenset(stems) & {lexicon("en").stem("evacuated")}
        for stems in judged(told, wish).definites
    }
    other = "One sailor had been at sea for forty years and never learned to swim at all."
    assert not judged(other, wish).definites


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody at the harbour knew on Tuesday where the other two sailors were.",
        "The Castlemoor Times wrote that Skarholm Ferries also paid for the search.",
        'Ada Morrow, 41, a trader on the quay, told the Times: "I think it is a shame for us."',
    ],
)
def test_others_also_and_a_quoted_it_need_what_stood_before(sentence: str) -> None:
    assert judged(
        "A ferry sank off Port Ellan on Monday with nobody aboard.", sentence
    ).needs_previous


def test_a_full_name_is_explained_by_what_stands_beside_it() -> None:
    roles = ("said", "the", "that")
    for text in (
        "The police investigator Ada Morrow explained the find.",
        "Ada Morrow, who leads the inquiry, explained the find.",
        "Ada Morrow, 41, explained the find.",
        "Inspector Ada Morrow explained the find.",
        "They spoke of it in Ada Morrow.",
        "On Monday, the police said, Inspector Ada Morrow explained the find.",
    ):
        assert not unexplained(text, {"Morrow"}, roles)
    assert unexplained("On Monday, Ada Morrow explained the find.", {"Morrow"}, roles) == {"Morrow"}


def test_somebody_left_unexplained_is_noted_behind_the_first_sentence() -> None:
    opening = "Ada Paulmarr explained on Monday how the ferry sank off Port Ellan harbour."
    assert not judged(opening).people
    assert judged(
        "A ferry sank off Port Ellan on Monday, the coast guard said in a statement.", opening
    ).people == {"Paulmarr"}
