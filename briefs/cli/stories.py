"""`briefs stories`: who tells the same, who copies, and why."""

import os
from typing import Annotated

import typer

from briefs.cli.given import read, require_articles
from briefs.cli.options import Config, Debug, Exclude, Folders, MaxBytes, TextFormat, TextOrJson
from briefs.cli.saying import say
from briefs.config import load_options
from briefs.messages import printable
from briefs.model import Story, source_name


def stories(
    folders: Folders,
    format_: TextOrJson = TextFormat.text,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B", help="Only say why two articles, by path or id, are one story or two."
        ),
    ] = None,
    config: Config = None,
    exclude: Exclude = None,
    max_bytes: MaxBytes = None,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Show which articles tell the same story, which are copies, and how many origins there are.

    Examples:

      briefs stories today/

      briefs stories today/ --why star/ferry.html lantern/storm.html
    """
    options = load_options(config, os.environ, {"exclude": exclude or None, "max_bytes": max_bytes})
    reading = read(folders, options)
    require_articles(reading, folders)
    if why:
        from briefs.reading.labelling import label
        from briefs.stories import find
        from briefs.stories import why as explanation

        articles = [label(article) for article in reading.articles]
        pair = [find(articles, name) for name in why]
        for line in explanation(articles, pair[0], pair[1], options):
            typer.echo(printable(line))
        return

    from briefs.editor import group_stories

    found = group_stories(reading.articles, options)
    if format_ is TextFormat.json:
        from briefs.rendering.json import stories_json

        typer.echo(stories_json(found), nl=False)
    else:
        typer.echo("\n\n".join(_describe(story) for story in found))
    say(reading, quiet=False)


def _describe(story: Story) -> str:
    """A story as lines: headline and counts, then each origin with its articles."""
    from briefs.stories import kind_of

    copies = {article for group in story.copies for article in group[1:]}
    lines = [
        printable(story.headline),
        (
            f"  weight {story.weight:.3g} · {len(story.articles)} articles · "
            f"{story.texts} distinct texts · {len(story.origins)} origins"
        ),
    ]
    lines += [f"  {printable(' · '.join(story.reasons))}"]
    for origin in story.origins:
        lines.append(f"  - {printable(origin.name) or 'origin not named'}")
        for article in origin.articles:
            note = " (copy)" if article in copies else ""
            if article not in story.event.articles:
                note += f" ({kind_of(article) or 'another event of the story'})"
            where = article.paths[0] if article.paths else article.id
            lines.append(
                f"      {printable(source_name(article))}: {printable(article.title)}{note}"
                f"  [{printable(where)}]"
            )
    return "\n".join(lines)
