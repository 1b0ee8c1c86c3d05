"""The action's steps, run here as GitHub would run them: same shell, same files, same variables."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
_CONDITION = re.compile(r"([\w.-]+) (==|!=) '(\w*)'")
_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


def load(path):
    """A YAML file."""
    return YAML(typ="safe").load(path)


def git(folder, *arguments):
    """What a command of Git prints."""
    identity = ["-c", "user.name=Test", "-c", "user.email=test@localhost"]
    run = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


@dataclass(frozen=True)
class Ran:
    """How the action ended: exit code, log, the action's outputs, the job's summary."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """The action's own checkout, and a place for what a runner keeps between steps."""

    def __init__(self, base):
        self.base, self.checkout, self.temporary = base, base / "checkout", base / "temp"
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        if listed.returncode:
            ignored = shutil.ignore_patterns(".*venv*", ".git")
            shutil.copytree(ROOT, self.checkout, ignore=ignored)
        else:
            for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
                if (ROOT / name).exists():
                    (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / name, self.checkout / name)
        # The libraries of this environment stand in for the package index, so that no network is
        # needed: the action's own environment sees them beside what it installs itself.
        tag = f"python{sys.version_info.major}.{sys.version_info.minor}"
        packages = self.temporary / "briefs" / "lib" / tag / "site-packages"
        packages.mkdir(parents=True)
        (packages / "index.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        self._installed = False

    def run(self, workspace, environment=None, **inputs):
        """Run the steps of action.yml in a workspace, with inputs and further variables."""
        action = load(self.checkout / "action.yml")
        values = {f"inputs.{k}": v.get("default", "") for k, v in action["inputs"].items()}
        values |= {f"inputs.{name.replace('_', '-')}": text for name, text in inputs.items()}
        values |= {"github.token": "a-token", "steps.python.outputs.python-path": sys.executable}
        summary = self.base / "GITHUB_STEP_SUMMARY"
        summary.write_bytes(b"")

        def evaluate(text):
            return _EXPRESSION.sub(lambda match: evaluate(values.get(match[1], "")), text)

        log, code = "", 0
        for step in action["runs"]["steps"]:
            if "if" in step:
                name, sign, text = _CONDITION.fullmatch(step["if"]).groups()
                if (values.get(name, "") == text) != (sign == "=="):
                    continue
            if "uses" in step or (self._installed and "install" in step["run"]):
                continue
            output = self.base / "GITHUB_OUTPUT"
            output.write_bytes(b"")
            assert step["shell"] == "bash"
            script = self.base / "script.sh"
            script.write_text(step["run"], encoding="utf-8")
            given = {name: evaluate(text) for name, text in step.get("env", {}).items()}
            run = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
                cwd=workspace,
                env=self._environment(workspace, output, summary) | (environment or {}) | given,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                check=False,
                timeout=300,
            )
            log += run.stdout
            for name, text in parse_outputs(output.read_text(encoding="utf-8")).items():
                values[f"steps.{step['id']}.outputs.{name}"] = text
            if run.returncode:
                code = run.returncode
                break
            self._installed = True
        outputs = {name: evaluate(entry["value"]) for name, entry in action["outputs"].items()}
        return Ran(code, log, outputs, summary.read_text(encoding="utf-8"))

    def _environment(self, workspace, output, summary):
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.base),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_ACTION_PATH": str(self.checkout),
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": "Someone/news",
            "GITHUB_SHA": git(workspace, "rev-parse", "HEAD"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            # No network: what is needed is there already.
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }


def parse_outputs(text):
    """The outputs that a step has written, of one line or several."""
    outputs, lines = {}, iter(text.splitlines())
    for line in lines:
        name, equals, value = line.partition("=")
        if not equals or "<<" in name:
            name, _, delimiter = line.partition("<<")
            value = "\n".join(iter(lambda: next(lines), delimiter))
        outputs[name] = value
    return outputs


def commands_in(log):
    """What the runner would obey in the log, but for those that stop and resume commands."""
    stopped = ""
    for line in log.splitlines():
        if stopped:
            if line.strip() == f"::{stopped}::":
                stopped = ""
        elif line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
            assert len(stopped) == 32
        elif line.lstrip().startswith("::") or "##[" in line:
            yield line
    assert not stopped, "commands are resumed"
