"""Lines that articles of one source share are furniture, and prose told again is not."""

from briefs.model import Article
from briefs.reading.labelling import label
from briefs.reading.shared import learn

PLACES = ("Ekvik", "Orla", "Lunderup", "Ramsby", "Corvin", "Pellan")
NOTICE = "The Gazette is printed by those who read it and would not be here without them."


def story(place: str, *, first: str = "", last: str = "", source: str = "Gazette") -> Article:
    lines = (
        first,
        f"The council of {place} voted on Monday to rebuild the old pier before the summer.",
        f"Work in {place} will take seven months and cost four million crowns, the mayor said.",
        f"The pier of {place} was built in 1902 and lost its outer half to a storm in March.",
        last,
    )
    return label(Article(title=place, text="\n\n".join(filter(None, lines)), source=source))


def furniture(articles):
    return [
        [a.text[b.start : b.end] for b in a.blocks if b.kind == "furniture"]
        for a in learn(articles)
    ]


def test_a_line_that_three_stories_of_one_source_share_is_furniture():
    for place in ("first", "last"):
        stories = [story(name, **{place: NOTICE}) for name in PLACES[:3]]
        assert furniture(stories) == [[NOTICE]] * 3


def test_two_stories_or_three_sources_prove_nothing():
    assert furniture([story(name, last=NOTICE) for name in PLACES[:2]]) == [[], []]
    stories = [story(name, last=NOTICE, source=name) for name in PLACES[:3]]
    assert furniture(stories) == [[], [], []]


def test_updates_of_one_story_are_no_witnesses():
    updates = [story("Ekvik", last=f"Update {n} was written by the desk.") for n in range(5)]
    assert furniture(updates) == [[]] * 5


def test_a_background_paragraph_in_the_middle_stays():
    middle = "The storm in March was the worst on this coast since the winter of 1953."
    stories = []
    for name in PLACES:
        rest = (f"In {name} the {n}th committee met on the matter of the planks." for n in range(6))
        text = "\n\n".join((story(name).text, middle, *rest))
        stories.append(label(Article(title=name, text=text, source="Gazette")))
    assert furniture(stories) == [[]] * len(PLACES)


def test_text_and_identity_stay_and_an_article_is_never_emptied():
    stories = [story(name, last=NOTICE) for name in PLACES[:3]]
    stories.append(label(Article(title="Notice", text=NOTICE, source="Gazette")))
    learned = learn(stories)
    assert [a.id for a in learned] == [a.id for a in stories]
    assert [a.text for a in learned] == [a.text for a in stories]
    assert all(a.body for a in learned)
    assert learn(learned) == learned
