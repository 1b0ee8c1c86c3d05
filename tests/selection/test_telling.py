"""A story's menu: the lead, what is added, who states the same, and why the rest was left out."""

from briefs.editor import explain_brief, group_stories
from briefs.model import Article, Story, Telling
from briefs.rendering.explanation import explanation_json, explanation_text
from briefs.selection.telling import tell

GAZETTE = Article(
    title="Seven killed as ferry Solvind capsizes off Skarholm",
    text=(
        "Seven passengers were killed when the ferry Solvind capsized in heavy seas off Skarholm on"
        " Tuesday, the coastguard said.\n"
        "She had been told of worn lashings on the car deck, inspectors said.\n"
        "Ship inspectors ordered the owner, Holm Lines, to replace worn lashings on the car deck"
        " before the end of March, according to a report seen by the Gazette.\n"
        '"We could only hold on to one another and wait," said Astrid Lunde, a teacher on board.\n'
        "Lunde was lifted from the hull by a helicopter of the air force at nine o'clock."
    ),
    source="The Harbour Gazette",
    published="2026-03-10",  # type: ignore[arg-type]
)
STAR = Article(
    title="Eight killed as ferry Solvind capsizes off Skarholm",
    text=(
        "Eight people were killed when the ferry Solvind capsized in heavy seas off Skarholm on"
        " Tuesday, police said.\n"
        "Worn lashings on the car deck were to be replaced by the owner, Holm Lines, before the end"
        " of March, ship inspectors had ordered in a report.\n"
        "The harbour of Skarholm will stay closed to all ships until Thursday, its master said."
    ),
    source="Evening Star",
    published="2026-03-10",  # type: ignore[arg-type]
)


def story() -> Story:
    (found,) = group_stories([GAZETTE, STAR])
    return found


def quotes(telling: Telling) -> list[str]:
    return [point.quote.text for passage in telling.passages for point in passage.points]


def test_the_lead_says_what_the_headline_says() -> None:
    assert "killed when the ferry Solvind capsized" in quotes(tell(story()))[0]


def test_the_other_source_is_cited_beside_a_sentence_that_states_the_same() -> None:
    points = [p for passage in tell(story()).passages for p in passage.points]
    lashings = next(point for point in points if "lashings" in point.quote.text)
    assert len(lashings.also) == 1
    assert lashings.also[0].article.source != lashings.quote.article.source


def test_no_two_passages_state_the_same() -> None:
    said = quotes(tell(story()))
    assert sum("lashings" in text for text in said) == 1
    assert sum("killed when the ferry" in text for text in said) == 1


def test_differing_figures_are_paired_and_never_called_the_same() -> None:
    telling = tell(story())
    assert {point.quote.text.split()[0] for point in telling.figures} == {"Seven", "Eight"}
    assert not telling.passages[0].points[0].also


def test_a_surname_is_printed_only_behind_its_introduction() -> None:
    said = quotes(tell(story()))
    alone = [n for n, text in enumerate(said) if text.startswith("Lunde ")]
    introduced = [n for n, text in enumerate(said) if "Astrid Lunde" in text]
    assert not alone or (introduced and introduced[0] < alone[0])


def test_no_article_is_quoted_with_more_words_than_allowed() -> None:
    for limit in (20, 40, 80):
        words: dict[str, int] = {}
        for passage in tell(story(), max_words_per_article=limit).passages[1:]:
            for point in passage.points:
                source = point.quote.article.source
                words[source] = words.get(source, 0) + len(point.quote.text.split())
        assert all(count <= limit for count in words.values())


def test_what_is_left_out_comes_best_first_with_its_reason() -> None:
    left = tell(story()).left_out
    assert [each.score for each in left] == sorted((each.score for each in left), reverse=True)
    assert all(each.reason for each in left)


def test_values_fall_back_on_the_lead_and_each_passage_brings_new_concepts() -> None:
    passages = tell(story()).passages
    assert passages[0].value == 1.0
    seen: set[str] = set()
    for passage in passages:
        assert passage.brings
        assert not seen & set(passage.brings)
        seen |= set(passage.brings)


def test_an_explanation_names_rank_gain_concepts_and_what_stopped_the_rest() -> None:
    explained = explain_brief([GAZETTE, STAR])
    text = explanation_text(explained)
    assert "rank" in text
    assert "gain 1.00" in text
    assert "not offered:" in text
    assert '"concepts"' in explanation_json(explained)


def test_a_story_without_a_sentence_fit_to_open_it_has_no_passages() -> None:
    (found,) = group_stories([Article(title="Weather", text="Rain. Wind. He said so.")])
    assert tell(found).passages == ()
