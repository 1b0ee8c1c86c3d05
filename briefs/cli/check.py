"""`briefs check`: a brief is proved against its articles."""

import os
from typing import Annotated

import typer

from briefs.cli.given import read, read_brief, require_articles
from briefs.cli.options import BriefFile, Config, Debug, Exclude, Folders, MaxBytes, Quiet
from briefs.cli.saying import err
from briefs.config import load_options
from briefs.messages import printable


def check(
    brief: BriefFile,
    folders: Folders,
    config: Config = None,
    exclude: Exclude = None,
    max_bytes: MaxBytes = None,
    recompute: Annotated[
        bool, typer.Option("--recompute", help="Group the articles anew and check origins too.")
    ] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Prove a brief against its articles: every sentence, citation, count and date.

    Prints one line per finding. Exit 0 when all is proved (a place that only moved is a warning),
    1 when a citation is false.

    Example:

      briefs check brief-2026-03-10.md today/
    """
    options = load_options(config, os.environ, {"exclude": exclude or None, "max_bytes": max_bytes})
    markdown = read_brief(brief)
    reading = read(folders, options, quiet=quiet)
    require_articles(reading, folders)

    from briefs.checking import check_brief, visible_texts
    from briefs.editor import group_stories
    from briefs.rendering.markdown import parse

    articles = reading.articles
    stories = group_stories(articles, options) if recompute else ()
    findings = check_brief(markdown, articles, visible_texts(folders, articles), stories)
    for finding in findings:
        typer.echo(printable(str(finding)))
    false = [finding for finding in findings if finding.severity == "false"]
    if not quiet:
        total = len(parse(markdown).citations)
        verdict = f"{len(false)} false" if false else "all proved"
        err(f"{printable(os.fspath(brief))}: {total} citations, {verdict}")
    if false:
        raise typer.Exit(1)
