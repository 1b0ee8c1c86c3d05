"""A story's Telling: what it can say, in the order worth saying it.

Within one story: sentences ranked, those unfit to stand alone set aside, a lead chosen that tells
what the headline says, then passages added while each brings something new. The page later takes
as much of this menu as it has room for.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt

import numpy as np

from briefs.language import Lexicon, lexicon, rarity, split_sentences
from briefs.model import Article, Citation, LeftOut, Passage, Point, Sentence, Story, Telling
from briefs.ranking import rank_sentences
from briefs.selection.concepts import Concepts, concept_table
from briefs.selection.coverage import make_units, menu
from briefs.selection.facts import (
    NAME_WEIGHT,
    Facts,
    cosine,
    figures_differ,
    overlap,
    reader,
    same_fact,
)
from briefs.selection.gates import Candidate, judge

MAX_ARTICLES, MAX_SENTENCES = 30, 60
_MAX_PASSAGES = 6
_CONCEPTS_SHOWN = 6
_OPENING_SENTENCES, _AKIN = 3, 0.2
_NO_WITNESS = frozenset({"furniture", "inside a quotation"})
_BREVITY = 0.25
_LEAD_POSITIONS, _LEAD_WORDS, _LEAD_SHARE = 2, 12, 0.30
_OPENING = 2000
_ONE_LINE_POSITIONS, _ONE_LINE_SHARE, _ONE_LINE_WORDS = 5, 0.45, 40
# Nearer than this a second sentence says little that the first did not.
_MAX_OVERLAP, _MAX_COSINE = 0.34, 0.24
_NEW_SOURCE = 1.6
# The lead is chosen by what it shares with the headline first, by its rank second.
_SHARE_FLOOR = 0.1
# "The building …" opens a story less well than "A building …".
_DEFINITE = 0.6
_LENGTH_EXPONENT = 0.5
# Another article's opening mostly tells the lead again in other words.
_RETELLS, _MAX_OPENING_OVERLAP = 0.4, 0.25
_NAME_OR_NUMBER = re.compile(r"(?<=[\w,;] )[A-ZÀ-ÖØ-Þ][\w’'\-]+|\d[\d,.]*\d|\d")


@dataclass(frozen=True)
class _Unit:
    """One thing that can be taken: a candidate, or one with the candidate it needs before it."""

    rows: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    facts: tuple[Facts, ...]
    article: Article
    origin: int
    names: frozenset[str]

    @property
    def head(self) -> Candidate:
        return self.candidates[0]

    @property
    def weight(self) -> float:
        return min(candidate.weight for candidate in self.candidates)

    @property
    def words(self) -> int:
        return sum(candidate.words for candidate in self.candidates)


def tell(story: Story, ranker: str = "textrank", max_words_per_article: int = 150) -> Telling:
    """The Telling of a story; without passages when no sentence is fit to open it.

    No article is quoted with more than `max_words_per_article` words.
    """
    return _Teller(story, ranker, max_words_per_article).telling()


class _Teller:
    """One story's sentences, scores and facts, worked out once."""

    def __init__(self, story: Story, ranker: str, max_words: int) -> None:
        self.story = story
        self.max_words = max_words
        language = story.headline_article.language or "en"
        self.lexicon: Lexicon = lexicon(language)
        self.rarity = partial(rarity, language=language)
        self.read = reader(self.lexicon, self.rarity)
        self.headline = self._headline_weights(story)
        self.origin_of = {
            article: number
            for number, origin in enumerate(story.origins)
            for article in origin.articles
        }
        articles = _distinct(story)[:MAX_ARTICLES]
        judged = [
            (article, judge(article, split_sentences(article)[:MAX_SENTENCES], self.lexicon))
            for article in articles
        ]
        self.rows: list[tuple[Article, Candidate]] = [
            (article, candidate) for article, candidates in judged for candidate in candidates
        ]
        sentences: list[Sentence] = [candidate.sentence for _, candidate in self.rows]
        self.scores = rank_sentences(sentences, ranker) if sentences else np.zeros(0)
        self.sentences = sentences
        self.openings: dict[str, bool] = {}

    def _headline_weights(self, story: Story) -> dict[str, float]:
        """The headline's stems, weighed by rarity; those that are names in the text weigh half."""
        facts = self.read(story.headline)
        opening = self.read(story.headline_article.body[:_OPENING])
        return {
            stem: self.rarity(stem) * (NAME_WEIGHT if stem in opening.names else 1.0)
            for stem in facts.weights
        }

    def telling(self) -> Telling:
        units = self._units()
        lead = self._lead(units)
        if lead is None:
            return Telling(self.story, (), left_out=self._left_out(()))
        groups = [self.origin_of[article] for article, _ in self.rows]
        table = concept_table(self.sentences, self.scores, groups)
        coverage = make_units(
            table, self.scores, [unit.rows for unit in units], [unit.words for unit in units]
        )
        order = menu(
            coverage, lead, lambda unit, chosen: self._factor(units, unit, chosen), _MAX_PASSAGES
        )
        taken = [units[number] for number, _ in order]
        worth = coverage.marginal([number for number, _ in order])
        fresh = _fresh_concepts(table, [unit.rows for unit in taken])
        backing = self._backing([row for unit in taken for row in unit.rows])
        passages = tuple(
            replace(self._passage(unit, value / (worth[0] or 1.0), backing), brings=brings)
            for unit, value, brings in zip(taken, worth, fresh, strict=True)
        )
        return Telling(
            self.story,
            passages,
            one_line=self._one_line(units),
            figures=self._figures(taken, units),
            left_out=self._left_out(taken),
        )

    def _units(self) -> list[_Unit]:
        units = []
        for row, (article, candidate) in enumerate(self.rows):
            if candidate.reason:
                continue
            rows: tuple[int, ...] = (row,)
            candidates: tuple[Candidate, ...] = (candidate,)
            if candidate.needs_previous:
                before = self._before(row)
                if before is None:
                    continue
                rows, candidates = (row - 1, row), (before, candidate)
            text = " ".join(part.text for part in candidates)
            units.append(
                _Unit(
                    rows,
                    candidates,
                    tuple(self.read(part.text) for part in candidates),
                    article,
                    self.origin_of[article],
                    frozenset(_NAME_OR_NUMBER.findall(text)),
                )
            )
        return units

    def _before(self, row: int) -> Candidate | None:
        """The candidate before, when it may be printed and needs none itself."""
        if row == 0 or self.rows[row - 1][0] is not self.rows[row][0]:
            return None
        before = self.rows[row - 1][1]
        return None if before.reason or before.needs_previous else before

    def _share(self, unit: _Unit) -> float:
        """How much of the headline the unit's first sentence holds, its stems weighed by rarity.

        Names weigh half: a sentence with the headline's cast and not its news is no lead.
        """
        held = unit.facts[0].weights.keys()
        whole = sum(self.headline.values())
        return sum(w for stem, w in self.headline.items() if stem in held) / (whole or 1.0)

    def _lead(self, units: Sequence[_Unit]) -> int | None:
        """The unit to open with: high up, whole, and about what the headline says.

        Sought in the article of the headline first, so that headline and lead tell one thing.
        """
        home = self.story.headline_article.id
        for own, positions, share in (
            (True, _LEAD_POSITIONS, _LEAD_SHARE),
            (False, _LEAD_POSITIONS, _LEAD_SHARE),
            (False, 2 * _LEAD_POSITIONS, 0.2),
        ):
            fit = [
                number
                for number, unit in enumerate(units)
                if len(unit.rows) == 1
                and (not own or (unit.article.id == home and not unit.head.nouns))
                and unit.head.position <= positions
                and unit.words >= _LEAD_WORDS
                and self._share(unit) >= share
                and not self._unknown(unit, self.headline.keys(), self.story.headline)
            ]
            if fit:
                return max(fit, key=lambda number: self._lead_value(units[number]))
        return None

    def _lead_value(self, unit: _Unit) -> float:
        score = sqrt(float(self.scores[unit.rows[0]]) / (1 + unit.head.position))
        whole = _DEFINITE if unit.head.nouns and unit.head.text[:4] == "The " else 1.0
        return round(score * unit.weight * whole * (_SHARE_FLOOR + self._share(unit)), 9)

    def _unknown(self, unit: _Unit, stems: AbstractSet[str], text: str) -> bool:
        """A surname or definite noun of the unit that nothing printed before it introduces."""
        head = unit.head
        if any(name not in text for name in head.surnames):
            return True
        return bool(head.nouns) and not head.nouns & stems

    def _factor(self, units: Sequence[_Unit], number: int, chosen: Sequence[int]) -> float:
        """How a unit's gain counts behind the chosen ones; 0 while it may not follow them."""
        unit = units[number]
        before = [units[other] for other in chosen]
        rows = {row for other in before for row in other.rows}
        if rows & set(unit.rows):
            return 0.0
        quoted = sum(other.words for other in before if other.article is unit.article)
        if quoted + unit.words > self.max_words:
            return 0.0
        for facts in unit.facts:
            for other in before:
                for said in other.facts:
                    if _too_like(facts, said):
                        return 0.0
        if unit.article is not before[0].article and not self._akin(unit.article, before[0]):
            return 0.0
        retells = 1.0
        if unit.head.position == 0 and len(self.story.articles) > 1:
            known = frozenset().union(*(other.names for other in before))
            again = max(overlap(unit.facts[0], said) for said in before[0].facts)
            if len(unit.names - known) < 2 or again >= _MAX_OPENING_OVERLAP:
                return 0.0
            retells = _RETELLS
        stems = set(self.headline).union(
            *(facts.weights.keys() for o in before for facts in o.facts)
        )
        text = " ".join([self.story.headline, *(c.text for o in before for c in o.candidates)])
        if self._unknown(unit, stems, text):
            return 0.0
        origins = {other.origin for other in before}
        fresh = _NEW_SOURCE if len(origins) == 1 and unit.origin not in origins else 1.0
        return float(unit.weight * retells * fresh / max(unit.words, 1) ** _LENGTH_EXPONENT)

    def _akin(self, article: Article, lead: _Unit) -> bool:
        """Whether an article opens on what the lead tells: else it is of another event."""
        if article.id not in self.openings:
            first = [c.text for a, c in self.rows if a is article][:_OPENING_SENTENCES]
            opening = self.read(" ".join([article.title, *first]))
            told = self.read(" ".join([self.story.headline, lead.head.text]))
            self.openings[article.id] = cosine(opening, told, cast=True) >= _AKIN
        return self.openings[article.id]

    def _passage(self, unit: _Unit, value: float, backing: Mapping[int, Sequence[int]]) -> Passage:
        points, repeats = [], []
        for row, candidate in zip(unit.rows, unit.candidates, strict=True):
            also: dict[int, Citation] = {}
            for other in backing[row]:
                also.setdefault(self.origin_of[self.rows[other][0]], _citation(*self.rows[other]))
            also.pop(unit.origin, None)
            points.append(Point(_citation(unit.article, candidate), tuple(also.values())))
            repeats += [_citation(*self.rows[other]) for other in backing[row]]
        score = max(float(self.scores[row]) for row in unit.rows)
        return Passage(tuple(points), round(value, 9), score, tuple(repeats))

    def _backing(self, rows: Sequence[int]) -> dict[int, list[int]]:
        """For each printed row the others that state the same, the most alike first.

        A sentence backs one printed sentence only, the one it is most like.
        """
        pairs = []
        for row in rows:
            facts = self.read(self.rows[row][1].text)
            for other, (_, candidate) in enumerate(self.rows):
                if other in rows or candidate.reason in _NO_WITNESS:
                    continue
                theirs = self.read(candidate.text)
                if same_fact(facts, theirs):
                    pairs.append((-cosine(facts, theirs), row, other))
        backing: dict[int, list[int]] = {row: [] for row in rows}
        used: set[int] = set()
        for _, row, other in sorted(pairs):
            if other not in used:
                backing[row].append(other)
                used.add(other)
        return backing

    def _one_line(self, units: Sequence[_Unit]) -> Point | None:
        """The sentence that says the story in one line, standing alone.

        Like the lead it is sought in the article of the headline first.
        """
        fit = [
            unit
            for unit in units
            if len(unit.rows) == 1
            and unit.head.position < _ONE_LINE_POSITIONS
            and _LEAD_WORDS <= unit.words <= _ONE_LINE_WORDS
            and self._share(unit) >= _ONE_LINE_SHARE
            and not unit.head.nouns
            and not self._unknown(unit, self.headline.keys(), self.story.headline)
        ]
        at_home = [unit for unit in fit if unit.article.id == self.story.headline_article.id]
        if not fit:
            return None
        best = max(at_home or fit, key=lambda unit: self._lead_value(unit) / unit.words**_BREVITY)
        return self._passage(best, 1.0, self._backing(best.rows)).points[0]

    def _figures(self, taken: Sequence[_Unit], units: Sequence[_Unit]) -> tuple[Point, ...]:
        """The first pair of statements, from two origins, whose numbers for one thing differ."""
        for one in taken[:3]:
            for two in units:
                if one.origin == two.origin or len(two.rows) > 1 or len(one.rows) > 1:
                    continue
                if two.head.weight >= 0.7 and figures_differ(one.facts[0], two.facts[0]):
                    return (
                        Point(_citation(one.article, one.head)),
                        Point(_citation(two.article, two.head)),
                    )
        return ()

    def _left_out(self, taken: Sequence[_Unit]) -> tuple[LeftOut, ...]:
        """What ranked and was not offered, best first, with the reason."""
        used = {row for unit in taken for row in unit.rows}
        rows = [row for row in range(len(self.rows)) if row not in used]
        rows.sort(key=lambda row: (-float(self.scores[row]), row))
        return tuple(
            LeftOut(_citation(*self.rows[row]), float(self.scores[row]), self._why_not(row, taken))
            for row in rows
        )

    def _why_not(self, row: int, taken: Sequence[_Unit]) -> str:
        candidate = self.rows[row][1]
        if candidate.reason:
            return candidate.reason
        if candidate.needs_previous and self._before(row) is None:
            return "needs the sentence before it"
        facts = self.read(candidate.text)
        said = [other for unit in taken for other in unit.facts]
        if any(same_fact(facts, other) for other in said):
            return "states what is offered already"
        if any(_too_like(facts, other) for other in said):
            return "says much of what is offered already"
        text = " ".join([self.story.headline, *(c.text for u in taken for c in u.candidates)])
        if any(name not in text for name in candidate.surnames):
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


def _too_like(facts: Facts, said: Facts) -> bool:
    return overlap(facts, said) >= _MAX_OVERLAP or cosine(facts, said) >= _MAX_COSINE


def _citation(article: Article, candidate: Candidate) -> Citation:
    return Citation(article, candidate.sentence.start, candidate.sentence.end)


def _distinct(story: Story) -> list[Article]:
    """One article of each set of copies, the fullest, in the story's order."""
    dropped = {article.id for group in story.copies for article in group[1:]}
    return [article for article in story.articles if article.id not in dropped]
