"""A written brief as a web page that prints as one sheet of paper, alone or beside its sources.

Markdown becomes a tree (Python-Markdown), the tree is given its sections, and what comes out is
sanitised (nh3): whatever the Markdown held, the page has no script and loads nothing.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape

from briefs.model import Article
from briefs.page.wording import long_date
from briefs.page.words import words_of
from briefs.rendering.evidence import cited_articles, evidence_html
from briefs.rendering.markdown import parse
from briefs.rendering.markdown.parse import front_matter, iso_date, lines_of
from briefs.rendering.sections import ATTRIBUTES, TAGS, Sections
from briefs.rendering.stylesheet import EVIDENCE, stylesheet


def render_html(markdown: str, articles: Sequence[Article] = ()) -> str:
    """The brief as one self-contained HTML page. Raises UsageError if it is no brief.

    With `articles` the cited ones stand beside the brief, and citations lead to the marked words.
    """
    return page_html(markdown, articles)


def page_html(
    markdown: str, articles: Sequence[Article] = (), *, paper: str = "", scale: float = 1.0
) -> str:
    """The same for a certain `paper` (A4 or Letter), the printed type shrunk by `scale`."""
    brief = parse(markdown)
    title = f"{brief.title}, {long_date(brief.date, brief.words)}" if brief.date else brief.title
    cited = cited_articles(brief, articles)
    body = body_html(markdown, frozenset(article.id for article in cited.values()))
    page = f'<main class="brief">\n{body}\n</main>'
    style = stylesheet(paper, scale)
    if cited:
        page = f'<div class="panes">\n{page}\n{evidence_html(brief, cited)}\n</div>'
        style += EVIDENCE
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    created = f'\n<meta name="dcterms.created" content="{brief.date}">' if brief.date else ""
    return f"""<!doctype html>
<html lang="{brief.words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="briefs">{created}
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{page}
</body>
</html>
"""


def body_html(
    markdown: str, at_hand: frozenset[str] = frozenset(), *, for_mail: bool = False
) -> str:
    """What stands on the page, sanitised: masthead, stories, one-liners, sources.

    Citations of the articles `at_hand` (ids) lead to their places in the same page. A mail keeps
    links to the web only, and no titles or names, which mail readers show or drop at will.
    """
    # Only a page needs these; a brief in Markdown is made without.
    import nh3
    from markdown import Markdown

    lines = lines_of(markdown)
    settings, start = front_matter(lines)
    words = words_of(settings.get("lang", ""))
    converter = Markdown()
    # After the inline patterns (20), before the tree is indented (10).
    sections = Sections(words, iso_date(settings.get("date", "")), at_hand)
    converter.treeprocessors.register(sections, "sections", 15)
    return str(
        nh3.clean(
            converter.convert("\n".join(lines[start:])),
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            attribute_filter=_mail_attribute if for_mail else None,
            url_schemes={"http", "https"},
        )
    )


def _mail_attribute(_: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if value.lower().startswith(("http://", "https://")) else None
    return None if attribute in ("title", "id") else value
