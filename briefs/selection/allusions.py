"""“The country”, “the Valley”, “the court”: nouns that mean the place or body named last.

In its article such a noun goes back to a name; on the page that name may be missing, or another
may stand nearer. English only, like the lists of `phrases` that it needs.
"""

import re

from briefs.language.countries import COUNTRY

_LAND = re.compile(r"\b[Tt]he (?:country|nation|capital)\b(?! of\b| where\b| that\b|-)")
_PLACE = re.compile(
    r"\b[Tt]he (?:region|province|city|town|village|district|county|island)\b(?! of\b|-)"
)
# With a capital and nothing before it: short for "the Lower Orm Valley".
_CAPITALISED = re.compile(
    r"\b[Tt]he (Valley|Strip|Peninsula|Kingdom|Territory|Province|Island|Bay|Region|Canal)\b"
    r"(?! of\b| [A-Z])"
)
_BODY = re.compile(
    r"\b[Tt]he (court|tribunal|ministry|party|bank|council|agency|commission|department)\b"
    r"(?! of\b|-| [a-z]+s? (?:of|that)\b)"
)
_LOWER_COURT = re.compile(r"\b[Tt]he (district|appeals|appellate|circuit|lower|trial) court\b")
_NAMED_BODY = re.compile(
    r"\b([A-Za-z][\w’']*) (court|tribunal|ministry|party|bank|council|agency|commission"
    r"|department)\b",
    re.IGNORECASE,
)
_LOCATED = re.compile(
    r"\b(?:in|at|near|of|from|to|across|outside|around|on|over|for|off|into) "
    r"(?:[a-z]{2,12} ){0,2}[A-ZÀ-ÖØ-Þ]\w"
)
_NAME_WITHIN = re.compile(r"(?<=[\w,] )[A-ZÀ-ÖØ-Þ]\w+")
# What is "highest" in one sentence is "supreme" in the next.
_TOP = frozenset("supreme top highest high apex constitutional".split())
# Some are known by their country alone.
_KNOWN = {"Valley": "Kashmir", "Strip": "Gaza", "Peninsula": "Korea|Crimea|Arabia"}
LAND, PLACE = "a country", "a place"


def allusions(text: str, before: str) -> tuple[str, ...]:
    """What must be named before a sentence so that its nouns mean what they mean in its article.

    `before` is what precedes it there. Nothing is asked of what the sentence names itself.
    """
    found: list[str] = []
    # An article's first sentence goes back to nothing but the names in it.
    opens = not before.strip() and _NAME_WITHIN.search(text)
    if _LAND.search(text) and not COUNTRY.search(text) and not opens:
        found.append(LAND)
    if _PLACE.search(text) and not (_LOCATED.search(text) or COUNTRY.search(text)):
        found.append(PLACE)
    capitalised = (f"a {match[1]}" for match in _CAPITALISED.finditer(text))
    found += [allusion for allusion in capitalised if not named(allusion, text)]
    found += [f"{which} court" for which in _LOWER_COURT.findall(text)]
    for match in _BODY.finditer(text):
        nearest = _nearest(f"{before} {text[: match.start()]}", match[1])
        if nearest and not _nearest(text[: match.start()], match[1]):
            found.append(f"{nearest} {match[1]}")
    return tuple(found)


def named(allusion: str, text: str) -> bool:
    """Whether `text` names what the allusion means, and nothing of its kind nearer."""
    if allusion == LAND:
        return COUNTRY.search(text) is not None
    if allusion == PLACE:
        return (_LOCATED.search(text) or COUNTRY.search(text)) is not None
    which, noun = allusion.split(" ", 1)
    if noun[0].isupper():
        short = _KNOWN.get(noun, COUNTRY.pattern)
        return re.search(rf"\b[A-ZÀ-ÖØ-Þ]\w+ {noun}\b|{short}", text) is not None
    return _nearest(text, noun) == which


def _nearest(text: str, noun: str) -> str:
    """The word before the last mention of the noun that says which: "supreme", "district"."""
    nearest = ""
    for which, kind in _NAMED_BODY.findall(text):
        if kind.lower() == noun and which.lower() not in ("the", "this", "that", "its", "their"):
            nearest = which.lower()
    return "supreme" if nearest in _TOP else nearest
