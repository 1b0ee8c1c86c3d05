"""How rare a stem is in ordinary text: the weight of a word when two sentences are compared."""

from functools import cache
from importlib.resources import files
from math import log

# A stem in none of the table's texts is taken to stand in about one text of so many.
_UNSEEN = 2e-4


@cache
def _shares(language: str) -> dict[str, float]:
    table = files("briefs.stories.background").joinpath(f"{language}.tsv")
    if not (language.isalpha() and table.is_file()):
        return {}
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if line[:1] != "#")
    return {stem: float(share) for stem, share in rows}


def rarity(stem: str, language: str) -> float:
    """ln(1 / share of ordinary texts that hold the stem); the same for all where no table is."""
    return -log(_shares(language).get(stem, _UNSEEN))
