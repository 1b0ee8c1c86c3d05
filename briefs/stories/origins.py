"""How many independent authors a story has: one agency's dispatches are one origin."""

import re
from collections.abc import Sequence

from briefs.agencies import AGENCIES, known_agency
from briefs.model import Article, Origin, source_name
from briefs.stories.copies import Groups

_EDGE = 300
# Whose dispatches end in "Reporting by …; Editing by …".
_DESK = "Reuters"
_SPELLINGS = {
    spelling
    for agency, others in AGENCIES.items()
    for name in (agency, *others)
    for spelling in (name, name.upper())
}
_NAMES = "|".join(map(re.escape, sorted(_SPELLINGS, key=lambda name: (-len(name), name))))
# How a text says that an agency wrote it: in brackets before a dash or at the end of a line, before
# a dash, as a byline or a copyright, or as a last line of its own. Not such are "AP contributed",
# "told Reuters", "seen by AFP", "the Palestinian Authority (PA) said" and "Image copyright AFP".
_CREDIT = re.compile(
    rf"\((?P<bracket>{_NAMES})(?:[/,][^()\n]{{0,40}})?\)(?= ?(?:--|[-–—―_:|]|\.?$))"
    rf"|(?:^|[-–—―|/] ?)(?P<before>{_NAMES}) ?(?:--|[-–—―_:|])"
    rf"|(?:^|(?<!Photo )(?<!Image )\bB[Yy] (?:[A-Z][\w.’'-]{{0,30}},? ){{0,4}}|\b[Ss]ource: ?"
    rf"|[-–—―/] ?)(?P<line>{_NAMES})\.?(?:$|(?= ?[/|,;]))"
    rf"|(?:© ?|(?<!Image )(?<!Photo )\b[Cc]opyright ?(?:©|\([Cc]\))? ?)(?:\d{{4}} )?(?:by )?"
    rf"(?P<owner>{_NAMES})(?=\.?$|[.,;]? ?[Aa]ll [Rr]ights)",
    re.MULTILINE,
)
# What only the end of a text says: the agency's name behind the last sentence, or who of it wrote.
_SIGNED = re.compile(
    rf"[.!?][”\"’)]{{0,2}} ?[-–—―]? ?(?P<end>{_NAMES})\.?$"
    r"|\b(?P<staff>Associated Press) (?:video )?(?:writer|journalist|reporter|correspondent)s?"
    r"(?: [A-Z])"
    r"|\b[Rr]eporting by [^()\n]{3,250}[;.] ?(?:[^()\n]{3,100}[;.] ?)?[Ee]diting by (?P<desk>)",
    re.MULTILINE,
)
# All that both find holds one of these: the names but for those that hold a shorter one.
_HINTS = (
    *(name for name in sorted(_SPELLINGS) if not any(n in name for n in _SPELLINGS - {name})),
    "eporting by ",
)


def agency_of(article: Article) -> str:
    """The news agency that wrote an article, by its fields or its own credit; "" when none."""
    for field in (article.agency, article.source, *article.authors):
        if known := known_agency(field):
            return known
    if article.agency:
        return article.agency
    text = _without_captions(article)
    head, tail = text[:_EDGE], text[-_EDGE:]
    for pattern, edge in ((_CREDIT, head), (_CREDIT, tail), (_SIGNED, tail)):
        # Most edges hold no agency's name, which is quicker to see than that none is a credit.
        if any(hint in edge for hint in _HINTS) and (found := pattern.search(edge)):
            return known_agency(found[found.lastgroup or 0]) or _DESK
    return ""


def _without_captions(article: Article) -> str:
    """The text but for captions: the picture's agency did not write the article."""
    if not article.blocks:
        return article.text
    shown = (b for b in article.blocks if b.kind != "caption")
    return "\n".join(article.text[b.start : b.end] for b in shown)


def origins(articles: Sequence[Article], copies: Sequence[Sequence[int]]) -> tuple[Origin, ...]:
    """The articles of one story by who wrote them; `copies` are sets of positions.

    Copies of one another, dispatches of one agency and articles of one named source are one
    origin: an outlet does not confirm itself. The fullest article stands first in each, the origin
    with most articles first.
    """
    groups = Groups(len(articles))
    for copy in copies:
        for position in copy[1:]:
            groups.join(copy[0], position)
    agencies = [agency_of(article) for article in articles]
    first: dict[tuple[str, str], int] = {}
    for position, (article, agency) in enumerate(zip(articles, agencies, strict=True)):
        # A paper that prints an agency has not written that itself, so its own name says nothing.
        key = ("agency", agency) if agency else ("source", article.source.casefold())
        if key[1]:
            groups.join(first.setdefault(key, position), position)
    found = []
    for members in groups.sets():
        ordered = sorted(members, key=lambda k: (-len(articles[k].body), articles[k].id))
        name = next((agencies[k] for k in ordered if agencies[k]), "")
        authors = tuple(articles[k] for k in ordered)
        found.append(Origin(name or source_name(authors[0]), authors))
    return tuple(sorted(found, key=lambda origin: (-len(origin.articles), origin.articles[0].id)))
