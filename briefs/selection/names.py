"""Surnames that stand alone: a reader of one sentence has not met their bearer."""

import re
from collections.abc import Collection, Iterator

from briefs.language.countries import COUNTRY

# Roles that introduce a name well enough: "President Orlan".
TITLES = frozenset(
    "mr mrs ms dr sir president minister secretary senator sen rep gov governor chancellor king"
    " queen prince princess pope judge justice general gen col colonel lt sgt capt captain major"
    " professor prof mayor chief commissioner spokesman spokeswoman spokesperson officer detective"
    " lord lady chairman ambassador premier congressman congresswoman attorney coach director"
    " sheriff sergeant pastor rev bishop cardinal ayatollah sheikh herr frau monsieur madame m mme"
    " señor señora don doña presidente presidenta ministro ministra signor signora präsident"
    " ministre président présidente kanzler kanzlerin minister ministerin inspector".split()
)
# Before a lone surname these do not say who it is; the offices of state do.
_RANK = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Col|Gen|Capt|Maj|Cpl|Det|Insp|Prof|Rev|Judge|Justice|Detective|Officer"
    r"|General|Colonel|Captain|Sergeant|Lieutenant|Major|Professor|Inspector|Sheriff|Sen|Rep|Prince"
    r"|Princess|Sheikh|Sir|Lady|Lord)\.?"
    r" (?:d[aeiu] |v[ao]n |bin |el |al-)?([A-ZÀ-ÖØ-Þ][\w’\-]{1,30})(?![\w’\-])(?! [A-ZÀ-ÖØ-Þ]\w)"
)
# "Ada Morrow, 41", "Ada Morrow, who", "Ada Morrow, a trader", "Ada Morrow (Labour)".
_EXPLAINED = re.compile(r"(?:[’']s)?(?:, (?:\d|[a-z])| \(| of | from )")
_FULL = re.compile(
    r"\b(?:(?P<role>[a-zß-ÿ][\w’\-]{1,30}),? )?"
    r"(?P<first>(?:[A-ZÀ-ÖØ-Þ][\w.’\-]{0,30} (?:d[aeiu] |v[ao]n |de la |bin |el-|al-)?){1,5})"
    r"(?P<last>[A-ZÀ-ÖØ-Þ][\w’\-]{1,30})"
)
_APPOSITION = ("a ", "an ", "the ", "who ", "which ", "whose ")
_MOST_NAMES = 3
# "Kyodo news agency", "Leeds police" say what they are.
_KINDS = frozenset(
    "news agency newspaper daily weekly magazine radio television police prosecutors officials"
    " court university hospital airport city province region county state district".split()
)
_WHERE = frozenset(
    "in at from near off around on across outside under of to into towards for by between".split()
)
_NOBODY = frozenset("in at from near off around on across outside under the a an".split())
_PERSONAL = frozenset(
    "who was were is has had himself herself also later then met went took came left held made gave"
    " began spoke wrote led won".split()
)
# "the IEC", once its article has explained it: "… Electoral Commission (IEC)".
_ACRONYM = re.compile(r"\b[A-Z]{1,3}[A-Za-z]{0,3}[A-Z]{1,3}\b")
_FAMILIAR = frozenset("US UK UN EU FBI CIA NASA NATO BBC CNN IS AIDS HIV COVID".split())
_WHOSE = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.’\-]{0,20} ){1,2}([A-ZÀ-ÖØ-Þ][\w\-]{1,30})[’']s [a-z]")
_INITIALS = re.compile(r"(?!U\.[SKN]\Z)[A-Z](?:\.[A-Z])*")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")


def introduced(body: str, speech: Collection[str], stop_words: Collection[str]) -> frozenset[str]:
    """Surnames that `body` introduces with a first name, and uses like a person's.

    Like a person's: next to a verb of speech, or before an age, "who" or "was", at least once, or
    alone before a verb in the past.
    """
    first_use: dict[str, bool] = {}
    people: set[str] = set()
    for run, before, after in _runs(body, stop_words):
        name = run[-1]
        if name not in first_use and len(name) > 2 and not name.isupper():
            named = [word for word in run[:-1] if word.lower().rstrip(".") not in TITLES]
            first_use[name] = bool(named) and (not named[-1].isupper() or len(named[-1]) < 4)
        spoke = after in speech or before in speech or (after.endswith("ed") and len(run) == 1)
        if spoke or after in _PERSONAL or after.isdigit():
            people.add(name)
    return frozenset(name for name, full in first_use.items() if full and name in people)


def lone(text: str, surnames: Collection[str], stop_words: Collection[str]) -> frozenset[str]:
    """Those of `surnames` that `text` uses with neither a first name nor a title."""
    alone: set[str] = set()
    full: set[str] = set()
    for run, before, after in _runs(text, stop_words):
        # "University of Port Ellan" is nobody's surname.
        if run[-1] in surnames and after != "of":
            (alone if len(run) == 1 and before.rstrip(".") not in TITLES else full).add(run[-1])
    return frozenset(alone - full)


def subject(text: str, earlier: str, speech: Collection[str]) -> frozenset[str]:
    """The one name a sentence begins with, if a reader of it alone does not know it.

    “Orlan said …” is somebody's; “Orlan expects …” what the article explained `earlier`: “Orlan, a
    maker of …”. None of “Prosecutors said …”, nor, therefore, of “Stevens said …”.
    """
    name, verb = [*text.split(" ", 2), "", ""][:2]
    if not (name.isalpha() and name.istitle() and verb.islower()) or name.endswith("s"):
        return frozenset()
    known = verb not in speech and not any(f"{name}, {word}" in earlier for word in _APPOSITION)
    return frozenset() if known else frozenset({name})


def met_before(text: str, earlier: str, stop_words: Collection[str]) -> frozenset[str]:
    """Names on their own, and the name a sentence begins with, that the article used `earlier`.

    “Ada’s whereabouts”, “The Ellan Observer has printed …”: whose, and what is it to the story?
    Not a place one is in, nor what is explained behind a comma or stands before another name.
    """
    found: set[str] = set()
    for run, before, after in _runs(text, stop_words):
        name = run[-1]
        place = text.find(" ".join(run))
        begins = place <= len("The ") and after.islower()
        end = place + len(" ".join(run))
        whose = text[end : end + 2] in ("’s", "'s")
        alone = len(run) == 1 and (whose or before not in _WHERE) and not COUNTRY.match(name)
        explained = after in _KINDS or _EXPLAINED.match(text, end)
        if (begins or alone) and not explained and re.search(rf"\b{re.escape(name)}\b", earlier):
            found.add(name)
    return frozenset(found)


def ranked(text: str) -> frozenset[str]:
    """Surnames with a mere rank: “Gen. Orlan”, “Mr. Orlan”."""
    return frozenset(name.removesuffix("’s") for name in _RANK.findall(text))


def acronyms(text: str, earlier: str) -> frozenset[str]:
    """Those of the text that its article explained `earlier`: “… (IEC)”, “a satellite called …”."""
    found = capitals(text)
    return frozenset(
        name
        for name in found
        if f"({name})" not in text and (f"({name})" in earlier or f" called {name} " in earlier)
    )


def whose(text: str) -> frozenset[str]:
    """The surname of the one whose wife, firm or house a sentence begins with: nobody's yet."""
    match = _WHOSE.match(text)
    return frozenset({match[1]}) if match and not COUNTRY.match(text) else frozenset()


def capitals(text: str) -> frozenset[str]:
    """The acronyms of a text but for those that stand in every paper and those in brackets."""
    found = (match[0] for match in _ACRONYM.finditer(text) if text[match.start() - 1] != "(")
    return frozenset(found) - _FAMILIAR


def unexplained(text: str, surnames: Collection[str], no_role: Collection[str]) -> frozenset[str]:
    """Those of `surnames` that `text` uses with a first name, but does not say whose they are.

    Said is it by a title or noun before the name ("police investigator Ada Morrow") that is not
    one of `no_role`, or by what follows a comma behind it.
    """
    bare: set[str] = set()
    explained: set[str] = set()
    for match in _FULL.finditer(text):
        last = match["last"].removesuffix("’s").removesuffix("'s")
        aged = (match["role"] or "").endswith("-old")
        if (
            not (last in surnames or aged)
            or (match["role"] or "") in _NOBODY
            or COUNTRY.match(match["first"])
        ):
            continue
        first = match["first"].split()
        role = match["role"] or ""
        titled = len(first) >= _MOST_NAMES or any(
            word.lower().rstrip(".") in TITLES or word.endswith(("’s", "'s")) for word in first
        )
        told = role and role not in no_role and not role.endswith(("ed", "ing", "ly", "-old"))
        known = titled or told or _EXPLAINED.match(text, match.start("last") + len(last))
        (explained if known else bare).add(last)
    return frozenset(bare - explained)


def _runs(text: str, stop_words: Collection[str]) -> Iterator[tuple[list[str], str, str]]:
    """Runs of capitalised words with one space between, and the lower-case word on either side.

    Function words at a sentence's start ("In Paris") belong to no run.
    """
    run: list[str] = []
    before, last, end = "", "", -1
    for match in _WORD.finditer(text):
        word = match.group()
        gap = text[end : match.start()] if end >= 0 else ""
        # "Gen. H.R. Orlan" is one name.
        adjacent = gap == " " or (gap == ". " and bool(run) and _short(run[-1]))
        bare = word.removesuffix("'s").removesuffix("’s")
        capital = word[0].isupper() and (bool(run) or word.lower() not in stop_words)
        if run and not (capital and adjacent):
            yield run, before, word.lower()
            run = []
        if capital:
            if not run:
                before = last
            run.append(bare)
            end = match.end() if bare == word else -1
        else:
            end = match.end()
        last = word.lower()
    if run:
        yield run, before, ""


def _short(word: str) -> bool:
    """Whether a word of a name goes with a full stop: an initial, or a title like "Gen"."""
    return _INITIALS.fullmatch(word) is not None or word.lower() in TITLES
