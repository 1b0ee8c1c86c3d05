"""A brief as the bytes of a file, in any of its formats."""

import os
from collections.abc import Sequence
from pathlib import Path

from briefs.checking import visible_texts
from briefs.config import Options
from briefs.model import Brief
from briefs.reading.folder import base_of
from briefs.rendering.html import page_html
from briefs.rendering.json import render_json
from briefs.rendering.mail import render_email
from briefs.rendering.markdown import render_markdown
from briefs.rendering.pdf import render_pdf


def brief_bytes(brief: Brief, kind: str, options: Options, folders: Sequence[Path]) -> bytes:
    """The brief as `md`, `html`, `json`, `eml` or `pdf`; its articles were read from `folders`."""
    if kind == "json":
        return render_json(brief).encode()
    markdown = render_markdown(brief, visible_texts(folders, brief.sources))
    if kind == "html":
        return page_html(markdown, brief.sources, paper=options.page).encode()
    if kind == "eml":
        return bytes(render_email(markdown, options))
    if kind == "pdf":
        return render_pdf(markdown, options.page or "A4")
    return markdown.encode()


def way_to_articles(options: Options, folders: Sequence[Path], target: Path | None) -> str:
    """What is put before the path of an article: as said, else the way there from the brief."""
    if options.base_url or options.articles_base:
        return options.base_url or options.articles_base
    base = base_of(folders)
    try:
        return Path(os.path.relpath(base, target.parent if target else Path())).as_posix()
    except ValueError:  # another drive
        return base.as_uri()
