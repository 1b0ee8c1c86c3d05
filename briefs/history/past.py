"""The memory of a folder of briefs: its `brief-<date>.json` files, and nothing beside them."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from briefs.errors import UsageError
from briefs.model import Brief, Problem, Thread
from briefs.rendering.json import render_json
from briefs.stories.versions import canonical

_NAME = re.compile(r"brief-(\d{4}-\d\d-\d\d)\.json")
_THREAD = re.compile(r"[0-9a-f]{8}")
# A story that rests longer begins anew.
_WINDOW = timedelta(days=60)
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Told:
    """A story as the brief of `day` told it.

    `sentences` were printed; `passed_over` stood in its articles too. `articles` are their ids,
    `addresses` where they stood.
    """

    day: date
    thread: Thread
    headline: str
    sentences: tuple[str, ...]
    passed_over: tuple[str, ...]
    articles: frozenset[str]
    addresses: frozenset[str]
    language: str


def read_history(folder: Path, before: date) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """What the briefs of the sixty days before a day told, oldest first; and unusable files.

    A folder that is not there yet is an empty history. Raises UsageError if it cannot be read.
    """
    told: list[Told] = []
    problems: list[Problem] = []
    for day, path in _files(folder, before):
        try:
            told += _stories(_record(path), day)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
            said = f"is no brief of that day ({type(error).__name__}); what it told is not known"
            problems.append(Problem(path.name, "not-a-brief", said))
    return tuple(told), tuple(problems)


def remember(brief: Brief) -> tuple[Told, ...]:
    """What a brief told: the same as if its JSON were read back. Nothing if it has no date."""
    return tuple(_stories(json.loads(render_json(brief)), brief.date)) if brief.date else ()


def last_brief(folder: Path, before: date) -> date | None:
    """The day of the newest brief before a day. Raises UsageError if the folder cannot be read."""
    return max((day for day, _ in _files(folder, before)), default=None)


def _files(folder: Path, before: date) -> list[tuple[date, Path]]:
    """The files that are called briefs of the sixty days before a day, oldest first."""
    try:
        named = [(_NAME.fullmatch(path.name), path) for path in sorted(folder.iterdir())]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UsageError(
            f"cannot read the earlier briefs in {os.fspath(folder)!r}: {error.strerror} "
            "(it should be a folder)"
        ) from None
    days = [(_day(match[1]), path) for match, path in named if match]
    return [(day, path) for day, path in days if day and before - _WINDOW <= day < before]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _record(path: Path) -> Any:
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        raise ValueError("it is no file, or too large")
    return json.loads(path.read_bytes())


def _stories(record: Mapping[str, Any], day: date) -> list[Told]:
    """The stories of one brief. Raises one of many errors if `record` is something else."""
    if record["generator"] != "briefs" or record["date"] != day.isoformat():
        raise ValueError("it is not the brief of that day")
    articles = {each["id"]: each for each in (*record["sources"], *record["unused"])}
    return [_story(item, articles, day) for item in (*record["items"], *record["in_brief"])]


def _story(item: Mapping[str, Any], articles: Mapping[str, Any], day: date) -> Told:
    headline = str(item["headline"])
    ours = [articles[name] for name in item["articles"]]
    return Told(
        day=day,
        thread=_thread(item) or Thread.begun(day, headline),
        headline=headline,
        sentences=tuple(str(each["text"]) for each in (*item["sentences"], *item["figures"])),
        passed_over=tuple(str(each["text"]) for each in item["left_out"]),
        articles=frozenset(str(each["id"]) for each in ours),
        addresses=frozenset(canonical(str(each["url"])) for each in ours if each["url"]),
        language=str(articles[item["headline_article"]]["language"]) or "en",
    )


def _thread(item: Mapping[str, Any]) -> Thread | None:
    """The thread a brief gave its story; None if it was made before briefs had any."""
    name, since = item.get("thread"), item.get("since")
    if not (isinstance(name, str) and _THREAD.fullmatch(name) and isinstance(since, str)):
        return None
    return Thread(name, date.fromisoformat(since), item.get("status") == "developing")
