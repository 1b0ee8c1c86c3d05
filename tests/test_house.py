"""The house rules that no single room can hold: imports, public names, what starts quickly."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import briefs

ROOT = Path(__file__).resolve().parent.parent
HEAVY = tuple("httpcore2 nltk scipy numpy sumy trafilatura lxml markdown nh3 weasyprint".split())

# Which rooms a room may import. Rooms on one level do not know each other.
BASE = {"errors", "normalising", "model", "config"}
LANGUAGE = BASE | {"language"}
ROOMS = {
    "errors": set(),
    "normalising": set(),
    "model": {"errors", "normalising"},
    "config": {"errors"},
    "output": {"errors"},
    "messages": {"model"},
    "importing": set(),
    "progress": set(),
    "agencies": set(),
    "dating": BASE,
    "language": BASE,
    "reading": LANGUAGE | {"agencies", "output"},
    "ranking": LANGUAGE,
    "stories": LANGUAGE | {"agencies", "dating"},
    "page": LANGUAGE,
    "selection": LANGUAGE | {"ranking"},
    "rendering": BASE | {"page"},
    "sending": BASE | {"messages"},
    "starting": BASE,
    "publishing": BASE | {"output", "page", "rendering"},
    "feeds": BASE | {"reading", "output"},
    "checking": LANGUAGE | {"rendering", "reading", "selection", "stories", "page"},
    "history": LANGUAGE | {"rendering", "selection", "stories"},
    "editor": LANGUAGE
    | {"dating", "history", "reading", "ranking", "stories", "selection", "page", "rendering"},
    "writing": BASE | {"checking", "reading", "rendering"},
    "running": None,
    "cli": None,  # knows everybody
    "__main__": {"cli"},
    "": set(),  # the package itself names its modules as text
}


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_name(path): path for path in sorted((ROOT / "briefs").rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imports(node):
    """Every module of ours that an import statement under `node` loads."""
    for statement in ast.walk(node):
        if isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            assert statement.level == 0, "imports are absolute"
            whole = statement.module
            names = [f"{whole}.{alias.name}" for alias in statement.names]
            names = [name if name in MODULES else whole for name in names]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "briefs")


def room(name):
    return name.split(".")[1] if "." in name else ""


def test_imports_are_acyclic():
    """No module of ours imports itself through others, at its top or inside a function."""
    graph = {name: set(imports(tree)) - {name, "briefs"} for name, tree in TREES.items()}
    list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_run_one_way(name):
    """A room imports only the rooms below it."""
    allowed = ROOMS[room(name)]
    if allowed is not None:
        outside = {room(other) for other in imports(TREES[name])} - {room(name), ""}
        assert outside <= allowed, f"{name} may not import {sorted(outside - allowed)}"


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_import_is_hidden(name):
    """Nothing is imported under TYPE_CHECKING; of ours inside a function only what is heavy."""
    tree = TREES[name]
    assert "TYPE_CHECKING" not in ast.dump(tree)
    if room(name) == "cli":
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for hidden in imports(node):
                assert libraries(TREES[hidden]) & set(HEAVY), f"{name}.{node.name}: {hidden}"


def libraries(tree):
    """The libraries a module loads at its top."""
    names = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module).split(".")[0])
    return names


@pytest.mark.parametrize(
    "arguments", ["import briefs", "--help", "make --help", "--version"], ids=str
)
def test_start_loads_nothing_heavy(arguments):
    """`import briefs`, `briefs --help` and `briefs make --help` load no heavy library."""
    code = "import sys, briefs\n"
    if arguments != "import briefs":
        code += (
            f"sys.argv = ['briefs', *{arguments.split()!r}]\n"
            "from briefs.cli import main\n"
            "try:\n"
            "    main()\n"
            "except SystemExit as end:\n"
            "    assert not end.code, end.code\n"
        )
    code += f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)))\n"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert run.stdout.splitlines()[-1].strip() == "loaded:"


def test_public_names_are_those_of_the_interface():
    """`__all__` is what can be imported, and holds every name of the public interface."""
    promised = {
        "Article", "Sentence", "Story", "Brief", "Options", "Reading", "BriefsError",
        "read_folder", "read_file", "split_sentences", "rank_sentences", "group_stories",
        "summarize", "make_brief", "render_markdown", "render_json", "render_html", "check_brief",
    }  # fmt: skip
    assert promised <= set(briefs.__all__)
    assert len(briefs.__all__) == len(set(briefs.__all__))
    for name in briefs.__all__:
        assert getattr(briefs, name) is not None
    assert set(dir(briefs)) == set(briefs.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        briefs.nonsense  # noqa: B018


@pytest.mark.parametrize("name", [n for n in briefs.__all__ if not n.startswith("_")])
def test_every_public_name_says_what_it_is(name):
    """Every public name has a docstring of its own."""
    assert (getattr(briefs, name).__doc__ or "").strip()


def test_packages_export_what_they_say():
    """Each name in a module's `__all__` is there."""
    for name, tree in TREES.items():
        for node in tree.body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
                module = __import__(name, fromlist=["__all__"])
                missing = [each for each in module.__all__ if not hasattr(module, each)]
                assert missing == [], name


def test_no_regular_expression_with_a_known_trap():
    """No pattern has the three forms that take quadratic or exponential time."""
    traps = [r"\s+$", "[^.!?]+[.!?]+", r"(\w+\s?)+"]
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = [trap for trap in traps if trap in node.value]
                assert found == [], f"{name}, line {node.lineno}"


def codes_in_source():
    """Every warning code: a fixed word that stands before its message, as a pair or in a call."""
    code = re.compile(r"[a-z]+(?:-[a-z]+)*")
    for name, tree in TREES.items():
        if room(name) == "cli":
            source = MODULES[name].read_text(encoding="utf-8")
            yield from re.findall(r"warning\[([a-z-]+)\]", source)
        elif room(name) == "feeds":
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
            for call in calls:
                called = getattr(call.func, "id", getattr(call.func, "attr", ""))
                first = {"Failure": 0, "tell": 1}.get(called)
                if first is not None and isinstance(call.args[first], ast.Constant):
                    yield call.args[first].value
        elif room(name) in ("reading", "publishing"):
            for node in ast.walk(tree):
                pair = getattr(node, "elts", None) or getattr(node, "args", None)
                if not isinstance(pair, list) or len(pair) != 2:
                    continue
                first, second = pair
                message = (  # a sentence, not a name
                    isinstance(second, ast.JoinedStr)
                    or (isinstance(second, ast.Constant) and len(str(second.value).split()) > 4)
                    or (isinstance(second, ast.Name) and "warning" in second.id)
                )
                word = getattr(first, "value", None)
                if message and isinstance(word, str) and code.fullmatch(word):
                    yield word


def test_every_code_stands_on_the_page_of_messages_and_no_other():
    """docs/messages.md lists exactly the warning codes that the source can give."""
    page = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", page, flags=re.MULTILINE)
    assert sorted(listed) == sorted(set(codes_in_source()))


def commands():
    import typer

    from briefs.cli import app

    return typer.main.get_command(app).commands


def test_every_command_and_option_has_help_and_stands_in_the_readme():
    """Each command, argument and option explains itself, and the README names each command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in commands().items():
        assert command.help, name
        assert f"| `briefs {name}" in readme, f"{name} is not in the README's table"
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name}: {parameter.name}"


def test_every_setting_and_exit_code_stands_in_the_readme():
    """The README's tables name each setting with its default, and each exit code."""
    import dataclasses

    from briefs import errors

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for field in dataclasses.fields(briefs.Options):
        assert f"| `{field.name}` |" in readme, field.name
    kinds = [k for k in vars(errors).values() if isinstance(k, type)]
    for code in {0, 1, 130, *(kind.exit_code for kind in kinds)}:
        assert re.search(rf"^\| {code}\b", readme, flags=re.MULTILINE), code
