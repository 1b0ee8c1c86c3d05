"""Who only copies whom: exact copies, and near copies by shared runs of five words.

Quotations are left out first: two reporters quote one statement in the same words.
"""

import re
from collections.abc import Iterable, Sequence

from briefs.language import lexicon
from briefs.model import Article

CONTAINMENT = 0.25
_SHINGLE = 5
_FEWEST_SHINGLES = 12
_QUOTATION = re.compile(
    r"“[^”\n]{0,1000}[”\n]|«[^»\n]{0,1000}»|\"[^\"\n]{0,1000}[\"\n]|„[^“”\n]{0,1000}[“”\n]"
)


def exact_key(article: Article) -> str:
    """Equal for articles whose own prose is the same but for case and white space."""
    return " ".join(article.body.casefold().split()) or article.title.casefold()


def shingles(article: Article) -> frozenset[tuple[str, ...]]:
    """Every run of five words of the body outside quotations."""
    words = lexicon(article.language or "en").words(_QUOTATION.sub(" ", article.body))
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def near_copies(
    articles: Sequence[Article], pairs: Iterable[tuple[int, int]]
) -> tuple[tuple[int, ...], ...]:
    """Sets (two or more) of positions whose texts are near-identical, among the given pairs.

    Two texts are near copies when a quarter of the shorter one's shingles, and twelve at least,
    stand in the other (containment; Jaccard finds only verbatim copies). Transitive.
    """
    known: dict[int, frozenset[tuple[str, ...]]] = {}

    def of(position: int) -> frozenset[tuple[str, ...]]:
        if position not in known:
            known[position] = shingles(articles[position])
        return known[position]

    groups = Groups(len(articles))
    for i, j in pairs:
        if groups.find(i) != groups.find(j):
            one, other = of(i), of(j)
            fewest = max(_FEWEST_SHINGLES, CONTAINMENT * min(len(one), len(other)))
            if len(one & other) >= fewest:
                groups.join(i, j)
    return tuple(group for group in groups.sets() if len(group) > 1)


def shared_shingles(one: Article, other: Article) -> float:
    """The share of the shorter article's shingles that stand in the other; 0 when it has few."""
    sets = shingles(one), shingles(other)
    shorter = min(map(len, sets))
    return len(sets[0] & sets[1]) / shorter if shorter >= _FEWEST_SHINGLES else 0.0


class Groups:
    """Disjoint sets of the numbers below `count`; a set is known by its smallest member."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, member: int) -> int:
        while self._parent[member] != member:
            self._parent[member] = member = self._parent[self._parent[member]]
        return member

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def sets(self) -> tuple[tuple[int, ...], ...]:
        members: dict[int, list[int]] = {}
        for member in range(len(self._parent)):
            members.setdefault(self.find(member), []).append(member)
        return tuple(tuple(group) for group in members.values())
