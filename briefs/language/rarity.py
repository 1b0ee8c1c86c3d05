"""How rare a stem is in ordinary text: the weight of a word when two sentences are compared."""

from math import log

from briefs.language.background import background

# A stem in none of the table's texts is taken to stand in about one text of so many.
_UNSEEN = 2e-4


def rarity(stem: str, language: str) -> float:
    """ln(1 / share of ordinary texts that hold the stem); the same for all where no table is."""
    return -log(background(language).get(stem, _UNSEEN))
