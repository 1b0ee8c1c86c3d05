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
from briefs.selection.figures import Figure, figures, numbers
from briefs.selection.kinship import canonical

SAME_FACT_COSINE, SAME_FACT_STEMS = 0.5, 6
# Each holds half of the other, and one rather more; or the one holds nearly all of the other.
_HALF, _BOTH, _MOST, _PART = 0.45, 1.05, 0.7, 0.35
# With no more stems shared than the least, each must hold most of the other.
_FEW = 7
FIGURES_COSINE, FIGURES_STEMS = 0.42, 4
# A cast is no fact: rare names alone bring two sentences near, so they weigh half, and so many
# other stems must be shared.
NAME_WEIGHT, _PLAIN_STEMS = 0.5, 2

# Two counts of one thing are seldom further apart than one to three.
_MOST_APART = 0.67
# A story holds many percentages, seldom of the same thing.
SHARES = frozenset({"percent", "points"})
_NAME = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w.’'\-]*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DOUBT = frozenset("feared believed reportedly allegedly unconfirmed might".split())
_CERTAINTY = (*sorted(_DOUBT), "confirmed")
_NOT = frozenset("not no never neither nor without inside outside".split())


@dataclass(frozen=True)
class Facts:
    """A sentence as the tests see it: its content stems, weighted, and its figures."""

    weights: Mapping[str, float]
    norm: float
    names: frozenset[str]
    numbers: frozenset[float]
    dates: frozenset[float]
    denials: tuple[str, ...]
    certainty: tuple[bool, bool]
    figures: tuple[Figure, ...]


def reader(lexicon: Lexicon, rarity: Callable[[str], float]) -> Callable[[str], Facts]:
    """A cached function from a sentence's text to its Facts; `rarity` gives a stem's weight."""

    @lru_cache(maxsize=20_000)
    def read(text: str) -> Facts:
        terms = lexicon.terms(text)
        worth = {canonical(stem, lexicon.language): rarity(stem) for stem in terms}
        counts = Counter(canonical(stem, lexicon.language) for stem in terms)
        names = names_in(text, lexicon)
        weights = {
            stem: count * worth[stem] * (NAME_WEIGHT if stem in names else 1.0)
            for stem, count in counts.items()
        }
        return Facts(
            weights,
            _norm(weights),
            names,
            *numbers(text),
            _denials(text),
            _certainty(text),
            figures(text, lexicon),
        )

    return read


def names_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of what is written as a name in the text."""
    # German writes every noun with a capital.
    found = "" if lexicon.language == "de" else " ".join(_NAME.findall(text))
    return frozenset(canonical(stem, lexicon.language) for stem in lexicon.terms(found))


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
        stem: weight / NAME_WEIGHT if stem in facts.names else weight
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


def contained(a: Facts, b: Facts) -> float:
    """How much of what `a` says stands in `b`: by the weights of its stems, from 0 to 1."""
    held = sum(weight for stem, weight in a.weights.items() if stem in b.weights)
    return held / (sum(a.weights.values()) or 1)


def same_fact(a: Facts, b: Facts) -> bool:
    """`b` states what `a` does: much shared beside the names, and nothing against it.

    Cosine at least .5, each holding about half of the other, six shared stems of which two are no
    names, no "not" in one alone, every number of `a` in `b` too, no rival dates, both equally sure,
    and no figure that contradicts.
    """
    common = a.weights.keys() & b.weights.keys()
    return (
        len(common) >= SAME_FACT_STEMS
        and len(common - (a.names | b.names)) >= _PLAIN_STEMS
        and cosine(a, b) >= SAME_FACT_COSINE
        and _told(contained(a, b), contained(b, a), few=len(common) < _FEW)
        and a.denials == b.denials
        and a.certainty == b.certainty
        and a.numbers <= b.numbers
        and (a.dates <= b.dates or b.dates <= a.dates)
        and not contradict(a, b)
    )


def _told(ours: float, theirs: float, *, few: bool) -> bool:
    least = min(ours, theirs)
    if few:
        return least >= _MOST
    return (least >= _HALF and ours + theirs >= _BOTH) or (theirs >= _MOST and ours >= _PART)


def figures_differ(a: Facts, b: Facts) -> bool:
    """Both count the same thing, once each, and the values are at least 3 % apart.

    Hedged numbers ("about 40") must be 15 % apart: nearer they may well mean the same.
    """
    if not a.figures or not b.figures or shared(a, b) < FIGURES_STEMS:
        return False
    near = contradict(a, b, SHARES, most=_MOST_APART)
    return near and cosine(a, b, cast=True) >= FIGURES_COSINE


def contradict(
    a: Facts,
    b: Facts,
    left_out: frozenset[str] = frozenset(),
    *,
    most: float = 1.0,
    hedged: float = 0.15,
) -> bool:
    """Whether each gives one figure in the same unit, 3 % to `most` apart, `hedged` ones so far."""
    for unit in sorted({figure.unit for figure in a.figures} - left_out):
        ours = [figure for figure in a.figures if figure.unit == unit]
        theirs = [figure for figure in b.figures if figure.unit == unit]
        if len(ours) == 1 and len(theirs) == 1:
            one, two = ours[0], theirs[0]
            apart = abs(one.value - two.value) / max(one.value, two.value, 1e-9)
            if most >= apart >= (hedged if one.hedged or two.hedged else 0.03):
                return True
    return False


def _certainty(text: str) -> tuple[bool, bool]:
    """Whether the text speaks of a doubt, and of a confirmation."""
    low = text.lower()
    if not any(word in low for word in _CERTAINTY):  # quicker than the words of every sentence
        return False, False
    words = set(_WORD.findall(low))
    return bool(words & _DOUBT), "confirmed" in words


def _denials(text: str) -> tuple[str, ...]:
    words = _WORD.findall(text.lower().replace("’", "'"))
    return tuple(sorted("not" if word.endswith("n't") else word for word in words if _denies(word)))


def _denies(word: str) -> bool:
    return word in _NOT or word.endswith("n't")
