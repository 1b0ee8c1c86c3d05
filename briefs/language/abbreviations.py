"""What each language writes with a full stop that need not end a sentence.

The lists stand in `data/<ISO 639-1>.txt`, those of every language in `data/any.txt`, without the
last stop. An entry in lower case matches any case; one with a capital matches only capitals, so
that "Sat." is a day and "sat." a verb. Inner stops are written, inner spaces are not: "z.b" stands
for "z.B." and "z. B.". Compiled by hand; the English list completed by reading the misses on the
training part of the English Web Treebank.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources


class Words(frozenset[str]):
    """Abbreviations that know which of them need a capital."""

    def has(self, word: str) -> bool:
        """Whether `word`, as it stands in the text without its last stop, is one of them."""
        if word.lower() in self:
            return True
        return word[:1].isupper() and (word in self or word.capitalize() in self)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations by what they say about what follows.

    `leading` never end a sentence: a name or an explanation comes next. `numbered` and `months` end
    one unless a number comes next. `closing` end one before a capital. `others` end one only
    before a word that starts sentences; of these, `starters` adds to the language's stop words.
    """

    leading: Words
    numbered: Words
    months: Words
    closing: Words
    others: Words
    starters: Words

    def has(self, word: str) -> bool:
        """Whether `word` is an abbreviation of any kind."""
        kinds = (self.leading, self.numbered, self.months, self.closing, self.others)
        return any(kind.has(word) for kind in kinds)


@cache
def abbreviations(language: str) -> Abbreviations:
    """The lists of a language (ISO 639-1); an unknown one gets the international few."""
    return Abbreviations(
        *(
            Words(word_list(language, kind) | word_list("any", kind))
            for kind in (
                "leading",
                "numbered",
                "months",
                "closing",
                "others",
                "starters",
            )
        )
    )


def word_list(language: str, kind: str) -> frozenset[str]:
    """The words under `[kind]` in the language's file; none without one."""
    return _lists(language).get(kind, frozenset())


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    file = resources.files("briefs.language").joinpath("data", f"{language}.txt")
    if not file.is_file():
        return {}
    sections = file.read_text("utf-8").split("[")[1:]
    parts = (section.partition("]") for section in sections)
    return {kind: frozenset(words.split()) for kind, _, words in parts}
