"""How common stems are in ordinary text, per language: small tables that lie in the package.

A table steadies the idf of small folders, where a document frequency of 1 says little. Its origin
stands in its first lines; `benchmarks/background.py` builds it. A language without one has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Background:
    """`share[stem]` is the share of ordinary texts that hold the stem; `rest` that of any other.

    `texts` is how many imagined texts the table adds to a pile (the prior's strength). Without a
    table cosines of one story are lower: `ease` makes up for it in a merge's log-odds.
    """

    texts: float
    rest: float
    share: Mapping[str, float]
    ease: float


NONE = Background(texts=10.0, rest=0.01, share=MappingProxyType({}), ease=0.45)


@cache
def background(language: str) -> Background:
    """The table of an ISO 639-1 language, or `NONE`."""
    table = files(__package__).joinpath(f"{language}.tsv")
    if not (language.isalpha() and table.is_file()):
        return NONE
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if line[:1] != "#")
    return Background(1000.0, 0.0, MappingProxyType({stem: float(p) for stem, p in rows}), 0.0)
