"""Language detection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.language import detect_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The dam broke on Monday and the town was flooded by noon."),
        ("de", "Der Damm brach am Montag, und die Stadt stand bis zum Mittag unter Wasser."),
        ("fr", "Le barrage a cédé lundi et la ville était inondée avant midi."),
        ("es", "La presa se rompió el lunes y la ciudad quedó inundada antes del mediodía."),
        ("it", "La diga ha ceduto lunedì e la città è stata allagata prima di mezzogiorno."),
        ("pt", "A barragem rompeu na segunda-feira e a cidade foi inundada antes do meio-dia."),
        ("cs", "Přehrada se v pondělí protrhla a město bylo do poledne zatopeno."),
        ("nl", "De dam brak maandag en de stad stond voor de middag onder water."),
        ("ru", "Плотина прорвалась в понедельник, и город был затоплен."),
        ("el", "Το φράγμα έσπασε τη Δευτέρα και η πόλη πλημμύρισε."),
        ("he", "הסכר נפרץ ביום שני והעיר הוצפה."),
        ("ar", "انهار السد يوم الاثنين وغمرت المياه المدينة."),
        ("hi", "बांध सोमवार को टूट गया और शहर में पानी भर गया।"),
        ("zh", "大坝星期一决堤，城市被淹。"),
        ("ja", "ダムは月曜日に決壊し、町は水浸しになった。"),
        ("ko", "댐이 월요일에 무너져 도시가 물에 잠겼다."),
        ("en", "Tokyo 東京 shares fell on Monday as the yen rose."),
        ("en", ""),
        ("en", "42"),
    ],
)
def test_the_language_of_a_sentence_is_found(code: str, text: str) -> None:
    assert detect_language(text) == code


@given(st.text())
def test_any_text_gets_a_two_letter_code(text: str) -> None:
    assert len(detect_language(text)) == 2
