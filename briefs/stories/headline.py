"""The story's headline: one of its members' own titles, verbatim but for labels and site names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefs.agencies import known_agency
from briefs.language import lexicon, opening
from briefs.model import Article, source_name
from briefs.stories.kinds import kind_of

# Not "Opinion:" or "Report:": what a text is, and on whose word, is part of the headline.
_LABEL = re.compile(
    r"^(?:(?:video|watch|listen|audio|photos?|pictures|gallery|breaking(?: news)?|just in|exclusive"
    r"|live(?: updates?)?|updated?(?: ?\d)?|developing|(?:news )?alert|urgent|factbox|refile"
    r"|wrapup ?\d|correct(?:ed|ion)|first read|(?:the )?latest|ld)\s?(?:[:|–—]|- )\s?"
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
# How a column, an explainer or a tease begins, and words a news headline does without.
_WEAK = re.compile(
    r"^(?:why|how|what|when|who|where|no,|yes,|here['’]s|it['’]s official|meet|watch|see|this is)\b"
    r"|!|\byour?\b|\btakeaways\b|\bodds\b|\bneed to know\b|\bi\b|(?-i:[a-z]{4}\. [A-Z“\"])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r" (?:[|–—•·»]|-{1,2}|::|\|\|) |(?<=\S)[|] ?")
# The name of an outlet at a title's end, and who else may stand there: "… – Reports".
_NAME = re.compile(
    r"(?:(?:[A-Z][\w.’'&-]{0,40}|of|the|and|&|in|for|de|du) ?){1,5}|[\w-]{1,63}\.\w{2,4}"
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
_CUT = re.compile(r"(?P<gap> )?(?:\.\.\.|…)$")
# Sections that say on whose word a text stands.
_VIEWS = frozenset({"opinion"})
_SECTIONS = frozenset(
    "news world uk us usa business politics sport sports technology tech science health europe asia"
    " africa americas culture entertainment opinion local national international home weather"
    " travel video economy markets money arts lifestyle education environment australia canada"
    " india china nation region breaking latest top headlines story article untitled index".split()
)


@dataclass(frozen=True, slots=True)
class Fit:
    """A title as it could be printed, and how well it would head its story."""

    text: str
    article: int
    score: float


def clean_title(
    title: str, source: str = "", url: str = "", lead: str = "", language: str = "en"
) -> str:
    """`title` without labels ("BREAKING:", "(2nd LD)"), the site's name and a cut-off end.

    `lead` is the article's opening: a short capitalised end of which no word stands there is the
    name of a site, even where the source is unknown.
    """
    terms = lexicon(language).terms
    told = frozenset(terms(lead))
    while True:
        shorter = _TRAILING_LABEL.sub("", _LABEL.sub("", title)).strip(" -–—|·»")
        shorter = _without_site(shorter, source, url, lambda name: _is_new(terms(name), told))
        shorter = _uncut(shorter, lead, language)
        if shorter == title or not shorter:
            return title
        title = shorter


def _is_new(stems: Sequence[str], told: frozenset[str]) -> bool:
    return bool(told) and not any(stem in told for stem in stems)


def _without_site(title: str, source: str, url: str, is_new: Callable[[str], bool]) -> str:
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title
    head, tail = title[: cuts[-1].start()].rstrip(), title[cuts[-1].end() :]
    key = _key(tail)
    host = url.partition("//")[2].partition("/")[0]
    names = [_key(source), *(_key(part) for part in host.split("."))]
    named = any(
        key
        and name
        and (key == name or (len(key) > 3 and key in name) or (len(name) > 3 and name in key))
        for name in names
    )
    is_site = (
        named
        or key.endswith(("com", "news", "couk", "org"))
        or tail.lower() in _SECTIONS - _VIEWS
        or ("|" in cuts[-1].group() and len(tail.split()) <= 4 and tail.lower() not in _VIEWS)
        or (_is_name(tail) and (is_new(tail) or _PAPER.search(tail)))
    )
    if is_site and len(head.split()) >= 3 and len(tail.split()) <= 6:
        return head
    first, rest = title[: cuts[0].start()].rstrip(), title[cuts[0].end() :]
    is_first_site = (
        _key(first) in names
        or first.lower() in _SECTIONS - _VIEWS
        or (cuts[0].group().strip() in "|»" and _is_name(first) and is_new(first))
    )
    if first and is_first_site and len(rest.split()) >= 3:
        return rest
    return title


def _is_name(text: str) -> bool:
    """Whether a part of a title reads as an outlet's name, and not as who says so."""
    return bool(_NAME.fullmatch(text)) and not _SAYS.search(text) and not known_agency(text)


def _uncut(title: str, lead: str, language: str) -> str:
    """A title that was cut off, without the word that was cut, dots and words that hang."""
    found = _CUT.search(title)
    if not found:
        return title
    lex = lexicon(language)
    words = title[: found.start()].split(" ")
    whole = set(lex.words(lead))
    if found["gap"] is None and not set(lex.words(words[-1])) <= whole:
        words.pop()
    while words and (not words[-1].strip("-–—,;:|") or words[-1].lower() in lex.stop_words):
        words.pop()
    return " ".join(words).rstrip(" -–—,;:|") if len(words) >= 4 else title


def _key(name: str) -> str:
    return re.sub(r"\W+|\bthe\b", "", name.lower())


def is_section(title: str, source: str = "") -> bool:
    """Whether a title is no headline at all: empty, a section's or the outlet's name."""
    words = re.findall(r"\w+", title.lower())
    return not words or all(word in _SECTIONS for word in words) or _key(title) == _key(source)


def choose(
    articles: Sequence[Article], centrality: Sequence[float], rarity: Mapping[str, float]
) -> Fit:
    """The best of the members' titles; `centrality[k]` is article k's mean cosine to the others.

    Score = .6 × coverage of the members' titles and leads + .4 × centrality − penalties. Where no
    member has a title, the first opening sentence stands for it. `rarity` is idf by stem.
    """
    openings = [" ".join(s.text for s in opening(article)) for article in articles]
    titles = [
        clean_title(a.title, a.source, a.url, lead, a.language or "en")
        for a, lead in zip(articles, openings, strict=True)
    ]
    named = [k for k, a in enumerate(articles) if not is_section(titles[k], a.source)]
    if len(named) == 1:
        return Fit(titles[named[0]], named[0], 1.0)
    if not named:
        return _first_sentence(articles)
    stems = [
        (_stems(a, title), _stems(a, lead))
        for a, title, lead in zip(articles, titles, openings, strict=True)
    ]
    fits = []
    for k in named:
        coverage = sum(_covered(stems[k][0], *told, rarity) for told in stems) / len(stems)
        penalty = _penalty(titles[k], articles[k], *stems[k])
        fits.append(Fit(titles[k], k, round(0.6 * coverage + 0.4 * centrality[k] - penalty, 9)))
    return max(fits, key=lambda fit: (fit.score, -fit.article))


def _first_sentence(articles: Sequence[Article]) -> Fit:
    for k, article in enumerate(articles):
        if first := opening(article, 1):
            return Fit(" ".join(first[0].text.split()), k, 0.0)
    return Fit(articles[0].title or source_name(articles[0]), 0, 0.0)


def _stems(article: Article, text: str) -> frozenset[str]:
    return frozenset(lexicon(article.language or "en").terms(text))


def _covered(
    title: frozenset[str], told: frozenset[str], lead: frozenset[str], rarity: Mapping[str, float]
) -> float:
    """How much of a member's title, and half as much of its lead, the words of a title cover."""

    def mass(stems: frozenset[str]) -> float:
        return sum(sorted(rarity.get(stem, 1.0) for stem in stems))

    whole = mass(told) + 0.5 * mass(lead)
    return (mass(title & told) + 0.5 * mass(title & lead)) / whole if whole else 0.0


def _penalty(title: str, article: Article, stems: frozenset[str], lead: frozenset[str]) -> float:
    words = title.split()
    letters = [c for c in title if c.isalpha()]
    penalty = 0.0
    if "?" in title:
        penalty += 0.3
    if _WEAK.search(title):
        penalty += 0.15
    if kind_of(article):
        penalty += 0.3
    if "…" in title or "..." in title or _CUT.search(article.title):
        penalty += 0.5
    if len(words) < 5 or len(words) > 16:
        penalty += 0.15
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        penalty += 0.2
    if stems and lead and len(stems & lead) < 0.25 * len(stems):
        penalty += 0.2
    return penalty
