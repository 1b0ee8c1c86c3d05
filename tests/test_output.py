"""A brief is written whole or not at all, whatever fails."""

import errno
import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefs.errors import OutputError
from briefs.output import is_brief, may_replace, write_standard_output, write_whole

OLD = b"---\ntitle: Daily brief\ngenerator: briefs\n---\n\nYesterday.\n"
NEW = OLD.replace(b"Yesterday", b"Today") + b"x" * 300_000

# The calls through which the module reaches the system, in no particular order.
CALLS = ("open", "write", "fsync", "close", "replace", "listdir")


class Injector:
    """Counts the module's system calls and does `what` instead of, or before, the n-th one."""

    def __init__(self, monkeypatch, nth, what):
        self.count = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(getattr(os, name), nth, what))

    def _wrapped(self, real, nth, what):
        def call(*args, **kwargs):
            self.count += 1
            if self.count == nth:
                what()
            return real(*args, **kwargs)

        return call


def fail(number):
    def raises():
        raise OSError(number, os.strerror(number))

    return raises


def leftovers(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".briefs-")]


def test_a_new_file_holds_exactly_the_bytes_given(tmp_path):
    """A new file holds exactly the bytes given, and nothing else is left in the folder."""
    write_whole(tmp_path / "brief.md", NEW)
    assert (tmp_path / "brief.md").read_bytes() == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EROFS])
def test_failing_every_call_in_turn_leaves_old_or_new_never_a_part(tmp_path, monkeypatch, number):
    """Whichever system call fails, the file is the old one and the error exit 5, or the new one."""
    target = tmp_path / "brief.md"
    for nth in range(1, 100):
        target.write_bytes(OLD)
        with monkeypatch.context() as patch:
            injector = Injector(patch, nth, fail(number))
            expected, message = NEW, ""
            try:
                write_whole(target, NEW)
            except OutputError as error:
                expected, message = OLD, str(error)
        if expected == OLD:
            assert "brief.md" in message
            assert os.strerror(number) in message
        assert target.read_bytes() == expected
        assert leftovers(tmp_path) == []
        if injector.count < nth:
            break
    assert 8 < nth < 50, "every call was reached, and the last run met no failure"
    assert expected == NEW


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_signal_at_every_call_leaves_old_or_new_and_the_next_run_sweeps(tmp_path, name):
    """Killed before any system call, the file is whole; the next run sweeps what is left."""
    script = tmp_path / "kill.py"
    script.write_text(
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        f"sys.path[:0] = [{str(Path(__file__).parent)!r}]\n"
        "import pytest\n"
        "from test_output import Injector, NEW\n"
        "from briefs.output import write_whole\n"
        # Started in the background, a shell's child ignores SIGINT.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))\n"
        "target = Path(sys.argv[1])\n"
        "first, last, number = int(sys.argv[2]), int(sys.argv[3]), signal.Signals[sys.argv[4]]\n"
        "for nth in range(first, last):\n"
        "    if os.fork() == 0:\n"
        "        Injector(pytest.MonkeyPatch(), nth, lambda: os.kill(os.getpid(), number))\n"
        "        try:\n"
        "            write_whole(target.with_name(f'{nth}.md'), NEW)\n"
        "        except KeyboardInterrupt:\n"
        "            os._exit(130)\n"
        "        os._exit(0)\n"
        "    os.wait()\n",
        encoding="utf-8",
    )
    folder = tmp_path / "out"
    folder.mkdir()
    for nth in range(1, 16):
        (folder / f"{nth}.md").write_bytes(OLD)
    subprocess.run(
        [sys.executable, script, folder / "brief.md", "1", "16", name], check=True, timeout=60
    )
    found = {(folder / f"{nth}.md").read_bytes() for nth in range(1, 16)}
    assert found == {OLD, NEW}
    if name != "SIGKILL":
        assert leftovers(folder) == []
    write_whole(folder / "1.md", OLD)
    assert leftovers(folder) == []


def test_a_leftover_of_a_killed_run_is_swept(tmp_path):
    """A temporary file of another run is gone after the next one; other hidden files stay."""
    (tmp_path / ".briefs-0123456789abcdef.part").write_bytes(b"half")
    (tmp_path / ".keep.part").write_bytes(b"mine")
    write_whole(tmp_path / "brief.md", NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".keep.part", "brief.md"]


def test_runs_at_once_end_with_one_of_them_whole(tmp_path):
    """Several writers at once all succeed, though each sweeps, and one of their briefs stands."""
    versions = [NEW + str(n).encode() for n in range(6)]
    failures = []

    def write(data):
        try:
            write_whole(tmp_path / "brief.md", data)
        except OutputError as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(data,)) for data in versions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert (tmp_path / "brief.md").read_bytes() in versions
    assert leftovers(tmp_path) == []


def test_a_file_too_large_for_the_limit_leaves_the_old_one(tmp_path):
    """A real EFBIG from the system ends in exit 5 with the old brief intact."""
    target = tmp_path / "brief.md"
    target.write_bytes(OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(OutputError, match=r"File too large.*intact"):
            write_whole(target, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == OLD
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("missing/brief.md", "create the folder first"),
        ("file/brief.md", "is a file"),
        ("x" * 300, "shorter name"),
    ],
)
def test_an_impossible_place_is_named_with_what_to_do(tmp_path, path, advice):
    """A place that cannot be written is an OutputError that names it and says what to do."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / path, NEW)
    assert path in str(caught.value)
    assert advice in str(caught.value)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a read-only file system: /proc")
def test_a_read_only_folder_is_an_output_error():
    """A folder in which nothing can be created is an OutputError."""
    with pytest.raises(OutputError, match="cannot write"):
        write_whole(Path("/proc/brief.md"), NEW)


@pytest.mark.parametrize("force", [False, True])
def test_a_device_a_pipe_and_a_folder_are_never_replaced(tmp_path, force):
    """Only regular files are replaced, with or without force, and a pipe does not block."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for path in (Path("/dev/null"), tmp_path / "pipe", tmp_path / "folder"):
        with pytest.raises(OutputError, match="not a regular file"):
            write_whole(path, NEW, force=force)
        assert not may_replace(path)
    assert Path("/dev/null").is_char_device()


def test_what_is_not_a_brief_is_replaced_by_force_alone(tmp_path):
    """Somebody's own file stays as it is unless the user insists."""
    target = tmp_path / "notes.md"
    target.write_bytes(b"# Notes\n\ngenerator: briefs\n")
    with pytest.raises(OutputError, match="--force"):
        write_whole(target, NEW)
    assert target.read_bytes().startswith(b"# Notes")
    write_whole(target, NEW, force=True)
    assert target.read_bytes() == NEW


def test_a_link_stays_a_link(tmp_path):
    """Through a symbolic link the file behind it is replaced, and the link stays."""
    (tmp_path / "latest.md").symlink_to("real.md")
    write_whole(tmp_path / "latest.md", NEW)
    assert (tmp_path / "latest.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == NEW


@pytest.mark.parametrize(
    ("head", "ours"),
    [
        (OLD, True),
        (b"\xef\xbb\xbf" + OLD.replace(b"\n", b"\r\n"), True),
        (b'<!DOCTYPE html>\n<html lang="en">\n<meta name="generator" content="briefs">', True),
        (b'{\n  "generator": "briefs",\n', True),
        (b"Subject: News\r\nMessage-ID: <0a@briefs.invalid>\r\n\r\nText", True),
        (b"%PDF-1.7\n...\n%%EOF\n%generator: briefs\n", True),
        (b"%PDF-1.7\n%generator: briefs\n...\n%%EOF\n", False),
        (b"Subject: News\n\nMessage-ID: <0a@briefs.invalid>\n", False),
        (b"---\ntitle: generator\n---\n\ngenerator: briefs\n", False),
        (b"---\ngenerator: briefs-like\n---\n", False),
        (b"<!doctype html>\n<title>generator: briefs</title>", False),
        (b'["generator", "briefs"]', False),
        (b"", False),
    ],
)
def test_each_format_is_recognised_by_its_own_mark(head, ours):
    """A brief is known by the mark of its format, in its place, and by nothing else."""
    assert is_brief(head) is ours


def test_a_long_pdf_is_known_by_its_end(tmp_path):
    """The mark of a PDF is found behind megabytes, and what lacks it is kept."""
    for mark, ours in ((b"%generator: briefs\n", True), (b"%%EOF\n", False)):
        (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7\n" + b"x" * 5_000_000 + b"\n" + mark)
        assert may_replace(tmp_path / "brief.pdf") is ours


def test_a_free_place_and_an_empty_file_may_be_replaced(tmp_path):
    """Nothing is lost where nothing stands."""
    (tmp_path / "empty.md").write_bytes(b"")
    assert may_replace(tmp_path / "empty.md")
    assert may_replace(tmp_path / "free.md")


@pytest.mark.parametrize(
    "output", ["closed pipe", "full device", "no standard output"], ids=str.split
)
def test_a_lost_standard_output_is_one_line_and_exit_5(output):
    """Standard output that is closed or full ends in an OutputError and no traceback at exit."""
    code = (
        "import sys\n"
        "from briefs.errors import OutputError\n"
        "from briefs.output import write_standard_output\n"
        "try:\n"
        "    write_standard_output(b'x' * 300_000)\n"
        "except OutputError as error:\n"
        "    sys.stderr.write(f'{error}\\n')\n"
        "    sys.exit(error.exit_code)\n"
    )
    redirection = {
        "closed pipe": "| true",
        "full device": "> /dev/full",
        "no standard output": ">&-",
    }[output]
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    command = f'"$0" -c "$1" {redirection}; exit "${{PIPESTATUS[0]}}"'
    run = subprocess.run(
        ["bash", "-c", command, sys.executable, code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 5, run.stderr
    assert "standard output" in run.stderr
    assert run.stderr.count("\n") == 1


def test_standard_output_gets_the_bytes(capfdbinary):
    """Bytes reach standard output unchanged, whatever its encoding."""
    write_standard_output("é\n".encode())
    assert capfdbinary.readouterr().out == "é\n".encode()


def test_sigxfsz_does_not_kill(tmp_path):
    """The limit on file size is an error here, not a signal that ends the process."""
    assert signal.getsignal(signal.SIGXFSZ) == signal.SIG_IGN
