"""The numbers of a sentence, and what they count."""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefs.language import Lexicon

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    word: 10 * tens
    for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
}
_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
}
_TOKEN = re.compile(
    r"\d{1,2}:\d\d|[$£€¥]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[’'\-][^\W\d_]+)*|[.,;:()\"“”]"
)
_HEDGES = frozenset(
    "about around nearly almost roughly approximately some estimated up over under more less than"
    " least most dozens hundreds thousands".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sept sep oct nov dec".split()
)
_AGES = frozenset("age aged year-old year-olds".split())
_NOT_A_COUNT = frozenset(
    "year years year-old years-old yr month months week weeks day days hour hours minute minutes"
    " am pm a.m p.m gmt o'clock time times century decade th st nd rd per".split()
)
# Two distances in one report are seldom of the same thing.
_MEASURES = frozenset(
    "kilometer kilometers kilometre kilometres km meter meters metre metres m mile miles foot feet"
    " inch inches acre acres mph kph knot knots degree degrees point points magnitude utc gmt"
    " gallon gallons litre litres ton tons tonne tonnes kg lb seed grade mm cm".split()
)
# "Four more boys" counts but a part of them.
_PART = frozenset(
    "more other others another additional remaining further extra first second last next of".split()
)
# "Seven passengers of the ferry Solvind were killed": so far off may stand what befell them.
_CLAUSE = 12
# A price is not an amount.
_LEAST_MONEY = 1000
_CLASSES = {
    word: name
    for name, words in {
        "dead": "dead died dies die killed kills killing kill deaths death bodies body fatalities"
        " lives",
        "injured": "injured injures injuring wounded wounding hurt injuries wounds",
        "missing": "missing unaccounted",
        "arrested": "arrested detained arrests detentions custody",
        "percent": "percent percentage",
        "points": "points",
    }.items()
    for word in words.split()
}
_PEOPLE = frozenset(
    "people persons men women children passengers civilians soldiers workers others bodies victims"
    " students troops police officers protesters residents migrants militants crew".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence: its value, what it counts (stem or class), whether it is hedged."""

    value: float
    unit: str
    hedged: bool


def figures(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The counts and amounts of a sentence. Years, ages, dates and times are none."""
    tokens = _TOKEN.findall(text)
    low = [token.lower().replace("’", "'") for token in tokens]
    found = []
    index = 0
    while index < len(tokens):
        value = _value(low[index])
        if value is None:
            index += 1
            continue
        start = index
        index += 1
        while index < len(tokens) and low[index] in _SCALE:
            value *= _SCALE[low[index]]
            index += 1
        figure = _figure(low, start, index, value, lexicon)
        if figure is not None:
            found.append(figure)
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _value(token: str) -> float | None:
    bare = token.strip("$£€¥%")
    if bare[:1].isdigit():
        whole = bare.replace(",", "")
        try:
            return float(whole)
        except ValueError:
            return None
    if "-" in bare:
        tens, _, ones = bare.partition("-")
        if tens in NUMBER_WORDS and ones in NUMBER_WORDS:
            return float(NUMBER_WORDS[tens] + NUMBER_WORDS[ones])
        return None
    value = NUMBER_WORDS.get(bare)
    return None if value is None else float(value)


def _figure(low: list[str], start: int, end: int, value: float, lexicon: Lexicon) -> Figure | None:
    number = low[start]
    before = low[max(0, start - 3) : start]
    after = low[end : end + 6]
    hedged = any(word in _HEDGES for word in before)
    if "including" in before or "age" in before or "aged" in before or "no" in before[-1:]:
        return None
    if before[-1:] and (before[-1] in _MONTHS or (before[-1] in ("of", "on") and not after)):
        return None
    if after[:1] and after[0] in _MONTHS:
        return None
    if _of_a_whole(before, after) or _PART & {*before[-1:], *after[:1]}:
        return None
    if number[0] in "$£€¥":
        return Figure(value, number[0], hedged) if value >= _LEAST_MONEY else None
    if after[:1] == ["percentage"]:
        return Figure(value, "points", hedged)
    if number.endswith("%") or after[:1] == ["percent"] or after[:2] == ["per", "cent"]:
        return Figure(value, "percent", hedged)
    is_year = number.isdigit() and len(number) == 4 and 1800 <= value <= 2100
    if is_year or value == 0 or (number == "one" and after[:1] != ["person"]):
        return None
    noun, noun_is_plural, ended = "", False, False
    for position, word in enumerate(after):
        if not word[0].isalpha():
            break
        if word in _NOT_A_COUNT or word in _MEASURES:
            return None
        if word in _CLASSES and not (word == "body" and value != 1):
            return Figure(value, _CLASSES[word], hedged)
        ended = ended or word in lexicon.stop_words
        plural = word.endswith("s") or word in _PEOPLE
        if not ended and position < 3 and (not noun or (plural and not noun_is_plural)):
            noun, noun_is_plural = word, plural
    if not noun:
        killed = [w for w in low[max(0, start - 4) : start] if w in _CLASSES]
        return Figure(value, _CLASSES[killed[-1]], hedged) if killed else None
    if noun in _PEOPLE:
        near = [w for w in low[max(0, start - 4) : start] if w in _CLASSES]
        fate = near[-1:] or [w for w in low[end : end + _CLAUSE] if w in _CLASSES][:1]
        return Figure(value, _CLASSES[fate[0]] if fate else lexicon.stem(noun), hedged)
    return Figure(value, lexicon.stem(noun), hedged)


def _of_a_whole(before: list[str], after: list[str]) -> bool:
    """“Thirteen of the 16 provinces”: neither number is the count of provinces that is meant."""
    part = after[:1] == ["of"] and after[1:2] and after[1] in ("the", "its", "their", "his", "her")
    whole = before[-1:] == ["of"] or before[-2:-1] == ["of"]
    return bool(part) or whole


def numbers(text: str) -> tuple[frozenset[float], frozenset[float]]:
    """Every number of the text, in digits or words, except one: those that count, and the others.

    The others are years, days of a month and ages: who leaves one out says no less of the matter.
    """
    low = [token.lower() for token in _TOKEN.findall(text)]
    counts: set[float] = set()
    dates: set[float] = set()
    for place, token in enumerate(low):
        value = _value(token)
        if value is None or value == 1:
            continue
        near = {*low[max(0, place - 1) : place], *low[place + 1 : place + 2]}
        year = token.isdigit() and len(token) == 4 and 1800 <= value <= 2100
        aged = near & _AGES
        (dates if year or aged or near & _MONTHS else counts).add(value)
    return frozenset(counts), frozenset(dates)
