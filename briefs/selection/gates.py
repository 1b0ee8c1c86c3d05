"""Which sentences may be printed, judged one by one within their article.

A sentence on the page has lost its surroundings. `judge` says of each sentence of an article
whether it may stand at all, whether it needs the sentence before it, and how much less it is
worth where it only half stands. What depends on the rest of the page (a surname introduced there,
a noun already known) is settled by `known`, with what is found here.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from briefs.language import Lexicon, rarity
from briefs.model import Article, Sentence
from briefs.selection.allusions import allusions
from briefs.selection.definites import definite_opener, definite_phrases, taken_as_told
from briefs.selection.leaning import leans, unnamed_speaker
from briefs.selection.mentions import Mentions
from briefs.selection.names import (
    acronyms,
    capitals,
    introduced,
    lone,
    met_before,
    ranked,
    subject,
    unexplained,
    whose,
)
from briefs.selection.phrases import Phrases, phrases
from briefs.selection.quotation import QuoteState, outside, quote_state
from briefs.selection.refusals import UNDATED_DAY, never

# A longer sentence without any article or the like is the line below a headline.
_MAX_BARE = 12
_MAX_MERGED_QUOTATION_WORDS = 45
# A quotation with fewer words beside it, and no name, does not say who speaks.
_LEAST_OWN_WORDS = 4
# What a sentence is worth that …
_IN_FIRST_PERSON, _IN_SPEECH, _ON_SOME_DAY, _QUOTED, _LONG = 0.35, 0.35, 0.5, 0.75, 0.75
_EXCITED, _BARE, _BEFORE, _UNANSWERED, _TURNING = 0.5, 0.35, 0.5, 0.35, 0.5
# What is worth less, somebody's own words or who reported it first, is no lead and adds to none.
LEAST_WORTH = 0.4
_LONG_WORDS = 36
# A name as rare as this is not among the few thousand best known words.
_UNFAMILIAR = 7.0
# Less rare as a surname alone are a few that need no introduction: "the Trump campaign".
_NAMED = 4.0
_REST = 6000  # characters of an article that show what it comes back to

_BACK_THEN = re.compile(
    r"(?:In|On|Since) (?:(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|(?:19|20)\d\d\b)"
)
_NO_ANSWER = re.compile(
    r"\b(?:declined to comment|not (?:immediately )?(?:respond|return|be reached|comment)"
    r"|refer(?:red|s) (?:further |all )?questions|working on a statement"
    r"|spoke on (?:the )?condition of anonymity)\b"
)
# "…, and “many attempts have failed.”": a clause that somebody said, and the sentence names nobody.
_JOINED = re.compile(r", (?:and|but|yet|so|while) [“\"]\w+ \w+ \w+ \w+ ")
# Who had it first is no news.
_FIRST_REPORT = re.compile(r"\b(?:first|earlier) reported\b|\breported (?:last|earlier)\b")
_EARLY_HOWEVER = re.compile(r"\A[^.!?\n]{0,60}, (?:however|meanwhile|too|though|therefore),")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_OWNED = re.compile(r"[’']s\b")
_QUOTES = '"“”'
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]+")


@dataclass(frozen=True)
class Candidate:
    """A printable span: a sentence, or sentences of one quotation merged.

    `reason` is why it may never be printed ("" if it may). `needs_previous`: only right behind
    `previous`, the candidate before it. `surnames` are lone names that must have been introduced,
    `definites` the stems of each “the …” of which one must be known, or it dangles; `nouns` those
    of the opener. `ordered`: speaks of “the latest …”, one of several that came before.
    `recalls`: needs `previous` because it opens on a noun of it ("The officials visiting …").
    `people` are full names without a word on who they are, `allusions` what else must be named.
    `relative`: tells of today, yesterday or tomorrow, and its reader must see of which day it is.
    """

    sentence: Sentence
    position: int
    weight: float = 1.0
    reason: str = ""
    needs_previous: bool = False
    surnames: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    definites: tuple[frozenset[str], ...] = ()
    ordered: bool = False
    recalls: bool = False
    people: frozenset[str] = frozenset()
    allusions: tuple[str, ...] = ()
    relative: bool = False

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article tells its readers before they come to a sentence."""

    full_names: frozenset[str]
    mentions: Mentions


def judge(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """The candidates of an article, in order; positions count from 0 and follow the sentences."""
    lists = phrases(lexicon.language)
    known = _Known(
        introduced(article.body, lists.speech, lexicon.stop_words) | ranked(article.body),
        Mentions(article, lists, lexicon),
    )
    return tuple(
        _judge_one(article, candidate, state, _before(sentences, candidate), lists, known, lexicon)
        for candidate, state in _merged(article, sentences)
    )


def _merged(article: Article, sentences: Sequence[Sentence]) -> list[tuple[Candidate, QuoteState]]:
    """Candidates with their quotation state; short quotations over several sentences are one."""
    result: list[tuple[Candidate, QuoteState]] = []
    inside, mark, end = False, '"', -1
    for position, sentence in enumerate(sentences):
        if end >= 0 and "\n" in article.text[end : sentence.start]:
            inside = False
        end = sentence.end
        text = sentence.text
        state = quote_state(text, inside=inside, opened=mark)
        if inside and result:
            last, before = result[-1]
            whole = replace(sentence, index=last.sentence.index, start=last.sentence.start)
            joined = quote_state(whole.text, inside=before.inside)
            short = len(whole.text.split()) <= _MAX_MERGED_QUOTATION_WORDS
            if state.inside and before.open_after and not before.inside and joined.whole and short:
                result[-1] = (replace(last, sentence=whole), joined)
                inside = False
                continue
        result.append((Candidate(sentence, position), state))
        inside = state.open_after
        mark = '"' if '"' in text else "“"
    return result


def _before(sentences: Sequence[Sentence], candidate: Candidate) -> str:
    return sentences[candidate.position - 1].text if candidate.position else ""


def _judge_one(
    article: Article,
    candidate: Candidate,
    state: QuoteState,
    before: str,
    lists: Phrases,
    known: _Known,
    lexicon: Lexicon,
) -> Candidate:
    text = candidate.text
    reason = never(article, candidate.sentence, candidate.position, state, lexicon)
    if reason:
        return replace(candidate, reason=reason)
    own = outside(text, state)
    own_words = _words(own)
    unnamed = unnamed_speaker(text, state, lists)
    named = len(own_words) >= _LEAST_OWN_WORDS or _NAME.search(own)
    nobody = _JOINED.search(text) and lists.speech.isdisjoint(own_words)
    if (state.spans and not unnamed and not named) or nobody:
        return replace(candidate, reason="a quotation without its speaker")
    relative = _days(own_words, lists)
    if relative and article.published is None and any(phrase != "today" for phrase in relative):
        return replace(candidate, reason=UNDATED_DAY)
    # Whom an article's first sentence names it could not have explained before.
    later = lists.article and candidate.position > 0
    opener = definite_opener(text, lists, lexicon)
    inner, ordered = definite_phrases(text, lists, lexicon)
    if inner and not candidate.position:
        # What an article opens with and never comes back to, "the delivery door", explains itself.
        rest = frozenset(lexicon.terms(article.text[candidate.sentence.end :][:_REST]))
        inner = tuple(stems for stems in inner if stems <= rest)
    earlier = article.text[: candidate.sentence.start]
    taken_up = known.mentions.taken_up(text, candidate.sentence.start) if later else ()
    again, retold = taken_as_told(text, earlier, before, article.title, lists, lexicon)
    return replace(
        candidate,
        weight=_weight(text, own, state, lists)
        * (_ON_SOME_DAY if relative else 1.0)
        * (_IN_SPEECH if _in_first_person(before, lists) else 1.0),
        needs_previous=again or leans(text, own, state, lists),
        surnames=acronyms(text, earlier)
        | _rare(whose(own), _UNFAMILIAR, lexicon)
        | _rare(
            lone(own, known.full_names, lexicon.stop_words)
            | ranked(own)
            | subject(own, earlier, lists.speech),
            _NAMED,
            lexicon,
        ),
        nouns=opener,
        definites=((opener,) if opener else ()) + inner + retold + taken_up,
        ordered=ordered,
        recalls=again,
        people=_strangers(own, earlier, known.full_names, lists, lexicon) if later else frozenset(),
        allusions=allusions(text, earlier if candidate.sentence.index else "")
        if lists.article
        else (),
        relative=bool(relative or _days(_words(_OWNED.sub("", text)), lists)),
    )


def _days(words: Sequence[str], lists: Phrases) -> list[str]:
    """The “today”, “last night” among lower-case words."""
    return [phrase for phrase in lists.relative if f" {phrase} " in f" {' '.join(words)} "]


def _in_first_person(before: str, lists: Phrases) -> bool:
    """Whether the sentence before, which quotes nobody, says “we”: a statement given in full."""
    plain = before.replace("US", "")
    return not any(mark in before for mark in _QUOTES) and not lists.first.isdisjoint(_words(plain))


def _strangers(
    own: str, earlier: str, full_names: frozenset[str], lists: Phrases, lexicon: Lexicon
) -> frozenset[str]:
    """Names not explained, unless common in ordinary texts: presidents, "House"."""
    bare = unexplained(own, full_names, lexicon.stop_words | lists.speech)
    met = met_before(own, earlier, lexicon.stop_words)
    return _rare(bare | met | capitals(own), _UNFAMILIAR, lexicon)


def _rare(names: Collection[str], least: float, lexicon: Lexicon) -> frozenset[str]:
    """Those at least as rare as that in ordinary texts."""
    return frozenset(
        name for name in names if rarity(lexicon.stem(name.lower()), lexicon.language) >= least
    )


def _weight(text: str, own: str, state: QuoteState, lists: Phrases) -> float:
    """How much a sentence is worth that may be printed; `own` is what it does not quote."""
    words = _words(text)
    # "US" is no "us".
    spoken = _words(own.replace("US", ""))
    bare = lists.determiners and len(words) >= _MAX_BARE and lists.determiners.isdisjoint(words)
    weight = 1.0
    for applies, factor in (
        (not lists.first.isdisjoint(spoken), _IN_FIRST_PERSON),
        (state.spans and state.spans[0][0] == 0, _QUOTED),
        (len(words) > _LONG_WORDS, _LONG),
        ("!" in text, _EXCITED),
        (bare, _BARE),
        (_BACK_THEN.match(text), _BEFORE),
        (_NO_ANSWER.search(text), _UNANSWERED),
        (_EARLY_HOWEVER.match(text), _TURNING),
        (_FIRST_REPORT.search(text), _UNANSWERED),
    ):
        if applies:
            weight *= factor
    return weight


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
