"""What earlier briefs told: kept in their JSON alone, and never told again without news."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs import (
    Article,
    Brief,
    Options,
    check_brief,
    make_brief,
    render_html,
    render_json,
    render_markdown,
)
from briefs.cli import main
from briefs.errors import UsageError
from briefs.history import Told, read_history, recall
from briefs.history.past import remember
from briefs.model import Item, Thread
from briefs.page import wording
from briefs.page.words import LANGUAGES
from briefs.reading.labelling import label
from briefs.rendering.markdown import parse

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 12)


def article(title: str, text: str, day: date = TUESDAY, source: str = "Evening Star") -> Article:
    name = title.lower().replace(" ", "-")
    return Article(
        title=title,
        text=text,
        source=source,
        url=f"https://{source.lower().replace(' ', '')}.example/{name}",
        published=day,
        language="en",
    )


FERRY = article(
    "Ferry with 94 aboard capsizes off Skarholm",
    "A passenger ferry with 94 people on board capsized in heavy seas off the port of Skarholm on"
    " Tuesday, the coastguard said.\n\n"
    "The ferry Solvind rolled over barely three kilometres from the harbour wall after lorries on"
    " its car deck broke loose, said Astrid Lunde, a coastguard commander.\n\n"
    "Helicopters from three air bases lifted 41 survivors from the hull of the Solvind before noon,"
    " the ministry of transport in Orsholm said.\n",
)
RATE = article(
    "Bank of Velmark cuts its main interest rate to 2.75 percent",
    "The Bank of Velmark cut its main interest rate by a quarter point to 2.75 percent on Tuesday,"
    " a step that four of 22 economists had forecast.\n\n"
    "Inflation in Velmark fell to 1.9 percent in February, the statistics office said.\n",
)
TOLL = article(
    "Death toll of Skarholm ferry rises to 31 as hull is raised",
    "Divers found nine more bodies in the hull of the ferry Solvind off Skarholm on Wednesday,"
    " which brings the death toll to 31, the coastguard said.\n\n"
    "A passenger ferry with 94 people on board capsized in heavy seas off the port of Skarholm on"
    " Tuesday.\n\n"
    "Cranes that had come from Lowmere began to lift the wreck at dawn, and investigators expect to"
    " board it by Friday.\n",
    WEDNESDAY,
)
OTHER_FERRY = article(
    "Ferry with 210 aboard runs aground near Castlemoor",
    "A ferry with 210 people on board ran aground on a sandbank near Castlemoor on Wednesday, and"
    " nobody was hurt, the harbour master of Castlemoor said.\n\n"
    "The ferry Morning Star was on its way from Port Ellan when it lost its bearings in fog.\n",
    WEDNESDAY,
)
FIRST = make_brief([FERRY, RATE], date=TUESDAY)


def items(brief: Brief) -> dict[str, Item]:
    return {item.story.headline: item for item in (*brief.items, *brief.in_brief)}


def reasons(brief: Brief) -> dict[str, str]:
    return {unused.article.title: unused.reason for unused in brief.unused}


def sentences(item: Item) -> str:
    return " ".join(point.quote.text for point in item.points)


def keep(brief: Brief, folder: Path) -> Path:
    path = folder / f"brief-{brief.date}.json"
    path.write_text(render_json(brief), "utf-8")
    return path


def thread_of(item: Item) -> Thread:
    assert item.story.thread is not None
    return item.story.thread


def test_a_development_is_told_and_the_old_is_not_told_again() -> None:
    """The story keeps its thread and first day; its background is left out, with the reason."""
    brief = make_brief([TOLL], date=WEDNESDAY, past=[FIRST])
    toll = items(brief)[TOLL.title]
    before = thread_of_first(FERRY.title)
    assert thread_of(toll) == Thread(before, TUESDAY, developing=True)
    assert "31" in sentences(toll)
    assert "capsized" not in sentences(toll)
    assert "an earlier brief says it" in {left.reason for left in toll.left_out}


def thread_of_first(headline: str) -> str:
    (told,) = (told for told in remember(FIRST) if told.headline == headline)
    return told.thread.id


def test_a_thread_goes_on_from_day_to_day_through_the_files(tmp_path: Path) -> None:
    """The third day knows the first through the second."""
    keep(FIRST, tmp_path)
    second = make_brief([TOLL], date=WEDNESDAY, past=read_history(tmp_path, WEDNESDAY)[0])
    keep(second, tmp_path)
    raised = article(
        "Wreck of Skarholm ferry towed into Lowmere",
        "Two tugs towed the wreck of the ferry Solvind into the port of Lowmere on Thursday, where"
        " the coastguard of Skarholm will take it apart, its commander Astrid Lunde said.\n",
        THURSDAY,
    )
    third = make_brief([raised], date=THURSDAY, past=read_history(tmp_path, THURSDAY)[0])
    thread = thread_of(items(third)[raised.title])
    assert (thread.id, thread.since) == (thread_of_first(FERRY.title), TUESDAY)


def test_another_event_of_the_same_kind_is_new() -> None:
    """Two ferries in two days, at two places, are two stories."""
    brief = make_brief([OTHER_FERRY], date=WEDNESDAY, past=[FIRST])
    assert thread_of(items(brief)[OTHER_FERRY.title]) == Thread.begun(WEDNESDAY, OTHER_FERRY.title)


def test_what_has_not_moved_is_left_out_with_the_reason() -> None:
    """The article itself, a reprint of it, and one that opens with its news."""
    reprint = replace(FERRY, source="Norden", url="https://norden.example/1", published=WEDNESDAY)
    retold = article(
        "Skarholm mourns",
        "A passenger ferry with 94 people on board capsized in heavy seas off the port of Skarholm"
        " on Tuesday.\n\nFlags flew at half mast in Orsholm.\n",
        WEDNESDAY,
    )
    brief = make_brief([FERRY, reprint, retold], date=WEDNESDAY, past=[FIRST])
    assert not items(brief)
    assert [unused.reason for unused in brief.unused] == [
        "told on 2026-03-10",
        "a copy of what was told on 2026-03-10",
        "its news was told on 2026-03-10",
    ]
    assert brief.counts.articles == 3


def test_an_updated_page_with_news_is_a_development() -> None:
    """The same address with a new opening goes on with the story."""
    updated = replace(TOLL, url=FERRY.url)
    brief = make_brief([updated], date=WEDNESDAY, past=[FIRST])
    assert thread_of(items(brief)[TOLL.title]).id == thread_of_first(FERRY.title)


def test_new_numbers_are_news() -> None:
    """A sentence that differs in its figure alone is told."""
    more = article(
        "Ferry capsizes off Skarholm: 60 survivors",
        "Helicopters from three air bases lifted 60 survivors from the hull of the Solvind before"
        " noon, the ministry of transport in Orsholm said.\n",
        WEDNESDAY,
    )
    said = [replace(t, sentences=(*t.sentences, *t.passed_over)) for t in remember(FIRST)]
    assert not recall(said, WEDNESDAY).old(label(more))
    same = replace(more, text=more.text.replace("60", "41"))
    assert recall(said, WEDNESDAY).old(label(same))


def test_without_earlier_briefs_nothing_is_marked() -> None:
    """No story knows a thread, and the page says neither new nor developing."""
    assert all(item.story.thread is None for item in items(FIRST).values())
    assert "New" not in render_markdown(FIRST)
    record = json.loads(render_json(FIRST))
    for item in (*record["items"], *record["in_brief"]):
        assert (item["status"], item["since"]) == ("new", "2026-03-10")


def test_memory_from_briefs_and_from_files_is_the_same(tmp_path: Path) -> None:
    """A brief given itself and its JSON read back make the same brief of the next day."""
    keep(FIRST, tmp_path)
    past, problems = read_history(tmp_path, WEDNESDAY)
    assert not problems
    assert past == remember(FIRST)
    today = [TOLL, OTHER_FERRY, FERRY]
    assert render_json(make_brief(today, date=WEDNESDAY, past=past)) == render_json(
        make_brief(today, date=WEDNESDAY, past=[FIRST])
    )


def test_only_briefs_dated_before_are_read_and_none_that_is_too_old(tmp_path: Path) -> None:
    """Of the day itself, of later days and of long ago nothing is known."""
    for back in (-1, 0, 1, 60, 61):
        day = WEDNESDAY - timedelta(days=back)
        keep(make_brief([replace(RATE, published=day)], date=day), tmp_path)
    days = [told.day for told in read_history(tmp_path, WEDNESDAY)[0]]
    assert days == [WEDNESDAY - timedelta(days=60), TUESDAY]


def test_a_folder_that_is_not_there_is_an_empty_history(tmp_path: Path) -> None:
    """The first day has no history, and that is no error; a file in its place is one."""
    assert read_history(tmp_path / "none", TUESDAY) == ((), ())
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="it should be a folder"):
        read_history(tmp_path / "file", TUESDAY)


BROKEN = {
    "empty": "",
    "torn": render_json(FIRST)[:700],
    "deep": "[" * 100_000,
    "list": "[]",
    "null": "null",
    "foreign": '{"generator": "other", "date": "2026-03-10"}',
    "other day": render_json(make_brief([RATE], date=date(2026, 3, 9))),
    "no items": '{"generator": "briefs", "date": "2026-03-10"}',
    "wrong types": render_json(FIRST).replace('"sentences": [', '"sentences": [3, '),
    "unknown article": render_json(FIRST).replace('"sources": [', '"sources": [], "was": ['),
    "a huge number": render_json(FIRST).replace('"start": ', '"start": ' + "9" * 5000),
    "wrong since": render_json(FIRST).replace('"since": "2026', '"since": "20x6'),
    "not text": "\udcff\udcfe",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_brief_is_named_and_the_others_count(tmp_path: Path, name: str) -> None:
    """Whatever stands in the file, the run goes on with what the other briefs told."""
    path = tmp_path / "brief-2026-03-10.json"
    path.write_text(BROKEN[name], "utf-8", errors="surrogateescape")
    keep(make_brief([RATE], date=date(2026, 3, 8)), tmp_path)
    told, problems = read_history(tmp_path, WEDNESDAY)
    assert [problem.path for problem in problems] == [path.name]
    assert [each.day for each in told] == [date(2026, 3, 8)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_a_folder_or_a_pipe_of_that_name_is_named(tmp_path: Path) -> None:
    """Nothing waits for a pipe that nobody writes to."""
    (tmp_path / "brief-2026-03-09.json").mkdir()
    os.mkfifo(tmp_path / "brief-2026-03-10.json")
    told, problems = read_history(tmp_path, WEDNESDAY)
    assert (told, len(problems)) == ((), 2)


def test_a_thread_that_is_none_begins_anew(tmp_path: Path) -> None:
    """A brief from before there were threads, or with a forged one, is known by its headline."""
    record = json.loads(render_json(FIRST))
    for item, thread in zip((*record["items"], *record["in_brief"]), (None, "<b>"), strict=True):
        item["thread"] = thread
    path = tmp_path / "brief-2026-03-10.json"
    path.write_text(json.dumps(record), "utf-8")
    assert read_history(tmp_path, WEDNESDAY)[0] == remember(FIRST)


def test_make_reads_the_history_and_makes_a_day_again_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make --history`: later briefs in the folder change nothing; a broken one is a warning."""
    monkeypatch.chdir(tmp_path)
    for day, given_ in ((TUESDAY, FERRY), (WEDNESDAY, TOLL)):
        folder = tmp_path / str(day)
        folder.mkdir()
        (folder / "a.txt").write_text(f"{given_.title}\n\n{given_.text}", "utf-8")
    (tmp_path / "brief-2026-03-01.json").write_text("{")

    def make(day: date) -> bytes:
        name = f"brief-{day}.json"
        arguments = ["make", str(day), "-o", name, "--date", str(day), "--history", "."]
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 0
        return Path(name).read_bytes()

    first, second = make(TUESDAY), make(WEDNESDAY)
    assert "warning[not-a-brief]: 'brief-2026-03-01.json'" in capsys.readouterr().err
    assert json.loads(second)["items"][0]["status"] == "developing"
    assert make(TUESDAY) == first
    assert make(WEDNESDAY) == second


def test_the_page_says_which_stories_are_new_and_which_develop() -> None:
    """The mark stands before the sources, `parse` reads it back, and a forged one is found."""
    for article_, mark in ((TOLL, "Developing since 10 Mar"), (OTHER_FERRY, "New")):
        markdown = render_markdown(make_brief([article_], date=WEDNESDAY, past=[FIRST]))
        (item,) = parse(markdown).items
        assert item.mark == mark
        assert f"**{mark}** · *Evening Star* · single origin" in markdown
        assert f"<strong>{mark}</strong>" in render_html(markdown).replace("&nbsp;", " ")
        assert not check_brief(markdown, [article_])
        forged = markdown.replace(f"**{mark}**", "**Revealed by nobody**")
        assert [finding.code for finding in check_brief(forged, [article_])] == ["mark"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_in_every_language_name_the_first_day(language: str) -> None:
    """New and developing in the words of the page; the year only if it is another."""
    words = LANGUAGES[language]
    new = wording.mark(Thread("0" * 8, WEDNESDAY), WEDNESDAY, words)
    developing = wording.mark(Thread("0" * 8, TUESDAY, developing=True), WEDNESDAY, words)
    long = wording.mark(Thread("0" * 8, date(2025, 12, 31), developing=True), WEDNESDAY, words)
    assert "10" in developing
    assert "2026" not in developing
    assert "2025" in long
    for mark in (new, developing, long):
        assert wording.is_mark(mark, WEDNESDAY, words)
        assert not wording.is_mark(f"{mark}!", WEDNESDAY, words)


def test_the_seed_of_hashes_changes_nothing() -> None:
    """With a memory, too, the same input gives the same bytes in every process."""
    script = (
        "from test_history import *\n"
        "brief = make_brief([TOLL, OTHER_FERRY, FERRY], date=WEDNESDAY, past=[FIRST])\n"
        "print(render_json(brief))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


dates = st.dates(date(2026, 1, 1), date(2026, 3, 9))
texts = st.text(max_size=60)
stories_told = st.builds(
    Told,
    day=dates,
    thread=st.builds(Thread.begun, dates, texts),
    headline=texts,
    sentences=st.lists(texts, max_size=3).map(tuple),
    passed_over=st.lists(texts, max_size=3).map(tuple),
    articles=st.just(frozenset()),
    addresses=st.frozensets(texts, max_size=2),
    language=st.sampled_from(["en", "de", "ja", "xx"]),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(stories_told, max_size=4))
def test_no_history_breaks_a_brief(told: list[Told]) -> None:
    """Whatever was told, the day's articles are cited or listed with the reason, each once."""
    brief = make_brief([TOLL, RATE], date=WEDNESDAY, past=told)
    listed = [*brief.sources, *(unused.article for unused in brief.unused)]
    assert sorted(each.id for each in listed) == sorted(each.id for each in (TOLL, RATE))
    again = make_brief([RATE, TOLL], Options(), WEDNESDAY, told)
    assert render_json(again) == render_json(brief)


def test_unknown_titles_do_not_hide_news() -> None:
    """Two articles of one column with a headline in common are two stories' news."""
    before = replace(RATE, title="What the day brought")
    after = replace(TOLL, title="What the day brought")
    brief = make_brief([after], date=WEDNESDAY, past=[make_brief([before], date=TUESDAY)])
    assert not any("told on" in reason for reason in reasons(brief).values())
