"""Which marks end a sentence: candidates, and one `decide` that holds all the repairs.

Where an abbreviation leaves the matter open, Punkt (Kiss & Strunk 2006,
doi:10.1162/coli.2006.32.4.485) judges, on parameters made of the lists in `abbreviations`, so that
no model is ever downloaded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from briefs.language.abbreviations import Abbreviations, abbreviations
from briefs.language.words import lexicon

_REACH = 48  # characters read on either side of a mark
_BRACKET_REACH = 240  # a bracket never closed must not swallow a page
_QUOTE_REACH = 1000

_IDEOGRAPHIC = "。！？｡︒"
_CLOSERS = "\"'”’»›)\\]}“‘„«‹*」』）】》〉"
_OPENERS = "\"'“‘„«‹»›([{¿¡—–-*•「『（【《〈 "
_QUOTES = "\"”’'»“«‹›"
# A run of marks, what closes behind it, and the white space that follows.
_CANDIDATE = re.compile(
    rf"(\.(?: \.){{2,}}|[.!?…‼⁇⁈⁉‽؟۔।॥։።፧။{_IDEOGRAPHIC}]+)"
    rf"([{_CLOSERS}]{{0,4}}(?: ?»)?(?:\[\d{{1,3}}\]){{0,4}})( *)"
)
# Greek asks with a semicolon; Hindi is often typed with a bar for its full stop.
_CANDIDATES = {
    language: re.compile(_CANDIDATE.pattern.replace("[.!?", f"[.!?{marks}", 1))
    for language, marks in {"el": ";\u037e", "hi": "|"}.items()
}
_UNMISTAKABLE = frozenset("؟۔।॥|;\u037e։።፧")

_REPORTED = re.compile(
    r"(?:[\w.'’-]{1,30} ){1,4}(?:said|asked|says|asks|added|wrote|shouted|yelled|cried|replied)\b"
)
_REPORTED_IDEOGRAPHIC = re.compile(
    r"と|って|[、，,はがをのにでも]|[^。！？，、\s]{1,8}[說说道問问][。，：]"
)
_BRACKET_CLOSED = re.compile(r"[」』）)》]")
_BRACKET_REST = re.compile(rf"[^「『（(《」』）)》]{{0,{_BRACKET_REACH}}}[」』）)》]")
# What may follow "8 a.m." in the same sentence.
_AFTER_TIME = frozenset(
    "EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST TO Eastern Central "
    "Mountain Pacific Greenwich Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue "
    "Tues Wed Thu Thurs Fri Sat Sun".split()
)
_ZONE = re.compile(r"(?:[A-Z][a-z]+ ){1,3}Time\b")
_TIME_FIRST = frozenset("at by around about on before after until since from".split())
_POSTS = frozenset(
    "Chief CEO CFO Chairman Chairwoman Chair President Vice Executive Director Founder Co-founder "
    "Managing Senior Analyst Spokesman Spokeswoman Attorney Governor Senator Sheriff Republican "
    "Democrat Democratic State".split()
)
_SHOUTING_NAMES = frozenset("yahoo jeopardy".split())
_DOMAINS = frozenset("COM NET ORG TV IO JS AI Com Net Org Js".split())
_JOINT = re.compile("[-'’]")  # "Dallas-Ft.", "l'avv."
_INNER_MARKS = str.maketrans("", "", "'’-")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,6}[^\W\d_]")


class _AbbreviationTypes(set[str]):
    """Punkt's abbreviation types, and any dotted letters such as "g.d.p"."""

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or bool(isinstance(key, str) and _DOTTED.fullmatch(key))


@dataclass(frozen=True)
class Rules:
    """How one language writes sentences."""

    language: str
    lists: Abbreviations
    starters: frozenset[str]
    punkt: PunktSentenceTokenizer
    candidate: re.Pattern[str]


@cache
def rules(language: str) -> Rules:
    """The rules of a language (ISO 639-1); an unknown one gets those that hold for most."""
    lists = abbreviations(language)
    stop_words = lexicon(language).stop_words
    starters = frozenset(word for word in stop_words if len(word) > 1) | lists.starters
    parameters = PunktParameters()
    parameters.abbrev_types = _AbbreviationTypes(word.lower() for word in lists.others)
    parameters.sent_starters = set(starters)
    candidate = _CANDIDATES.get(language, _CANDIDATE)
    return Rules(language, lists, starters, PunktSentenceTokenizer(parameters), candidate)


def boundaries(
    paragraph: str, start: int, size: int, of_language: Rules
) -> Iterator[tuple[int, int]]:
    """(end of a sentence, start of the next one) in `paragraph[start:size]`, in order."""
    for match in of_language.candidate.finditer(paragraph, start, size):
        end, following = match.end(2), match.end()
        if following >= size:
            return
        if match[2] and end == following and _opens(paragraph, start, match):
            end = following = end - 1
        elif match[3] and _closes(paragraph, start, following, size):
            end = following + 1
            following = min(end + 1, size)
            if following == size:
                return
        if decide(paragraph, start, match, following, of_language):
            yield end, following
            start = following


def decide(
    paragraph: str, start: int, match: re.Match[str], following: int, of_language: Rules
) -> bool:
    """Whether the sentence begun at `start` ends at the candidate `match`.

    `following` is where the next sentence would begin.
    """
    mark_start, mark_end = match.span(1)
    mark, close = match[1], match[2]
    after = paragraph[following : following + _REACH]
    right = after.lstrip(_OPENERS)
    if not right:
        return True
    if mark[-1] in _IDEOGRAPHIC or right[0] > "\u3000":
        return _decide_ideographic(paragraph, start, match, after)
    if _inside_bracket(paragraph, start, mark_start, match.end()):
        return False
    before = paragraph[max(start, mark_start - _REACH) : mark_start]
    if mark[-1] in _UNMISTAKABLE and not close:
        return not right[0].islower()
    if following == mark_end:
        return _decide_unspaced(before, mark, right, of_language)
    if close and close[0] in "])" and paragraph[mark_start - 1] in "[(":
        return False  # "[...]"
    first = right[0]
    if first.islower():
        return _decide_lower(paragraph, before, match, after, of_language)
    if after[0] in ",;:%=^+>?.!" or (after[0] == ")" and not close):
        return False
    if mark != ".":
        if close and close[-1] in _QUOTES and not first.isupper() and first.isalpha():
            return False  # no case to tell by: the sentence more likely goes on
        known_name = mark == "!" and before.rpartition(" ")[2].lower() in _SHOUTING_NAMES
        return not known_name and not (close and close[-1] in _QUOTES and _REPORTED.match(right))
    return bool(close) or _decide_stop(paragraph, start, before, after, right, of_language)


def _decide_stop(
    paragraph: str, start: int, before: str, after: str, right: str, of_language: Rules
) -> bool:
    """A full stop, a space, and no lower case: what stands before it decides."""
    lists, starters = of_language.lists, of_language.starters
    previous, _, word = before.rstrip().rpartition(" ")
    word = word.lstrip(_OPENERS)
    if not word:
        return True
    if len(word) > 5 and word.isalpha() and word.islower():
        return not lists.leading.has(word)
    next_word = right.partition(" ")[0]
    bare_next = next_word.rstrip(".,;:!?\"'”’)").lower()
    starts = bare_next in starters and (len(bare_next) > 1 or next_word[1:] in {"", ","})
    number_next = right[0].isdigit()
    alone = len(before) < _REACH and not previous.strip(_OPENERS)
    if word.isdigit():
        return _decide_number(word, previous, alone, starts, of_language)
    # "z. B." and "EE. UU." count as one abbreviation.
    if lists.has(f"{word}.{bare_next}"):
        return False
    if previous.endswith("."):
        joined = previous.rpartition(" ")[2].lstrip(_OPENERS) + word
        if lists.leading.has(joined):
            return False
        if lists.closing.has(joined):
            return not number_next
        if lists.others.has(joined):
            return starts
    if of_language.language == "hi" and "." in word:
        return False  # "पी.एम." is an abbreviation, a sentence ends with a danda
    if len(word) == 1 and word.isupper():
        return previous.endswith(("°", "º")) or (starts and not alone)
    if lists.leading.has(word) or lists.leading.has(_JOINT.split(word)[-1]):
        return False
    if (lists.numbered.has(word) or lists.months.has(word)) and number_next:
        return False
    if lists.closing.has(word):
        return _decide_closing(paragraph, start, word, before, after, next_word, of_language)
    if lists.others.has(word) or _DOTTED.fullmatch(word):
        return after[0] not in "-–—" and _punkt_ends(of_language.punkt, word, next_word)
    return True


def _decide_closing(
    paragraph: str,
    start: int,
    word: str,
    before: str,
    after: str,
    next_word: str,
    of_language: Rules,
) -> bool:
    if word.lower() in {"a.m", "p.m"}:
        if after[0] == "(" or next_word.rstrip(").,;:") in _AFTER_TIME or _ZONE.match(after):
            return False
        first = paragraph[start : start + _REACH].partition(" ")[0]
        return not (first.lower() in _TIME_FIRST and len(before.split()) <= 3)
    if after[0] in "-–—(" or after[0].isdigit():
        return False
    lists = of_language.lists
    bare_next = next_word.rstrip(",").removesuffix(".")
    abbreviated = bare_next != next_word and (
        lists.leading.has(bare_next) or lists.closing.has(bare_next)
    )
    return not (next_word in _POSTS or abbreviated)


def _decide_number(word: str, previous: str, alone: bool, starts: bool, of_language: Rules) -> bool:
    if len(word) > 2:
        return True
    if alone or previous.endswith(":"):
        return False
    if of_language.language in {"de", "cs"}:
        return starts
    return True


@lru_cache(maxsize=1 << 14)
def _punkt_ends(punkt: PunktSentenceTokenizer, word: str, next_word: str) -> bool:
    return bool(punkt.text_contains_sentbreak(f"{word}. {next_word}"))


def _decide_lower(
    paragraph: str, before: str, match: re.Match[str], after: str, of_language: Rules
) -> bool:
    """A lower-case letter follows: the sentence goes on, except in careless writing."""
    mark, close = match[1], match[2]
    word = before.rpartition(" ")[2].lstrip(_OPENERS)
    if close or len(mark) > 2 or after[0] in "-–—":
        return False
    position = match.start()
    careless = paragraph[0].islower() or " i " in paragraph[max(0, position - 400) : position + 400]
    if mark[0] == "!" and word[:1].isupper():
        return careless and word.lower() not in _SHOUTING_NAMES  # "Walla! officials"
    if mark[0] in "!?":
        return not (word.endswith(",") or _REPORTED.match(after))
    if mark != "." or of_language.lists.has(word) or not word.isalpha() or len(word) < 2:
        return False
    return careless or len(word) > 4 or after[0] == "("


def _decide_unspaced(before: str, mark: str, right: str, of_language: Rules) -> bool:
    """No space after the mark: a lost one, if two ordinary words meet."""
    word = before.rpartition(" ")[2].lstrip(_OPENERS)
    head, _, tail = right.partition(" ")
    if mark not in {".", "!", "?"} or len(word) < 2:
        return False
    if head[0].isalpha() and head[0].lower() == head[0].upper():  # a script without case
        return len(word) > 2 and not word.isascii() and not any(c in ".'" for c in word + head[:-1])
    if not word[-2:].islower() and not (word.isdigit() and len(word) == 4):
        return False
    if "/" in word or "@" in word or word.startswith("www") or of_language.lists.has(word):
        return False
    head = head.rstrip(",:;")
    letters = head.translate(_INNER_MARKS)
    if not tail or not head[:1].isupper() or not letters.isalpha() or head in _DOMAINS:
        return False
    if head.lower() in of_language.starters or (len(word) > 3 and word.islower()):
        return True
    return head[1:].islower() and not tail[0].isupper()


def _decide_ideographic(paragraph: str, start: int, match: re.Match[str], after: str) -> bool:
    """Chinese, Japanese and Korean: no case, often no spaces."""
    mark, close, gap = match.groups()
    if mark[-1] not in _IDEOGRAPHIC:
        if not gap and (close or mark not in {"!", "?"}):
            return False
        word = paragraph[max(start, match.start() - _REACH) : match.start()].rpartition(" ")[2]
        return not (mark == "." and (len(word) == 1 or _DOTTED.fullmatch(word)))
    if close:
        return bool(gap) or not _REPORTED_IDEOGRAPHIC.match(after)
    nearest = max(start + 1, match.start() - _BRACKET_REACH)
    opened = max(paragraph.rfind(bracket, nearest, match.start()) for bracket in "「『（(《")
    return (
        opened < 0
        or not _BRACKET_REST.match(paragraph, match.end(1))
        or bool(_BRACKET_CLOSED.search(paragraph, opened, match.start()))
    )


def _inside_bracket(paragraph: str, start: int, position: int, after: int) -> bool:
    opened = paragraph.rfind("(", max(start + 1, position - _BRACKET_REACH), position)
    if opened < 0 or paragraph.find(")", opened, after) >= 0:
        return False
    return paragraph.find(")", after, after + _BRACKET_REACH) >= 0


def _closes(paragraph: str, start: int, position: int, size: int) -> bool:
    """Whether a quotation mark with spaces on both sides closes what is open."""
    quote = paragraph[position]
    if quote not in '"”' or (position + 1 < size and paragraph[position + 1] != " "):
        return False
    return (
        quote == "”"
        or paragraph.count(quote, max(start, position - _QUOTE_REACH), position) % 2 == 1
    )


def _opens(paragraph: str, start: int, match: re.Match[str]) -> bool:
    """Whether the last closer, with a letter right behind it, opens the next sentence instead."""
    quote = match[2][-1]
    after = paragraph[match.end()]
    if not (after.isalnum() or after in "([") or quote not in '"“„«‘‹':
        return False
    return paragraph.count(quote, max(start, match.end(1) - _QUOTE_REACH), match.end(1)) % 2 == 0
