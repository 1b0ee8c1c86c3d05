"""“The gas search”, “the latest tremor”: what a reader of the sentence should know by then."""

import re
from itertools import pairwise

from briefs.language import Lexicon
from briefs.selection.kinship import held
from briefs.selection.phrases import Phrases

_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'\-]*")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
# One noun alone ("the driver") mostly belongs to what is told; two words name a thing of its own.
_WORDS, _LONGEST = 2, 5
_OPENING = re.compile(
    r"The (?:[A-ZÀ-ÖØ-Þ][\w’.\-]{1,20} ){0,2}(?P<noun>[a-z][a-z\-]{3,20}) (?!of\b)"
)
_WHO = re.compile(
    r"\b[Tt]he (?:[a-z\-]{2,20} ){0,2}[a-z\-]{3,20} (?:who|which|that) ((?:[\w’\-]{1,20} ?){1,5})"
)
_IN_QUOTES = re.compile(r"\b[Tt]he [“\"‘'](?:[a-z\-]+ ){0,2}([a-z]{3,})[”\"’'](?! of\b)")
_COUNTED = re.compile(r"\b[Tt]he (?:two|three|four|five|six|seven|eight|nine|ten) ([a-z]{3,})")
# Of a relative clause so many words hold the verb.
_VERBAL = 3
# "The attack was the third this year": which?
_COPULAS = frozenset(("is", "was"))
# "Department spokeswoman Ada Morrow": of which?
_OFFICE = re.compile(
    r"(?:Department|Ministry|Agency|Commission|Company|Council|Committee|Court|Prison|University"
    r"|Hospital|Airport|School|Team|Club|Union|Party) (?:spokes\w+|officials?|chief|head|director"
    r"|president|chairman|chairwoman|manager)\b"
)
# "the Orlan rebel group": its name says which.
_ORGANISED = frozenset("group firm company agency ministry newspaper club team side giant".split())
_POSSESSIVES = ("’s", "'s", "’", "'")


def definite_phrases(
    text: str, lists: Phrases, lexicon: Lexicon
) -> tuple[tuple[frozenset[str], ...], bool]:
    """The stems of each definite noun of two words and more that the sentence leaves unexplained.

    And whether it speaks of "the latest …" or "the first …" without saying of which.
    Explained is what is followed by "of", "who", "in" …, what the sentence named before, and what
    there is one of.
    """
    found = [frozenset({lexicon.stem(noun)}) for noun in _taken_for_known(text, lists)]
    ordered = False
    tokens = list(_WORD.finditer(text))
    for place, token in enumerate(tokens):
        low = token.group().lower()
        # "Thursday's talks": those that the reader knows of.
        of_day = low.endswith(_POSSESSIVES[:2]) and low[:-2] in lists.weekdays
        # "… died in those dungeons": in which?
        follows = tokens[place + 1].group().lower() if place + 1 < len(tokens) else ""
        points = place > 0 and low in lists.demonstratives and follows not in lists.spans_of_time
        if low not in lists.article and not of_day and not points:
            continue
        words, after = _phrase(text, tokens, place, lists, lexicon)
        behind_name = after[:1].isupper() and _behind_name(text, tokens, place, lists)
        if behind_name:
            words, after = [behind_name], ""
        if not words or after[:1].isupper() or words[-1] in lists.unique:
            continue
        # "During the trial, …", "After the route was fixed, …"
        opens = place == 1 and tokens[0].group().lower() in lists.openers
        explained = lists.prepositions | lists.relatives if opens or points else lists.attached
        if after in (explained - _COPULAS if words[-1] in lists.deictic else explained):
            continue
        nouns = [word for word in words if word not in lists.ordinals]
        ordered = ordered or len(words) > len(nouns) > 0
        stems = frozenset(map(lexicon.stem, [*nouns, low[:-2]] if of_day else nouns))
        if not nouns or (place == 0 and not of_day) or nouns[0].endswith(_POSSESSIVES):
            continue
        telling = opens or of_day or points or behind_name or nouns[-1] in lists.deictic
        if telling or len(words) >= _WORDS:
            before = lexicon.terms(text[: token.start()])
            if not any(held(stem, before, lexicon.language) for stem in stems):
                found.append(stems)
    return tuple(found), ordered


def taken_as_told(
    text: str, before: str, last: str, title: str, lists: Phrases, lexicon: Lexicon
) -> tuple[bool, tuple[frozenset[str], ...]]:
    """What a sentence only seems to explain, since its article told it `before`; `last` ends it.

    Whether "The Orlan officials visiting …", "The man who …" it opens with are those of the `last`
    sentence, and for each "the sailor who was flown out" the stems of its verb, if told before.
    """
    if not lists.article or not before:
        return False, ()
    match = _OPENING.match(text)
    noun = match["noun"].lower() if match else ""
    again = bool(noun) and noun not in lists.unique | lexicon.stop_words | lists.speech
    again = again and lexicon.stem(noun) in lexicon.terms(last)
    again = again and not held(lexicon.stem(noun), lexicon.terms(title))
    verbs = [
        frozenset(lexicon.terms(" ".join(match[1].split()[:_VERBAL])))
        for match in _WHO.finditer(text, 1)
    ]
    told = frozenset(lexicon.terms(before)) if verbs else frozenset()
    return again, tuple(stems for stems in verbs if stems and stems <= told)


def _phrase(
    text: str, tokens: list[re.Match[str]], place: int, lists: Phrases, lexicon: Lexicon
) -> tuple[list[str], str]:
    """The lower-case words that follow the article at `place`, and the word behind them."""
    words: list[str] = []
    end = tokens[place].end()
    for number, token in enumerate(tokens[place + 1 : place + 2 + _LONGEST], place + 2):
        word = token.group()
        stops = word in lexicon.stop_words and word not in lists.ordinals
        if text[end : token.start()] != " ":
            return words, ""
        if stops or not word[0].islower():
            # "hit back at the comments by calling …" does not say whose they were.
            does = word == "by" and tokens[number : number + 1]
            return words, "" if does and does[0].group().endswith("ing") else word
        words.append(word)
        end = token.end()
    return words, ""


def _taken_for_known(text: str, lists: Phrases) -> list[str]:
    """“the ‘congressional review’”, somebody's words for something; “the two assaults”."""
    if not lists.article:
        return []
    counted = (match[1] for match in _COUNTED.finditer(text))
    return [match[1] for match in _IN_QUOTES.finditer(text)] + [
        noun for noun in counted if noun in lists.deictic
    ]


def _behind_name(text: str, tokens: list[re.Match[str]], place: int, lists: Phrases) -> str:
    """“attack” of “the weekend Taliban attack”: no name, but something one must have heard of."""
    named = 0  # words behind the last name
    for one, other in pairwise(tokens[place : place + 2 + _LONGEST]):
        word = other.group()
        if text[one.end() : other.start()] != " ":
            return ""
        if word[0].isupper():
            named = 1
        elif named and word in lists.deictic | (lists.roles - _ORGANISED):
            return word
        elif named:
            named = named + 1 if named < _WORDS else 0
    return ""


def definite_opener(text: str, lists: Phrases, lexicon: Lexicon) -> frozenset[str]:
    """The stems of "The lenders", "Another official": nouns that must be known already.

    Empty when the noun is a proper name or is explained at once ("The man who …", "The number of
    …"), since then nothing dangles.
    """
    tokens = _WORD.findall(text)
    if lists.article and _OFFICE.match(text):
        return frozenset({lexicon.stem(tokens[0].lower())})
    if len(tokens) < 3 or tokens[0].lower() not in lists.definite:
        return frozenset()
    if _CAPITALISED.fullmatch(tokens[1]) or tokens[1][0].isdigit():
        return frozenset()
    if _CAPITALISED.fullmatch(tokens[2]) and tokens[2].lower() not in lists.weekdays:
        return frozenset()  # "The gunman, Omar Mateen, …"
    if tokens[1].lower() in lists.roles and tokens[2].lower() not in lists.relatives:
        return frozenset({lexicon.stem(tokens[1].lower())})
    head: list[str] = []
    last = ""
    for place, token in enumerate(tokens[1:5], 1):
        low = token.lower()
        if head and _CAPITALISED.fullmatch(token):
            behind = (word for word in tokens[place:] if not _CAPITALISED.fullmatch(word))
            if next(behind, "").lower() in lists.speech:
                return frozenset()  # "The ferry operator Norrskär Line said …"
        # "The main suspect allegedly knew …", "The lenders agreed …"
        verbal = low.endswith("ly") or (low.endswith("ed") and bool(head))
        if verbal or low in lexicon.stop_words or _CAPITALISED.fullmatch(token):
            after = tokens[place + 1 : place + 4]
            named = any(_CAPITALISED.fullmatch(word) for word in after)
            aside = "," in text[: text.find(token)]
            told = low in lists.relatives or (low in lists.prepositions and named)
            if told and not aside:
                return frozenset()
            if low == "of" and tokens[place - 1].lower() in lists.quantities:
                return frozenset()
            break
        head.append(lexicon.stem(low))
        last = low
    return frozenset() if last in lists.unique else frozenset(head[-1:])
