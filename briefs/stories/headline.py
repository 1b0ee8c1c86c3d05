"""The story's headline: one of its members' own titles, verbatim but for labels and site names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefs.language import lexicon, opening
from briefs.model import Article, source_name
from briefs.stories.kinds import kind_of

# Not "Opinion:" or "Report:": what a text is, and on whose word, is part of the headline.
_LABEL = re.compile(
    r"^(?:(?:video|watch|listen|audio|photos?|pictures|gallery|breaking(?: news)?|just in|exclusive"
    r"|live(?: updates?)?|updated?(?: ?\d)?|developing|(?:news )?alert|urgent|factbox|refile"
    r"|wrapup ?\d|correct(?:ed|ion)|first read|the latest|ld)\s?(?:[:|–—]|- )\s?"
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


def clean_title(title: str, source: str = "", url: str = "") -> str:
    """`title` without labels ("BREAKING:", "(2nd LD)") and the site's name at its end."""
    while True:
        shorter = _without_site(_TRAILING_LABEL.sub("", _LABEL.sub("", title)), source, url)
        if shorter == title or not shorter:
            return title
        title = shorter


def _without_site(title: str, source: str, url: str) -> str:
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
        or tail.lower() in _SECTIONS
        or ("|" in cuts[-1].group() and len(tail.split()) <= 4)
    )
    if is_site and len(head.split()) >= 3 and len(tail.split()) <= 6:
        return head
    first, rest = title[: cuts[0].start()].rstrip(), title[cuts[0].end() :]
    if first and (_key(first) in names or first.lower() in _SECTIONS) and len(rest.split()) >= 3:
        return rest
    return title


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
    titles = [clean_title(a.title, a.source, a.url) for a in articles]
    named = [k for k, a in enumerate(articles) if not is_section(titles[k], a.source)]
    if len(named) == 1:
        return Fit(titles[named[0]], named[0], 1.0)
    if not named:
        return _first_sentence(articles)
    openings = [" ".join(s.text for s in opening(article)) for article in articles]
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
    if "…" in title or "..." in title:
        penalty += 0.5
    if len(words) < 5 or len(words) > 16:
        penalty += 0.15
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        penalty += 0.2
    if stems and lead and len(stems & lead) < 0.25 * len(stems):
        penalty += 0.2
    return penalty
