"""How common stems are in ordinary texts, per language: small tables that lie in the package.

A table steadies the idf of small folders, where a document frequency of 1 says little. Its origin
stands in its first lines; `benchmarks/background.py` builds it. A language without one has none.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def background(language: str) -> Mapping[str, float]:
    """Stem to the share of ordinary texts that hold it, for an ISO 639-1 code; empty if unknown."""
    table = files(__package__).joinpath(f"{language}.tsv")
    if not (language.isalpha() and table.is_file()):
        return MappingProxyType({})
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if line[:1] != "#")
    return MappingProxyType({stem: float(share) for stem, share in rows})
