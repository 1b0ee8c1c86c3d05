"""The kinds of text that are no news, told by a title's wording, an address or a file's name."""

import re

from briefs.model import Article

_OPINION = (
    r"opinions?|op-?ed|editorial|commentary|column|comment|viewpoint|guest essay|perspective"
    r"|letters?(?: to the editor)?"
)


def _label(words: str) -> str:
    """One of `words` as a label: "Opinion: …", "… | Opinion", "[Opinion] …"."""
    return rf"^(?:{words})\b ?(?:[:|–—]|- )|(?:[:|–—]| -) ?(?:{words})$|^[\[(](?:{words})[\])]"


# kind: (patterns of the title, whole segments of the address's path)
_KINDS = {
    "opinion": (
        _label(_OPINION) + r"|\bletters? to the editor\b|^the [\w ]{2,30} view on ",
        (
            r"opinions?|op-?eds?|editorials?|commentary|columns?|columnists?|comment|commentisfree"
            r"|blogs?|letters|viewpoints?|views|voices|perspectives?"
        ),
    ),
    "review": (
        _label("reviews?|hands-on")
        + r"|\b(?:film|movie|book|album|concert|theat(?:re|er)|game|restaurant|tv|car) review\b"
        r"|\breview: ",
        r"reviews?|(?:film|movie|book|album|music|game|restaurant)-reviews?",
    ),
    "deals": (
        _label("sponsored|advertisement|advertorial|paid (?:post|content)|promoted")
        + r"|\b(?:best|top|early|daily|weekend|today's|amazon|black friday|cyber monday)\b"
        r"[^.:;]{0,40}\bdeals?\b|\bdeals? of the (?:day|week|weekend)\b|\bgift guide\b"
        r"|\b(?:promo|coupon|discount) codes?\b|\bbest [^.:;]{2,60} (?:of|for|in) (?:19|20)\d\d\b",
        r"deals?|coupons?|shopping|sponsored|advertorials?|partner-content|paid-post",
    ),
    "how-to": (
        _label("explainer|explained|recipes?|factbox|what to know|q&a|fact check")
        + r"|^(?:here's )?how to\b|\bwhat (?:you need|to know)(?: to know)? about\b"
        r"|^(?:\d+|five|six|seven|eight|nine|ten) (?:\w+ ){0,2}(?:tips|ways|recipes|things)\b"
        r"|\b(?:everything|all) you need to know\b|\btee times\b"
        r"|^this is (?:what|why|how|when)\b|^(?:why|how) [^?]{3,80} (?:could|might|should)\b",
        r"how-?tos?|recipes?|explainers?|guides?|tips|lifestyle|fact-?checks?",
    ),
    "live": (
        _label("live|live updates?|live ?blog|as it happened")
        + r"|\blive (?:updates?|blog|coverage|ticker|scores?)\b|\bas it happened\b",
        r"live|live-?blogs?|live-updates|live-news",
    ),
    "horoscope": (r"\bhoroscopes?\b|\bzodiac\b", r"horoscopes?|astrology"),
    "list": (
        _label("photos?|gallery|slideshow|pictures|results|scoreboard")
        + r"|\b(?:full|complete) list\b|\bin (?:pictures|photos)\b|\bon this day\b"
        r"|\b(?:winning|lottery) numbers\b|\bthis day in history\b|\bweek in (?:review|pictures)\b",
        r"galler(?:y|ies)|photos?|slideshows?|pictures|lottery",
    ),
    "podcast": (
        _label("listen|audio|newsletter") + r"|\bpodcasts?\b",
        r"podcasts?|audio|newsletters?",
    ),
    "quiz": (
        _label("quiz|puzzle|trivia|poll")
        + r"|\b(?:news|weekly|daily) quiz\b|\bcrossword\b|\bsudoku\b|\bwordle\b",
        r"quiz(?:zes)?|crosswords?|games|puzzles",
    ),
    "product": (
        (
            r"\b(?:19|20)\d\d [A-Z][^.:;]{2,60}\b(?:revealed|unveiled|debuts?|first drive)\b"
            r"|^all-new \d{4}\b"
        ),
        r"first-drives?|road-tests?",
    ),
}
_TITLE = re.compile(
    "|".join(f"(?P<k{k}>{title})" for k, (title, _) in enumerate(_KINDS.values())), re.IGNORECASE
)
_PATH = re.compile(
    "/(?:"
    + "|".join(f"(?P<k{k}>{part})" for k, (_, part) in enumerate(_KINDS.values()))
    + ")(?=/)",
    re.IGNORECASE,
)
# A file's name or folder says so in fewer words: "photos-show-…" and a folder of newsletters may
# well be news.
_FILE = re.compile(
    r"(?:^|/)(?:(?P<k0>opinions?|op-?eds?|editorials?|commentary|columns?)|(?P<k1>reviews?)"
    r"|(?P<k2>deals|sponsored|advertorials?)|(?P<k3>how-?to|recipes?)|(?P<k4>live-?blogs?)"
    r"|(?P<k5>horoscopes?)|(?P<k6>lottery)|(?P<k7>podcasts?)|(?P<k8>quiz(?:zes)?|crosswords?))"
    r"(?=[-_/.]|$)",
    re.IGNORECASE,
)


def kind_of(article: Article) -> str:
    """What an article is when it is no news ("opinion", "review", "deals" …); "" for news.

    Its title tells, or its address; where it has no address, the name of its file or of a folder.
    """
    found = _TITLE.search(article.title[:300])
    if not found and article.url:
        path = article.url.partition("//")[2].partition("/")[2].partition("?")[0][:500]
        found = _PATH.search("/" + path)
    elif not found and article.paths:
        found = _FILE.search(article.paths[0][-500:])
    return list(_KINDS)[int((found.lastgroup or "k0")[1:])] if found else ""
