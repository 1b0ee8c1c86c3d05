"""The kinds of text that are no news, told by a title's wording, an address or a file's name."""

import re
from functools import lru_cache

from briefs.model import Article

# In the languages of the page: English, German, French, Spanish, Italian, Portuguese.
_OPINION = (
    r"opinions?|op-?ed|editorial|commentary|column|comment|viewpoint|guest essay|perspective"
    r"|letters?(?: to the editor)?|(?:news )?analysis|kommentar|meinung|leitartikel|gastbeitrag"
    r"|kolumne|glosse|tribune|édito(?:rial)?|chronique|opinión|tribuna|columna|commento|editoriale"
    r"|opinião|coluna"
)
_LIVE = (
    r"live|live updates?|live ?blog|as it happened|(?:live-?)?ticker|en direct|direct|en directo"
    r"|en vivo|in diretta|diretta|ao vivo"
)
_COUNT = r"(?:\d+|three|four|five|six|seven|eight|nine|ten|a dozen)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|daily|weekly|weekend)"


def _label(words: str) -> str:
    """One of `words` as a label: "Opinion: …", "… | Opinion", "[Opinion] …"."""
    return rf"^(?:{words})\b ?(?:[:|–—]|- )|(?:[:|–—]| -) ?(?:{words})$|^[\[(](?:{words})[\])]"


# kind: (patterns of the title, whole segments of the address's path)
_KINDS = {
    "opinion": (
        _label(_OPINION) + r"|^(?:no|yes),|^an? (?:open )?letter to\b|\blet['’]s\b"
        r"|\bletters? to the editor\b|^the [\w ]{2,30} view on ",
        (
            r"opinions?|op-?eds?|editorials?|commentary|columns?|columnists?|comment|commentisfree"
            r"|letters|viewpoints?|views|voices|perspectives?|meinung(?:en)?|kommentare?|kolumnen?"
            r"|tribunes?|editoriaux|chroniques|opinione?i?|editoriali|opiniao|colunas|columnas"
            r"|blogs?(?!/[^?#]{0,200}/news/)"
        ),
    ),
    "review": (
        _label("reviews?|hands-on|rezension|kritik|critique|crítica|recensione|resenha")
        + r"|\b(?:film|movie|book|album|concert|theat(?:re|er)|game|restaurant|tv|car|manual"
        r"|soundtrack) review\b|\breview(?::| [–—|-]) ",
        r"reviews?|(?:film|movie|book|album|music|game|restaurant)-reviews?",
    ),
    "deals": (
        _label("sponsored|advertisement|advertorial|paid (?:post|content)|promoted|anzeige")
        + r"|\b(?:best|top|early|daily|weekend|today's|amazon|black friday|cyber monday)\b"
        r"[^.:;]{0,40}\bdeals?\b|\bdeals? of the (?:day|week|weekend)\b|\bgift guide\b"
        r"|\bdeals, (?:and )?more\b"
        r"|\bblack friday\b.{0,40}\b(?:occasioni|ofertas|offres|angebote)\b"
        r"|\b(?:promo|coupon|discount) codes?\b|\bbest [^.:;]{2,60} (?:of|for|in) (?:19|20)\d\d\b"
        r"|^the (?:\d+ )?best (?!friend|man\b|actor|actress|picture)\w",
        r"deals?|coupons?|shopping|sponsored|advertorials?|partner-content|paid-post",
    ),
    "how-to": (
        _label(r"recipes?|advice|dear \w+|rezept|recette|receta|ricetta|receita|ratgeber")
        + r"|^(?:here's )?how to\b|^dear abby\b|\btee times\b"
        rf"|^{_COUNT} (?:\w+ ){{0,2}}(?:tips|ways|recipes|hacks|tricks|ideas)\b",
        (
            r"how-?tos?|(?:[\w-]{1,80}-)?recipes?|guides?|tips|advice|lifestyle|rezepte|recettes"
            r"|recetas|ricette|receitas|ratgeber"
        ),
    ),
    "explainer": (
        _label(
            r"explainer|explained|factbox|what to know|q&a|fact[ -]check|faktencheck|hintergrund"
        )
        + r"|\bwhat (?:you need|to know)(?: to know)? about\b|\bfact check:"
        r"|\b(?:everything|all) you need to know\b|\bguide to (?:understanding|the)\b"
        r"|: (?:why|what(?:['’]s)?|here['’]s) |\bwinners and losers\b"
        rf"|(?:^|: )(?:the )?{_COUNT} (?:\w+ ){{0,2}}"
        r"(?:things|reasons|questions|facts|takeaways|charts)\b"
        r"|^key (?:moments|takeaways|questions|quotes)\b"
        r"|^(?:how|what|what['’]s|why|warum|wieso|pourquoi|por qu[eé]|perché) \w"
        r"|^this is (?:what|why|how|when)\b|^here[’']s (?:what|why|how|when)\b",
        r"explainers?|fact-?checks?",
    ),
    "live": (
        _label(_LIVE) + r"|^watch live\b|\blive (?:updates?|blog|coverage|ticker|scores?|results)\b"
        r"|\bas it happened\b|(?-i:\bLIVE\b)",
        r"live|live-?blogs?|live-?ticker|live-updates|live-news|en-direct|en-directo|diretta",
    ),
    "interview": (
        _label("interview|transcript|q ?& ?a")
        + r"|^(?:an? |full |exclusive )?(?:interview|q ?& ?a)"
        r" with |^transcript of ",
        r"interviews?|transcripts?",
    ),
    "horoscope": (
        r"\bhoroscopes?\b|\bzodiac\b|\bhoroskop\b|\bhoróscopo\b|\boroscopo\b",
        r"horoscopes?|astrology|horoskop|horoscopo|oroscopo",
    ),
    "list": (
        _label(
            "photos?|gallery|slideshow|pictures|results|scoreboard|scores|standings|bildergalerie"
        )
        + r"|\b(?:full|complete|partial) list\b|\bin (?:pictures|photos)\b|\bon this day\b"
        r"|\b(?:winning|lottery) numbers\b|\bthis day in history\b|\bweek in (?:review|pictures)\b"
        r"|^(?:19|20)\d\d [\w ]{3,60} results$|\broundup:|\bsnap counts\b|\bopen thread\b"
        rf"|^{_DAY}(?:'s|’s)? (?:scores|results|fixtures|leftovers|briefing|roundup)\b"
        r"|\b(?:morning|news|evening) (?:briefing|roundup)\b|^opening bell\b|^lottozahlen\b",
        r"galler(?:y|ies)|photos?|slideshows?|pictures|lottery|bildergalerien?",
    ),
    "preview": (
        _label("preview|vorschau|match preview|prediction")
        + r"|\b(?:match|stats|game|race) preview\b"
        r"|\bodds and\b|\bpredictions? and (?:odds|facts|picks)\b|\bbetting (?:tips|odds)\b",
        r"previews?|betting|odds",
    ),
    "anniversary": (
        (
            rf"^(?:{_COUNT}|one|two|\w{{3,12}}ty) years? (?:on|later|ago)\b[:,]"
            r"|\b\d+ years? ago (?:today|this)\b"
            r"|^(?:looking back|remembering|throwback|from the archives?)\b"
        ),
        r"on-this-day|anniversar(?:y|ies)",
    ),
    "podcast": (
        _label("listen|audio|newsletter") + r"|\bpodcasts?\b",
        r"podcasts?|audio|newsletters?",
    ),
    "quiz": (
        _label("quiz|puzzle|trivia")
        + r"|\b(?:news|weekly|daily) quiz\b|\bcrossword\b|\bsudoku\b|\bwordle\b",
        r"quiz(?:zes)?|crosswords?|games|puzzles",
    ),
    "product": (
        (
            r"\b(?:19|20)\d\d [A-Z][^.:;]{2,60}\b(?:revealed|unveiled|debuts?|first drive)\b"
            r"|^all-new \d{4}\b|(?-i:\((?:NYSE|NASDAQ|Nasdaq|LON|OTCMKTS): ?[A-Z]+)"
        ),
        r"first-drives?|road-tests?",
    ),
}
# Who asks, speaks to the reader or of himself: comment, advice, tests. Not so what others say in a
# title, nor what stands behind its first sentence or a colon.
_ASKS = re.compile(r"\?(?: ?[–—-] [\w .—-]{1,60})?$")
_PERSONAL = re.compile(r"\b(?:you|your|you['’]re|(?<!oh )my)\b", re.IGNORECASE)
_SECOND = re.compile(r"(?<=[a-z]{2})[.!] (?=[A-Z])")
_QUOTED = re.compile(
    r"[“\"‘][^”\"’\n]{0,300}[”\"]|[‘'](?=\w)[^\n‘]{2,200}?\w[!?.,]?[’'](?!\w)| [|»«] .*"
)
# None begins inside a word, and there most characters of a title stand.
_TITLE = re.compile(
    r"(?!(?<=\w)\w)(?:"
    + "|".join(f"(?P<{kind.replace('-', '_')}>{title})" for kind, (title, _) in _KINDS.items())
    + ")",
    re.IGNORECASE,
)
_PATH = re.compile(
    "/(?:"
    + "|".join(f"(?P<{kind.replace('-', '_')}>{part})" for kind, (_, part) in _KINDS.items())
    + ")(?=/)",
    re.IGNORECASE,
)
# A file's name or folder says so in fewer words: "photos-show-…" and a folder of newsletters may
# well be news.
_FILE = re.compile(
    r"(?:^|/)(?:(?P<opinion>opinions?|op-?eds?|editorials?|commentary|columns?)|(?P<review>reviews?)"
    r"|(?P<deals>deals|sponsored|advertorials?)|(?P<how_to>how-?to|recipes?)"
    r"|(?P<live>live-?blogs?)|(?P<horoscope>horoscopes?)|(?P<list>lottery)|(?P<podcast>podcasts?)"
    r"|(?P<quiz>quiz(?:zes)?|crosswords?))(?=[-_/.]|$)",
    re.IGNORECASE,
)


def kind_of(article: Article) -> str:
    """What an article is when it is no news ("opinion", "review", "deals" …); "" for news.

    Its title tells, or its address; where it has no address, the name of its file or of a folder.
    """
    return _kind(article.title[:300], article.url, article.paths[0] if article.paths else "")


@lru_cache(maxsize=1024)
def _kind(title: str, url: str, path: str) -> str:
    found = _TITLE.search(title)
    own = _SECOND.split(_QUOTED.sub("", title), maxsplit=1)[0]
    if not found and _ASKS.search(own):
        return "question"
    if not found and _PERSONAL.search(own.partition(": ")[0]):
        return "service"
    if not found and url:
        host, _, rest = url.partition("//")[2].partition("?")[0][:500].partition("/")
        found = _PATH.search(f"/{host.partition('.')[0]}/{rest}")
    elif not found and path:
        found = _FILE.search(path[-500:])
    return (found.lastgroup or "").replace("_", "-") if found else ""
