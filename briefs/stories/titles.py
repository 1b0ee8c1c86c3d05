"""An article's title as it may be printed: verbatim but for labels, site names and a cut end."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from briefs.agencies import known_agency
from briefs.language import Lexicon, lexicon

# Not "Opinion:" or "Report:": what a text is, and on whose word, is part of the headline.
_LABEL = re.compile(
    r"^(?:(?:update|wrapup|refile) \d ?- ?"
    r"|(?:video|watch|listen|audio|photos?|pictures|gallery|breaking(?: news)?|just in|exclusive"
    r"|live(?: updates?)?|updated?(?: ?\d)?|developing|(?:news )?alert|urgent|factbox|refile"
    r"|wrapup ?\d|correct(?:ed|ion)|first read|(?:the )?latest|ld"
    r"|eilmeldung|exklusiv|bilder|vidéos?|en images|en direct|exclusif|última hora|vídeos?"
    r"|exclusiv[ao]|ultim['’]ora|esclusiva|últimas)\s?(?:[:|–—]|- )\s?|vid[ée]os?\. (?=[A-ZÀ-Ý])"
    # "Olympics-Ferry race starts": an agency's slug.
    r"|(?-i:(?:Olympics|Soccer|Tennis|Golf|Cricket|Rugby|Athletics|Swimming|Cycling|Basketball"
    r"|Boxing|Motor racing|Exclusive|Factbox|Timeline|Insight)-(?=[A-Z]))"
    r"|\((?:lead|ld|\d(?:st|nd|rd|th) ld|urgent|roundup|yonhap \w+|update ?\d?|corrected|new"
    r"|news focus|video|photos?)\)\s?"
    r"|\[(?:video|photos?|watch|updated?|breaking|exclusive)\]\s?"
    r"|(?:19|20)\d\d[/-]\d\d[/-]\d\d\s)",
    re.IGNORECASE,
)
_TRAILING_LABEL = re.compile(
    r"\s?(?:[\[(](?:video|photos?|watch|updated?|live|pictures|gallery|infographic)[\])]"
    r"|[|–—-] (?:video|photos?|live|live updates|as it happened))$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r" (?:[|–—•·»«]|-{1,2}|::|\|\|) |(?<=\S)[|] ?")
# What stands between a headline and a site's name, and hardly ever within a headline.
_BARS = frozenset(("|", "||", "»", "«", "::"))
_LONGEST_NAME, _SHORTEST_TITLE = 10, 3  # words
# The name of an outlet at a title's end, and who else may stand there: "… – Reports".
_NAME = re.compile(
    r"(?:(?:[A-ZÀ-Ý][\w.’'&-]{0,40}|of|the|and|&|in|for|de|du|la|le|el|il) ?){1,5}"
    r"|[\w-]{1,63}\.\w{2,4}"
)
_SAYS = re.compile(
    r"\b(?:reports?|study|sources?|officials?|police|polls?|survey|minist(?:er|ry)|court|media|un"
    r"|u\.n|experts?|data|analysts?|government|monitors?|president|mayor|army|military|update"
    r"|but|and|or|not?|so|then|now|again|review|opinion|analysis|part)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:Chronicle|Courier|Daily|Gazette|Globe|Herald|Journal|Magazine|Observer|Online|Post|Star"
    r"|Sun|Telegraph|Times|Tribune|Weekly)$"
)
# Of what a bar parts from the title the opening holds no more when it is a site's name.
_HELD = 1 / 3
_SHORTEST_CUT = 4  # words that a cut-off title must keep
_JOINTS = frozenset(
    "after against amid and as at because before but by for from in into of on over since than that"
    " to when which while who with".split()
)
# Words that end no title.
_ASKING = frozenset("a an and as at because but by for from if its of or than that the to".split())
_CUT = re.compile(r"(?P<gap> )?(?:\.\.\.|…)$")
# Sections that say on whose word a text stands.
_VIEWS = frozenset(("analysis", "comment", "commentary", "editorial", "opinion", "review"))
_SECTIONS = frozenset(
    "news world uk us usa business politics sport sports technology tech science health europe asia"
    " africa americas culture entertainment opinion local national international home weather"
    " travel video economy markets money arts lifestyle education environment australia canada"
    " india china nation region breaking latest top headlines story article untitled index".split()
)


def clean_title(
    title: str,
    source: str = "",
    url: str = "",
    lead: str | Callable[[], str] = "",
    language: str = "en",
) -> str:
    """`title` without labels ("BREAKING:", "(2nd LD)"), the site's name and a cut-off end.

    `lead` is the article's opening: a short capitalised end of which no word stands there, or what
    a bar parts from the title and it hardly holds, is the name of a site, even where the source is
    unknown. Most titles need none: as a function it is not read for them.
    """

    @cache
    def opening() -> str:
        return lead if isinstance(lead, str) else lead()

    @cache
    def told() -> frozenset[str]:
        return frozenset(lexicon(language).terms(opening()))

    def share(part: str) -> float:
        stems = lexicon(language).terms(part)
        return sum(stem in told() for stem in stems) / len(stems) if told() and stems else 1.0

    while True:
        shorter = _TRAILING_LABEL.sub("", _LABEL.sub("", title)).strip(" -–—|·")
        shorter = _without_site(shorter, _names(source, url), share)
        if is_cut(shorter):
            shorter = _uncut(shorter, opening(), language)
        if shorter == title or not shorter:
            return title
        title = shorter


def is_cut(title: str) -> bool:
    """Whether a title was cut off: it ends in dots, or in a word that asks for another."""
    words = title.split()
    return bool(_CUT.search(title)) or (len(words) > 1 and words[-1].lower() in _ASKING)


def _names(source: str, url: str) -> frozenset[str]:
    """How the outlet may call itself: its source, and the parts of its host."""
    host = url.partition("//")[2].partition("/")[0]
    return frozenset(filter(None, (_key(source), *(_key(part) for part in host.split(".")))))


def _without_site(title: str, names: AbstractSet[str], share: Callable[[str], float]) -> str:
    """The title without a site's name or a section at its end or, failing that, its beginning.

    `share` is how much of a part of the title the article's opening holds.
    """
    quoted = "«" in title and "»" in title
    cuts = [cut for cut in _SEPARATOR.finditer(title) if not quoted or cut[0].strip() not in "«»"]
    if not cuts:
        return title
    head, tail = title[: cuts[-1].start()].rstrip(), title[cuts[-1].end() :]
    if len(head.split()) >= _SHORTEST_TITLE and len(tail.split()) <= _LONGEST_NAME:
        barred = cuts[-1].group().strip() in _BARS and tail.lower() not in _VIEWS
        named = len(tail.split()) <= 4 and share(head) > 0
        if (barred and (named or share(tail) <= _HELD)) or _is_site(tail, names, share):
            return head
    first, rest = title[: cuts[0].start()].rstrip(), title[cuts[0].end() :]
    barred = cuts[0].group().strip() in _BARS
    if len(rest.split()) >= _SHORTEST_TITLE and (
        _key(first) in names
        or _is_heading(first)
        or (barred and first.lower() not in _VIEWS and len(first.split()) <= 5 and not share(first))
    ):
        return rest
    return title


def _is_site(tail: str, names: AbstractSet[str], share: Callable[[str], float]) -> bool:
    key = _key(tail)
    if key in names or _is_heading(tail) or key.endswith(("com", "news", "couk", "org")):
        return True
    if any(len(min(key, name, key=len)) > 3 and (key in name or name in key) for name in names):
        return True
    if known_agency(tail):  # on whose word a text stands goes where its opening says it too
        return share(tail) == 1
    return _is_name(tail) and (not share(tail) or bool(_PAPER.search(tail)))


def _is_heading(part: str) -> bool:
    return part.lower() in _SECTIONS - _VIEWS


def _is_name(text: str) -> bool:
    """Whether a part of a title reads as an outlet's name, and not as who says so."""
    return bool(_NAME.fullmatch(text)) and not _SAYS.search(text) and not known_agency(text)


def _uncut(title: str, lead: str, language: str) -> str:
    """A title that was cut off, without its dots and what hangs: a word, a phrase that goes on."""
    lex = lexicon(language)
    found = _CUT.search(title)
    words = title[: found.start() if found else None].split(" ")
    if found and found["gap"] is None and not set(lex.words(words[-1])) <= set(lex.words(lead)):
        words.pop()
    whole = not found or not words[-1][-1:].isalnum()
    words = _unhung(words, lex)
    wanting = len(words) > 1 and words[-2] == "to"  # "… that fails to meet"
    if words and not whole and (wanting or not _ends_phrase(words[-1], lead, lex)):
        words = words[:-2] if wanting else words
        words = _unhung(words[: _last_phrase(words)], lex) or words
    fewest = _SHORTEST_CUT if found else _SHORTEST_TITLE
    return " ".join(words).rstrip(" -–—,;:|") if len(words) >= fewest else title


def _last_phrase(words: Sequence[str]) -> int:
    """Where the last phrase begins that a title can do without; its end when it needs all."""
    for k in range(len(words) - 1, _SHORTEST_CUT - 1, -1):
        if words[k].lower() in _JOINTS or words[k - 1][-1] in ",;:":
            return k
    return len(words)


def _unhung(words: Sequence[str], lex: Lexicon) -> list[str]:
    """The words without marks and function words at the end."""
    end = len(words)
    while end and (not words[end - 1].strip("-–—,;:|") or words[end - 1].lower() in lex.stop_words):
        end -= 1
    return list(words[:end])


def _ends_phrase(word: str, lead: str, lex: Lexicon) -> bool:
    """Whether a phrase of the opening ends in the word: a mark or a function word follows it."""
    after = re.finditer(rf"\b{re.escape(word)}\b([.,;:!?]|$)? ?([\w'’]*)", lead, re.IGNORECASE)
    return any(found[1] is not None or found[2].lower() in lex.stop_words for found in after)


def _key(name: str) -> str:
    return re.sub(r"\W+|\bthe\b", "", name.lower())


def is_section(title: str, source: str = "") -> bool:
    """Whether a title is no headline at all: empty, a section's or the outlet's name."""
    words = re.findall(r"\w+", title.lower())
    return not words or all(word in _SECTIONS for word in words) or _key(title) == _key(source)
