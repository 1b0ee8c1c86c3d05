"""A one-page daily brief from a folder of news: every sentence verbatim, cited and provable.

The public names below are loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOME = {
    "Article": "briefs.model",
    "Brief": "briefs.model",
    "BriefsError": "briefs.errors",
    "Options": "briefs.config",
    "Reading": "briefs.model",
    "Sentence": "briefs.model",
    "Story": "briefs.model",
    "Summary": "briefs.model",
    "check_brief": "briefs.checking",
    "group_stories": "briefs.editor",
    "make_brief": "briefs.editor",
    "rank_sentences": "briefs.ranking",
    "read_file": "briefs.reading",
    "read_folder": "briefs.reading",
    "render_email": "briefs.rendering.mail",
    "render_html": "briefs.rendering.html",
    "render_json": "briefs.rendering.json",
    "render_markdown": "briefs.rendering.markdown",
    "split_sentences": "briefs.language",
    "summarize": "briefs.editor",
}

__all__ = [*sorted(_HOME), "__version__"]  # noqa: PLE0604


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'briefs' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
