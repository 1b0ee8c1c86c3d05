"""One harness for bad inputs: each beside a known good article, through the real command.

Whatever is in the folder: the exit code is one of those documented, there is no traceback, a file
that was skipped or mended is named exactly once, files found = read + skipped, the good article is
still cited, and the same folder gives the same bytes twice. The numbers are those of the list of
faults in docs/messages.md.
"""

import ast
import gzip
import io
import json
import os
import pkgutil
import re
import resource
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

import briefs

FAULTS = Path(__file__).parent.parent / "docs" / "messages.md"
MEMORY = 2 << 30
SECONDS = 100

LEAD = (
    "The ferry operator Norrskär Line said on Tuesday that it will replace its oldest ship, the "
    "Storholm, with a battery vessel in the spring of next year."
)
GOOD = f"""Norrskär Line to replace Storholm ferry with battery vessel

{LEAD} The new vessel will carry 240 passengers and 30 cars between Ekvik and the outer islands. \
Islanders have complained for years about the smoke and the noise of the old engines. The county \
council will pay a third of the price of 41 million crowns, the operator said.
"""
TITLE = "Glass workshop in Lunderup named best of the year"
TEXT = (
    "A glass workshop in the village of Lunderup has been named the best of the year by a "
    "jury of museum directors. The workshop employs eleven people and was founded in 1911. Its "
    "owner said the prize money of 90,000 crowns would pay for a new furnace before winter."
)
# Other news for files that are read side by side: title, text.
MILL = (
    "Paper mill at Ramsby closes after a century",
    (
        "The paper mill at Ramsby will close in June, ending a century of work on the river. "
        "Managers blamed the price of timber and power. Some 140 workers were told on Friday."
    ),
)
OWL = (
    "Eagle owls nest on Corvin town hall",
    (
        "A pair of eagle owls has nested on the roof of the town hall in Corvin this spring. "
        "Staff closed the upper balcony until the chicks leave. Visitors can follow them by camera."
    ),
)
ROAD = (
    "Tunnel under Mount Harrow opens to lorries",
    (
        "A tunnel under Mount Harrow opens to lorries on Monday after nine years of work. "
        "Drivers save forty minutes against the old pass. Cars have used the tunnel since August."
    ),
)
CHESS = (
    "Girl of twelve wins chess title of Wendmark",
    (
        "A twelve-year-old girl won the chess championship of Wendmark, beating two grandmasters. "
        "Ida Solvang learned the game from her grandfather. She will play abroad next spring."
    ),
)
WELL = (
    "Roman well found below Pellan car park",
    (
        "Workers digging a car park in Pellan uncovered a Roman well lined with oak planks. "
        "Archaeologists dated the timber to the second century. The council stopped the digging."
    ),
)


@dataclass(frozen=True)
class Case:
    """A bad file, or several: `name` begins each of their names.

    `code` is the warning expected for each ("" for none), `skipped` whether the file
    is left out. `holds` must stand in the brief, `lacks` must not.
    """

    fault: str
    name: str
    write: bytes | Callable[[Path], None]
    code: str = ""
    skipped: bool = False
    holds: str = ""
    lacks: tuple[str, ...] = ()


def page(body, title=TITLE):
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def article(text=TEXT, title=TITLE):
    return f"{title}\n\n{text}\n".encode("utf-8", "surrogatepass")


def markdown(news, *fields):
    title, text = news
    front_matter = "\n".join(("---", f"title: {title}", *fields, "---"))
    return f"{front_matter}\n\n{text}\n".encode()


def skip(fault, name, code, write):
    return Case(fault, name, write, code, skipped=True)


def fifo(path):
    os.mkfifo(path)


def unix_socket(path):
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def device(path):
    try:
        os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 3))
    except PermissionError:
        os.mkfifo(path)


def link(target):
    return lambda path: path.symlink_to(target)


def sparse(path):
    with path.open("wb") as file:
        file.truncate(100 << 20)


def sentences(count):
    """So many sentences, no two alike."""
    return " ".join(
        f"In the year {n} of the chronicle the village of Lund{n} built mill number {n}."
        for n in range(count)
    )


def nested(depth, news):
    title, text = news
    paragraphs = "".join(f"<p>{part}.</p>" for part in text.rstrip(".").split(". "))
    return page("<div>" * depth + paragraphs + "</div>" * depth, title)


SECRETS = "".join(
    f"<{tag}>Secret words of {tag[:8]} that nobody was ever meant to read in print.</{end}>"
    for tag, end in (
        ("script", "script"), ("style", "style"), ("noscript", "noscript"),
        ("template", "template"), ("p hidden", "p"), ('p style="display:none"', "p"),
    )
)  # fmt: skip
NEWS = iter(range(10_000))


def report(more="", place="Ekvik"):
    """A title and an article of its own for each case, so that none is a copy of another."""
    n = next(NEWS)
    text = (
        f"The council of {place} voted on Monday to rebuild bridge number {n} before the summer. "
        f"Work on bridge {n} will take {n + 3} months and cost four million crowns, the mayor "
        f"said.{more} Bridge {n} was built in 1902 and lost its railing to a storm in March."
    )
    return f"Bridge number {n} of {place} to be rebuilt", text


def text_page(before="", after="", head="", encoding="utf-8"):
    title, text = report()
    body = "".join(f"<p>{part}.</p>" for part in text.rstrip(".").split(". "))
    return (
        f"<html><head><title>{title}</title>{head}</head>"
        f"<body>{before}<article><h1>{title}</h1>{body}</article>{after}</body></html>"
    ).encode(encoding)


def rss(*items, head="", tail="</channel></rss>"):
    return (f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Ekvik Post</title>'
            f"{''.join(items)}{tail}").encode()  # fmt: skip


def item(*fields):
    title, text = report()
    return f"<item><title>{title}</title><description>{text}</description>{''.join(fields)}</item>"


ITEM = "<item><title>Note</title><description>The clerk wrote a note.</description></item>"


def row(**fields):
    title, text = report()
    return json.dumps({"title": title, "text": text, **fields})


def mail(*headers, body=None, kind="text/plain; charset=utf-8"):
    title, text = report()
    lines = (
        "From: Ekvik Post <news@ekvik.example>", f"Subject: {title}", *headers,
        "MIME-Version: 1.0", f"Content-Type: {kind}", "", text if body is None else body,
    )  # fmt: skip
    return "\n".join(lines).encode()


def multiparts(depth):
    body = "--b0\nContent-Type: text/plain\n\nNothing much.\n--b0--\n"
    for n in range(1, depth):
        body = f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n - 1}"\n\n{body}\n--b{n}--\n'
    return mail(body=body, kind=f'multipart/mixed; boundary="b{depth - 1}"')


def zipped(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return data.getvalue()


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "&a{n - 1 or ""};&a{n - 1 or ""};">' for n in range(1, 30))
    + "]>"
)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

CASES = [
    *(skip("1", f"empty{end}", "empty", b"") for end in (".txt", ".md", ".html")),
    *(skip("1", f"blank{end}", "empty", b" \n\t\r\n \n") for end in (".txt", ".md", ".html")),
    skip("2", "nul.txt", "binary", article().replace(b" jury", b" \0\0jury")),
    skip("2", "picture.txt", "binary", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))),
    skip("2", "picture.html", "binary", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256))),
    Case("3", "cp1252.txt", article(TEXT.replace("jury", "caf\u00e9 jury")).decode()
         .encode("cp1252"), "encoding", holds="a café jury"),
    Case("5", "bom.md", b"\xef\xbb\xbf" + markdown(MILL, "source: Ramsby Post"),
         holds="Ramsby Post", lacks=("\ufeff", "title: Paper")),
    Case("10", "controls.txt", article(OWL[1].replace("owls has", "ow\x1b\x07ls\x9b has\x84"),
         "\x1b\x07" + OWL[0] + "\x1b[2J"), holds="eagle owls has nested",
         lacks=tuple("\x1b\x07\x9b\x84")),
    Case("11", "bidi.txt", article(ROAD[1].replace("new", "\u202enew\u2066"),
         f"\u202e{ROAD[0]}\u200f"), holds="Mount Harrow", lacks=tuple(BIDI)),
    Case("12", "zerowidth.txt", article(CHESS[1].replace("chess", "che\u200b\u00adss\U000e0041"),
         CHESS[0]), holds="the chess championship", lacks=("\u200b", "\u00ad", "\U000e0041")),
    skip("18", "huge.txt", "too-large", sparse),
    skip("20", "token.txt", "no-text", article("a" * 5_000_000)),
    Case("22", "chronicle.txt", article(sentences(100_000)), "long"),
    *(skip("25", f"nothing{n}.txt", "no-text", text) for n, text in enumerate(
        (b"?!... --- !!!\n", b"Hello\n", b"...\n\n***\n", b"1\n"))),
    Case("32", "nested300.html", nested(300, ROAD), "nesting", holds="under Mount Harrow"),
    Case("32", "nested100k.html", nested(100_000, CHESS), "nesting"),
    skip("35", "comment.html", "empty", b"<!-- " + TEXT.encode() + b" -->"),
    Case("37", "hidden.html", page(f"{SECRETS}<article><h1>{OWL[0]}</h1><p>{OWL[1]}</p></article>",
         OWL[0]), holds="eagle owls", lacks=("Secret",)),
    # Bytes and encoding
    *(skip("1", f"empty{end}", "empty", b"") for end in (".json", ".xml", ".eml", ".zip", ".gz")),
    Case("4", "utf16.txt", "\n\n".join(report()).encode("utf-16")),
    Case("4", "utf16be.html", b"\xfe\xff" + text_page().decode().encode("utf-16-be")),
    Case("4", "utf32.txt", "\n\n".join(report()).encode("utf-32")),
    skip("4", "bare16.txt", "binary", "\n\n".join(report()).encode("utf-16-le")),
    Case("5", "bom.json", b"\xef\xbb\xbf" + row().encode()),
    Case("5", "bom.eml", b"\xef\xbb\xbf" + mail()),
    Case("5", "bom.xml", b"\xef\xbb\xbf" + rss(item())),
    Case("6", "charset.html", text_page(head='<meta charset="shift_jis">', after="<p>Café.</p>"),
         "encoding"),
    Case("6", "latin.html", text_page(head='<meta charset="utf-8">', after="<p>Caf\u00e9.</p>",
         encoding="cp1252"), "encoding"),
    *(Case("7", f"unknown{n}.html", text_page(head=f'<meta charset="{name}">',
         after="<p>Caf\u00e9.</p>", encoding="cp1252"), "encoding")
      for n, name in enumerate(("klingon-8", "%s%n", "undefined", "idna"))),
    skip("7", "nul.html", "binary", text_page(head='<meta charset="utf-8\0">')),
    Case("8", "surrogate.json", row().replace("council", "coun\\ud800cil").encode(),
         lacks=("\ud800",)),
    Case("9", "references.html", text_page(after="<p>Zero &#0; &#xD800; &#x110000; &#xFFFE;.</p>"),
         lacks=("\0",)),
    Case("13", "homoglyph.md", markdown(report(), "source: Ekvik P\u043est")),
    Case("14", "nfd.txt", "\n\n".join(report(" The caf\u00e9 stays.")).replace(
         "\u00e9", "e\u0301").encode()),
    Case("15", "nfkc.txt", "\n\n".join(report(" " + "\ufdfa" * 50_000 + ".")).encode()),
    *(Case("16", f"newline{n}.txt", mark.join(report()).encode())
      for n, mark in enumerate(("\r\r", "\u2028", "\u0085\u0085", "\v", "\f", "\r\n\r\n"))),
    Case("17", "mojibake.txt", "\n\n".join(report(" The mayor\u2019s caf\u00e9 stays.")).encode()
         .decode("cp1252").encode(), "encoding"),
    # HTML
    *(Case("33", f"open{n}.html", text_page(after=text * 20_000))
      for n, text in enumerate(("<a ", "<!--", "<!["))),
    Case("34", "declaration.html", b'<?xml version="1.0" encoding="utf-8"?>' + text_page()),
    Case("36", "colspan.html", text_page(after='<table><tr><td colspan="999999999" '
         'rowspan="99999999">one</td></tr></table>')),
    Case("38", "paragraphs.html", text_page(after="<p>" * 3_000_000), "long"),
    Case("39", "base.html", text_page(head='<base href="javascript:alert(1)//">'
         '<link rel="canonical" href="story/one">'), lacks=("javascript",)),
    Case("40", "refresh.html", text_page(head='<meta http-equiv="refresh" '
         'content="0;url=http://127.0.0.1:9/x">', after='<img src="http://127.0.0.1:9/y.png">'),
         lacks=("127.0.0.1",)),
    # XML and feeds
    skip("41", "laughs.xml", "entity-bomb", rss(item("<author>&a29;</author>"), head=BOMB)),
    skip("42", "external.xml", "entity-bomb", rss(item("<author>&x;</author>"),
         head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    Case("43", "dtd.xml", rss(item(), head='<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">')),
    Case("44", "cut.xml", rss(item(), "<item><title>Half", tail=""), "broken-feed"),
    Case("45", "many.xml", rss(*([ITEM] * 6_000)), "long"),
    Case("46", "bare.xml", rss(item(), item("<guid>1</guid><link/>"), item("<guid>1</guid>"))),
    skip("47", "page.rss", "unsupported", b"just some words, no feed at all"),
    Case("48", "links.xml", rss(*(item(f"<link>{link}</link>") for link in (
         "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
         " \njavascript:alert(2)"))), lacks=("javascript", "data:text", "/etc/passwd")),
    Case("49", "comments.xml", rss(item("<summary>" + "&lt;!--" * 50_000 + "</summary>"))),
    # JSON
    skip("50", "deep.json", "no-text", b"[" * 100_000),
    Case("51", "integer.json", row(views=10**4000).replace("10", "1", 1).encode()),
    skip("52", "nan.json", "no-text", row().replace("{", '{"score": NaN, ', 1).encode()),
    Case("53", "types.jsonl", "\n".join((row(), '{"title": 5, "text": ["a"]}', "[]", "7")).encode(),
         "bad-record"),
    Case("54", "lines.jsonl", "\n".join([row() for _ in range(20)] + ["{bad"]).encode(),
         "bad-record"),
    Case("55", "doubled.json", b'{"title": "First of two",' + row().encode()[1:],
         lacks=("First of two",)),
    # Mail
    skip("56", "nested.eml", "no-text", multiparts(2000)),
    skip("57", "parts.eml", "no-text", mail(kind='multipart/mixed; boundary="b"',
         body="--b\n\nx\n" * 50_000)),
    Case("58", "words.eml", mail("X-Words: " + "=?utf-8?q?a?= " * 20_000)),
    Case("59", "from.eml", mail().replace(b"From: Ekvik Post <", b"From: ((((")),
    Case("60", "base64.eml", mail("Content-Transfer-Encoding: 8-bitty")),
    Case("61", "date.eml", mail("Date: Mon, 01 Jan 9999 00:00:00 -2300")),
    Case("62", "attached.eml", mail(kind='multipart/mixed; boundary="b"', body="--b\n\n"
         + report()[1] + '\n--b\nContent-Disposition: attachment; filename="../../evil.txt"\n\n'
         "evil\n--b--\n")),
    # Archives
    skip("63", "bomb.txt.gz", "too-large", gzip.compress(bytes(200 << 20), 9)),
    skip("63", "bomb.zip", "no-text", zipped(bomb_zip=zipped(bomb_zip=zipped(a_txt=article())))),
    Case("64", "cut.txt.gz", gzip.compress("\n\n".join(report(sentences(40))).encode())[:-30],
         "truncated"),
    Case("64", "crc.txt.gz", gzip.compress("\n\n".join(report()).encode())[:-8] + b"\1" * 8,
         "truncated"),
    skip("69", "pipe.txt", "not-a-file", fifo),
    skip("69", "socket.txt", "not-a-file", unix_socket),
    skip("69", "device.txt", "not-a-file", device),
    Case("70", "loop", link(".")),
    skip("71", "passwd.txt", "outside", link("/etc/passwd")),
    skip("71", "etc", "outside", link("/etc")),
    skip("72", "dangling.txt", "missing", link("nowhere.txt")),
    *(Case("76", name, article(title="Hidden"), lacks=("Hidden",)) for name in (
        ".hidden.txt", "backup.txt~", ".swap.txt.swp", "swap.txt.swp")),
    Case("77", "title.md", markdown(
        ('"[x](javascript:alert(1)) # | ``` <!-- [^1]: {: onclick} <script>alert(2)</script>"',
         WELL[1])), lacks=("](javascript", "<!--", "<script", "[^1]:", "{: onclick")),
    Case("79", "address.md", markdown(MILL,
         'url: "https://example.org/a_(b)/c d<e>?q=1"'),
         holds="<https://example.org/a_(b)/c%20d%3Ce%3E?q=1", lacks=("<e>",)),
    Case("94", "aware.md", markdown(OWL, "date: 2026-03-29T02:30:00+14:00")),
    Case("94", "naive.md", markdown(ROAD, "date: 2026-03-29T02:30:00")),
    Case("94", "future.md", markdown(CHESS, "date: 9999-12-31T23:59:59-12:00")),
]  # fmt: skip


def run(folder, *arguments, prefix=(), limits=(), memory=MEMORY, environment=(), cwd=None):
    """`briefs ARGUMENTS` in `folder`'s parent, with a limit on memory and time."""

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        for kind, value in limits:
            resource.setrlimit(kind, (value, value))

    return subprocess.run(
        [*prefix, sys.executable, "-m", "briefs", *arguments],
        cwd=cwd or folder.parent,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", **dict(environment)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=limit,
    )


def make(folder, *arguments, codes=(0,), **settings):
    """Run `briefs make` twice; what it wrote and said, when all that holds for every run holds."""
    outputs = []
    for name in ("first.md", "second.md"):
        done = run(folder, "make", folder.name, "-o", name, *arguments, **settings)
        said = done.stderr.decode("utf-8")
        assert done.returncode in codes, said
        assert "Traceback" not in said
        assert done.stdout == b""
        brief = folder.parent / name
        outputs.append((brief.read_bytes().decode("utf-8") if brief.exists() else "", said))
        if done.returncode:
            assert outputs[-1][0] == ""
    assert outputs[0][0] == outputs[1][0]
    brief, said = outputs[0]
    found, read, skipped = map(
        int, re.search(r"^found (\d+), read (\d+), skipped (\d+)", said, re.MULTILINE).groups()
    )
    assert found == read + skipped
    assert sorted(said.splitlines()) == sorted(
        outputs[1][1].replace("second", "first").splitlines()
    )
    return brief, said, (found, read, skipped)


def warnings(said, name):
    """The codes of the lines that name the file."""
    lines = [line for line in said.splitlines() if f"{name}'" in line]
    return [re.match(r"briefs: warning\[([a-z-]+)\]: ", line)[1] for line in lines]


def batches():
    """The cases in few folders: five lines of a code are said, and five stories fit the page."""
    made = []
    for case in CASES:
        for batch in made:
            same = sum(case.code != "" and case.code == other.code for other in batch)
            shown = sum(not other.skipped and "Ekvik" not in str(other.write) for other in batch)
            if same < 5 and len(batch) < 24 and (case.skipped or shown < 5):
                batch.append(case)
                break
        else:
            made.append([case])
    return made


@pytest.mark.parametrize(
    "batch", batches(), ids=lambda batch: " ".join(f"{case.fault}:{case.name}" for case in batch)
)
def test_a_bad_file_beside_a_good_one(tmp_path, batch):
    """Each bad file is named once with its code, or not at all, and the good one is cited."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    for case in batch:
        if callable(case.write):
            case.write(folder / case.name)
        else:
            (folder / case.name).write_bytes(case.write)
    brief, said, (_, _, skipped) = make(folder)
    assert LEAD in brief
    assert warnings(said, "good.txt") == []
    for case in batch:
        assert warnings(said, case.name) == ([case.code] if case.code else []), said
        assert case.holds in brief
        for text in case.lacks:
            assert text not in brief
    assert skipped == sum(case.skipped for case in batch)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", brief + said)
    checked = run(folder, "check", "first.md", "in")
    assert checked.returncode == 0, checked.stdout.decode()


@pytest.fixture
def folder(tmp_path):
    """A folder that holds the good article."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_19_the_limit_on_size_is_exact(folder):
    """A file of exactly the limit is read, one of a byte more is skipped (fault 19)."""
    limit = len(article()) + 1000
    for name, size in (("under", limit - 1), ("at", limit), ("over", limit + 1)):
        text = article(TEXT + f" It is called {name}.")
        (folder / f"{name}.txt").write_bytes(text + b"\n" * (size - len(text)))
    _, said, counts = make(folder, "--max-bytes", str(limit))
    assert counts == (4, 3, 1)
    assert warnings(said, "over.txt") == ["too-large"]


def test_21_23_thousands_of_files_many_of_them_the_same(folder):
    """Ten thousand identical articles are one text, and two thousand tiny ones are all counted."""
    for n in range(10_000):
        (folder / f"same{n}.txt").write_bytes(article())
    for n in range(2_000):
        (folder / f"tiny{n}.txt").write_bytes(f"Note {n}\n\nThe clerk wrote note {n}.\n".encode())
    done = run(folder, "make", "in", "-o", "brief.md")
    assert done.returncode == 0, done.stderr.decode()
    assert b"found 12001, read 12001, skipped 0" in done.stderr
    brief = (folder.parent / "brief.md").read_text(encoding="utf-8")
    assert brief.count(TEXT[:60]) <= 1
    assert LEAD in brief


def test_24_a_file_that_grows_is_read_once_and_no_further(folder):
    """Whatever is written to a file while it is read, it is one article or one skip (fault 24)."""
    growing = folder / "growing.txt"
    growing.write_bytes(article())
    writer = subprocess.Popen(
        ["bash", "-c", 'while :; do printf "It grew. %.0s" {1..99} >> "$0"; done', str(growing)]
    )
    try:
        done = run(folder, "make", "in", "-o", "brief.md", "--max-bytes", "1000000")
    finally:
        writer.kill()
        writer.wait()
    assert done.returncode == 0, done.stderr.decode()
    assert re.search(rb"found 2, read (?:2, skipped 0|1, skipped 1)", done.stderr)
    assert LEAD in (folder.parent / "brief.md").read_text(encoding="utf-8")


def test_26_an_empty_folder_is_exit_4(tmp_path):
    """With nothing to read nothing is written, and the old brief stays (fault 26)."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "old.md").write_text("---\ngenerator: briefs\n---\n", encoding="utf-8")
    done = run(folder, "make", "in", "-o", "old.md")
    assert done.returncode == 4
    assert b"found 0, read 0, skipped 0" in done.stderr
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == "---\ngenerator: briefs\n---\n"


def test_73_an_unreadable_file_is_skipped(folder):
    """A file whose permissions forbid reading is skipped and named (fault 73)."""
    (folder / "secret.txt").write_bytes(article())
    (folder / "secret.txt").chmod(0)
    prefix = ()
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root reads everything, and there is no setpriv to give that up")
        prefix = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    _, said, counts = make(folder, prefix=prefix)
    assert warnings(said, "secret.txt") == ["unreadable"]
    assert counts == (2, 1, 1)


STRANGE = {
    b"new\nline.txt": "new\\nline.txt",
    b"esc\x1b[31m.txt": "esc\\x1b[31m.txt",
    b"::error::x.txt": "error",
    b"latin\xe9.txt": "latin\\xe9.txt",
    b"quote'\"`.txt": "quote",
}


@pytest.mark.parametrize("content", [b"", article()], ids=["empty", "article"])
def test_74_strange_names_are_printed_escaped_and_can_be_cited(folder, content):
    """A name with a newline, an escape or bytes that are no UTF-8 is data everywhere (fault 74)."""
    for n, name in enumerate(STRANGE):
        path = os.path.join(os.fsencode(folder), name)  # noqa: PTH118
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(content.replace(b"eleven", b"%d" % (n + 12)) if content else b"")
    brief, said, counts = make(folder)
    assert counts == ((6, 6, 0) if content else (6, 1, 5))
    assert LEAD in brief
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", brief + said)
    for line in said.splitlines():
        assert not line.lstrip().startswith("::")
    if not content:
        for shown in STRANGE.values():
            assert shown in said
    checked = run(folder, "check", "first.md", "in")
    assert checked.returncode == 0, checked.stdout.decode()


def test_75_a_brief_inside_the_folder_is_never_read(folder):
    """Briefs of every format written among the articles change nothing (fault 75)."""
    done = run(folder, "make", "in", "-o", "-")
    for name in ("brief.md", "brief.html", "brief.json", "brief.txt"):
        options = ("--format", "md") if name == "brief.txt" else ()
        assert run(folder, "make", "in", "-o", f"in/{name}", *options).returncode == 0
    again, _, counts = make(folder)
    assert again == done.stdout.decode()
    assert counts == (1, 1, 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_91_a_signal_at_any_time_leaves_the_old_brief_or_the_new(folder, number):
    """Stopped at three moments of its life it leaves a whole brief and no traceback (fault 91)."""
    target = folder.parent / "brief.md"
    old = b"---\ngenerator: briefs\n---\n\nYesterday.\n"
    started = time.monotonic()
    assert run(folder, "make", "in", "-o", "brief.md").returncode == 0
    life = time.monotonic() - started
    new = target.read_bytes()
    for moment in (0.5, 0.75, 0.95):
        target.write_bytes(old)
        process = subprocess.Popen(
            [sys.executable, "-m", "briefs", "make", "in", "-o", "brief.md"],
            cwd=folder.parent,
            stderr=subprocess.PIPE,
        )
        time.sleep(life * moment)
        process.send_signal(number)
        said = process.communicate(timeout=SECONDS)[1].decode()
        assert process.returncode in {0, 128 + number, -number}, said
        assert target.read_bytes() in ((new,) if process.returncode == 0 else (old, new))
        # The interpreter itself prints what is raised while it destroys an object.
        assert "Traceback" not in said or said.startswith("Exception ignored in")


@pytest.mark.parametrize(
    ("output", "limits"),
    [
        ("brief.md", [(resource.RLIMIT_FSIZE, 100)]),
        ("in/good.txt/brief.md", []),
        ("missing/brief.md", []),
        ("/proc/brief.md", []),
        ("in", []),
    ],
    ids=["file too large", "below a file", "missing folder", "read-only", "a folder"],
)
def test_92_output_that_cannot_be_written_is_exit_5(folder, output, limits):
    """Wherever the brief cannot be written it says why in one line, the old one intact."""
    old = b"---\ngenerator: briefs\n---\n\nYesterday.\n"
    target = folder.parent / "brief.md"
    target.write_bytes(old)
    done = run(folder, "make", "in", "-q", "--format", "md", "-o", output, limits=limits)
    said = done.stderr.decode()
    assert done.returncode == 5, said
    assert "Traceback" not in said
    assert output in said
    assert said.count("\n") == 1
    assert target.read_bytes() == old
    assert sorted(path.name for path in folder.parent.iterdir()) == ["brief.md", "in"]


def test_92_out_of_memory_is_an_error_and_no_traceback(folder):
    """With far too little memory it ends with a documented code and leaves nothing behind."""
    (folder / "chronicle.txt").write_bytes(article(sentences(100_000)))
    done = run(folder, "make", "in", "-o", "brief.md", memory=420 << 20)
    assert done.returncode in {0, 4, 5, 70, 1}, done.stderr.decode()
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".briefs")]


def test_92_what_is_not_a_brief_is_not_replaced(folder):
    """Somebody's own file stays, with exit 5 and a hint at --force."""
    own = folder.parent / "notes.md"
    own.write_bytes(b"# My notes\n")
    done = run(folder, "make", "in", "-o", "notes.md")
    assert done.returncode == 5
    assert b"--force" in done.stderr
    assert own.read_bytes() == b"# My notes\n"
    assert run(folder, "make", "in", "-o", "notes.md", "--force").returncode == 0
    assert LEAD in own.read_text(encoding="utf-8")


def test_95_standard_output_is_the_same_bytes_anywhere(folder):
    """ASCII output, the C locale and no home change no byte (fault 95)."""
    bare = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "HOME": "/nonexistent"}
    first = run(folder, "make", "in", "-o", "-")
    second = run(folder, "make", "in", "-o", "-", environment=bare.items())
    assert (first.returncode, second.returncode) == (0, 0), second.stderr.decode()
    assert first.stdout == second.stdout
    assert LEAD in first.stdout.decode("utf-8")


@pytest.mark.parametrize("redirection", ["| true", ">&-", "> /dev/full"])
def test_95_a_lost_standard_output_is_exit_5(folder, redirection):
    """A closed pipe or a full device ends in exit 5 with one line (fault 95)."""
    command = f'"$0" -m briefs make in -q -o - {redirection}; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", command, sys.executable],
        cwd=folder.parent,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 5, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_lost_standard_error_does_not_lose_the_brief(folder):
    """With nobody to listen to its messages the brief is written all the same."""
    (folder / "empty.txt").write_bytes(b"")
    subprocess.run(
        ["bash", "-c", '"$0" -m briefs make in -o brief.md 2>&-', sys.executable],
        cwd=folder.parent,
        timeout=SECONDS,
        check=True,
    )
    assert LEAD in (folder.parent / "brief.md").read_text(encoding="utf-8")


def test_every_fault_of_reading_is_tried_and_documented():
    """Of the faults 1 to 64 each has a case or a test here and a row in docs/messages.md."""
    rows = re.findall(r"^\| ([\d–, ]+) \|", FAULTS.read_text("utf-8"), re.MULTILINE)
    spans = [part.strip().split("–") for row in rows for part in row.split(",")]
    documented = {n for span in spans for n in range(int(span[0]), int(span[-1]) + 1)}
    tests = Path(__file__).read_text("utf-8")
    named = re.findall(r"^def test_(\d+(?:_\d+)*)_", tests, re.MULTILINE)
    tried = {int(number) for name in named for number in name.split("_")}
    tried |= {int(case.fault) for case in CASES} | {28, 29, 30}  # patterns that rule 27 finds
    assert set(range(1, 65)) <= documented
    assert set(range(1, 65)) <= tried


# Regular expressions -----------------------------------------------------------------------------


def patterns():
    """Every compiled pattern that hangs on a module or class of ours, or is compiled inline."""
    found = {}
    for info in pkgutil.walk_packages(briefs.__path__, "briefs."):
        if info.name.endswith("__main__"):
            continue
        module = import_module(info.name)
        for pattern in _within(vars(module), module.__name__, depth=4):
            found[pattern] = info.name
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = getattr(node.func.value, "id", "")
                if owner == "re" and node.args and isinstance(node.args[0], ast.Constant):
                    if node.func.attr == "escape":
                        continue
                    found[re.compile(node.args[0].value)] = info.name
    return sorted(found.items(), key=lambda item: (item[1], str(item[0].pattern)))


def _within(value, module, depth):
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for each in value.values():
            yield from _within(each, module, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _within(each, module, depth - 1)
    elif depth and isinstance(value, type) and value.__module__ == module:
        yield from _within(dict(vars(value)), module, depth - 1)


def cpu_time(pattern, text):
    """The best of three, in seconds; one is enough when it is long or too short to matter."""
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        for _ in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - start)
        if best < 0.002 or best > 1:
            break
    return best


RUNS = ("a", " ", ".", "A", "<", "a.", "a ")


def linear(pattern, texts):
    """Twice the text takes less than three times as long, in the best of three tries."""
    return any(cpu_time(pattern, texts[-1]) < 3 * cpu_time(pattern, texts[-2]) for _ in range(3))


def test_27_every_pattern_takes_linear_time():
    """Twice the text takes less than three times as long, for every pattern and run (27–30)."""
    slow = []
    count = 0
    for pattern, module in patterns():
        count += 1
        for unit in RUNS:
            texts = [unit * n for n in (24, 400, 2_000, 4_000)]
            if isinstance(pattern.pattern, bytes):
                texts = [text.encode() for text in texts]
            times = []
            for text in texts:
                times.append(cpu_time(pattern, text))
                if times[-1] > 1:
                    break
            if times[-1] > 1 or (times[-1] > 0.01 and not linear(pattern, texts)):
                slow.append((module, pattern.pattern, unit, times))
    assert slow == []
    assert count > 20


@pytest.mark.parametrize("text", ["..[111 " + "111 " * 25_000 + "]", "a" * 100_000])
def test_31_the_splitter_is_linear(text):
    """Two texts that stall other splitters take under a tenth of a second (fault 31)."""
    briefs.split_sentences("A first sentence loads what is needed. It is short.")
    start = time.process_time()
    briefs.split_sentences(text)
    assert time.process_time() - start < 0.1
