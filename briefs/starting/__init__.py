"""The files to start with: settings, a list of feeds, and a workflow that makes the brief daily."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files

from briefs.config import commented_settings

SETTINGS, FEEDS, WORKFLOW = "briefs.toml", "feeds.opml", ".github/workflows/brief.yml"


def starting_files(*, github: bool) -> dict[str, str]:
    """What `briefs init` writes, by path: settings and feeds, and for GitHub the workflow.

    The workflow runs the commit of briefs that is installed here if it is known, else the newest.
    """
    here = files("briefs.starting")
    start = {
        SETTINGS: commented_settings(subscriptions=FEEDS, site="site"),
        FEEDS: here.joinpath("feeds.opml").read_text("utf-8"),
    }
    if github:
        workflow = here.joinpath("brief.yml").read_text("utf-8")
        start[WORKFLOW] = pinned(workflow, installed_commit())
    return start


def pinned(workflow: str, commit: str) -> str:
    """The workflow with its use of briefs pinned to a commit; as it is if `commit` is empty."""
    lines = workflow.splitlines(keepends=True)
    for number, line in enumerate(lines):
        use, found, _ = line.partition("briefs-news/briefs@main")
        if commit and found:
            lines[number] = f"{use}briefs-news/briefs@{commit} # as installed by `briefs init`\n"
    return "".join(lines)


def installed_commit() -> str:
    """The commit that briefs was installed from, if pip took it from Git (PEP 610); else empty."""
    try:
        origin = json.loads(distribution("briefs").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    return str(origin.get("vcs_info", {}).get("commit_id", ""))
