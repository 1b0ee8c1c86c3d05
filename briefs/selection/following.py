"""What may follow what stands: new, of the same event, and of things the reader knows by then."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefs.selection.facts import SHARES, Facts, contradict, cosine, overlap
from briefs.selection.gates import LEAST_WORTH
from briefs.selection.kinship import held
from briefs.selection.known import unknown
from briefs.selection.material import Material, Unit
from briefs.selection.phrases import phrases
from briefs.selection.sources import Sources
from briefs.selection.witnesses import Witnesses

# Nearer than this a second sentence says little that the first did not.
_MAX_OVERLAP, _MAX_COSINE = 0.34, 0.24
_NEW_SOURCE = 1.6
# What several say independently is worth more than what one says.
_AGREED = 1.5
_LENGTH_EXPONENT = 0.5
# A sentence of another article must share more with what stands than the place.
_SHARED = 2
# What shares nothing with it and has names of its own is often of something else.
_FAR = 0.5
# What in the lead's article tells so much of the headline often says again what the lead says
# (nine of 23 sentences right behind a lead did).
_TOLD, _AGAIN = 0.38, 0.5
# What an early report did not know yet, and what of it a later one tells.
_NOT_YET = re.compile(
    r"\b(?:no (?:immediate |further |other )?(?:word|details|information|reports?) "
    r"|not (?:immediately |yet |been )?(?:known|clear|released|available|identified)\b"
    r"|unclear\b|unknown\b)"
)
_HARM = re.compile(
    r"\b(?:condition|injur|casualt|fatalit|hurt|wounded|victims|survivors|deaths?\b|died\b|killed)"
)
_TOLD_HARM = re.compile(r"\b(?:kill|dead\b|die[ds]?\b|death|injur|wound|hurt\b)", re.IGNORECASE)
# What shares but names with what stands before and happened long ago is another event.
_BACKGROUND = re.compile(
    r"\b(?:earlier this year|last (?:year|month)|(?:years?|months?) ago|(?:19|20)\d\d)\b"
)


class Following:
    """Weighs what may stand behind the story's lead."""

    def __init__(
        self, material: Material, witnesses: Witnesses, sources: Sources, max_words: int
    ) -> None:
        self.material = material
        self.witnesses = witnesses
        self.sources = sources
        self.max_words = max_words
        self._told: dict[int, float] = {}
        self._days = phrases(material.lexicon.language).weekdays

    def factor(self, number: int, chosen: Sequence[int]) -> float:
        """How a unit's gain counts behind the chosen ones; 0 while it may not follow them."""
        material = self.material
        unit = material.units[number]
        before = [material.units[other] for other in chosen]
        # How an article opens mostly tells the lead again in other words.
        if unit.head.position == 0 or unit.weight < LEAST_WORTH:
            return 0.0
        # Beside outlets of several days nobody knows whose "today" it is.
        if any(candidate.relative for candidate in unit.candidates):
            return 0.0
        if {row for other in before for row in other.rows} & set(unit.rows):
            return 0.0
        quoted = sum(other.words for other in before if other.article is unit.article)
        if quoted + unit.words > self.max_words:
            return 0.0
        said = [facts for other in before for facts in other.facts]
        pairs = [(facts, other) for facts in unit.facts for other in said]
        if any(too_like(*pair) or contradict(*pair, SHARES) for pair in pairs):
            return 0.0
        if unit.article is not before[0].article and not self.sources.may_be_quoted(unit.article):
            return 0.0
        stems = set(material.headline.weights).union(*(other.stems for other in before))
        common = self._shared(unit, stems)
        if unit.article is not before[0].article and common < _SHARED:
            return 0.0
        text = " ".join([material.story.headline, *(other.text for other in before)])
        if unknown(unit, stems, text) or _outdated(unit, before[0], text):
            return 0.0
        if _BACKGROUND.search(unit.text) and (unit.stems & stems) <= self._names(unit):
            return 0.0
        origins = {other.origin for other in before}
        fresh = _NEW_SOURCE if len(origins) == 1 and unit.origin not in origins else 1.0
        agreed = _AGREED if any(map(self.witnesses.agreed, unit.rows)) else 1.0
        near = _FAR if not common and self._names(unit) else 1.0
        again = _AGAIN if unit.article is before[0].article and self._tells_again(unit) else 1.0
        return float(
            unit.weight * near * again * fresh * agreed / max(unit.words, 1) ** _LENGTH_EXPONENT
        )

    def _shared(self, unit: Unit, stems: AbstractSet[str]) -> int:
        exact = len(unit.stems & stems)
        if exact >= _SHARED:
            return exact
        language = self.material.lexicon.language
        return sum(held(stem, stems, language) for stem in sorted(unit.stems))

    def _names(self, unit: Unit) -> frozenset[str]:
        return frozenset().union(*(facts.names for facts in unit.facts)) - self._days

    def _tells_again(self, unit: Unit) -> bool:
        if unit.number not in self._told:
            self._told[unit.number] = self.material.headline.told(unit.stems)
        return self._told[unit.number] >= _TOLD


def too_like(facts: Facts, said: Facts) -> bool:
    return overlap(facts, said) >= _MAX_OVERLAP or cosine(facts, said) >= _MAX_COSINE


def _outdated(unit: Unit, lead: Unit, before: str) -> bool:
    """Whether the unit does not know yet what stands before it, or what the lead's article may."""
    if not _NOT_YET.search(unit.text):
        return False
    if unit.article is not lead.article:
        return True
    return bool(_HARM.search(unit.text) and _TOLD_HARM.search(before))
