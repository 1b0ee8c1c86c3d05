"""Who else says so: the sentences that state what is printed, and those that count otherwise."""

from collections import Counter
from collections.abc import Mapping, Sequence

from briefs.model import Citation, Point
from briefs.selection.facts import SAME_FACT_STEMS, cosine, figures_differ, same_fact
from briefs.selection.material import Material, Unit
from briefs.selection.sources import Sources

_NO_WITNESS = frozenset({"furniture", "inside a quotation", "a question"})
_LOOKED_AT, _SOUND = 3, 0.7


class Witnesses:
    """Which sentences of a story state the same, found once per sentence."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self._places: dict[str, list[int]] = {}
        for row, facts in enumerate(material.facts):
            if material.rows[row][1].reason not in _NO_WITNESS:
                for stem in facts.weights:
                    self._places.setdefault(stem, []).append(row)
        self._found: dict[int, tuple[tuple[float, int], ...]] = {}

    def of(self, row: int) -> tuple[tuple[float, int], ...]:
        """The rows that state what `row` does, with their likeness to it, the least alike first."""
        if row not in self._found:
            facts = self.material.facts
            shared = Counter(
                other for stem in facts[row].weights for other in self._places.get(stem, ())
            )
            self._found[row] = tuple(
                sorted(
                    (cosine(facts[row], facts[other]), other)
                    for other, count in shared.items()
                    if count >= SAME_FACT_STEMS
                    and other != row
                    and same_fact(facts[row], facts[other])
                )
            )
        return self._found[row]

    def agreed(self, row: int) -> bool:
        """Whether an article of another origin states the same."""
        origin_of, rows = self.material.origin_of, self.material.rows
        origin = origin_of[rows[row][0]]
        return any(origin_of[rows[other][0]] != origin for _, other in self.of(row))

    def backing(self, printed: Sequence[int]) -> dict[int, list[int]]:
        """For each printed row the others that state the same, the most alike first.

        A sentence backs one printed sentence only, the one it is most like.
        """
        pairs = sorted(
            (-alike, row, other)
            for row in printed
            for alike, other in self.of(row)
            if other not in printed
        )
        backing: dict[int, list[int]] = {row: [] for row in printed}
        used: set[int] = set()
        for _, row, other in pairs:
            if other not in used:
                backing[row].append(other)
                used.add(other)
        return backing


def point(material: Material, row: int, backing: Mapping[int, Sequence[int]]) -> Point:
    """A printed row with one place of each other origin that states the same."""
    origin_of = material.origin_of
    also: dict[int, Citation] = {}
    for other in backing[row]:
        also.setdefault(origin_of[material.rows[other][0]], material.citation(other))
    also.pop(origin_of[material.rows[row][0]], None)
    return Point(material.citation(row), tuple(also.values()))


def differing(material: Material, taken: Sequence[Unit], sources: Sources) -> tuple[Point, ...]:
    """The first pair of statements, from two origins, whose numbers for one thing differ.

    Of one event: another strike has other victims.
    """
    sound = [
        unit
        for unit in material.units
        if len(unit.rows) == 1 and unit.weight >= _SOUND and sources.bears_out(unit.article)
    ]
    for one in taken[:_LOOKED_AT]:
        for two in sound if len(one.rows) == 1 else ():
            if one.origin != two.origin and figures_differ(one.facts[0], two.facts[0]):
                rows = (one.rows[0], two.rows[0])
                return tuple(Point(material.citation(row)) for row in rows)
    return ()
