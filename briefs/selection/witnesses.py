"""Who else says so: the sentences that state what is printed, and those that count otherwise."""

from collections.abc import Mapping, Sequence

from briefs.model import Citation, Point
from briefs.selection.facts import cosine, figures_differ, same_fact
from briefs.selection.material import Material, Unit

_NO_WITNESS = frozenset({"furniture", "inside a quotation", "a question"})
_LOOKED_AT, _SOUND = 3, 0.7


def witnesses(material: Material, rows: Sequence[int]) -> dict[int, list[int]]:
    """For each printed row the others that state the same, the most alike first.

    A sentence backs one printed sentence only, the one it is most like.
    """
    printed = set(rows)
    pairs = [
        (-cosine(material.facts[row], theirs), row, other)
        for row in rows
        for other, theirs in enumerate(material.facts)
        if other not in printed
        and material.rows[other][1].reason not in _NO_WITNESS
        and same_fact(material.facts[row], theirs)
    ]
    backing: dict[int, list[int]] = {row: [] for row in rows}
    used: set[int] = set()
    for _, row, other in sorted(pairs):
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


def differing(material: Material, taken: Sequence[Unit]) -> tuple[Point, ...]:
    """The first pair of statements, from two origins, whose numbers for one thing differ."""
    sound = [unit for unit in material.units if len(unit.rows) == 1 and unit.weight >= _SOUND]
    for one in taken[:_LOOKED_AT]:
        for two in sound if len(one.rows) == 1 else ():
            if one.origin != two.origin and figures_differ(one.facts[0], two.facts[0]):
                rows = (one.rows[0], two.rows[0])
                return tuple(Point(material.citation(row)) for row in rows)
    return ()
