"""Which articles of a story tell the headline's event."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.config import Options
from briefs.model import Article, Origin, Story
from briefs.stories import group, why
from briefs.stories.events import _likeness, _opening, main_event
from briefs.stories.terms import describe
from briefs.stories.terms import rarity as rarity_of

CAPTURE = Article(
    title="Eleven trawlermen of the Marigold held at sea by the Orlan coast guard",
    text="The Orlan coast guard stopped the trawler Marigold on Monday and took its eleven men to "
    "the port of Drevnik at gunpoint. Orlan says the Marigold was fishing in its waters; the "
    "owners in Halmouth say she was two miles outside. The boat was towed in before noon.",
    source="Halmouth Gazette",
)
CAPTURE_TOO = Article(
    title="Trawler Marigold seized by Orlan, eleven men held",
    text="Orlan has seized the Halmouth trawler Marigold and taken its eleven men at gunpoint to "
    "the port of Drevnik, the coast guard said on Monday. The boat was fishing in Orlan's waters, "
    "it said. The owners say she was outside and was towed in against all law.",
    source="Northern Ledger",
)
VERDICT = Article(
    title="Review blames late radio calls for loss of the Marigold",
    text="Late radio calls and an old chart let the Marigold drift towards Orlan, a review ordered "
    "by the ministry of fisheries found on Friday. It asks for new transponders and for training "
    "of every skipper. The union called the report of Judge Amory fair.",
    source="Evening Star",
)
RELEASE = Article(
    title="Crew of the Marigold lands in Halmouth to bells and flags",
    text="Families wept on the quay at Halmouth on Thursday as a grey ferry brought home the crew "
    "of the Marigold after six weeks. Mayor Ellen Stroud spoke; a band played. Orlan had dropped "
    "the charges in return for a fee that nobody would name.",
    source="Atlas Wire",
)
ALIKE = [1.0, 1.0, 1.0, 1.0]


def rarity(articles: list[Article]) -> dict[str, float]:
    return rarity_of([describe(article) for article in articles], {})


def story(*articles: Article, core: tuple[Article, ...] = ()) -> Story:
    return Story(
        articles=articles,
        origins=(
            Origin(articles[0].source, articles[:2]),
            *(Origin(a.source, (a,)) for a in articles[2:]),
        ),
        headline=articles[0].title,
        weight=1.0,
        headline_article=articles[0],
        copies=(articles[:2],),
        core=core,
    )


def test_reports_of_one_day_of_an_affair_are_its_main_event() -> None:
    """Two reports of the capture are one event; the release and the review are others."""
    articles = [RELEASE, CAPTURE, VERDICT, CAPTURE_TOO]
    assert main_event(articles, ALIKE, rarity(articles)) == [1, 3]


def test_of_events_told_alike_the_newest_is_the_main_one() -> None:
    """Of a capture and a release, one report each, the later published is what is told."""
    old, new = (
        replace(CAPTURE, published=date(2026, 3, 2)),
        replace(RELEASE, published=date(2026, 3, 9)),
    )
    assert main_event([old, new], ALIKE[:2], rarity([old, new])) == [1]
    assert main_event([new, old], ALIKE[:2], rarity([old, new])) == [0]


def test_other_weekdays_speak_against_one_event() -> None:
    """Of two reports alike in everything, those that name different weekdays are less alike."""
    text = "A gas main burst in Tollan Street {} and two homes were emptied. Nobody was hurt."
    titles = "Gas main bursts in Tollan Street", "Homes emptied after a burst main"
    same = [
        Article(title=t, text=text.format(d))
        for t, d in zip(titles, ["on Monday", "late on Monday"], strict=True)
    ]
    other = [
        Article(title=t, text=text.format(d))
        for t, d in zip(titles, ["on Monday", "late on Friday"], strict=True)
    ]
    alike = [_likeness([_opening(a) for a in pair], rarity(pair))[0][1] for pair in (same, other)]
    assert alike[0] > alike[1]


def test_figures_of_their_own_make_two_events_of_one_day() -> None:
    """Two tremors of a Wednesday, with other times and magnitudes, are less alike than one."""
    text = (
        "A tremor of magnitude {} shook the Orlan coast on Wednesday at {} local time. It was felt "
        "in Drevnik and Halmouth, {} kilometres away, and lasted ten seconds."
    )
    night = Article(title="Tremor shakes Orlan coast", text=text.format("5.8", "23:49", "32.6"))
    again = replace(night, title="Orlan coast shaken by tremor")
    morning = Article(title="Orlan coast shaken", text=text.format("6.5", "04:32", "28.4"))
    one, two = (
        _likeness([_opening(a) for a in pair], rarity([night, again, morning]))[0][1]
        for pair in ([night, again], [night, morning])
    )
    assert two < one - 0.15


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tremor of 5.8 shakes coast", "Tremor of 6.5 shakes coast"),
        ("Two die in Kenya helicopter crash", "Two die in Peru helicopter crash"),
        ("Two die in helicopter crash", "Army mourns its pilots"),
    ],
)
def test_two_titles_that_do_not_bear_each_other_out_speak_against_one_event(one, other) -> None:
    """Other figures, other countries, or hardly a word in common: of two articles no more."""
    text = "A helicopter of the army went down in the hills and two of its crew died."
    pair = [Article(title=one, text=text), Article(title=other, text=text)]
    same = [pair[0], replace(pair[0], source="Another")]
    third = Article(title="Crash of army helicopter", text=text)

    def alike(articles: list[Article]) -> float:
        return _likeness([_opening(a) for a in articles], rarity([*pair, third]))[0][1]

    assert alike(pair) < alike(same) - 0.1


def test_headline_and_core_come_from_one_event() -> None:
    """A story's headline is of an article of its core, and copies come with the one they copy."""
    copy = replace(
        CAPTURE, source="Port Courier", title="Held at gunpoint: the men of the Marigold"
    )
    for found in group([CAPTURE, CAPTURE_TOO, copy, VERDICT, RELEASE]):
        told = found.event
        assert found.headline_article in told.articles
        assert sum(len(origin.articles) for origin in told.origins) == len(told.articles)
        assert all(set(copies) <= set(told.articles) for copies in told.copies)


def test_event_keeps_origins_and_copies_of_the_core_only() -> None:
    """The narrowed story holds the core's articles, in order, and no empty origin or set."""
    whole = story(CAPTURE, CAPTURE_TOO, VERDICT, RELEASE, core=(CAPTURE_TOO, RELEASE))
    told = whole.event
    assert told.articles == (CAPTURE_TOO, RELEASE)
    assert [origin.articles for origin in told.origins] == [(CAPTURE_TOO,), (RELEASE,)]
    assert told.copies == ()
    assert told.event is told
    assert story(CAPTURE, CAPTURE_TOO).event == story(CAPTURE, CAPTURE_TOO)


@given(st.permutations([CAPTURE, CAPTURE_TOO, VERDICT, RELEASE]))
def test_order_changes_no_event(articles: list[Article]) -> None:
    """The main event is the same articles whatever order they come in."""
    found = main_event(articles, ALIKE, rarity(articles))
    assert {articles[k] for k in found} == {CAPTURE, CAPTURE_TOO}


def test_articles_without_words_are_an_event_each() -> None:
    """Empty articles give one of them and no error."""
    empty = [Article(title="", text=""), Article(title="", text=" ", source="B")]
    assert len(main_event(empty, ALIKE[:2], {})) == 1


def test_why_tells_two_events_of_one_story() -> None:
    """Asked about the capture and the review, it says that one story holds both events."""
    pile = [CAPTURE, CAPTURE_TOO, VERDICT, RELEASE]
    line = "two events of it: only the headline's is printed"
    assert line in why(pile, CAPTURE, VERDICT, Options())
    assert line not in why(pile, CAPTURE, CAPTURE_TOO, Options())


def test_reasons_count_texts_of_other_events() -> None:
    """A story's reasons say how many of its texts tell another event than the headline."""
    (found,) = group([CAPTURE, CAPTURE_TOO, VERDICT, RELEASE])
    assert "texts that tell another event of it: 2" in found.reasons
    assert set(found.core) == {CAPTURE, CAPTURE_TOO}
