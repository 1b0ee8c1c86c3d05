"""The briefs of a folder, as far as a site tells of them: one `Day` for each `brief-<date>.json`.

Beside the JSON stand the same brief as Markdown and as a page with its sources. Of these only the
names of the places in the page are kept, so that a folder of years fits into memory.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefs.model import Problem
from briefs.output import is_brief
from briefs.page.words import Words, words_of
from briefs.rendering.evidence import anchor
from briefs.rendering.html import render_html

_NAME = re.compile(r"brief-(\d{4}-\d\d-\d\d)\.json")
_PLACE = re.compile(r'<(?:mark|span|p)[^<>]* id="([0-9a-f]{8}-\d{1,9}-\d{1,9})"')
_LANGUAGE = re.compile(r'<html lang="([a-z]{2})">')
_THREAD = re.compile(r"[0-9a-f]{8}")
_HEAD = 10_000


@dataclass(frozen=True, slots=True)
class Quote:
    """A printed sentence and who wrote it. `place` names the mark in the day's page, or is empty.

    `language` is the article's; `address` is http or https, or empty.
    """

    text: str
    source: str
    language: str
    address: str
    place: str


@dataclass(frozen=True, slots=True)
class Told:
    """A story as one day told it; `name` is that of its element in the day's page.

    `thread` is the same for all days of a continuing story, empty where there is none.
    """

    name: str
    headline: str
    thread: str
    quotes: tuple[Quote, ...]
    figures: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One brief. `stem` is the path of its files but for the ending."""

    day: date
    title: str
    words: Words
    stem: Path
    counts: Mapping[str, int]
    items: tuple[Told, ...]
    in_brief: tuple[Told, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """Every story of the day, in the order of the page."""
        return (*self.items, *self.in_brief)

    @property
    def page(self) -> str:
        """The brief as a web page: as it was written, else made of the Markdown."""
        return page_of(self.stem)

    @property
    def markdown(self) -> str:
        """The brief as Markdown; empty if it is not there."""
        path = self.stem.with_suffix(".md")
        return path.read_text("utf-8") if path.is_file() else ""


def read_days(folder: Path) -> tuple[tuple[Day, ...], tuple[Problem, ...]]:
    """The days of a folder, oldest first, and what of it cannot be published. Never recursive.

    Raises OSError if the folder cannot be read.
    """
    days: list[Day] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()):
        match = _NAME.fullmatch(path.name)
        if not match:
            continue
        try:
            days.append(_day(path, date.fromisoformat(match[1])))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
            said = "not-a-brief", f"left out of the site: {type(error).__name__}: {error}"
            problems.append(Problem(path.name, *said))
    return tuple(days), tuple(problems)


def page_of(stem: Path) -> str:
    """The page beside a brief's JSON. Raises ValueError if there is neither page nor Markdown."""
    path = stem.with_suffix(".html")
    if path.is_file():
        data = path.read_bytes()
        if not is_brief(data):
            raise ValueError(f"{path.name} is not a page that briefs wrote")
        return data.decode("utf-8")
    path = stem.with_suffix(".md")
    if path.is_file():
        return render_html(path.read_text("utf-8"))
    raise ValueError(f"{stem.name}.html is not beside it")


def _day(path: Path, day: date) -> Day:
    record = json.loads(path.read_bytes())
    if record["generator"] != "briefs" or record["date"] != day.isoformat():
        raise ValueError("it is not the brief of that day")
    stem = path.with_suffix("")
    page = page_of(stem)
    places = frozenset(_PLACE.findall(page))
    language = _LANGUAGE.search(page, 0, _HEAD)
    articles = {article["id"]: article for article in record["sources"]}
    return Day(
        day=day,
        title=str(record["title"]),
        words=words_of(language[1] if language else ""),
        stem=stem,
        counts={str(key): int(value) for key, value in record["counts"].items()},
        items=tuple(_told(record["items"], "story", articles, places)),
        in_brief=tuple(_told(record["in_brief"], "brief", articles, places)),
    )


def _told(
    items: list[dict[str, Any]],
    kind: str,
    articles: Mapping[str, Mapping[str, Any]],
    places: frozenset[str],
) -> Iterator[Told]:
    for number, item in enumerate(items, 1):
        thread = item.get("thread") or ""
        yield Told(
            name=f"{kind}-{number}",
            headline=str(item["headline"]),
            thread=thread if _THREAD.fullmatch(thread) else "",
            quotes=tuple(_quote(each, articles, places) for each in item["sentences"]),
            figures=tuple(_quote(each, articles, places) for each in item["figures"]),
        )


def _quote(
    sentence: Mapping[str, Any],
    articles: Mapping[str, Mapping[str, Any]],
    places: frozenset[str],
) -> Quote:
    article = articles[sentence["article"]]
    place = anchor(sentence["article"], int(sentence["start"]), int(sentence["end"]))
    address = str(article["url"])
    return Quote(
        text=str(sentence["text"]),
        source=str(article["source"]),
        language=str(article["language"]),
        address=address if address.lower().startswith(("http://", "https://")) else "",
        place=place if place in places else "",
    )
