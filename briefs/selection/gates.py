"""Which sentences may be printed, judged one by one within their article.

A sentence on the page has lost its surroundings. `judge` says of each sentence of an article
whether it may stand at all, whether it needs the sentence before it, and how much less it is
worth where it only half stands. What depends on the rest of the page (a surname introduced there,
a noun already known) is settled by `telling`, with `needs` found here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefs.language import Lexicon, furniture_kind
from briefs.model import Article, Sentence
from briefs.selection.definites import definite_phrases
from briefs.selection.names import introduced, lone, ranked
from briefs.selection.phrases import Phrases, phrases
from briefs.selection.quotation import QuoteState, outside, quote_state

UNDATED_DAY = "a day without a date"
NO_END = "no end mark"
MIN_WORDS, MAX_WORDS, MAX_OPENING_WORDS = 7, 45, 50
# A longer sentence without any article or the like is the line below a headline.
MAX_BARE = 12
_MAX_MERGED_QUOTATION_WORDS = 45

_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]{0,3}\Z")
_ADDRESS = re.compile(r"https?:|www\.|@\w|\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:Hello|Hi|Good (?:morning|evening)|Welcome|Dear|Thanks?|Below)\b|Here(?:’|'| i)s\b"
)
# A dateline in mid-article opens another report.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]{1,15}(?: [A-Z]\w{1,15})?)?(?: \([\w ]{2,20}\))?"
    r" ?[—–-]{1,2} ?[A-Z“\"]"
    r"|[\w ,.]{2,40}\([\w ]{2,20}\)(?:[A-Z]| ?[—–-]{1,2} )"
    r"|[\w ,.]{0,40}\((?:AP|AFP|CNN|Reuters|UPI|PTI|ANI|IANS|Xinhua)\)"
)
_STAMP = re.compile(
    r"(?:[A-Z][a-z]+day, )?[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d [A-Z]"
    r"|(?:Last )?[Uu]pdated? (?:at|on|:)|UPDATE\b|Posted |Published "
)
_CAPTION = re.compile(
    r"\b(?:is|are|was|were) (?:displayed|pictured|seen|shown) (?:on|at|in|during|outside|near)\b"
    r"|\A[^.]{0,80}\b(?:presents|poses|gestures|looks on)\b"
)
_LIVE = re.compile(r"\((?:all times|updates?)\b", re.IGNORECASE)
# A lone letter, unless it is a word somewhere, as in `O governo`, `E la`, `Y el`.
_LABEL = re.compile(
    r"[B-DF-HJ-NP-TV-XZ] [a-z]{2}|[A-Z][A-Z’'\- ]{3,40}:|[•·▪►*#|]|\(?\d{1,2}[.:]\d\d\b"
)
# "Ada Morrow: theft, held in jail …": an entry of a list.
_ENTRY = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]{0,20} ){1,3}(?:el-|al-)?[A-ZÀ-ÖØ-Þ][\w’'-]{0,20}: \w")
_ONE_OF_THEM = re.compile(r"\A[^,;.]{0,40}\b[Tt]he (?:\w{1,20} )?ones?\b(?! of\b)")
_BACK_THEN = re.compile(
    r"(?:In|On|Since) (?:(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|(?:19|20)\d\d\b)"
)
_SMALL_CAPITALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]{0,20} ){2,5}(?=[a-z])")
_SHOUTING = re.compile(r"(?:\b[A-Z]{2,}\b[ ,]+){4}")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_EARLY_HOWEVER = re.compile(r"\A[^.!?\n]{0,60}, (?:however|meanwhile|too|though|therefore),")
_NO_ANSWER = re.compile(
    r"\b(?:declined to comment|not (?:immediately )?(?:respond|return|be reached|comment)"
    r"|refer(?:red|s) (?:further |all )?questions)\b"
)
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ench|utch|eek|raqi|aeli|stani|ghan|iss)\Z")
_NOUN_NEXT = re.compile(r" [a-z]{3,}(?<!ed)\b(?! (?:a|an|the)\b)")
_MARKED_NAME = re.compile(r"[A-Z]{1,3}[.!]")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'\-]*")


@dataclass(frozen=True)
class Candidate:
    """A printable span: a sentence, or sentences of one quotation merged.

    `reason` is why it may never be printed ("" if it may). `needs_previous`: only right behind
    `previous`, the candidate before it. `surnames` are lone names that must have been introduced,
    `definites` the stems of each “the …” of which one must be known, or it dangles; `nouns` those
    of the opener. `ordered`: speaks of “the latest …”, one of several that came before.
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

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def words(self) -> int:
        return len(self.text.split())


def judge(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """The candidates of an article, in order; positions count from 0 and follow the sentences."""
    lists = phrases(lexicon.language)
    full_names = introduced(article.body, lists.speech, lexicon.stop_words)
    return tuple(
        _judge_one(article, candidate, state, lists, full_names, lexicon)
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


def _judge_one(
    article: Article,
    candidate: Candidate,
    state: QuoteState,
    lists: Phrases,
    full_names: frozenset[str],
    lexicon: Lexicon,
) -> Candidate:
    text = candidate.text
    reason = _never(text, candidate.position, state)
    if reason:
        return replace(candidate, reason=reason)
    own = outside(text, state)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    own_words = [word.lower().replace("’", "'") for word in _WORD.findall(own)]
    if not words:
        return replace(candidate, reason="no words")
    if _WORD.findall(text.lower()) == _WORD.findall(article.title.lower()):
        return replace(candidate, reason="its own headline")
    if _cut_in_name(article, candidate.sentence, lexicon):
        return replace(candidate, reason="cut off in a name")
    first, _, rest = text.partition(" ")
    shouted = first.isupper() and first.isalpha() and len(first) > 3
    opened = _SMALL_CAPITALS.match(text)
    if shouted and not opened and rest[:1].isupper() and article.text.count(first) == 1:
        # "DUBAI Hundreds of …": a dateline without its dash. An agency's name comes again.
        return replace(candidate, reason="a dateline or stamp")
    quoted = bool(state.spans)
    unnamed = _unnamed_speaker(text, state, lists)
    if quoted and len(own_words) < 4 and not unnamed and not _NAME.search(own):
        return replace(candidate, reason="a quotation without its speaker")
    opening = " ".join(words[:5]) + " "
    impersonal = opening.startswith(lists.impersonal) if lists.impersonal else False
    needs = not impersonal and (
        words[0] in lists.pronouns
        or opening.startswith(tuple(phrase + " " for phrase in lists.connectives))
        or any(word in lists.also for word in words[1:6])
        or _points_back(words, lists)
        or _points_at_someone(text, lists)
        or unnamed
        or _pronoun_before_name(own, lists)
        or (bool(lists.article) and _ONE_OF_THEM.match(text) is not None)
    )
    weight = 1.0
    # "US" is no "us".
    spoken = (word.lower().replace("’", "'") for word in _WORD.findall(own) if word != "US")
    if any(word in lists.first for word in spoken):
        weight *= 0.35
    relative = [phrase for phrase in lists.relative if f" {phrase} " in f" {' '.join(own_words)} "]
    if relative and article.published is None and any(phrase != "today" for phrase in relative):
        return replace(candidate, reason=UNDATED_DAY)
    if relative:
        weight *= 0.5
    if state.spans and state.spans[0][0] == 0:
        weight *= 0.75
    if len(words) > 36:
        weight *= 0.75
    if "!" in text:
        weight *= 0.5
    if lists.determiners and len(words) >= MAX_BARE and lists.determiners.isdisjoint(words):
        weight *= 0.35
    if _BACK_THEN.match(text):
        weight *= 0.5
    if _NO_ANSWER.search(text):
        weight *= 0.35
    if _EARLY_HOWEVER.match(text):
        weight *= 0.5
    opener = _definite_nouns(words, text, lists, lexicon)
    inner, ordered = definite_phrases(text, lists, lexicon)
    return replace(
        candidate,
        weight=weight,
        needs_previous=needs,
        surnames=lone(own, full_names, lexicon.stop_words) | ranked(own),
        nouns=opener,
        definites=((opener,) if opener else ()) + inner,
        ordered=ordered,
    )


def _cut_in_name(article: Article, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether “… a report by E! | News has …” or “… the ID. | SPACE …” was split in a name.

    The words on either side of the mark then stand together elsewhere in the article.
    """
    text = article.text
    for stop in (sentence.start, sentence.end):
        last = text[max(0, stop - 20) : stop].split(" ")
        follows = text[stop : stop + 40].split()
        word = next((part for part in reversed(last) if part), "")
        if not follows or not _MARKED_NAME.fullmatch(word) or not follows[0][0].isupper():
            continue
        name = f"{word} {_WORD.findall(follows[0])[0]}"
        again = text.count(name) + article.title.count(name)
        if word.endswith("!") or (again > 1 and follows[0].lower() not in lexicon.stop_words):
            return True
    return False


def _never(text: str, position: int, state: QuoteState) -> str:
    """Why a sentence can never be printed; empty when it can. Cheap rules first."""
    words = text.split()
    if len(words) < MIN_WORDS and len(text) < 25:
        return "too short"
    if len(words) < MIN_WORDS and text.isascii():
        return "too short"
    if len(words) > (MAX_OPENING_WORDS if position <= 1 else MAX_WORDS):
        return "too long"
    if not _END.search(text[-6:]):
        return NO_END
    stripped = text.rstrip("\"'”’»)]")
    if stripped.endswith(("…", "...", ". .")) or text.startswith(("…", "...")):
        return "trails off"
    if stripped.endswith(("?", "？", "؟")):
        return "a question"
    if not state.whole:
        return "inside a quotation"
    if not _balanced(text):
        return "unbalanced brackets"
    first = text.lstrip("\"'“‘«„([")[:1]
    if first.islower():
        return "begins in mid-sentence"
    if _ADDRESS.search(text):
        return "holds an address"
    if (
        _LABEL.match(text)
        or _ENTRY.match(text)
        or _SHOUTING.search(text)
        or _LIVE.search(text[:120])
    ):
        return "a label or headline"
    if "(c) " in text or "©" in text:
        return "a copyright notice"
    if _DATELINE.match(text[:90]) or _STAMP.match(text):
        return "a dateline or stamp"
    if _CAPTION.search(text):
        return "a caption"
    if text.startswith("With ") and "," not in text:
        return "a fragment"
    if _GREETING.match(text):
        return "speaks to the reader"
    if _repeats(words):
        return "repeats itself"
    if furniture_kind(text) is not None:
        return "furniture"
    return ""


def _balanced(text: str) -> bool:
    return all(text.count(left) == text.count(right) for left, right in ("()", "[]"))


def _repeats(words: Sequence[str], length: int = 5) -> bool:
    """The same five words twice: a caption or a headline glued to a sentence."""
    grams = [tuple(words[i : i + length]) for i in range(len(words) - length + 1)]
    return len(set(grams)) < len(grams)


def _unnamed_speaker(text: str, state: QuoteState, lists: Phrases) -> bool:
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


def _definite_nouns(
    words: Sequence[str], text: str, lists: Phrases, lexicon: Lexicon
) -> frozenset[str]:
    """The stems of "The lenders", "Another official": nouns that must be known already.

    Empty when the noun is a proper name or is explained at once ("The man who …", "The number of
    …"), since then nothing dangles.
    """
    if not words or words[0] not in lists.definite or len(words) < 3:
        return frozenset()
    tokens = _WORD.findall(text)
    if _CAPITALISED.fullmatch(tokens[1]) or tokens[1][0].isdigit():
        return frozenset()
    if _CAPITALISED.fullmatch(tokens[2]):
        return frozenset()  # "The gunman, Omar Mateen, …"
    if tokens[1].lower() in lists.roles and tokens[2].lower() not in lists.relatives:
        return frozenset({lexicon.stem(tokens[1].lower())})
    head: list[str] = []
    last = ""
    for place, token in enumerate(tokens[1:5], 1):
        low = token.lower()
        if head and _CAPITALISED.fullmatch(token):
            return frozenset()  # "The ferry operator Norrskär Line …"
        if low in lexicon.stop_words or _CAPITALISED.fullmatch(token):
            after = tokens[place + 1 : place + 4]
            named = any(_CAPITALISED.fullmatch(word) for word in after)
            aside = "," in text[: text.find(token)]
            if (low in lists.relatives and not aside) or (low in lists.prepositions and named):
                return frozenset()
            if low == "of" and tokens[place - 1].lower() in lists.quantities:
                return frozenset()
            break
        head.append(lexicon.stem(low))
        last = low
    return frozenset() if last in lists.unique else frozenset(head)
