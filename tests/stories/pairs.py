"""Pairs of articles, written for this project, of which it is known who copies whom.

Of each event `pairs.json` holds a dispatch, which parts of it a shorter copy keeps, a rewriting of
it (numbers stand for sentences of the dispatch taken over as they are), a report by somebody else,
one that has only the quotations in common, and what was added later.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefs.model import Article
from briefs.stories.copies import exact_key, near_copies
from briefs.stories.origins import origins
from briefs.stories.versions import versions

EVENTS = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
URL = "https://www.gazette.example/story?id={}"


@dataclass(frozen=True)
class Pair:
    """`copies`: one text in two articles; `one_origin`: not independent of one another."""

    kind: str
    one: Article
    other: Article
    copies: bool
    one_origin: bool


def pairs() -> Iterator[Pair]:
    """Six pairs of each event; copies are one text, and they and one agency's are one origin."""
    for number, event in enumerate(EVENTS):
        url = URL.format(number)
        first = _article(event, "title", event["dispatch"], "Harbour Gazette", url)
        for kind, title, part in (
            ("exact", "second_title", event["dispatch"]),
            ("cut", "second_title", event["cut"]),
            ("rewritten", "second_title", event["rewritten"]),
            ("independent", "third_title", event["independent"]),
            ("quoting", "third_title", event["quoting"]),
        ):
            same = title == "second_title"
            yield Pair(kind, first, _article(event, title, part, "Evening Star"), same, same)
        if number % 2:
            dispatch = (f"MARL ({event['agency']}) - {event['dispatch'][0]}", *range(1, 8))
            theirs = (*event["independent"], f"— {event['agency']}")
            signed = _article(event, "title", dispatch, "Harbour Gazette")
            other = _article(event, "third_title", theirs, "Evening Star")
            yield Pair("one agency", signed, other, copies=False, one_origin=True)
        else:
            text = (event["later"], *event["rewritten"])
            address = f"{url}&utm_source=newsletter#top"
            newer = _article(event, "second_title", text, "Harbour Gazette", address)
            yield Pair("updated", first, newer, copies=True, one_origin=True)


def told_apart(pair: Pair) -> tuple[bool, bool]:
    """Whether the two are found to be one text, and of one origin."""
    two = [pair.one, pair.other]
    exact = exact_key(pair.one) == exact_key(pair.other)
    one_text = exact or bool(versions(two)) or bool(near_copies(two, [(0, 1)]))
    return one_text, len(origins(two, [(0, 1)] if one_text else [])) == 1


def _article(
    event: dict[str, Any], title: str, part: Sequence[int | str], source: str, url: str = ""
) -> Article:
    text = "\n".join(event["dispatch"][s] if isinstance(s, int) else s for s in part)
    return Article(event[title], text, source, url, date(2026, 3, 10), language="en")
