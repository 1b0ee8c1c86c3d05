"""Thirty days in a row, with and without a memory: python -m benchmarks history [FOLDER]

Composed from BRIEFS_DATA by a written rule. The ten MultiLing stories of ten articles go through
the days 1 to 30: article i (by its date, those without one last) of story k comes on day
3·i + k mod 3 + 1, each from an outlet of its own. It stays in the pile of the next day, as it does
in a feed, and comes back on the day after that as a reprint: at another paper and address, without
its last paragraph. Eight WCEP single articles a day are the other news.

Alike: a printed sentence that states what an earlier brief printed, or of which 70 % stands in one
with every number; these are to be read, for a development is told in words that are mostly known.
Retold: an item that cites what was cited before, or a reprint of it. Missed: a followed article
that the brief of its day neither cites nor has told before; of these "unmoved" by the memory, the
others by what the page is made of. Linked: a story is called developing; wrongly, if no earlier
brief told of its story. With FOLDER the briefs are kept there, to be read.
"""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.piles import rows
from briefs import Article, Brief, make_brief, render_json, render_markdown
from briefs.history import Told, read_history
from briefs.language import lexicon, rarity
from briefs.model import Item
from briefs.page.wording import printed
from briefs.selection.facts import contained, reader, same_fact

FIRST, DAYS, SINGLES = date(2026, 3, 1), 30, 8
_DATE = re.compile(r"(\w+) (\d{1,2}), (\d{4})")
_OUTLETS = "ABCDEFGHIJKL"

Pile = dict[date, list[Article]]


@dataclass
class Counts:
    """What an editor would hold against thirty briefs; `stories` and `linked` for scale."""

    stories: int = 0
    alike: list[str] = field(default_factory=list)
    retold: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    linked: int = 0
    wrongly: list[str] = field(default_factory=list)
    called_new: list[str] = field(default_factory=list)


def compose(data: Path) -> tuple[Pile, dict[str, str]]:
    """The articles of each day, and the story of each article by its id."""
    piles: Pile = {FIRST + timedelta(days=day): [] for day in range(DAYS)}
    stories: dict[str, str] = {}

    def put(article: Article, story: str, day: date) -> None:
        stories[article.id] = story
        if day in piles:
            piles[day].append(article)

    for number, row in enumerate(rows(data / "summaries/multiling2011-english.jsonl")):
        docs = sorted(row["docs"], key=lambda doc: _written(doc["date"]))
        for place, doc in enumerate(docs):
            day = FIRST + timedelta(days=3 * place + number % 3)
            article = _article(doc, f"{row['id']}-{place}", number + place, day)
            put(article, row["id"], day)
            put(article, row["id"], day + timedelta(days=1))
            again = day + timedelta(days=2)
            put(_reprint(article, number + place + 5, again), row["id"], again)
    for number, row in enumerate(rows(data / "summaries/wcep-single.jsonl")[: SINGLES * DAYS]):
        day = FIRST + timedelta(days=number // SINGLES)
        put(_article(row["docs"][0], f"single-{number}", number, day), row["id"], day)
    return piles, stories


def _written(text: str) -> date:
    found = _DATE.search(text)
    return datetime.strptime(found[0], "%B %d, %Y").date() if found else date.max  # noqa: DTZ007


def _article(doc: dict[str, str], name: str, number: int, day: date) -> Article:
    outlet = _OUTLETS[number % len(_OUTLETS)]
    return Article(
        title=doc["title"],
        text=doc["text"],
        source=f"Outlet {outlet}",
        url=f"https://{outlet.lower()}.example/{name}",
        published=day,
        language="en",
    )


def _reprint(article: Article, number: int, day: date) -> Article:
    outlet = _OUTLETS[number % len(_OUTLETS)]
    paragraphs = article.text.split("\n")
    return replace(
        article,
        text="\n".join(paragraphs[:-1] if len(paragraphs) > 2 else paragraphs),
        source=f"Outlet {outlet}",
        url=f"https://{outlet.lower()}.example/again/{article.id}",
        published=day,
    )


def run(piles: Pile, folder: Path, *, remembers: bool) -> list[Brief]:
    """The briefs of the days, each with the memory of those before it, which are in `folder`."""
    briefs = []
    for day, articles in piles.items():
        past: Sequence[Told] = read_history(folder, day)[0] if remembers else ()
        brief = make_brief(articles, date=day, past=past)
        (folder / f"brief-{day}.json").write_text(render_json(brief), "utf-8")
        (folder / f"brief-{day}.md").write_text(render_markdown(brief), "utf-8")
        briefs.append(brief)
    return briefs


def count(briefs: Sequence[Brief], piles: Pile, stories: dict[str, str]) -> Counts:
    """What an editor who remembers everything would say."""
    read = reader(lexicon("en"), partial(rarity, language="en"))
    counts = Counts()
    said: list[tuple[str, date | None]] = []
    cited: dict[str, date | None] = {}
    told: set[str] = set()
    for brief in briefs:
        items = (*brief.items, *brief.in_brief)
        today: list[str] = []
        for item in items:
            story = _story(item, stories)
            counts.stories += 1
            for point in (*item.points, *item.figures):
                text = point.quote.text
                ours = read(text)
                for earlier, day in said:
                    theirs = read(earlier)
                    if same_fact(ours, theirs) or (
                        contained(ours, theirs) >= 0.7 and ours.numbers <= theirs.numbers
                    ):
                        counts.alike.append(f"{brief.date} {text!r}\n    {day} {earlier!r}")
                        break
                today.append(text)
            articles = [point.quote.article for point in item.points]
            if any(_first(a) in cited for a in articles):
                counts.retold.append(f"{brief.date} {item.story.headline}")
            developing = bool(item.story.thread and item.story.thread.developing)
            counts.linked += developing
            if developing and story not in told:
                counts.wrongly.append(f"{brief.date} {item.story.headline}")
            if not developing and story in told:
                counts.called_new.append(f"{brief.date} {item.story.headline}")
        for item in items:
            told.add(_story(item, stories))
            cited.update((_first(citation.article), brief.date) for citation in printed(item))
        said += [(text, brief.date) for text in today]
        reasons = {unused.article.id: unused.reason for unused in brief.unused}
        for article in piles[brief.date or FIRST]:
            followed = article.published == brief.date and "-" in article.url
            fresh = "/again/" not in article.url and "/single-" not in article.url
            if followed and fresh and article.id not in cited:
                why = reasons.get(article.id, "")
                counts.missed.append(f"{brief.date} {article.title}: {why}")
    return counts


def _first(article: Article) -> str:
    """The id of an article, of a reprint that of its original."""
    return article.url.partition("/again/")[2] or article.id


def _story(item: Item, stories: dict[str, str]) -> str:
    return stories[item.story.headline_article.id]


def main() -> None:
    data = Path(os.environ["BRIEFS_DATA"])
    piles, stories = compose(data)
    print("                stories  alike  retold  missed  unmoved  linked  wrongly  called new")
    for name, remembers in (("without memory", False), ("with memory", True)):
        with TemporaryDirectory() as temporary:
            folder = Path(sys.argv[1] if remembers and len(sys.argv) > 1 else temporary)
            folder.mkdir(parents=True, exist_ok=True)
            counts = count(run(piles, folder, remembers=remembers), piles, stories)
        unmoved = sum("told on" in line or "nothing new" in line for line in counts.missed)
        print(
            f"{name:16}{counts.stories:7}{len(counts.alike):7}{len(counts.retold):8}"
            f"{len(counts.missed):8}{unmoved:9}{counts.linked:8}{len(counts.wrongly):9}"
            f"{len(counts.called_new):12}"
        )
    for head, lines in (
        ("alike", counts.alike),
        ("retold", counts.retold),
        ("missed", counts.missed),
        ("wrongly called developing", counts.wrongly),
        ("called new", counts.called_new),
    ):
        print(f"\n{head}:", *lines, sep="\n  ")


if __name__ == "__main__":
    main()
