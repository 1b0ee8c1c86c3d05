"""The brief speaks the language of its articles."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from full_pages import DAY, full_brief
from test_hostile import Page

from briefs.cli import main
from briefs.model import Counts
from briefs.page import wording
from briefs.page.words import ENGLISH, LANGUAGES, words_of
from briefs.rendering.html import body_html, render_html
from briefs.rendering.mail import mail_html, mail_text
from briefs.rendering.markdown import parse, render_markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    """No table is short, no form lacks its number, and no heading is another."""
    words = words_of(language)
    assert words.language == language
    assert (len(words.weekdays), len(words.months), len(words.short_months)) == (7, 12, 12)
    for field in fields(words):
        ours, english = getattr(words, field.name), getattr(ENGLISH, field.name)
        if isinstance(english, str):
            assert ours.count("{}") == english.count("{}"), field.name
        elif field.name in ("article", "text", "source", "minutes", "unread", "more"):
            assert [form.count("{}") for form in ours] == [1, 1], field.name
    assert words.in_brief != words.sources
    assert [kind for kind, _ in words.kinds] == [kind for kind, _ in ENGLISH.kinds]


def test_dates_and_counts_are_said_as_one_says_them() -> None:
    """Each language has its own order, articles and marks of thousands."""
    counts = Counts(1300, 1300, 0, 1234, 1, 12, 5, 150)
    said = {language: wording.date_line(DAY, counts, words_of(language)) for language in LANGUAGES}
    assert said == {
        "en": "Tuesday 10 March 2026 · 1,234 articles · 1 distinct text · 12 sources · "
        "1-minute read",
        "de": "Dienstag, 10. März 2026 · 1.234 Artikel · 1 eigenständiger Text · 12 Quellen · "
        "1 Minute Lesezeit",
        "fr": "Mardi 10 mars 2026 · 1\u00a0234 articles · 1 texte distinct · 12 sources · "
        "1 minute de lecture",
        "es": "Martes, 10 de marzo de 2026 · 1.234 artículos · 1 texto distinto · 12 fuentes · "
        "1 minuto de lectura",
        "it": "Martedì 10 marzo 2026 · 1.234 articoli · 1 testo distinto · 12 fonti · "
        "1 minuto di lettura",
        "pt": "Terça-feira, 10 de março de 2026 · 1.234 artigos · 1 texto distinto · 12 fontes · "
        "1 minuto de leitura",
    }


def test_the_first_of_a_month_is_an_ordinal_where_one_says_so() -> None:
    """1er mars in French, 1º marzo in Italian, else the bare number."""
    said = {
        language: wording.long_date(date(2026, 3, 1), words_of(language)) for language in LANGUAGES
    }
    assert said["fr"] == "1er mars 2026"
    assert said["it"] == "1º marzo 2026"
    assert said["en"] == "1 March 2026"
    assert said["de"] == "1. März 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_in_one_language(language: str) -> None:
    """Markdown, page and mail of a brief say nothing in another language, and declare theirs."""
    words = words_of(language)
    brief = full_brief(2, languages=[language])
    markdown = render_markdown(brief)
    assert f"\n## {words.sources}\n" in markdown
    assert ("\nlang: " in markdown) == (language != "en")
    assert parse(markdown).words is words
    for page in (render_html(markdown), render_html(markdown, brief.sources), mail_html(markdown)):
        assert f'<html lang="{language}">' in page
        assert not re.search(r'<(?!html)[^>]* lang="', page)
    assert words.sources.upper() in mail_text(parse(markdown))
    if language not in ("en", "fr"):
        for text in (Page(body_html(markdown)).text, mail_text(parse(markdown))):
            assert not re.search(r"\b(Sources?|In brief|also|independent|articles|read)\b", text)


def test_sentences_in_another_language_say_so() -> None:
    """On an English page each French sentence, its headline and its title are marked as French."""
    brief = full_brief(2, languages=["en", "en", "fr"])
    markdown = render_markdown(brief)
    page = parse(markdown)
    assert page.words is ENGLISH
    french = [point for point in page.points if point.quote and point.quote.language == "fr"]
    assert french
    assert all(
        article.language == "fr"
        for article in brief.sources
        if article.id in {point.quote.article for point in french if point.quote}
    )
    html = body_html(markdown)
    spans = re.findall(r'<span lang="fr">(.*?)</span>', html)
    assert len(spans) == len(french)
    titled = {p.number for p in page.citations if p.language}
    assert len(re.findall(r'<li id="source-\d+">\s<div>.*<a [^>]*lang="fr"', html)) == len(titled)
    whole = [
        i
        for i in (*page.items, *page.in_brief)
        if all(p.quote and p.quote.language for p in (*i.points, *i.figures))
    ]
    heads = re.findall(r'<(?:h2|strong) lang="fr">', html)
    assert len(heads) == len(whole) > 0
    assert '<article class="source" id="article-3" lang="fr">' in render_html(
        markdown, brief.sources
    )


def test_a_language_the_brief_does_not_speak_has_english_words() -> None:
    """A page of Welsh articles is framed in English, its sentences marked as Welsh."""
    markdown = render_markdown(full_brief(2, languages=["cy"]))
    assert "\n## Sources\n" in markdown
    assert body_html(markdown).count('<span lang="cy">') == len(parse(markdown).points)


def test_german_articles_give_a_german_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made and proved by the command line: title, date line and headings are German."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, source in (("a", "Hafenblatt"), ("b", "Abendstern")):
        (tmp_path / "in" / f"{name}.md").write_text(
            f"---\ntitle: Die Hafenarbeiter von Port Ellan streiken\nsource: {source}\n"
            "date: 2026-05-04\n---\n\nRund 900 Hafenarbeiter haben am Montag in Port Ellan die "
            f"Arbeit niedergelegt, wie der {source} von der Gewerkschaft erfuhr. Die Behörde des "
            "Hafens zählte bis zum Abend vierzig Schiffe, die vor der Einfahrt warten mussten. Der "
            "Minister für Verkehr will noch in dieser Woche mit beiden Seiten sprechen.\n",
            "utf-8",
        )
    for command in (("make", "in", "-q", "-o", "brief.md"), ("check", "brief.md", "in", "-q")):
        with pytest.raises(SystemExit) as end:
            main(list(command))
        assert not end.value.code
    written = (tmp_path / "brief.md").read_text("utf-8")
    assert "# Der Tag in Kürze\n\nMontag, 4. Mai 2026 · 2 Artikel · " in written
    assert "\n## Quellen\n" in written
    assert "lang: de\n" in written
