"""`briefs summarize`: some articles, one story, in their own sentences."""

import os
from enum import StrEnum
from typing import Annotated

import typer

from briefs.cli.given import read_files
from briefs.cli.options import Config, Debug, RankerOption
from briefs.cli.saying import say_problems
from briefs.config import load_options
from briefs.errors import NothingUsable


class SummaryFormat(StrEnum):
    """What a summary can be written as."""

    text = "text"
    md = "md"
    json = "json"


def summarize(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Articles on one story; - is stdin.")
    ],
    words: Annotated[int, typer.Option(min=1, help="At most so many words.")] = 100,
    sentences: Annotated[
        int | None, typer.Option(min=1, help="At most so many sentences instead.")
    ] = None,
    format_: Annotated[
        SummaryFormat, typer.Option("--format", help="How to print it.")
    ] = SummaryFormat.text,
    ranker: RankerOption = None,
    config: Config = None,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Summarize the given articles, taken as one story, in their own sentences.

    Examples:

      briefs summarize article.html --words 60

      curl -s https://example.org/story | briefs summarize -
    """
    options = load_options(config, os.environ, {"ranker": ranker.value if ranker else None})

    from briefs.editor import summarize as summarize_articles

    reading = read_files(files)
    say_problems(reading)
    if not reading.articles:
        raise NothingUsable("none of the files holds an article")
    summary = summarize_articles(reading.articles, words, options, sentences)
    if format_ is SummaryFormat.text:
        typer.echo(summary.text)
        return
    from briefs.rendering.summary import summary_json, summary_markdown

    write = summary_json if format_ is SummaryFormat.json else summary_markdown
    typer.echo(write(summary), nl=False)
