"""The walk: found = read + skipped, always, in a fixed order, and nothing outside is touched."""

import os
import socket
from pathlib import Path

import pytest

from briefs import Options
from briefs.errors import UsageError
from briefs.model import Reading
from briefs.reading import base_of, read_file, read_folder

LEAD = "The council voted on Monday to rebuild the old pier before the summer season begins."


def article(title: str = "Pier to be rebuilt") -> str:
    return f"{title}\n\n{LEAD}\n"


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(f"Report from the file {name}"), "utf-8")


def paths(reading: Reading) -> list[str]:
    return [path for found in reading.articles for path in found.paths]


def codes(reading: Reading) -> dict[str, str]:
    return {problem.path: problem.code for problem in reading.skipped}


def test_files_and_folders_come_in_the_order_of_the_bytes_of_their_paths(tmp_path):
    names = [
        "b.txt",
        "a/z.txt",
        "a-b.txt",
        "a.txt",
        "B.txt",
        "é.txt",
        "a/b/c.txt",
        "10.txt",
        "9.txt",
    ]
    write(tmp_path, *names)
    assert paths(read_folder(tmp_path)) == sorted(names, key=os.fsencode)


def test_hidden_files_and_leftovers_are_no_input(tmp_path):
    write(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "a.txt~", ".a.txt.swp", "c.swp")
    reading = read_folder(tmp_path)
    assert paths(reading) == ["a.txt"]
    assert reading.found == 1


def test_excluded_names_and_folders_are_no_input(tmp_path):
    write(tmp_path, "a.txt", "drafts/b.txt", "drafts/deep/c.txt", "x/drafts/d.txt", "e.bak.txt")
    assert paths(read_folder(tmp_path, Options(exclude=("drafts", "*.bak.txt")))) == ["a.txt"]
    assert "x/drafts/d.txt" in paths(read_folder(tmp_path, Options(exclude=("drafts/*",))))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief.md", "---\ntitle: Daily brief\ngenerator: briefs\n---\n\n# Daily brief\n"),
        (
            "brief.html",
            '<!doctype html>\n<html><head><meta name="generator" content="briefs"></head></html>',
        ),
        ("brief.json", '{"generator": "briefs", "title": "Daily brief"}'),
        ("brief.json", '{\n "title": "Daily brief",\n "generator":"briefs"\n}'),
    ],
)
def test_a_brief_of_our_own_is_never_read_nor_counted(tmp_path, name, text):
    write(tmp_path, "a.txt")
    (tmp_path / name).write_text(text, "utf-8")
    reading = read_folder(tmp_path)
    assert (paths(reading), reading.found) == (["a.txt"], 1)


def test_an_article_about_briefs_is_read(tmp_path):
    (tmp_path / "a.md").write_text(
        f"---\ntitle: How briefs are made\n---\n{LEAD} generator: briefs", "utf-8"
    )
    assert read_folder(tmp_path).read == 1


def test_every_unusable_file_is_skipped_by_name_and_the_rest_is_read(tmp_path):
    write(tmp_path, "good.txt")
    for name, data in {
        "empty.txt": b"",
        "empty.md": b"\n \n",
        "empty.html": b"",
        "picture.txt": b"\x89PNG\r\n\x1a\n\0\0",
        "nul.txt": b"Pier\0 rebuilt",
        "one-word.txt": b"Hello",
        "dots.txt": b"... !!! ???",
        "table.csv": b"a,b,c\n1,2,3\n",
        "comment.html": b"<!-- nothing to see -->",
    }.items():
        (tmp_path / name).write_bytes(data)
    reading = read_folder(tmp_path)
    assert paths(reading) == ["good.txt"]
    assert codes(reading) == {
        "empty.txt": "empty", "empty.md": "empty", "empty.html": "empty", "picture.txt": "binary",
        "nul.txt": "binary", "one-word.txt": "no-text", "dots.txt": "no-text",
        "table.csv": "unsupported", "comment.html": "empty",
    }  # fmt: skip
    assert reading.found == reading.read + len(reading.skipped) == 10


def test_links_inside_are_read_and_links_out_are_skipped(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    write(inside, "a.txt", "sub/b.txt")
    write(outside, "secret.txt")
    (inside / "copy.txt").symlink_to("a.txt")
    (inside / "leak.txt").symlink_to(outside / "secret.txt")
    (inside / "leak").symlink_to(outside)
    (inside / "loop").symlink_to(".")
    (inside / "sub" / "up").symlink_to("..")
    (inside / "gone.txt").symlink_to("nowhere.txt")
    reading = read_folder(inside)
    assert paths(reading) == ["a.txt", "copy.txt", "sub/b.txt"]
    assert codes(reading) == {"gone.txt": "missing", "leak": "outside", "leak.txt": "outside"}


def test_a_link_to_itself_is_skipped(tmp_path):
    write(tmp_path, "a.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    assert codes(read_folder(tmp_path)) == {"self.txt": "missing"}


def test_pipes_and_sockets_are_skipped_without_waiting(tmp_path, monkeypatch):
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("socket.txt")
        reading = read_folder(tmp_path)
    assert codes(reading) == {"pipe.txt": "not-a-file", "socket.txt": "not-a-file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders_are_skipped(tmp_path):
    write(tmp_path, "a.txt", "b.txt", "c/d.txt")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "c").chmod(0)
    reading = read_folder(tmp_path)
    (tmp_path / "c").chmod(0o700)
    assert codes(reading) == {"b.txt": "unreadable", "c": "unreadable"}


def test_a_file_over_the_limit_is_skipped_by_its_size_alone(tmp_path):
    size = len(article().encode())
    (tmp_path / "exact.txt").write_text(article())
    (tmp_path / "over.txt").write_text(article() + "x")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(100_000_000)
    reading = read_folder(tmp_path, Options(max_bytes=size))
    assert paths(reading) == ["exact.txt"]
    assert codes(reading) == {"huge.txt": "too-large", "over.txt": "too-large"}
    assert "100.0 MB is over the" in reading.skipped[0].message
    assert "--max-bytes" in reading.skipped[0].message


def test_a_file_that_grows_while_it_is_read_is_skipped(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(article())
    stat = os.fstat

    def before_it_grew(handle: int) -> os.stat_result:
        found = list(stat(handle))
        found[6] = 10
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", before_it_grew)
    assert codes(read_folder(tmp_path, Options(max_bytes=20))) == {"a.txt": "too-large"}


def test_identical_records_are_one_article_with_all_its_paths(tmp_path):
    for name in ("b.txt", "a.txt", "c/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(article())
    reading = read_folder(tmp_path)
    assert [found.paths for found in reading.articles] == [("a.txt", "b.txt", "c/a.txt")]
    assert reading.read == 3


def test_thousands_of_identical_files_take_linear_time(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text(article())
    reading = read_folder(tmp_path)
    assert (len(reading.articles), reading.read) == (1, 2000)


def test_names_that_are_no_text_or_hold_newlines_do_not_stop_it(tmp_path):
    write(tmp_path, "a\nb.txt", "::error::.txt", "\x1b[31m.txt")
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text(article())
    reading = read_folder(tmp_path)
    assert reading.read == 4
    assert all(path.encode("utf-8") for path in paths(reading))


def test_several_folders_count_from_the_folder_that_holds_them_all(tmp_path):
    write(tmp_path, "north/a.txt", "south/b.txt", "south/deep/c.txt")
    folders = [tmp_path / "south", tmp_path / "north"]
    assert paths(read_folder(folders)) == ["north/a.txt", "south/b.txt", "south/deep/c.txt"]
    assert base_of(folders) == tmp_path
    assert paths(read_folder([tmp_path / "south", tmp_path / "south" / "deep"])) == [
        "b.txt",
        "deep/c.txt",
    ]


def test_one_file_can_be_read_alone(tmp_path):
    write(tmp_path, "a.txt")
    reading = read_file(tmp_path / "a.txt")
    assert (paths(reading), reading.found) == (["a.txt"], 1)
    with pytest.raises(UsageError, match="folder"):
        read_file(tmp_path)


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        read_folder(tmp_path / "nowhere")


def test_an_empty_folder_gives_nothing(tmp_path):
    assert read_folder(tmp_path) == Reading(articles=())


def test_articles_come_labelled(tmp_path):
    write(tmp_path, "a.txt")
    assert [block.kind for block in read_folder(tmp_path).articles[0].blocks] == [
        "heading",
        "paragraph",
    ]


def test_an_absurdly_long_article_is_capped_with_a_warning(tmp_path):
    (tmp_path / "long.txt").write_text("Long report of the day\n" + (LEAD + " ") * 6000)
    reading = read_folder(tmp_path)
    assert [problem.code for problem in reading.warnings] == ["long"]
    assert len(reading.articles[0].body) <= 300_000


def test_a_word_of_five_million_letters_is_no_article(tmp_path):
    (tmp_path / "token.txt").write_text("x" * 5_000_000)
    assert codes(read_folder(tmp_path)) == {"token.txt": "no-text"}


def test_reading_twice_gives_the_same(tmp_path):
    write(tmp_path, "a.txt", "b/c.md", "d.html")
    assert read_folder(tmp_path) == read_folder(str(tmp_path))
