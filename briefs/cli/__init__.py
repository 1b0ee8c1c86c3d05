"""The commands: arguments, messages, exit codes; one file each. No news logic.

Everything heavy is imported by the command that needs it, so that `--help` stays instant.
"""

import gc
import os
import signal
import sys
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from briefs import __version__
from briefs.cli.check import check
from briefs.cli.explain import explain
from briefs.cli.fetch import fetch
from briefs.cli.init import init
from briefs.cli.make import make
from briefs.cli.publish import publish
from briefs.cli.run import run
from briefs.cli.saying import err
from briefs.cli.send import send
from briefs.cli.show import show
from briefs.cli.stories import stories
from briefs.cli.summarize import summarize
from briefs.errors import BriefsError

app = typer.Typer(
    help="A one-page daily brief from a folder of news: every sentence verbatim and cited.",
    epilog="Try it: briefs make today/ && briefs check brief-2026-03-10.md today/",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (make, check, summarize, stories, explain, fetch, send, show, run, publish, init):
    app.command()(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefs {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    raise SystemExit(128 + number)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; always ends with one of the documented exit codes."""
    signal.signal(signal.SIGTERM, _stop)
    # Hardly anything dies in a cycle here, and looking for them takes a twentieth of the time.
    gc.set_threshold(50_000)
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    try:
        code: Any = app(args=words, standalone_mode=True)
    except BriefsError as error:
        err(f"briefs: error: {error}")
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        _close_stdout()
        raise SystemExit(5) from None
    except MemoryError:
        err("briefs: error: out of memory; nothing was written (read fewer or smaller files)")
        raise SystemExit(5) from None
    except Exception as error:
        if "--debug" in words:
            raise
        err(
            f"briefs: error: internal error ({type(error).__name__}); nothing was written. "
            "Please report it with the output of the same command and --debug"
        )
        raise SystemExit(70) from None
    raise SystemExit(code or 0)


def _close_stdout() -> None:
    """So that the interpreter's own flush at exit does not complain of the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
