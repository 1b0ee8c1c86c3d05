"""Words, stems and stop words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.language import lexicon


def test_words_are_lower_case_and_keep_their_inner_marks() -> None:
    words = lexicon("en").words("The U.S. doesn’t pay 7.5% of 1,000 to O'Neill's firm.End")
    assert words == [
        "the", "u.s", "doesn't", "pay", "7.5", "of", "1,000", "to", "o'neill's", "firm", "end",
    ]  # fmt: skip


def test_terms_are_the_stems_of_content_words() -> None:
    assert lexicon("en").terms("The floods were flooding the U.S. — again!") == [
        "flood",
        "flood",
        "u.s",
    ]
    assert lexicon("de").terms("Die Häuser und das Haus") == ["haus", "haus"]
    assert lexicon("fr").terms("L’économie d’une ville") == ["économ", "vill"]


def test_marks_belong_to_their_word() -> None:
    assert lexicon("hi").words("उन्होंने कहा।") == ["उन्होंने", "कहा"]


def test_composed_and_decomposed_letters_are_one_word() -> None:
    assert lexicon("fr").words("e\u0301cole") == lexicon("fr").words("\u00e9cole")


def test_chinese_and_japanese_give_pairs_of_characters() -> None:
    assert lexicon("zh").words("天气好 ABC") == ["天气", "气好", "abc"]


def test_an_unknown_language_has_no_stop_words_and_no_stems() -> None:
    unknown = lexicon("xx")
    assert unknown.stop_words == frozenset()
    assert unknown.terms("Running Waters") == ["running", "waters"]


@pytest.mark.parametrize("code", "en de fr es it pt cs el he hi ar ru ja zh ko nl pl sv".split())
def test_every_supported_language_has_stop_words(code: str) -> None:
    assert len(lexicon(code).stop_words) > 60


def test_a_regional_code_is_its_language() -> None:
    assert lexicon("pt-BR") is lexicon("pt")


@given(st.text())
def test_terms_come_from_the_words(text: str) -> None:
    english = lexicon("en")
    assert english.terms(text) == [
        english.stem(word) for word in english.words(text) if word not in english.stop_words
    ]


COMMON = {
    "de": "der die und nicht mit von wurde haben noch auch zwischen",
    "en": "the of and to not with from was have also between",
    "es": "de la que el y no del al más también entre",
    "fr": "de la que le et ne du au plus aussi entre",
    "it": "di la che il e non del al più anche tra",
    "pt": "de a que o e não do ao mais também entre",
}


@pytest.mark.parametrize("language", COMMON)
def test_the_commonest_words_carry_no_content(language):
    assert lexicon(language).terms(COMMON[language]) == []


def test_a_number_in_czech_text_is_its_own_stem(recwarn):
    assert lexicon("cs").terms("rok 2026") == ["rok", "2026"]
    assert not recwarn.list
