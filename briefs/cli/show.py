"""`briefs show`: a brief in the terminal."""

from briefs.cli.given import read_brief
from briefs.cli.options import BriefFile, Debug


def show(
    brief: BriefFile,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Show a brief in the terminal, its citations as links. Without colour when piped.

    Example:

      briefs show brief-2026-03-10.md
    """
    from briefs.rendering.markdown import parse
    from briefs.rendering.terminal import show as show_brief

    show_brief(parse(read_brief(brief)))
