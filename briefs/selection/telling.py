"""A story's Telling: what it can say, in the order worth saying it.

Within one story: sentences ranked, those unfit to stand alone set aside, a lead chosen that tells
what the headline says, then passages added while each brings something new. The page later takes
as much of this menu as it has room for.
"""

from collections.abc import Sequence

from briefs.model import LeftOut, Passage, Point, Story, Telling
from briefs.selection.concepts import Concepts, concept_table, concepts_of, without
from briefs.selection.coverage import make_units, menu
from briefs.selection.facts import same_fact
from briefs.selection.following import Following, too_like
from briefs.selection.known import unknown_names
from briefs.selection.lead import find_lead, find_one_line
from briefs.selection.material import Material, Unit
from briefs.selection.sources import Sources
from briefs.selection.witnesses import Witnesses, differing, point

_MAX_PASSAGES = 6
_CONCEPTS_SHOWN = 6


def tell(
    story: Story,
    ranker: str = "textrank",
    max_words_per_article: int = 150,
    said: Sequence[str] = (),
) -> Telling:
    """The Telling of a story; without passages when no sentence is fit to open it.

    No article is quoted with more than `max_words_per_article` words. What earlier briefs `said`
    is not offered, and its concepts count for nothing.
    """
    material = Material(story, ranker, said)
    lead = find_lead(material)
    if lead is None:
        return Telling(story, (), left_out=_left_out(material, ()))
    witnesses = Witnesses(material)
    sources = Sources(material)
    following = Following(material, witnesses, sources, max_words_per_article)
    passages, taken = _passages(material, lead, following, said)
    return Telling(
        sources.narrowed(story),
        passages,
        one_line=_one_line(material, witnesses),
        figures=differing(material, taken, sources),
        left_out=_left_out(material, taken),
    )


def _passages(
    material: Material, lead: int, following: Following, said: Sequence[str]
) -> tuple[tuple[Passage, ...], tuple[Unit, ...]]:
    """The passages, and the units they print."""
    units = material.units
    groups = [material.origin_of[article] for article, _ in material.rows]
    table = without(
        concept_table(material.sentences, material.scores, groups),
        {name for text in said for name in concepts_of(text, material.lexicon.language)},
    )
    coverage = make_units(
        table, material.scores, [unit.rows for unit in units], [unit.words for unit in units]
    )
    order = [number for number, _ in menu(coverage, lead, following.factor, _MAX_PASSAGES)]
    taken = tuple(units[number] for number in order)
    worth = coverage.marginal(order)
    fresh = _fresh_concepts(table, [unit.rows for unit in taken])
    backing = following.witnesses.backing([row for unit in taken for row in unit.rows])
    passages = tuple(
        Passage(
            tuple(point(material, row, backing) for row in unit.rows),
            round(value / (worth[0] or 1.0), 9),
            max(float(material.scores[row]) for row in unit.rows),
            brings,
        )
        for unit, value, brings in zip(taken, worth, fresh, strict=True)
    )
    return passages, taken


def _one_line(material: Material, witnesses: Witnesses) -> Point | None:
    number = find_one_line(material)
    if number is None:
        return None
    (row,) = material.units[number].rows
    return point(material, row, witnesses.backing([row]))


def _left_out(material: Material, taken: Sequence[Unit]) -> tuple[LeftOut, ...]:
    """What ranked and was not offered, best first, with the reason."""
    used = {row for unit in taken for row in unit.rows}
    rows = [row for row in range(len(material.rows)) if row not in used]
    rows.sort(key=lambda row: (-float(material.scores[row]), row))
    return tuple(
        LeftOut(material.citation(row), float(material.scores[row]), _why_not(material, row, taken))
        for row in rows
    )


def _why_not(material: Material, row: int, taken: Sequence[Unit]) -> str:
    candidate = material.rows[row][1]
    if candidate.reason:
        return candidate.reason
    if not material.chain(row):
        return "needs the sentence before it"
    said = [other for unit in taken for other in unit.facts]
    if any(same_fact(material.facts[row], other) for other in said):
        return "states what is offered already"
    if any(too_like(material.facts[row], other) for other in said):
        return "says much of what is offered already"
    text = " ".join([material.story.headline, *(unit.text for unit in taken)])
    if unknown_names(candidate, text):
        return "uses a name that nothing introduces"
    return "adds less than what was chosen"


def _fresh_concepts(table: Concepts, rows: Sequence[Sequence[int]]) -> list[tuple[str, ...]]:
    """Per passage the names of the heaviest concepts that those before it do not hold."""
    seen: set[int] = set()
    result = []
    for passage in rows:
        held = {int(column) for row in passage for column in table.holds[[row]].indices}
        fresh = sorted(held - seen, key=lambda column: (-float(table.weights[column]), column))
        result.append(tuple(table.names[column] for column in fresh[:_CONCEPTS_SHOWN]))
        seen |= held
    return result
