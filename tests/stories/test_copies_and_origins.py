"""Who copies whom, and how many independent authors there are."""

import pytest
from pairs import pairs, told_apart

from briefs.model import Article
from briefs.reading.labelling import label
from briefs.stories import group
from briefs.stories.copies import near_copies
from briefs.stories.origins import agency_of, origins

DISPATCH = (
    "The council of Marl voted on Tuesday to close the old cattle bridge for the whole of next "
    "winter while its timber piers are replaced with oak from the valley. Some 700 people cross "
    "it on a working day. The work will cost 109,000 pounds, most of it for seasoned wood that "
    "must be brought by road. A temporary ferry will run from six in the morning until midnight."
)
OTHER = (
    "Walkers in Marl will have to take a boat this winter. Councillors decided that the cattle "
    "bridge must shut so that rotten piers can be replaced. Its engineer, Pete Rudge, has warned "
    "of the danger since spring, and the bill has now reached 109,000 pounds."
)
QUOTE = (
    '"We could have painted over it and nobody at all would have known a thing until the day that '
    'somebody fell right through the boards and into the river below," said Pete Rudge. '
)


def test_a_dispatch_under_another_headline_is_a_copy():
    """The same text under another headline, cut down, or with a lead of its own is a near copy."""
    articles = [
        Article(title="Marl shuts its bridge", text=DISPATCH),
        Article(title="Ferry to replace bridge", text=DISPATCH[:240]),
        Article(title="Winter of ferries", text="Marl will have a quiet winter. " + DISPATCH[40:]),
        Article(title="Boats for walkers", text=OTHER),
    ]
    pairs = [(i, j) for j in range(4) for i in range(j)]
    assert near_copies(articles, pairs) == ((0, 1, 2),)


def test_a_shared_quotation_is_no_copying():
    """Two reporters who quote one statement have not copied one another."""
    articles = [
        Article(title="A", text=QUOTE * 2 + DISPATCH),
        Article(title="B", text=QUOTE * 2 + OTHER),
    ]
    assert near_copies(articles, [(0, 1)]) == ()


@pytest.mark.parametrize(
    ("article", "agency"),
    [
        (Article(title="t", text="ROME (AP) — A bridge fell."), "Associated Press"),
        (Article(title="t", text="OSLO, May 3 (Reuters) - A bridge fell."), "Reuters"),
        (Article(title="t", text="By ASSOCIATED PRESS\n\nA bridge fell."), "Associated Press"),
        (Article(title="t", text="A bridge fell in the night. — AFP"), "AFP"),
        (Article(title="t", text="A bridge fell. © 2026 Thomson Reuters."), "Reuters"),
        (Article(title="t", text="A bridge fell.", agency="Norden"), "Norden"),
        (Article(title="t", text="A bridge fell.", agency="upi"), "United Press International"),
        (Article(title="t", text="A bridge fell.", source="Yonhap News Agency"), "Yonhap"),
        (
            Article(title="t", text="A bridge fell.", authors=("The Associated Press",)),
            "Associated Press",
        ),
        (Article(title="t", text="A bridge fell, the mayor said. AFP"), "AFP"),
        (
            Article(
                title="t",
                text="It fell.\nCopyright 2026 The Associated Press. All rights reserved.",
            ),
            "Associated Press",
        ),
        (
            Article(title="t", text="It fell.\nBy Oda Lind, The Associated Press"),
            "Associated Press",
        ),
        (
            Article(title="t", text="It fell.\nAssociated Press writer Oda Lind contributed."),
            "Associated Press",
        ),
        (
            Article(title="t", text="It fell. (Reporting by Oda Lind; Editing by Pete Rudge)"),
            "Reuters",
        ),
        (Article(title="t", text="Image copyright AFP/Getty\nA bridge fell in the night."), ""),
        (
            Article(
                title="t", text="Papers seen by The Associated Press, the mayor's own, say so."
            ),
            "",
        ),
        (Article(title="t", text="A bridge fell, according to Reuters."), ""),
        (Article(title="t", text='"It fell," the mayor told Reuters.'), ""),
        (Article(title="t", text="The Associated Press contributed to this report."), ""),
        (Article(title="t", text="The Palestinian Authority (PA) said so."), ""),
        (Article(title="t", text="An app (iOS) to tap maps fell."), ""),
    ],
)
def test_agency_credits(article, agency):
    """An agency's own credit, byline or field names it; being quoted or thanked does not."""
    assert agency_of(article) == agency


def test_a_pictures_agency_did_not_write_the_article():
    """The agency in a caption's credit is no origin."""
    text = (
        "Foto: Oda Lind/dpa\n\nDie Brücke in Marl ist seit Montag gesperrt, teilte die Stadt mit."
    )
    assert agency_of(label(Article(title="t", text=text))) == ""


@pytest.mark.parametrize(
    "pair", list(pairs()), ids=lambda pair: f"{pair.kind}: {pair.one.title[:20]}"
)
def test_pairs_of_which_it_is_known_who_copies_whom(pair):
    """Copies, cut-down and rewritten ones and versions of one address are told from reports."""
    assert told_apart(pair) == (pair.copies, pair.one_origin)


def test_short_texts_that_share_an_official_phrase_are_no_copies():
    """Ten words in common are no copying, however short the texts."""
    phrase = "charged with nine counts of fraud by the county court of Marl"
    one = Article(title="a", text=f"Pete Rudge was {phrase}, his lawyer said at noon on Tuesday.")
    two = Article(
        title="b", text=f"A bridge engineer {phrase} has gone to ground, a paper reports."
    )
    assert near_copies([one, two], [(0, 1)]) == ()


def test_one_agency_is_one_origin():
    """Papers that print one agency's dispatches are one origin, a reporter of one's own another."""
    articles = [
        Article(title="a", text="MARL (AP) — " + DISPATCH[:200], source="Star"),
        Article(title="b", text="MARL (AP) — " + OTHER, source="Gazette"),
        Article(title="c", text="Our reporter saw it all at first hand.", source="Ledger"),
    ]
    found = origins(articles, [])
    assert [(o.name, len(o.articles)) for o in found] == [("Associated Press", 2), ("Ledger", 1)]
    assert found[0].articles[0].source == "Gazette"


def test_an_outlet_does_not_confirm_itself():
    """Two articles of one named source are one origin; two of no named source are two."""
    for source, count in (("Star", 1), ("", 2)):
        articles = [Article(title=t, text=t * 9, source=source) for t in ("a", "b")]
        assert len(origins(articles, [])) == count


def test_copies_are_one_origin_and_one_text():
    """A story counts near copies as one text and one origin, the fullest article first."""
    (story,) = group(
        [
            Article(title="Marl shuts cattle bridge", text=DISPATCH, source="Star"),
            Article(title="Marl cattle bridge closes", text=DISPATCH[:240], source="Gazette"),
            Article(title="Marl bridge: boats for walkers", text=OTHER, source="Ledger"),
        ]
    )
    assert len(story.articles) == 3
    assert story.texts == 2
    assert [len(origin.articles) for origin in story.origins] == [2, 1]
    assert story.origins[0].articles[0].source == "Star"
    assert len(story.copies) == 1
