"""What an article brought in before a sentence speaks of it."""

import pytest

from briefs.language import lexicon
from briefs.model import Article
from briefs.selection.mentions import Mentions
from briefs.selection.phrases import phrases

OPENING = (
    "An amateur in Port Ellan picked up signals from a buoy that the coastguard had given up. "
    "Angry demonstrations followed on the quay."
)


def taken_up(sentence: str, language: str = "en") -> set[str]:
    article = Article("Lost buoy found", f"{OPENING} {sentence}")
    mentions = Mentions(article, phrases(language), lexicon("en"))
    found = mentions.taken_up(sentence, len(OPENING) + 1)
    return {stem for stems in found for stem in stems}


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("Five masts on the coast confirmed the signal on Monday.", "signal"),
        ("Ellan calls the often violent demonstrations a danger.", "demonstr"),
        ("No boat was at sea during the two demonstrations.", "demonstr"),
        ("The wind had torn the buoy from its chain.", "buoy"),
    ],
)
def test_a_noun_that_the_article_introduced_is_taken_up_by_the(sentence: str, noun: str) -> None:
    assert taken_up(sentence) == {noun}


@pytest.mark.parametrize(
    "sentence",
    [
        "Fishermen waved from the pier.",
        "A storm and a signal from the south were recorded, and the signal was weak.",
        "Nobody heard the signal of the second mast.",
        "The coastguard thanked everybody.",
    ],
)
def test_what_is_new_explained_or_was_the_from_the_start_is_not(sentence: str) -> None:
    assert not taken_up(sentence)


def test_a_language_without_lists_takes_up_nothing() -> None:
    assert not taken_up("Five masts on the coast confirmed the signal on Monday.", "sv")
