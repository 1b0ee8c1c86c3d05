"""`briefs init`: a commented briefs.toml."""

import os
from pathlib import Path
from typing import Annotated

import typer

from briefs.cli.options import Debug
from briefs.cli.saying import err
from briefs.config import commented_settings
from briefs.messages import printable


def init(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to.")
    ] = Path("briefs.toml"),
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Write a briefs.toml here: every setting with its default and what it is for.

    Example:

      briefs init
    """
    from briefs.output import write_whole

    write_whole(output, commented_settings().encode())
    err(f"{printable(os.fspath(output))}: every setting with its default; change what you like")
