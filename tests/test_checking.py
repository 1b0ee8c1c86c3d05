"""`check` proves a true brief and finds what is false in any other."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefs.checking import check_brief, visible_texts
from briefs.model import Article, Brief, Citation, Counts, Item, Origin, Point, Story
from briefs.rendering.markdown import render_markdown

LEAD = (
    "The harbour council of Westhaven approved a new breakwater on Monday after two winters of "
    "flooding in the lower town."
)
SAME = (
    "After two winters of flooding in the lower town, Westhaven's harbour council on Monday "
    "approved the new breakwater."
)
OTHER = "Ferries to the islands will keep their timetable, the operator said."
QUOTE = (
    "“We have waited long enough for this,” Mayor Ingrid Halvorsen told reporters & guests [sic]."
)

GAZETTE = Article(
    title="Council approves breakwater for Westhaven",
    text=f"{LEAD} {QUOTE}\n{OTHER}",
    source="Harbour Gazette",
    url="https://gazette.example/breakwater",
    published=date(2026, 3, 10),
    paths=("gazette/a.txt",),
)
STAR = Article(
    title="Westhaven says yes",
    text=f"Late edition\n{SAME}",
    source="Evening Star",
    published=date(2026, 3, 9),
    paths=("star/b.html",),
)
ARTICLES = (GAZETTE, STAR)


def at(article: Article, text: str) -> Citation:
    start = article.text.index(text)
    return Citation(article, start, start + len(text))


def brief(also: Citation | None = None) -> Brief:
    story = Story(
        ARTICLES,
        (Origin("Harbour Gazette", (GAZETTE,)), Origin("Evening Star", (STAR,))),
        GAZETTE.title,
        1.0,
        GAZETTE,
    )
    points = (Point(at(GAZETTE, LEAD), (also or at(STAR, SAME),)), Point(at(GAZETTE, QUOTE)))
    words = len(f"{GAZETTE.title} {LEAD} {QUOTE}".split())
    counts = Counts(2, 2, 0, 2, 2, 2, 1, words)
    return Brief("Daily brief", date(2026, 3, 10), (Item(story, points),), (), ARTICLES, (), counts)


MARKDOWN = render_markdown(brief())


def codes(markdown: str, articles: Sequence[Article] = ARTICLES) -> list[str]:
    return [finding.code for finding in check_brief(markdown, articles)]


def test_a_true_brief_is_proved() -> None:
    """What briefs wrote and nobody touched has no finding, whoever asks."""
    assert check_brief(MARKDOWN, ARTICLES) == ()
    assert check_brief(MARKDOWN, ARTICLES[::-1]) == ()
    based = replace(brief(), articles_base="../some where/today")
    assert check_brief(render_markdown(based), ARTICLES) == ()


def test_every_changed_letter_of_a_sentence_is_found() -> None:
    """Change any one character of a printed sentence: it is false, and the place is named."""
    start = MARKDOWN.index(LEAD)
    line = MARKDOWN[:start].count("\n") + 1
    for position in range(start, start + len(LEAD)):
        letter = "x" if MARKDOWN[position] != "x" else "y"
        changed = MARKDOWN[:position] + letter + MARKDOWN[position + 1 :]
        (finding,) = check_brief(changed, ARTICLES)
        assert (finding.code, finding.severity) == ("altered", "false")
        assert finding.place == f"line {line}, sentence 1"
        assert f"at character {position - start + 1} of the sentence" in finding.message


def test_a_finding_reads_as_one_line() -> None:
    """Place, kind, code and the difference, ready to print."""
    (finding,) = check_brief(MARKDOWN.replace("flooding", "floodinq", 1), ARTICLES)
    differs = LEAD.index("flooding") + 8
    assert str(finding) == (
        "line 19, sentence 1: false[altered]: “…o winters of floodinq in the lower town.…” is "
        f"printed, article {GAZETTE.id} says “…o winters of flooding in the lower town.…”: "
        f"they differ at character {differs} of the sentence"
    )


@pytest.mark.parametrize(
    ("code", "edit"),
    [
        ("altered", lambda text: text.replace(" 0-117", " 1-117")),
        ("altered", lambda text: text.replace(" 0-117", " 0-9999")),
        ("altered", lambda text: text.replace(" 0-117", " 900-999")),
        ("uncited", lambda text: text.replace(" [[1]][s1b]", "")),
        ("uncited", lambda text: text.replace("[s1b]: <", "[s1z]: <")),
        (
            "also-unknown",
            lambda text: text.replace(STAR.id, "01234567").replace("b.html", "c.html"),
        ),
        ("headline", lambda text: text.replace("## Council approves", "## Mayor rejects")),
        ("source-line", lambda text: text.replace("*Harbour Gazette ·", "*Harbour Times ·")),
        ("source-line", lambda text: text.replace("Star (9 Mar)", "Star (8 Mar)")),
        ("label", lambda text: text.replace('"Harbour Gazette, 10', '"Harbour Gazette, 11')),
        ("address", lambda text: text.replace("breakwater#", "other#")),
        ("address", lambda text: text.replace("text=The%20harbour", "text=A%20harbour")),
        ("source", lambda text: text.replace("1. Harbour Gazette,", "1. Harbor Gazette,")),
        ("source", lambda text: text.replace("[Westhaven says yes]", "[Westhaven says no]")),
        ("source", lambda text: text.replace("[a1]: <https", "[a1]: <http")),
        ("source-missing", lambda text: text.replace("2. Evening", "3. Evening")),
        ("source-uncited", lambda text: text.replace(" (also [[2]][s2])", "")),
        ("number", lambda text: text.replace("[[2]][s2]", "[[1]][s2]")),
        ("count", lambda text: text.replace("articles: 2", "articles: 3")),
        ("count", lambda text: text.replace("texts: 2", "texts: 9")),
        ("count", lambda text: text.replace("\nsources: 2", "\nsources: 3")),
        ("count", lambda text: text.replace("stories: 1\n", "")),
        ("date-line", lambda text: text.replace("Tuesday 10", "Monday 10")),
        ("date-line", lambda text: text.replace("· 2 sources", "· 12 sources")),
        ("date-line", lambda text: text.replace("1-minute", "9-minute")),
        ("stray", lambda text: text.replace("\n## Sources", "\nAll is well.\n\n## Sources")),
    ],
)
def test_false_statements_are_found(code: str, edit: Callable[[str], str]) -> None:
    """Each kind of untruth has its finding."""
    edited = edit(MARKDOWN)
    assert edited != MARKDOWN
    findings = check_brief(edited, ARTICLES)
    assert code in [finding.code for finding in findings]
    assert all(finding.severity == "false" for finding in findings)


def test_also_must_state_the_same() -> None:
    """A place that says something else does not support the sentence, nor one that is not there."""
    assert codes(render_markdown(brief(also=at(STAR, "Late edition")))) == ["also-unlike"]
    assert codes(render_markdown(brief(also=Citation(STAR, 900, 990)))) == ["also-unlike"]


def test_an_article_that_moved_is_a_warning() -> None:
    """Its address is the same and it still says so: true words from a changed article."""
    later = replace(GAZETTE, text=f"Updated at noon.\n{GAZETTE.text}")
    findings = check_brief(MARKDOWN, (later, replace(STAR, title="Yes")))
    assert [finding.severity for finding in findings] == ["moved"] * 3
    assert str(findings[0]).startswith("line 19, sentence 1: moved: article ")
    rewritten = replace(later, text=later.text.replace("approved", "rejected"))
    assert "unknown-article" in codes(MARKDOWN, (rewritten, STAR))


def test_the_second_witness_looks_at_the_raw_file(tmp_path: Path) -> None:
    """A sentence that our reading has but the file does not show is found."""
    (tmp_path / "gazette").mkdir()
    (tmp_path / "star").mkdir()
    file = tmp_path / "gazette" / "a.txt"
    file.write_text(GAZETTE.text)
    (tmp_path / "star" / "b.html").write_text(f"<p>Late edition<p>{SAME}")
    see = visible_texts([tmp_path], ARTICLES)
    assert check_brief(MARKDOWN, ARTICLES, see) == ()
    file.write_text(GAZETTE.text.replace("lower town", "upper town"))
    (finding,) = check_brief(MARKDOWN, ARTICLES, visible_texts([tmp_path], ARTICLES))
    assert finding.code == "not-in-file"
    file.unlink()
    assert check_brief(MARKDOWN, ARTICLES, visible_texts([tmp_path], ARTICLES)) == ()


def test_origins_are_those_of_the_event_under_the_printed_headline() -> None:
    """A story printed under another of its titles is checked by that article's event."""
    (whole,) = grouped((STAR,), (GAZETTE,))
    told = replace(whole, core=(STAR,), headings=((GAZETTE.title, GAZETTE),))
    found = [each.code for each in check_brief(MARKDOWN, ARTICLES, None, (told,))]
    assert found == ["origins"]
    alone = MARKDOWN.replace("2 independent origins", "single origin")
    assert check_brief(alone, ARTICLES, None, (told,)) == ()


def grouped(*origins: tuple[Article, ...]) -> tuple[Story, ...]:
    found = tuple(Origin(articles[0].source, articles) for articles in origins)
    articles = tuple(article for origin in found for article in origin.articles)
    return (Story(articles, found, articles[0].title, 1.0, articles[0]),)


@pytest.mark.parametrize(
    ("stories", "found"),
    [
        (grouped((GAZETTE,), (STAR,)), []),
        (grouped((GAZETTE, STAR)), ["origins", "also-own-origin"]),
        (grouped((GAZETTE,)) + grouped((STAR,)), ["story"]),
        ((replace(grouped((GAZETTE,), (STAR,))[0], copies=(ARTICLES,)),), ["count"]),
    ],
)
def test_origins_are_checked_against_the_articles_grouped_anew(
    stories: tuple[Story, ...], found: list[str]
) -> None:
    """Given the stories, origins, texts and who confirms whom must be as the page says."""
    assert [each.code for each in check_brief(MARKDOWN, ARTICLES, None, stories)] == found
