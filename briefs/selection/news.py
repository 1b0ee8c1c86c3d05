"""What a headline says, and how much of it another text tells."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from briefs.language import Lexicon
from briefs.selection.kinship import held

# A headline's cast is not its news, nor is what happened meanwhile or who says so; of its words
# the rarest are no more news than the rare.
_NAME, _ASIDE, _RAREST = 0.5, 0.5, 6.0
_FIRST = 8
_CLAUSE = re.compile(
    r"\b(?:as|after|during|amid|while|before|since|when|over|following|ahead)\b"
    r"|(?: [–—|«-]|:) [\w’' ]{1,20}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class News:
    """A headline's stems, each with what it weighs."""

    weights: Mapping[str, float]
    language: str

    def told(self, stems: Collection[str]) -> float:
        """The share of the headline that a text with these stems tells: 0 … 1."""
        said = sum(
            weight
            for stem, weight in self.weights.items()
            if stem in stems or held(stem, stems, self.language)
        )
        return round(said / (sum(self.weights.values()) or 1.0), 9)


def news_of(
    headline: str, names: Collection[str], lexicon: Lexicon, rarity: Callable[[str], float]
) -> News:
    """The news of a headline; `names` are the stems that its article writes as names."""
    main = frozenset(lexicon.terms(_main_clause(headline)))
    return News(
        {
            stem: min(rarity(stem), _RAREST)
            * (_NAME if stem in names else 1.0)
            * (1.0 if stem in main else _ASIDE)
            for stem in lexicon.terms(headline)
        },
        lexicon.language,
    )


def _main_clause(headline: str) -> str:
    """What happened: the headline up to “after …”, “as …”, “: police”."""
    match = _CLAUSE.search(headline, _FIRST)
    return headline[: match.start()] if match else headline
