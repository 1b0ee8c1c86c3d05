"""Sentences that lean on the one before: by a pronoun, a connective, somebody left unnamed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefs.selection.phrases import Phrases
from briefs.selection.quotation import QuoteState

_ONE_OF_THEM = re.compile(r"\A[^,;.]{0,40}\b[Tt]he (?:\w{1,20} )?ones?\b(?! of\b)")
# "Orlan Publishing also reported": not "Orlan, who also reported".
_ALSO = re.compile(
    r"[^.,;:]{0,120}?\b[A-ZÀ-ÖØ-Þ][\w’'\-]{0,30} "
    r"(?:has |have |had |is |was |were |are |will )?also "
)
# "Ada Morrow, who lives by the sound, then matched …": after what?
_THEN = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w.’'\-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w.’'\-]{0,30}){0,3}"
    r"(?:, (?:who|which) [^,.;]{1,80},)? then [a-z]"
)
# "Key to that effort is …" goes back to it, "officials said that ferries …" does not.
_THAT_ONE = re.compile(
    r"(?:[\w’'\-]{1,20} ){0,3}(?:to|of|for|from|with|behind|after|before|under|against)"
    r" that [a-z]",
    re.IGNORECASE,
)
# "… arrived on the same day": as what?
_THAT_DAY = re.compile(
    r"\b(?:(?:on|at|in) the same (?:day|night|morning|afternoon|evening|time|week|month|year|place)"
    r"(?! (?:as|that|when)\b)|the (?:next|following|previous) (?:day|morning|night)"
    r"|the day before|(?:hours|days|weeks|months|years) (?:later|earlier)|(?:by|since|back) then)\b"
)
_DATED = re.compile(
    r"\b(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\d{4}|after|when|once)\b"
)
# "Yes, they mean it", "Roads were cut, he said".
_ANSWER = re.compile(r"(?:Yes|No|Well|Okay|OK|Sure|Right|Oh),")
_PRONOUN_SAID = re.compile(r", (?:he|she|they) (?:said|says|added|told|wrote|explained)\b")
_NAMED_FIRST = re.compile(
    r"(?!If |When |While |As |In |On |At |For )[A-ZÀ-ÖØ-Þ][\w.’'\-]{0,30} [A-ZÀ-ÖØ-Þ]\w"
)
_OTHERS = re.compile(r"\b[Tt]he other (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE
)
_POINTED = re.compile(
    r"[\"“'‘](?:(?:I|we|you) (?:think|believe|know|feel|hope|guess|say|see|call) (?:that )?)?"
    r"(?:it(?:'s|’s)?|this|that(?:'s|’s| (?:is|was|has|had|will|would|can|could|should|means))"
    r"|they(?:'re|’re)?|these|those) "
    r"(?!clear|time\b|week\b|year\b|morning\b|day\b|month\b|country\b|is time|was time)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ench|utch|eek|raqi|aeli|stani|ghan|iss)\Z")
_NOUN_NEXT = re.compile(r" [a-z]{3,}(?<!ed)\b(?! (?:a|an|the)\b)")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'\-]*")


def leans(text: str, own: str, state: QuoteState, lists: Phrases) -> bool:
    """Whether a sentence makes no sense without the one before; `own` is what it does not quote."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    opening = " ".join(words[:5]) + " "
    if lists.impersonal and opening.startswith(lists.impersonal):
        return False
    # In `"We believe …," Ada Morrow said` the speaker is "we".
    spoken = words[0] in lists.first and bool(state.spans) and state.spans[0][0] == 0
    return (
        (words[0] in lists.pronouns and not spoken)
        or opening.startswith(tuple(phrase + " " for phrase in lists.connectives))
        or any(word in lists.also for word in words[1:6])
        or _points_back(words, lists)
        or _points_at_someone(text, lists)
        or unnamed_speaker(text, state, lists)
        or _pronoun_before_name(own, lists)
        or (bool(lists.article) and _leans_in_english(text, own, state))
    )


def _leans_in_english(text: str, own: str, state: QuoteState) -> bool:
    """“The other two”, “the council also …”, “… told us: "It is cowardly"” of what stood before."""
    if any(kind.match(own) for kind in (_ANSWER, _ONE_OF_THEM, _ALSO, _THEN, _THAT_ONE)):
        return True
    if _PRONOUN_SAID.search(own) and not _NAMED_FIRST.match(own):
        return True
    day = _THAT_DAY.search(own)
    if day and not _DATED.search(own, 0, day.start()) and not _DATED.search(own, day.end()):
        return True
    others = _OTHERS.search(text)
    if others and not _COUNTED.search(text, 0, others.start()):
        return True
    return any(_POINTED.match(text, start, stop) for start, stop in state.spans)


def unnamed_speaker(text: str, state: QuoteState, lists: Phrases) -> bool:
    """`"…" he said`: the speaker is a pronoun."""
    for start, stop in state.spans:
        after = [w.lower() for w in _WORD.findall(text[stop : stop + 40])[:3]]
        before = [w.lower() for w in _WORD.findall(text[max(0, start - 40) : start])[-3:]]
        for near in (after, before):
            for one, two in pairwise(near):
                pair = {one, two}
                if pair & lists.speech and pair & lists.pronouns:
                    return True
    return False


def _points_back(words: Sequence[str], lists: Phrases) -> bool:
    """An early "those efforts": not the time of speaking, as in "this week"."""
    return any(word in lists.backward for word in words) or any(
        word in lists.demonstratives and after not in lists.spans_of_time
        for word, after in pairwise(words[1:6])
    )


def _points_at_someone(text: str, lists: Phrases) -> bool:
    """“The 29-year-old …”, “The Croatia defender …”: somebody the sentence does not name."""
    tokens = _WORD.findall(text[:80])[:3]
    if len(tokens) < 3 or tokens[0].lower() not in lists.definite:
        return False
    aged = tokens[1][0].isdigit() and tokens[1].endswith(("-old", "-olds"))
    return aged or (tokens[1][0].isupper() and tokens[2] in lists.roles)


def _pronoun_before_name(own: str, lists: Phrases) -> bool:
    """A he or she before anybody is named: nobody in the sentence can be meant."""
    plural = False
    for index, match in enumerate(_WORD.finditer(own)):
        word = match.group()
        low = word.lower().replace("’", "'")
        if low in lists.third:
            return not (plural and low in lists.plural)
        adjective = _DEMONYM.match(word) and _NOUN_NEXT.match(own, match.end())
        named = index > 0 or _NAME.match(own, match.end() + 1)
        if _CAPITALISED.match(word) and named and not adjective:
            return False
        if low in lists.persons:
            return False
        # "Traders said they …": a plural noun is what "they" may mean.
        plural = plural or (low.endswith("s") and len(low) > 4)
    return False
