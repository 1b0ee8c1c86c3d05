"""Pages that are no article: front pages, galleries, videos, walls, errors, empty shells.

Precision first: a page that says it is an article, or shows a few sentences, is read. A page is
refused only where its address, its own words or its markup say what it is and its text is thin.
"""

import re
from urllib.parse import urlsplit

from lxml import html

from briefs.reading.format import Skip
from briefs.reading.metadata import TITLE_SEPARATOR, Metadata

# Characters of text. The shortest of 181 real articles has 250, of those behind a wall 430.
_THIN = 400
_SHORT = 1000
_SENTENCE = 200
_SHELL = 1500
# Beginnings of the longer words of a title, so that endings do not matter.
_TOLD = re.compile(r"\b[a-zà-ɏ]{4,6}")
# Links of five words and more.
_HEADLINE_LINKS = 30
_ROOT_LINKS = 8  # some systems call every page the root

_ERROR = re.compile(
    r"(?:error |http )?(?:40[0134]|410|429|50[0234])(?:\b(?! [a-z]{3,} \w+ \w+ \w+)|$)"
    r"|(?:page|site|article|story|file) (?:not found|unavailable|does not exist)|not found$"
    r"|(?:the |this )?page (?:you|can['’]?t|cannot|could not|isn['’]t)|page has (?:moved|expired)"
    r"|access (?:to this page has been )?denied|forbidden$|service unavailable|bad gateway"
    r"|are you a (?:robot|human)|just a moment\W{0,3}$|attention required!|pardon our interruption"
    r"|verify(?:ing)? you are (?:a )?human|robot or human|(?:oops|sorry)\W{0,3}$"
    r"|seite nicht gefunden|page (?:introuvable|non trouvée)|p[áa]gina n(?:o|ão) encontrada"
    r"|pagina non trovata|zugriff verweigert|accès refusé|acceso denegado|accesso negato",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|personal data|\bpartners?\b|\btracking\b|privacy (?:settings|policy)"
    r"|einwilligung|datenschutz|personenbezogen|consentement|données personnelles|consentimiento"
    r"|datos personales|consenso|dati personali|dados pessoais",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"already (?:a |have a )?(?:subscriber|subscribed|subscription|member)|subscri(?:be|ption) to "
    r"(?:continue|keep|read|unlock|view)|(?:for|to) subscribers(?: only)?\b|subscriber[- ]only"
    r"|(?:log in|sign in|register|subscribe) (?:or subscribe )?to (?:continue|keep) reading"
    r"|reached your (?:free |monthly )?(?:article )?limit|unlock this article"
    r"|(?:nur|exklusiv) für (?:abonnenten|digitalabonnenten)|jetzt weiterlesen|mit abo lesen"
    r"|réservé aux abonnés|pour lire la suite|(?:solo|exclusivo|exclusiva) para suscriptores"
    r"|riservato agli abbonati|(?:exclusivo|exclusiva) para assinantes",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|without|allow) java ?script"
    r"|java ?script (?:is|to|must|needs)"
    r"|java ?script (?:aktivieren|désactivé|desactivado|disattivato)",
    re.IGNORECASE,
)
_VIDEO_PATH = re.compile(r"/(?:videos?|watch|tv|mediathek)(?:/|$)", re.IGNORECASE)
_GALLERY_PATH = re.compile(
    r"/(?:(?:photo-?|picture-?|image-?)?galler(?:y|ies)|photos|pictures|slide-?shows?|in-pictures"
    r"|bilderstrecken?|fotostrecken?|bildergalerien?|diaporamas?|fotogaler[ií]as?|galer[ií]as?"
    r"|fotogaller(?:y|ia)|galerias?|fotos)(?:/|$)",
    re.IGNORECASE,
)


def refuse_other_pages(tree: html.HtmlElement, about: Metadata, text: str) -> None:
    """Raises Skip, its code saying what the page is, unless it may be an article.

    `text` is what was found for its body.
    """
    size = len(text)
    if not about.is_article and _is_front_page(tree, about):
        raise Skip("front-page", "lists other stories and is none itself; skipped")
    if size < _SHELL and _says_nothing_of(about.title, text):
        raise Skip("no-text", "shows no word of what its title tells; skipped")
    if size >= _SHORT:
        return
    path = urlsplit(about.url).path
    shown = [about.title, *("".join(heading.itertext()).strip() for heading in tree.iter("h1"))]
    if any(_ERROR.match(title[:100]) for title in shown):
        raise Skip("error-page", "says that the page was not found or not given out; skipped")
    paragraphs = [line for line in text.split("\n") if line]
    asking = sum(_CONSENT.search(line) is not None for line in paragraphs)
    if 2 * asking > len(paragraphs) and not about.is_article:
        raise Skip("cookie-wall", "holds only a request for consent; skipped")
    if size >= _THIN:
        return
    if "ImageGallery" in about.kinds or "MediaGallery" in about.kinds or _GALLERY_PATH.search(path):
        raise Skip("gallery", "is a gallery of pictures with hardly a word; skipped")
    if _is_video(about, path):
        raise Skip("video", "is a video with hardly a word; skipped")
    visible = _visible(tree)
    if about.is_locked or (size < _SENTENCE and _PAYWALL.search(visible)):
        raise Skip("paywall", "shows hardly a sentence to those who have not subscribed; skipped")
    if (
        len(visible) < _SHORT
        and not about.is_article
        and _SCRIPT.search(_visible(tree, "noscript"))
    ):
        raise Skip("needs-script", "is an empty page that a script would fill; skipped")


def _is_front_page(tree: html.HtmlElement, about: Metadata) -> bool:
    """The address is the site's root, or a list of headlines is called by a name, not a title."""
    parts = TITLE_SEPARATOR.split(about.title)
    named = all(len(part.split()) <= 3 and len(part) <= 30 for part in parts)
    if not (about.is_root or named):
        return False
    links = (" ".join("".join(link.itertext()).split()) for link in tree.iter("a"))
    headlines = sum(link.count(" ") >= 4 for link in links)
    return headlines >= (_ROOT_LINKS if about.is_root else _HEADLINE_LINKS)


def _says_nothing_of(title: str, text: str) -> bool:
    """Whether none of the three and more longer words of a title stands in a text.

    A shell is told by it where its markup says nothing; of 181 real articles it refuses none.
    """
    told = set(_TOLD.findall(title.casefold()))
    lines = (line for line in text.casefold().split("\n") if title.casefold() not in line)
    prose = " ".join(lines)
    return len(told) >= 3 and bool(prose) and told.isdisjoint(_TOLD.findall(prose))


def _is_video(about: Metadata, path: str) -> bool:
    if "VideoObject" in about.kinds and not about.is_article:
        return True
    return any(kind.startswith("video") for kind in about.kinds) or bool(_VIDEO_PATH.search(path))


def _visible(tree: html.HtmlElement, *also: str) -> str:
    """The words of the page outside scripts and styles, one space between them."""
    hidden = {"script", "style", "noscript", "template", "head"} - set(also)
    pieces: list[str] = []
    for element in tree.iter():
        if element.tag not in hidden and element.text:
            pieces.append(element.text)
        if element.tail:
            pieces.append(element.tail)
    return " ".join(" ".join(pieces).split())
