"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefs.config import RANKERS


class TextFormat(StrEnum):
    """For people or for programs."""

    text = "text"
    json = "json"


Ranker = StrEnum("Ranker", {name.replace("-", "_"): name for name in RANKERS})  # type: ignore[misc]

Folders = Annotated[
    list[Path], typer.Argument(metavar="FOLDER...", help="Folders (or files) of news articles.")
]
Config = Annotated[
    Path | None, typer.Option(help="Settings; default: briefs.toml in the current folder, if any.")
]
RankerOption = Annotated[
    Ranker | None, typer.Option(help="How sentences are scored.", show_default="textrank")
]
Exclude = Annotated[
    list[str] | None, typer.Option(metavar="GLOB", help="Leave these files out; may be repeated.")
]
MaxBytes = Annotated[
    int | None, typer.Option(help="Skip files larger than this.", show_default="20000000")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what was not used, and why.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]
TextOrJson = Annotated[TextFormat, typer.Option("--format", help="How to print it.")]
BriefFile = Annotated[Path, typer.Argument(metavar="BRIEF", help="A brief in Markdown.")]
