"""A month of briefs as a folder holds them, made up: some stories last a day, some go on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from briefs.model import Article, Block, Brief, Citation, Counts, Item, Origin, Point, Story, Thread
from briefs.rendering.html import render_html
from briefs.rendering.json import render_json
from briefs.rendering.markdown import render_markdown

FIRST = date(2026, 2, 20)
DAYS = 30
OUTLETS = ("The Harbour Gazette", "Norden", "Evening Star", "Atlas Business Daily", "Radio Six")

# A story, the days it is told (from 0), its headline, and what is said of it; `{}` grows with
# the days, so that no two say the same.
STORIES = (
    (
        "ferry",
        range(18, 26),
        "Ferry inquiry hears witness {} on the night off Skarholm",
        "Witness number {} told the inquiry that the lorries had come loose before the ferry fell.",
        "The owner of the ferry has paid for {} days of hearings and says it will pay for more.",
    ),
    (
        "talks",
        range(2, 30, 2),
        "Round {} of the border talks ends without a signature",
        "Velmark and Marovia left round {} of their talks on the border without signing.",
        "A spokesman said that {} of the open questions were about fishing.",
    ),
    (
        "strike",
        range(26, 30),
        "Castlemoor tram strike enters its day {}",
        "Some 3,400 tram and bus drivers stayed away from work in Castlemoor on day {}.",
        "The city has hired {} coaches to bring pupils to school.",
    ),
    (
        "dam",
        (5, 6, 20),
        "Court hears expert {} on the dam of Ashby Vale",
        "Expert number {} told the court that the wall of the dam had been wet for years.",
        "The prosecution has named {} letters that warned of it.",
    ),
    (
        "vaccine",
        range(27, 30),
        "Malaria vaccine reaches district {} of the north",
        "Nurses began to vaccinate children in district {} of the twelve on the northern plain.",
        "They carried the doses for {} kilometres on foot where the road was flooded.",
    ),
)
ALONE = (
    ("Library number {} opens on a bus",
     "The county has sent its {}. book bus to villages that have no library of their own.",
     "It carries three thousand books and stops for {} minutes in each village."),
    ("Bank of Velmark moves its rate for the {}. time",
     "The Bank of Velmark moved its key rate by a quarter of a point, the {}. move in six years.",
     "Of the economists who were asked, {} had expected it."),
    ("Lighthouse {} of the coast goes dark for good",
     "The {}. lighthouse of the western coast was switched off on a windy evening.",
     "Its last keeper had served there for {} winters."),
    ("Scientists count {} new beetles in the caves of Holm",
     "A party of scientists has found {} kinds of beetle that nobody had described.",
     "The caves were closed to visitors for {} weeks while they counted."),
    ("Storm takes the roofs of {} houses in Torvik",
     "A storm took the roofs of {} houses in Torvik and left the harbour without power.",
     "The harbour master measured waves of {} feet at the mole."),
    ("Museum returns {} bronze bells to Marovia",
     "The museum of Castlemoor has returned {} bronze bells that were taken a century ago.",
     "They travelled in {} crates lined with felt."),
)  # fmt: skip


def write_month(folder: Path, days: int = DAYS, *, site: str = "https://news.example") -> None:
    """The first so many days of the month, each as Markdown, JSON and page."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(days):
        write_day(folder, number, site=site)


def write_day(folder: Path, number: int, *, site: str = "https://news.example") -> None:
    """One day of the month, as `briefs run` leaves it. Without `site`, articles have no address."""
    brief = made_day(number, site)
    stem = folder / f"brief-{brief.date}"
    markdown = render_markdown(brief)
    stem.with_suffix(".md").write_text(markdown, "utf-8")
    stem.with_suffix(".json").write_text(render_json(brief), "utf-8")
    stem.with_suffix(".html").write_text(render_html(markdown, brief.sources), "utf-8")


def thread_of(name: str) -> Thread:
    """The thread of one of the stories that go on, as it begins."""
    (when,) = (when for each, when, *_ in STORIES if each == name)
    return Thread.begun(FIRST + timedelta(when[0]), name)


def made_day(number: int, site: str) -> Brief:
    """The brief of a day."""
    day = FIRST + timedelta(number)
    items = []
    for at, (name, form, told) in enumerate(_stories(number)):
        thread = thread_of(name) if name else Thread.begun(day, form)
        thread = replace(thread, developing=thread.since < day)
        items.append(_item(form, told, day, at, site, thread))
    shown = tuple(items[:5])
    short = tuple(Item(item.story, item.points[:1]) for item in items[5:])
    sources = tuple(dict.fromkeys(p.quote.article for i in (*shown, *short) for p in i.points))
    count = len(items) * 2
    counts = Counts(count, count, 0, count, count, len(OUTLETS), len(items), 400)
    return Brief("Daily brief", day, shown, short, sources, (), counts)


def _stories(number: int) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for thread, when, headline, *told in STORIES:
        if number in when:
            turn = list(when).index(number)
            yield thread, headline.format(1 + turn), _filled(told, 1 + turn)
    for at, (headline, *told) in enumerate(ALONE):
        if (number + at) % 7:  # a quiet day now and then
            yield "", headline.format(number * 3 + at + 2), _filled(told, number + at + 2)


def _filled(told: list[str], number: int) -> tuple[str, str]:
    first, second = (sentence.format(number) for sentence in told)
    return first, second


def _item(
    headline: str, told: tuple[str, str], day: date, at: int, site: str, thread: Thread
) -> Item:
    articles = []
    for turn, sentence in enumerate(told):
        outlet = OUTLETS[(at + turn + day.day) % len(OUTLETS)]
        name = outlet.lower().replace(" ", "-")
        rest = "Nobody else was willing to speak about it.\nMore is expected in the coming days."
        text = f"{sentence} {rest}"
        cut = len(sentence) + 1 + rest.index("\n")
        blocks = (Block(0, cut, "paragraph"), Block(cut + 1, len(text), "paragraph"))
        url = f"{site}/{name}/{day}/{at}" if site else ""
        articles.append(
            Article(
                headline if not turn else f"{headline}: what is known",
                text, outlet, url, day, language="en", blocks=blocks,
                paths=(f"{name}/{day}-{at}.txt",),
            )
        )  # fmt: skip
    origins = tuple(Origin(article.source, (article,)) for article in articles)
    story = Story(tuple(articles), origins, headline, 2.0 - at / 10, articles[0], thread=thread)
    points = tuple(
        Point(Citation(article, 0, len(sentence)))
        for article, sentence in zip(articles, told, strict=True)
    )
    return Item(story, points)
