"""How a story opens: the sentence, or two, that tell what its headline says."""

from collections.abc import Callable
from math import sqrt

from briefs.selection.facts import SHARES, contradict
from briefs.selection.gates import LEAST_WORTH
from briefs.selection.known import unknown, unknown_names
from briefs.selection.material import Material, Unit

_POSITIONS, _WORDS = 5, 12
# A lead tells so much of the headline at least, and little less than any sentence high up does:
# where another says clearly more, this one says something else.
_TOLD, _TOLD_LATER, _LESS = 0.525, 0.62, 0.15
# How an article opens mostly is its news, in other words than the headline's.
_LESS_AT_ONCE = 0.25
# Another article's sentence that tells so much more of the headline than its own is the lead.
_CLEARLY = 0.2
# Where no sentence tells so much, the article of the headline may tell it at once in words of its
# own. (Of nineteen second sentences that told as much five told the news.)
_TOLD_AT_ONCE = 0.38
_BEGINNING, _TOLD_OF_MORE = 2, 0.2
_ONE_LINE_WORDS, _BREVITY = 40, 0.25
_FLOOR = 0.1
_QUOTES = "\"'“‘«„"


def find_lead(material: Material) -> int | None:
    """The number of the unit to open with; None when none tells the headline's news.

    Sought in the article of the headline first, so that headline and lead tell one thing.
    """
    best = _best(material, _opens, lambda value, _: value)
    return _at_once(material) if best is None else best


def find_one_line(material: Material) -> int | None:
    """The number of the unit that says the story in one sentence, standing alone."""
    return _best(material, _stands_alone, lambda value, unit: value / unit.words**_BREVITY)


def _at_once(material: Material) -> int | None:
    """The first sentence of the headline's own article, if it tells some of the headline."""
    least = max(_TOLD_AT_ONCE, _most_told(material) - _LESS_AT_ONCE)
    for unit in material.units:
        if (
            unit.article.id == material.story.headline_article.id
            and unit.head.position == 0
            and _opens(material, unit)
            and material.headline.told(unit.stems) >= least
            and _knows(material, unit)
        ):
            return unit.number
    return None


def _knows(material: Material, unit: Unit) -> bool:
    """Whether the headline says of whom and of what the unit speaks, and no other figure."""
    headline = material.story.headline
    figures = material.read(headline)
    if any(contradict(figures, facts, SHARES, hedged=0.03) for facts in unit.facts):
        return False
    return not unknown(unit, material.headline.weights.keys(), headline)


def _most_told(material: Material) -> float:
    """How much of the headline is told by what tells most of it high up in its article.

    That is a sentence, or the first with those that lean on it.
    """
    home = material.story.headline_article.id
    told = [
        material.headline.told(material.read(candidate.text).weights)
        for article, candidate in material.rows
        if article.id == home and candidate.position <= _POSITIONS
    ] + [
        material.headline.told(unit.stems)
        for unit in material.units
        if unit.article.id == home and unit.head.position == 0
    ]
    return max(told, default=0.0)


def _best(
    material: Material,
    fit: Callable[[Material, Unit], bool],
    worth: Callable[[float, Unit], float],
) -> int | None:
    home = material.story.headline_article.id
    most = _most_told(material)
    able: list[tuple[Unit, float]] = []
    for unit in material.units:
        if unit.head.position > _POSITIONS or not fit(material, unit):
            continue
        share = material.headline.told(unit.stems)
        first = unit.head.position == 0
        least, less = (_TOLD, _LESS_AT_ONCE) if first else (_TOLD_LATER, _LESS)
        if share >= max(least, most - less) and _knows(material, unit):
            able.append((unit, share))
    if not able:
        return _of_more(material, fit)
    at_home = [each for each in able if each[0].article.id == home]
    told, elsewhere = (max((share for _, share in of), default=0.0) for of in (at_home, able))
    chosen = at_home if elsewhere - told < _CLEARLY else able
    values = [round(worth(_value(material, unit, share), unit), 9) for unit, share in chosen]
    return chosen[values.index(max(values))][0].number


def _of_more(material: Material, fit: Callable[[Material, Unit], bool]) -> int | None:
    """Of a story that goes on: how the article of the headline begins.

    Its readers know what it is about, and would rather have the news in other words than none.
    """
    story = material.story
    if story.thread is None or not story.thread.developing:
        return None
    for unit in material.units:
        if (
            unit.article.id == story.headline_article.id
            and unit.head.position < _BEGINNING
            and fit(material, unit)
            and material.headline.told(unit.stems) >= _TOLD_OF_MORE
            and not any(unknown_names(each, story.headline) for each in unit.candidates)
        ):
            return unit.number
    return None


def _opens(material: Material, unit: Unit) -> bool:
    """Whole in itself: "The building …" and "the latest …" go back to something.

    In an article's first sentence "The building …" goes back to its headline, if to anything.
    """
    head = unit.head
    told = head.position == 0 and material.headline.weights.keys() >= head.nouns
    leans = (head.nouns and not told) or head.ordered or head.text[0] in _QUOTES
    # How an article opens is its lead whatever it is worth.
    worth = head.position == 0 or unit.weight >= LEAST_WORTH
    # What leans on the first sentence may tell the rest of the news, not all of it.
    tells = len(unit.rows) == 1 or material.headline.told(unit.facts[0].weights) >= _TOLD_AT_ONCE
    return unit.words >= _WORDS and worth and tells and not leans


def _stands_alone(material: Material, unit: Unit) -> bool:
    """One sentence, and not of today or yesterday: over a single line stands no date."""
    short = len(unit.rows) == 1 and unit.words <= _ONE_LINE_WORDS
    return short and not unit.head.relative and _opens(material, unit)


def _value(material: Material, unit: Unit, share: float) -> float:
    """What the headline shares with it first, its rank second; two sentences only for much more."""
    score = sqrt(float(material.scores[unit.rows[0]]) / (1 + unit.head.position))
    return score * unit.weight * (_FLOOR + share) / len(unit.rows)
