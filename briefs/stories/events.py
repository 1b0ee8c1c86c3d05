"""Which articles of a story tell one event of it: what may stand together on a page.

A story may be an affair of weeks, with the same cast throughout: a quake and its aftershocks, a
capture and a release. Its articles belong together, but a report made of sentences from several of
them would be false. What an article tells stands in its title and opening, and what all articles
of the affair share says nothing on which part of it is told.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from briefs.language import lexicon
from briefs.language.countries import COUNTRY
from briefs.language.weekdays import WEEKDAYS
from briefs.model import Article

_OPENING_WORDS = 100
_OPENING_CHARACTERS = 600
_TITLE_COUNT = 2
# So alike, at least, are two openings of that many words that tell one event; shorter ones less.
_ALIKE = 0.30
# Where there are but two, their titles must bear each other out: those that share fewer content
# stems, or name other countries, make them less alike.
_PAIR = 2
_TITLE_STEMS, _OTHER_TITLE = 2, -0.12
# Countries are known by four letters ("China", "Chinese"); those with several names tell nothing.
_COUNTRY = 4
_EVERYWHERE = frozenset(
    "U.S. US Amer Whit Wash Cong UK Brit Engl Lond EU Krem Mosc Beij Pari Berl Toky Delh".split()
)
# Where few of four or more texts are, it is an affair, and two alike may still be two of its days.
_AFFAIR, _FEWEST = 0.14, 4
# What a stem loses, at most, that all articles of a story share.
_MOST_SHARED = 0.5
# Openings that name the same weekday are the more alike, those that name others only, the less.
_SAME_DAY, _OTHER_DAY = 0.16, -0.06
# Reports of one event come out no further apart; a year apart, a date is wrong.
_DAYS_APART, _WRONG_DATE = 3, 365
_FULL = 1500  # characters of prose that tell an event fully
# Beyond so many articles the most central tell what the story is.
_MOST = 60
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(sorted(set().union(*WEEKDAYS.values())))})\b")


# Magnitudes, times of day, rates: of two events of a kind each has its own. That many, and hardly
# one of them shared, are two events, whatever weekday is named.
_FIGURE = re.compile(r"(?<![\d.,:])\d{1,3}[.:]\d{1,2}(?![\d,])")
_FIGURES = 3
# Titles that name others each tell of another quake, vote or rate.
_OTHER_FIGURE = -0.3


@dataclass(frozen=True, slots=True)
class _Opening:
    counts: Mapping[str, int]
    title: frozenset[str]
    title_figures: frozenset[str]
    countries: frozenset[str]
    words: int
    weekdays: frozenset[str]
    figures: frozenset[str]
    day: date | None


def main_event(
    articles: Sequence[Article], centrality: Sequence[float], rarity: Mapping[str, float]
) -> list[int]:
    """The places of the articles that tell the story's main event, in order.

    The main event is the one most articles tell; of two such the newer, the more central, the more
    fully told.
    `centrality[k]` is article k's mean cosine to the others, `rarity` is idf by stem.
    """
    places = sorted(range(len(articles)), key=lambda k: (-centrality[k], k))[:_MOST]
    openings = [_opening(articles[k]) for k in places]
    alike = _likeness(openings, rarity)
    events = _average_link(alike, _least(alike))

    def worth(event: Sequence[int]) -> tuple[int, date, float, int, int]:
        newest = max(openings[k].day or date.min for k in event)
        central = round(sum(centrality[places[k]] for k in event), 9)
        told = sum(min(len(articles[places[k]].body), _FULL) for k in event)
        return len(event), newest, central, told, -event[0]

    return sorted(places[k] for k in max(events, key=worth))


def _opening(article: Article) -> _Opening:
    lex = lexicon(article.language or "en")
    title = lex.words(article.title)
    text = article.body[: 2 * _OPENING_CHARACTERS]
    body = lex.words(text)[:_OPENING_WORDS]
    counts = Counter(
        lex.stem(word) for word in (*title * _TITLE_COUNT, *body) if word not in lex.stop_words
    )
    weekdays = frozenset(_WEEKDAY.findall(text[:_OPENING_CHARACTERS].lower()))
    return _Opening(
        counts=counts,
        title=frozenset(lex.stem(word) for word in title if word not in lex.stop_words),
        title_figures=frozenset(_FIGURE.findall(article.title)),
        countries=frozenset(c[:_COUNTRY] for c in COUNTRY.findall(article.title)) - _EVERYWHERE,
        words=min(len(title) + len(body), _OPENING_WORDS),
        weekdays=weekdays,
        figures=frozenset(_FIGURE.findall(text[:_OPENING_CHARACTERS])),
        day=article.day,
    )


def _likeness(openings: Sequence[_Opening], rarity: Mapping[str, float]) -> list[list[float]]:
    """How alike each two openings are, one weekday or another considered.

    Stems that three or more share weigh less, but not between openings that name one weekday.
    """
    total = len(openings)
    shared = Counter(stem for one in openings for stem in one.counts)
    spread = {stem: min(max(count - 2, 0) / total, _MOST_SHARED) for stem, count in shared.items()}
    plain = [_unit(one.counts, rarity) for one in openings]
    own = {stem: rarity.get(stem, 0.0) * (1 - part) for stem, part in spread.items()}
    particular = [_unit(one.counts, own) for one in openings]
    table = [[1.0] * total for _ in openings]
    for i, one in enumerate(openings):
        for j, other in enumerate(openings[:i]):
            day = _days(one, other)
            vectors = plain if day > 0 else particular
            cosine = sum(w * vectors[j].get(stem, 0.0) for stem, w in vectors[i].items())
            if total == _PAIR:
                cosine += _titles(one, other)
            length = sqrt(max(min(one.words, other.words), 1) / _OPENING_WORDS)
            table[i][j] = table[j][i] = round((cosine + day) / length, 9)
    return table


def _unit(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {stem: (1 + log(n)) * rarity.get(stem, 0.0) for stem, n in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def _titles(one: _Opening, other: _Opening) -> float:
    """What two titles say against one event, where no other text bears them out."""
    named = one.countries and other.countries
    elsewhere = named and one.countries.isdisjoint(other.countries)
    few = len(one.title & other.title) < _TITLE_STEMS
    return _OTHER_TITLE if few or elsewhere else 0.0


def _days(one: _Opening, other: _Opening) -> float:
    """What weekdays, days of publication and exact figures say for or against one event."""
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    if _DAYS_APART < apart < _WRONG_DATE:
        return _OTHER_DAY
    titles = one.title_figures, other.title_figures
    if all(titles) and titles[0].isdisjoint(titles[1]):
        return _OTHER_FIGURE
    figures = min(len(one.figures), len(other.figures))
    if figures >= _FIGURES and 3 * len(one.figures & other.figures) < figures:
        return _OTHER_DAY
    if not one.weekdays or not other.weekdays:
        return 0.0
    return _SAME_DAY if one.weekdays & other.weekdays else _OTHER_DAY


def _least(alike: Sequence[Sequence[float]]) -> float:
    """How alike two texts of one event must be: the more so, the fewer of the story are at all."""
    pairs = [alike[i][j] for i in range(len(alike)) for j in range(i)]
    if len(alike) < _FEWEST:
        return _ALIKE
    return _ALIKE + _AFFAIR * sum(value < _ALIKE for value in pairs) / len(pairs)


def _average_link(alike: list[list[float]], least: float) -> list[list[int]]:
    """Parts whose members are that alike in the mean, joined from the most alike on."""
    parts = {k: [k] for k in range(len(alike))}
    while True:
        best, i, j = max(
            ((alike[i][j], -i, -j) for i in parts for j in parts if i < j), default=(0.0, 0, 0)
        )
        if best < least:
            return list(parts.values())
        one, other = len(parts[-i]), len(parts[-j])
        parts[-i] = sorted(parts[-i] + parts.pop(-j))
        for k in parts:
            mean = (alike[-i][k] * one + alike[-j][k] * other) / (one + other)
            alike[-i][k] = alike[k][-i] = round(mean, 9)
