"""When two sentences state the same fact, and when they give different figures for one thing.

Both tests look at two texts alone, weighing words by their general rarity, so that `make` and
`check` come to the same answer whatever else lies in the folder.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from briefs.language import Lexicon

SAME_FACT_COSINE, SAME_FACT_STEMS, SAME_FACT_OVERLAP = 0.55, 6, 0.5
FIGURES_COSINE, FIGURES_STEMS = 0.45, 4
# A cast is no fact: rare names alone bring two sentences near, so they weigh half, and so many
# other stems must be shared.
_NAME_WEIGHT, _PLAIN_STEMS = 0.5, 4

_NUMBER_WORDS = {
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
_TOKEN = re.compile(r"[$£€¥]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[’'\-][^\W\d_]+)*|[.,;:()\"“”]")
_NAME = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w.’'\-]*")
_NOT = frozenset("not no never neither nor without inside outside".split())
_HEDGES = frozenset(
    "about around nearly almost roughly approximately some estimated up over under more less than"
    " least most dozens hundreds thousands".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sept sep oct nov dec".split()
)
_NOT_A_COUNT = frozenset(
    "year years year-old years-old yr month months week weeks day days hour hours minute minutes"
    " am pm a.m p.m gmt o'clock time times century decade th st nd rd per".split()
)
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
# A story holds many percentages, seldom of the same thing.
_SHARES = frozenset({"percent", "points"})
_PEOPLE = frozenset(
    "people persons men women children passengers civilians soldiers workers others bodies victims"
    " students troops police officers protesters residents migrants militants crew".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence: its value, what it counts (stem or class), and whether it is hedged."""

    value: float
    unit: str
    hedged: bool


@dataclass(frozen=True)
class Facts:
    """A sentence as the tests see it: its content stems, weighted, and its figures."""

    weights: Mapping[str, float]
    norm: float
    names: frozenset[str]
    numbers: frozenset[float]
    denials: int
    figures: tuple[Figure, ...]


def reader(lexicon: Lexicon, rarity: Callable[[str], float]) -> Callable[[str], Facts]:
    """A cached function from a sentence's text to its Facts; `rarity` gives a stem's weight."""

    @lru_cache(maxsize=20_000)
    def read(text: str) -> Facts:
        counts = Counter(lexicon.terms(text))
        # German writes every noun with a capital.
        found = "" if lexicon.language == "de" else " ".join(_NAME.findall(text))
        names = frozenset(lexicon.terms(found))
        weights = {
            stem: count * rarity(stem) * (_NAME_WEIGHT if stem in names else 1.0)
            for stem, count in counts.items()
        }
        return Facts(weights, _norm(weights), names, _numbers(text), _denials(text), figures(text, lexicon))

    return read


def cosine(a: Facts, b: Facts, *, cast: bool = False) -> float:
    """Cosine similarity of the weighted stems, 0 when either has none.

    With `cast`, names count in full: right for asking whether two sentences are about one event.
    """
    ours, theirs = (_in_full(a), _in_full(b)) if cast else (a.weights, b.weights)
    few, many = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    dot = sum(weight * many.get(stem, 0.0) for stem, weight in few.items())
    norms = _norm(ours) * _norm(theirs) if cast else a.norm * b.norm
    return round(dot / norms, 9) if norms else 0.0


def _in_full(facts: Facts) -> dict[str, float]:
    return {
        stem: weight / _NAME_WEIGHT if stem in facts.names else weight
        for stem, weight in facts.weights.items()
    }


def _norm(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


def shared(a: Facts, b: Facts) -> int:
    """How many distinct content stems both hold."""
    return len(a.weights.keys() & b.weights.keys())


def overlap(a: Facts, b: Facts) -> float:
    """Shared stems over those of the shorter sentence."""
    return shared(a, b) / (min(len(a.weights), len(b.weights)) or 1)


def same_fact(a: Facts, b: Facts) -> bool:
    """Both state the same: much shared beside the names, and nothing against it.

    Cosine at least .55, overlap at least .5, no "not" in one alone, six shared stems of which four are no names, numbers not
    disjoint, and no figure that contradicts.
    """
    common = a.weights.keys() & b.weights.keys()
    return (
        len(common) >= SAME_FACT_STEMS
        and len(common - (a.names | b.names)) >= _PLAIN_STEMS
        and overlap(a, b) >= SAME_FACT_OVERLAP
        and cosine(a, b) >= SAME_FACT_COSINE
        and a.denials == b.denials
        and not (a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers))
        and not _contradict(a, b)
    )


def figures_differ(a: Facts, b: Facts) -> bool:
    """Both count the same thing, once each, and the values are at least 3 % apart.

    Hedged numbers ("about 40") must be 15 % apart: nearer they may well mean the same.
    """
    if not a.figures or not b.figures or shared(a, b) < FIGURES_STEMS:
        return False
    return _contradict(a, b, _SHARES) and cosine(a, b, cast=True) >= FIGURES_COSINE


def _contradict(a: Facts, b: Facts, left_out: frozenset[str] = frozenset()) -> bool:
    for unit in sorted({figure.unit for figure in a.figures} - left_out):
        ours = [figure for figure in a.figures if figure.unit == unit]
        theirs = [figure for figure in b.figures if figure.unit == unit]
        if len(ours) == 1 and len(theirs) == 1:
            one, two = ours[0], theirs[0]
            apart = abs(one.value - two.value) / max(one.value, two.value, 1e-9)
            if apart >= (0.15 if one.hedged or two.hedged else 0.03):
                return True
    return False


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


def _numbers(text: str) -> frozenset[float]:
    """Every number of the text, in digits or words, except one."""
    values = (_value(token.lower()) for token in _TOKEN.findall(text))
    return frozenset(value for value in values if value is not None and value != 1)


def _denials(text: str) -> int:
    words = _TOKEN.findall(text.lower().replace("’", "'"))
    return sum(word in _NOT or word.endswith("n't") for word in words)


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
        if tens in _NUMBER_WORDS and ones in _NUMBER_WORDS:
            return float(_NUMBER_WORDS[tens] + _NUMBER_WORDS[ones])
        return None
    value = _NUMBER_WORDS.get(bare)
    return None if value is None else float(value)


def _figure(low: list[str], start: int, end: int, value: float, lexicon: Lexicon) -> Figure | None:
    token = low[start]
    before = low[max(0, start - 3) : start]
    after = low[end : end + 6]
    hedged = any(word in _HEDGES for word in before)
    if "including" in before or "age" in before or "aged" in before or "no" in before[-1:]:
        return None
    if before[-1:] and (before[-1] in _MONTHS or (before[-1] in ("of", "on") and not after)):
        return None
    if after[:1] and after[0] in _MONTHS:
        return None
    if _of_a_whole(before, after):
        return None
    if token[0] in "$£€¥":
        return Figure(value, token[0], hedged)
    if after[:1] == ["percentage"]:
        return Figure(value, "points", hedged)
    if token.endswith("%") or after[:1] == ["percent"] or after[:2] == ["per", "cent"]:
        return Figure(value, "percent", hedged)
    is_year = token.isdigit() and len(token) == 4 and 1800 <= value <= 2100
    if is_year or value == 0 or (token == "one" and after[:1] != ["person"]):
        return None
    noun = ""
    for position, word in enumerate(after):
        if not word[0].isalpha():
            break
        if word in _NOT_A_COUNT:
            return None
        if word in _CLASSES and not (word == "body" and value != 1):
            return Figure(value, _CLASSES[word], hedged)
        if not noun and position < 3 and word not in lexicon.stop_words:
            noun = word
    if not noun:
        killed = [w for w in low[max(0, start - 4) : start] if w in _CLASSES]
        return Figure(value, _CLASSES[killed[-1]], hedged) if killed else None
    if noun in _PEOPLE:
        near = [w for w in low[max(0, start - 4) : start] if w in _CLASSES]
        return Figure(value, _CLASSES[near[-1]] if near else lexicon.stem(noun), hedged)
    return Figure(value, lexicon.stem(noun), hedged)


def _of_a_whole(before: list[str], after: list[str]) -> bool:
    """"Thirteen of the 16 provinces": neither number is the count of provinces that is meant."""
    part = after[:1] == ["of"] and after[1:2] and after[1] in ("the", "its", "their", "his", "her")
    whole = before[-1:] == ["of"] or before[-2:-1] == ["of"]
    return bool(part) or whole
