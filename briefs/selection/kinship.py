"""Words that headlines and reports use for one another: quake and earthquake, 15 and fifteen.

A headline is written by another hand than its report and shortens everything: compared by stems
alone, half of a good headline is missing from a good opening. So numbers in words and digits,
nations and their people, and classes of English news words are read as akin.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from briefs.language import lexicon
from briefs.selection.figures import NUMBER_WORDS

_NEAR = 4

_CLASSES = """
kill dead death deaths died dies dying fatal fatality drowned slain murder
injured hurt wound
shot shooting shooter gunman gunmen gunfire gunned
arrest detain detention custody nab caught capture jail
charge indicted accuse
sacked ousted dismissed fired
fire blaze flames inferno burn burnt
quake earthquake tremor aftershock
plane aircraft jet jetliner airliner airplane flight
helicopter chopper
blast explosion explode bomb
probe investigation investigate inquiry
win won beat defeat victory
lose lost
slam blast criticise criticize condemn lash backlash
say said tell told announce
meet met meeting talk summit
deal agreement accord pact
buy bought acquire takeover purchase ink
cut slash axe
jobs workers staff employees
raise rose rise hike increase soar jump climb
fall fell plunge drop decline down
ban prohibit outlaw
vote poll election
police cops officers
boss chief head leader ceo executive exec
pm premier prime
kids children child
woman women female
man men male
mom mother mum
dad father
killer attacker assailant
attack assault bombing shooting stabbing explosion blast raid
storm hurricane typhoon cyclone
migrants refugees
protest demonstration demonstrators rally
troops soldiers army military
missile rocket projectile
unveil reveal launch debut introduce
name appoint pick nominate
quit resign
vow pledge promise
rescue save
flee fled
discover find found
seek sought
sentence jail prison
school students
hit strike struck
halt stop suspend
warn warning
judge court
gop republican
"""


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Stem -> the classes it belongs to, each known by its first stem or its digits."""
    stem = lexicon("en").stem
    found: dict[str, set[str]] = {}
    for line in _CLASSES.split("\n"):
        stems = list(map(stem, line.split()))
        for word in stems:
            found.setdefault(word, set()).add(stems[0])
    for word, value in NUMBER_WORDS.items():
        found.setdefault(stem(word), set()).add(str(value))
    for value, word in enumerate("first second third fourth fifth sixth seventh".split(), 1):
        found.setdefault(stem(word), set()).add(str(value))
    return {word: frozenset(classes) for word, classes in found.items()}


@lru_cache(maxsize=1 << 16)
def akin(one: str, other: str, language: str = "en") -> bool:
    """Whether two stems may stand for one another."""
    if one == other:
        return True
    if one[:1].isalpha() and other[:1].isalpha():
        # “china” and “chines”, “investig” and “investigat”.
        least = max(_NEAR, min(len(one), len(other)) - 1)
        if len(one) >= least and one[:least] == other[:least]:
            return True
    return language == "en" and not _kinds(one).isdisjoint(_kinds(other))


@lru_cache(maxsize=1 << 16)
def canonical(stem: str, language: str = "en") -> str:
    """One stem for all of a class: "dead" for "kill"; the stem itself when it is in none."""
    kinds = _kinds(stem) if language == "en" else frozenset()
    return min(kinds, default=stem)


def held(stem: str, stems: Iterable[str], language: str = "en") -> bool:
    """Whether a stem or one akin to it is among `stems`."""
    # Most stems are in no class, and those akin by their letters share the first.
    in_class = language == "en" and bool(_kinds(stem))
    return any(akin(stem, other, language) for other in stems if in_class or other[:1] == stem[:1])


def _kinds(stem: str) -> frozenset[str]:
    digits = stem.rstrip("stndrh") if stem[:1].isdigit() else ""
    return frozenset({digits}) if digits else _classes().get(stem, frozenset())
