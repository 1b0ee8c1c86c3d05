"""The brief as Markdown, both directions: `render_markdown` writes what `parse` reads."""

from briefs.rendering.markdown.parse import (
    ParsedBrief,
    ParsedItem,
    ParsedPoint,
    ParsedSource,
    Place,
    parse,
)
from briefs.rendering.markdown.write import render_markdown

__all__ = [
    "ParsedBrief",
    "ParsedItem",
    "ParsedPoint",
    "ParsedSource",
    "Place",
    "parse",
    "render_markdown",
]
