"""`briefs explain`: why the brief says what it says."""

import os
from typing import Annotated

import typer

from briefs.cli.given import read, require_articles
from briefs.cli.options import (
    Config,
    Debug,
    Exclude,
    Folders,
    MaxBytes,
    RankerOption,
    TextFormat,
    TextOrJson,
)
from briefs.cli.saying import say
from briefs.config import load_options
from briefs.errors import UsageError


def explain(
    folders: Folders,
    story: Annotated[
        str | None, typer.Option(help="Only stories whose headline holds these words.")
    ] = None,
    format_: TextOrJson = TextFormat.text,
    config: Config = None,
    exclude: Exclude = None,
    max_bytes: MaxBytes = None,
    ranker: RankerOption = None,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Show why the brief says what it says: what was printed, what was not, and what stopped it.

    For each story its menu: rank is TextRank (1.0 is the average sentence), gain what a passage
    adds to those before it, then the concepts it brought. Printed passages have a +.

    Examples:

      briefs explain today/

      briefs explain today/ --story ferry
    """
    options = load_options(
        config,
        os.environ,
        {
            "exclude": exclude or None,
            "max_bytes": max_bytes,
            "ranker": ranker.value if ranker else None,
        },
    )
    reading = read(folders, options)
    require_articles(reading, folders)

    from briefs.editor import explain_brief
    from briefs.rendering.explanation import explanation_json, explanation_text

    found = [
        each
        for each in explain_brief(reading, options)
        if not story or story.casefold() in each.item.story.headline.casefold()
    ]
    if story and not found:
        raise UsageError(f"no story of the brief has {story!r} in its headline")
    if format_ is TextFormat.json:
        typer.echo(explanation_json(found), nl=False)
    else:
        typer.echo(explanation_text(found))
    say(reading, quiet=False)
