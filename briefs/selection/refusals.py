"""Sentences that no reader could use, wherever they stood, and why."""

import re
from collections.abc import Sequence

from briefs.language import Lexicon, furniture_kind
from briefs.model import Article, Sentence
from briefs.selection.quotation import QuoteState

UNDATED_DAY = "a day without a date"
NO_END = "no end mark"
OWN_HEADLINE = "its own headline"
MIN_WORDS, MAX_WORDS, MAX_OPENING_WORDS = 7, 45, 50

_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]{0,3}\Z")
# "Ekvik.com reported …" only names a paper; "sign up at Ekvik.com" sends the reader there.
_ADDRESS = re.compile(
    r"(?i:https?:|www\.|@\w)"
    r"|(?:\b(?:at|on|via|visit|see|from) |(?<![\w.-])[a-z\d])[\w.-]{0,60}(?i:SITE)\b"
    r"|(?i:SITE)/".replace("SITE", r"\.(?:com|org|net|co\.uk)")
)
# "Initially thought to have been the bomber on the train.": of whom?
_FRAGMENT = re.compile(
    r"With [^,]*\Z|(?:(?:Initially|Originally|Once|Long|Later|Also) )?"
    r"(?:[Tt]hought|[Bb]elieved|[Kk]nown|[Dd]escribed|[Ii]dentified|[Aa]ccused)"
    r" (?:to|as|of|by)\b[^,:;]*\Z"
    # "Ada Morrow, 30, born in Castlemoor, from Port Ellan.": an entry of a list.
    r"|(?:[A-ZÀ-ÖØ-Þ][\w’'-]{0,20} ){1,4}[A-ZÀ-ÖØ-Þ][\w’'-]{0,20}, \d{1,3}, (?:born|from|of)\b"
    r"(?!.* (?:is|was|were|has|had|said|says|died)\b).*\Z"
)
_GREETING = re.compile(
    r"(?:Hello|Hi|Good (?:morning|evening)|Welcome|Dear|Thanks?|Below)\b|Here(?:’|'| i)s\b"
)
# A dateline in mid-article opens another report.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]{1,15}(?: [A-Z]\w{1,15})?)?(?: \([\w ]{2,20}\))?"
    r"(?: ?(?:[—–]{1,2}|--) ?| ?- )[A-Z“\"]"
    r"|[\w ,.]{2,40}\([\w ]{2,20}\)(?:[A-Z]| ?[—–-]{1,2} )"
    r"|[\w ,.]{0,40}\((?:AP|AFP|CNN|Reuters|UPI|PTI|ANI|IANS|Xinhua)\)"
)
_STAMP = re.compile(
    r"(?:[A-Z][a-z]+day, )?[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d [A-Z]"
    r"|(?:Last )?[Uu]pdated? (?:at|on|:)|UPDATE\b|Posted |Published "
)
_CAPTION = re.compile(
    r"\b(?:(?:is|are) (?:seen|shown)|(?:is|are|was|were) (?:displayed|pictured))"
    r" (?:on|at|in|during|outside|near)\b"
    # "Ada Morrow poses for …": what poses a threat is told, what presents itself too.
    r"|\A[^.]{0,80}\b(?:presents (?:the|his|her|their)|looks on"
    r"|(?:poses|gestures) (?:as|at|for|with|in|on|next|beside|outside|during|after|before|while))\b"
    # "The moons (red)", "pictured as circles above": of a drawing.
    r"|\((?:red|blue|green|yellow|orange|purple|black|white|left|right|top|bottom)\)"
    r"|\b(?:pictured|shown|seen|marked)\b[^.;]{0,30} (?:above|below|left|right)\b(?! of\b)"
    # "Ada Morrow leaving the court in Castlemoor."
    r"|\A(?!Despite |With |After )(?:[A-ZÀ-ÖØ-Þ][\w’'-]{0,20} ){2,5}"
    r"(?!during|including|following|according|pending)[a-z]{2,15}ing"
    r" (?:the|a|an|in|at|from|to|on|outside|with|his|her) "
)
_NOTE = re.compile(
    r"(?:Source|Photo|Picture|Image|Credit|Video): |.{20,200} contributed\.\Z"
    r"|.{0,120}\b(?:our|third-party) [Cc]omment(?:ing)? (?:[Pp]olicy|[Ss]ystem|[Gg]uidelines)\b"
)
# "drove drove down", "10satellites": a word too many, a space too few.
_GARBLED = re.compile(
    r"\b(?!had |that |so |very |really |no |long |is |as )([a-z]{2,}) \1\b(?! [a-z]+ \1\b)"
    r"|\b\d+(?!(?:plus|fold|something|year|metre|meter|kilometer|kilometre|gram|litre|liter)s?\b)"
    r"[a-z]{5,}\b"
    # "the relationship between and Velmark": a link's words lost.
    r"|\bbetween and\b|\b(?:the|an?) (?:and|of|to|is|was|were|has|by|for|with|from)\b"
    r"|\bby (?:against|of|from|for)\b"
)
_LIVE = re.compile(r"\((?:all times|updates?)\b", re.IGNORECASE)
# A lone letter, unless it is a word somewhere, as in `O governo`, `E la`, `Y el`.
_LABEL = re.compile(
    r"[B-DF-HJ-NP-TV-XZ] [a-z]{2}|[A-Z][A-Z’'\- ]{3,40}:|[•·▪►*#|]|\(?\d{1,2}[.:]\d\d\b"
)
# "Ada Morrow: theft, held in jail …": an entry of a list.
_ENTRY = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]{0,20} ){1,3}(?:el-|al-)?[A-ZÀ-ÖØ-Þ][\w’'-]{0,20}: \w")
_SMALL_CAPITALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]{0,20} ){2,5}(?=[a-z])")
_SHOUTING = re.compile(r"(?:\b[A-Z]{2,}\b[ ,]+){4}")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
# "… from 10:30 p.m. | Aug. 9 to …", "… at 1 p.m. | ET."
_HOUR = re.compile(
    r"[ap]\.m\. {0,2}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|E[SD]?T\b|P[SD]?T\b|C[SD]?T\b|GMT|UTC|Eastern|Central|Pacific|\d)"
)
# "E thnic clashes": a capital set large, cut off its word.
_CUT_CAPITAL = re.compile(r"[EUY] [a-z]{2}")
_MARKED_NAME = re.compile(r"[A-Z]{1,3}[.!]")


def never(
    article: Article, sentence: Sentence, position: int, state: QuoteState, lexicon: Lexicon
) -> str:
    """Why a sentence can never be printed; empty when it can."""
    text = sentence.text
    if reason := _by_itself(text, position, state):
        return reason
    words = _WORD.findall(text.lower())
    if not words:
        return "no words"
    if words == _WORD.findall(article.title.lower()):
        return OWN_HEADLINE
    if _cut_in_name(article, sentence, lexicon):
        return "cut off in a name"
    if lexicon.language == "en" and _CUT_CAPITAL.match(text):
        return "a label or headline"
    if _cut_in_time(article.text, sentence.start) or _cut_in_time(article.text, sentence.end):
        return "cut off in a time"
    first, _, rest = text.partition(" ")
    shouted = first.isupper() and first.isalpha() and len(first) > 3
    opened = _SMALL_CAPITALS.match(text)
    if shouted and not opened and rest[:1].isupper() and article.text.count(first) == 1:
        # "DUBAI Hundreds of …": a dateline without its dash. An agency's name comes again.
        return "a dateline or stamp"
    return ""


def _by_itself(text: str, position: int, state: QuoteState) -> str:
    """The same, as far as the sentence itself tells. Cheap rules first."""
    words = text.split()
    if len(words) < MIN_WORDS and len(text) < 25:
        return "too short"
    if len(words) < MIN_WORDS and text.isascii():
        return "too short"
    if len(words) > (MAX_WORDS if position else MAX_OPENING_WORDS):
        return "too long"
    if not _END.search(text[-6:]):
        return NO_END
    stripped = text.rstrip("\"'”’»)]")
    if stripped.endswith(("…", "..", ". .")) or text.startswith(("…", "...")):
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
    if _NOTE.match(text):
        return "furniture"
    if _GARBLED.search(text):
        return "garbled"
    if _FRAGMENT.match(text):
        return "a fragment"
    if _GREETING.match(text):
        return "speaks to the reader"
    if _repeats(words):
        return "repeats itself"
    if furniture_kind(text) is not None:
        return "furniture"
    return ""


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


def _cut_in_time(text: str, stop: int) -> bool:
    """Whether a day or a zone that belongs to the hour before stands behind the cut."""
    start = text.rfind(".m.", max(0, stop - 6), stop + 3) - 1
    return start >= 0 and _HOUR.match(text, start) is not None


def _balanced(text: str) -> bool:
    return all(text.count(left) == text.count(right) for left, right in ("()", "[]"))


def _repeats(words: Sequence[str]) -> bool:
    """Its first five words again, or any eight: a caption or a headline glued to a sentence.

    Five words anywhere come again in good prose: "… seats in the United States House, 35 …".
    """
    fives = [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    eights = [tuple(words[i : i + 8]) for i in range(len(words) - 7)]
    return any(five == fives[0] for five in fives[1:]) or len(set(eights)) < len(eights)
