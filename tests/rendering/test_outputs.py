"""`make` in every format, from the command line to the file."""

import builtins
import email
import io
import json
import shutil
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from briefs.cli import main
from briefs.errors import OutputError, UsageError
from briefs.output import may_replace
from briefs.rendering.markdown import parse
from briefs.rendering.pdf import render_pdf

ROOT = Path(__file__).resolve().parents[2]
PAIR = ROOT / "golden" / "pair" / "articles"
BRIEF = ROOT / "golden" / "one" / "brief.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which commands run, with no settings around."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def briefs(*arguments: str, code: int = 0) -> None:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert end.value.code == code


@pytest.mark.parametrize("kind", ["md", "html", "json", "eml", "pdf"])
def test_every_format_is_replaced_by_the_same_bytes(here: Path, kind: str) -> None:
    """A brief of any format is known as one, and made again it is the same."""
    name = f"brief.{kind}"
    briefs("make", str(PAIR), "-q", "-o", name)
    first = (here / name).read_bytes()
    assert may_replace(here / name)
    briefs("make", str(PAIR), "-q", "-o", name)
    assert (here / name).read_bytes() == first


@pytest.mark.parametrize("kind", ["md", "html", "json", "eml", "pdf"])
def test_an_earlier_brief_is_no_article(here: Path, kind: str) -> None:
    """Written into its own folder, a brief of any format is neither read nor counted."""
    shutil.copytree(PAIR, here / "in")
    briefs("make", "in", "-q", "-o", "before.json")
    briefs("make", "in", "-q", "-o", f"in/brief.{kind}")
    briefs("make", "in", "-q", "-o", "after.json")
    before, after = (json.loads((here / f"{n}.json").read_text()) for n in ("before", "after"))
    assert before["counts"] == after["counts"]


def test_another_mail_or_pdf_is_not_replaced(here: Path) -> None:
    """What briefs did not write stays."""
    (here / "a.eml").write_bytes(b"Subject: Hello\n\nbody @briefs.invalid>\n")
    (here / "a.pdf").write_bytes(b"%PDF-1.7\n" + b"x" * 99)
    (here / "b.pdf").write_bytes(b"%PDF-1.7\n")
    for name in ("a.eml", "a.pdf", "b.pdf"):
        briefs("make", str(PAIR), "-q", "-o", name, code=5)


def test_the_web_page_holds_its_articles(here: Path) -> None:
    """`-o brief.html` is the brief beside its sources, with the paper that was asked for."""
    briefs("make", str(PAIR), "-q", "-o", "brief.html", "--page", "letter")
    page = (here / "brief.html").read_text("utf-8")
    assert page.count('<article class="source"') >= 1
    assert "@page { size: Letter; }" in page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_pdf_is_one_page_with_links_and_a_title(paper: str) -> None:
    """Every web citation of the brief is a link of the PDF, which names day and language."""
    markdown = BRIEF.read_text("utf-8")
    data = render_pdf(markdown, paper)
    reader = PdfReader(io.BytesIO(data))
    (page,) = reader.pages
    assert [round(float(side)) for side in page.mediabox[2:]] == {
        "A4": [595, 842],
        "Letter": [612, 792],
    }[paper]
    notes = [note.get_object() for note in page.get("/Annots", [])]
    linked = {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}
    brief = parse(markdown)
    wanted = {p.address.partition("#")[0] for p in brief.citations if "://" in p.address}
    assert wanted
    assert wanted <= {address.partition("#")[0] for address in linked}
    metadata: Any = reader.metadata
    assert metadata.title.startswith("Daily brief, ")
    assert metadata.creator == "briefs"
    assert metadata.creation_date.date() == brief.date
    assert reader.root_object["/Lang"] == "en"


def test_a_brief_that_runs_over_is_refused() -> None:
    """A PDF is one page or none: an edited brief that is too long is not cut."""
    markdown = BRIEF.read_text("utf-8").replace(
        "## Sources\n", "## Sources\n\n" + "1. x: y\n" * 600
    )
    with pytest.raises(OutputError, match="longer than one page"):
        render_pdf(markdown)


def test_a_missing_weasyprint_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the message says how to install it."""
    real = builtins.__import__

    def no_weasyprint(name: str, *rest: Any) -> Any:
        if name == "weasyprint":
            raise ImportError("No module named 'weasyprint'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", no_weasyprint)
    with pytest.raises(UsageError, match=r"pip install 'briefs\[pdf\]'"):
        render_pdf(BRIEF.read_text("utf-8"))


def test_a_name_is_made_from_the_date(here: Path) -> None:
    """`--name` puts the brief's date into the path; the ending says the format."""
    (here / "_posts").mkdir()
    briefs("make", str(PAIR), "-q", "--date", "2026-05-04", "--name", "_posts/{date}-brief.json")
    written = json.loads((here / "_posts" / "2026-05-04-brief.json").read_text("utf-8"))
    assert written["date"] == "2026-05-04"


def test_a_name_needs_a_date(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A brief without a date has no name with one."""
    (here / "in").mkdir()
    (here / "in" / "a.txt").write_text(
        "Dockers walk out\n\nSome 900 dockers in Port Ellan walked out over a second night shift.\n"
    )
    briefs("make", "in", "-q", "--name", "{date}.md", code=2)
    assert "set --date" in capsys.readouterr().err


def test_settings_reach_the_mail(here: Path) -> None:
    """Sender and List-Unsubscribe come from briefs.toml, whatever they hold."""
    (here / "briefs.toml").write_text(
        'mail_from = "Brief <b@example.org>"\nunsubscribe = "https://example.org/stop?a=b"\n'
    )
    briefs("make", str(PAIR), "-q", "-o", "brief.eml")
    mail = email.message_from_bytes((here / "brief.eml").read_bytes(), policy=default)
    assert mail["From"] == "Brief <b@example.org>"
    assert mail["List-Unsubscribe"] == "<https://example.org/stop?a=b>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for kind, said in (
        ("plain", "\nUnsubscribe: https://example.org/stop?a=b\n"),
        ("html", ">Unsub"),
    ):
        part = mail.get_body((kind,))
        assert part is not None
        assert said in part.get_content().replace("\r\n", "\n")
    for bad in ('mail_from = "a@b\\nBcc: c@d"', 'unsubscribe = "javascript:x"'):
        (here / "briefs.toml").write_text(bad)
        briefs("make", str(PAIR), "-q", "-o", "brief.eml", code=2)
