"""How much of a headline a text tells, and which sentence therefore leads."""

from functools import partial

import pytest

from briefs.editor import group_stories
from briefs.language import lexicon, rarity
from briefs.model import Article, Story
from briefs.selection.kinship import akin, canonical
from briefs.selection.news import News, news_of
from briefs.selection.telling import tell

ENGLISH = lexicon("en")


def stems(text: str) -> frozenset[str]:
    return frozenset(ENGLISH.terms(text))


def news(headline: str, names: str = "") -> News:
    return news_of(headline, stems(names), ENGLISH, partial(rarity, language="en"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quake", "earthquake"),
        ("15", "fifteen"),
        ("China", "Chinese"),
        ("killed", "dead"),
        ("investigating", "investigation"),
    ],
)
def test_words_of_headlines_are_akin_to_those_of_reports(one: str, other: str) -> None:
    (left,), (right,) = ENGLISH.terms(one), ENGLISH.terms(other)
    assert akin(left, right)
    assert akin(right, left)


@pytest.mark.parametrize(("one", "other"), [("quake", "ferry"), ("15", "16"), ("star", "strike")])
def test_other_words_are_not_akin(one: str, other: str) -> None:
    assert not akin(one, other)


def test_a_class_has_one_stem_for_all_its_words() -> None:
    assert canonical(ENGLISH.stem("killed")) == canonical(ENGLISH.stem("deaths"))
    assert canonical("ferri") == "ferri"
    assert canonical("kill", "de") == "kill"


def test_a_text_in_other_words_tells_the_whole_headline() -> None:
    headline = news("Seven dead as Skarholm ferry sinks")
    assert headline.told(stems("Seven people were killed when the Skarholm ferry sank.")) > 0.7
    assert headline.told(stems("The harbour will stay closed until Thursday.")) == 0.0


def test_the_cast_and_what_happened_meanwhile_are_not_the_news() -> None:
    headline = news("Council closes fish market after Skarholm ferry strike", "Skarholm")
    told = headline.told(stems("The council has closed the fish market."))
    assert told > headline.told(stems("The strike of the Skarholm ferry goes on."))


def story(title: str, *sentences: str) -> Story:
    text = "\n".join(sentences)
    (found,) = group_stories([Article(title, text, "Star", published="2026-03-10")])  # type: ignore[arg-type]
    return found


def test_the_sentence_that_tells_the_headline_leads_before_one_that_stands_above_it() -> None:
    told = tell(
        story(
            "Amateur diver finds wreck of the Solvind",
            "For twelve years nobody knew where the steamer lay in the cold waters of the sound.",
            "An amateur diver from Port Ellan has found the wreck of the Solvind off Skarholm.",
        )
    )
    assert told.passages[0].points[0].quote.text.startswith("An amateur diver")


def test_a_story_none_of_whose_sentences_tells_the_headline_is_not_told() -> None:
    told = tell(
        story(
            "Hackers attack website of the winter games",
            "A torch of fire and the songs of the north opened the week in Brenholt on Friday.",
            "Some 40,000 people had come to the stadium of Brenholt in spite of the deep snow.",
        )
    )
    assert told.passages == ()
    assert told.one_line is None


def test_a_single_line_tells_of_no_day_that_its_reader_cannot_see() -> None:
    """In a story "yesterday" stands under the article's date; "In brief" shows none."""
    told = tell(
        story(
            "Amateur diver finds wreck of the Solvind",
            "An amateur diver found the wreck of the Solvind off the port of Skarholm yesterday.",
            "The steamer had lain for years in the cold and muddy waters of the long sound.",
        )
    )
    assert told.passages
    assert told.one_line is None
