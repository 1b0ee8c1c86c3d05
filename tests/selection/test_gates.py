"""Which sentences may be printed, and which lean on others."""

import pytest

from briefs.language import lexicon, split_sentences
from briefs.model import Article, Sentence
from briefs.reading.labelling import label
from briefs.selection.gates import Candidate, judge

LEAD = "The harbour council of Port Ellan voted on Tuesday to close the old fish market."


def judged(second: str, *, published: str | None = "2026-03-10", lead: str = LEAD) -> Candidate:
    """The verdict on `second`, printed behind a sound lead in an article of one paragraph."""
    article = label(
        Article(title="Council closes market", text=f"{lead} {second}", published=published)  # type: ignore[arg-type]
    )
    candidates = judge(article, split_sentences(article), lexicon("en"))
    return candidates[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the decision had been taken without asking any of the traders.",
        "It will move into a hall beside the railway station next autumn.",
        "But traders on the quay said that nobody had asked them about it.",
        "However, the traders on the quay were not asked about the plan.",
        "In fact, the traders on the quay were not asked about the plan.",
        "That is less than half of what the traders had been promised in writing.",
        '"We were never asked about any of this by the council," he said.',
        "After his speech the chamber rose and applauded for several minutes.",
        "The two left the chamber before the vote without speaking to reporters.",
        "The council also decided to sell the land under the old market hall.",
        "Key to that plan is whether a buyer can be found for the land by May.",
        "The traders would have to leave the hall by the end of May, she said.",
        "Ada Morrow, who sells eels on the quay, then wrote to the council once more.",
        "Yes, the council has sold the hall before anybody had seen the plans.",
        "A buyer from Castlemoor came to see the hall on the same day.",
        "In a separate letter, the traders asked for a hall beside the station.",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_needs_it(sentence: str) -> None:
    verdict = judged(sentence)
    assert not verdict.reason
    assert verdict.needs_previous


@pytest.mark.parametrize(
    "sentence",
    [
        "It is clear that the market will not open again before the end of the year.",
        "This week the council is to name a buyer for the land under the hall.",
        "Some 400 traders and porters earn their living in the market hall today.",
        "Ada Morrow, who leads the council, said her party would not change its mind.",
        "Traders said they had heard of the vote from a reporter on the quay.",
        "Ada Morrow would leave the hall by the end of May, she said.",
        "Rain fell on the quay on Monday, and on the same day the hall was flooded.",
    ],
)
def test_a_sentence_that_only_looks_as_if_it_leaned_stands_alone(sentence: str) -> None:
    verdict = judged(sentence)
    assert not verdict.reason
    assert not verdict.needs_previous


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Nobody was there.", "too short"),
        ("The hall was built by " + "masons and " * 30 + "glaziers in the end.", "too long"),
        ("What will become of the four hundred people who work there?", "a question"),
        ("The council promised a hall by the station, and then there was…", "trails off"),
        (
            "The hall (built in 1911 by the city was sold to a bank last year.",
            "unbalanced brackets",
        ),
        ("The plans can be read by all at www.portellan.example until Friday.", "holds an address"),
        (
            "LATEST UPDATE: the council has adjourned its sitting until the evening.",
            "a label or headline",
        ),
        (
            "Now the men of the old fish hall met as the men of the old fish hall met before.",
            "repeats itself",
        ),
        (
            "Updated at 1:28 a.m. ET The council is now in recess after a long night of talks.",
            "a dateline or stamp",
        ),
        (
            "Hello, Ada Morrow here with the rich seam of this Thursday's news.",
            "speaks to the reader",
        ),
        ("Ada Morrow, 30, born in Castlemoor, from Port Ellan on the sound.", "a fragment"),
        ('"We are all very sorry for every one of them."', "a quotation without its speaker"),
        ("Readers can sign up at Portellan.com for the letter of the council.", "holds an address"),
        ("Ada Morrow poses for a picture in the old market hall of Port Ellan.", "a caption"),
        ("Ada Morrow leaving the council chamber of Port Ellan in March 2026.", "a caption"),
        ("Seven stalls stand in an outer row (red) that faces the harbour wall.", "a caption"),
        ("The new stalls, pictured as squares above, were built by masons in May.", "a caption"),
        ("The vote drove drove down what the traders could ask for a stall.", "garbled"),
        ("The council spoke of the relationship between and the town of Orm.", "garbled"),
        ("A lorry brought 10barrels of eels to the back door of the market.", "garbled"),
        ("E ager traders queued at the door of the old fish market.", "a label or headline"),
        ("Source: AAP Images The council met in the hall of the old market.", "furniture"),
        ("Morning News reporter Ada Morrow in Port Ellan contributed.", "furniture"),
        ("Please read our Comment Policy before you comment on the market.", "furniture"),
    ],
)
def test_a_sentence_no_reader_could_use_is_refused_with_its_reason(
    sentence: str, reason: str
) -> None:
    assert judged(sentence).reason == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Portellan.com reported that the council had sold the market hall to a bank.",
        "Damp in the walls of the market hall poses a risk to the traders, the council said.",
        "PELLAN-TV says that the council has sold the market hall to a bank.",
        "The hall has seats for the members of the council and for the members of the guild.",
    ],
)
def test_a_sentence_that_only_resembles_what_no_reader_could_use_may_stand(sentence: str) -> None:
    """A company named as its site is, what poses a risk, and words that prose says twice."""
    assert not judged(sentence).reason


def test_a_sentence_cut_off_in_an_hour_or_a_name_is_refused() -> None:
    text = "No warder had looked into the cell from 10:30 p.m. Aug. 9 to the next morning, he said."
    article = label(Article("Cell", f"{text} A report by E! News said so. E! News is a magazine."))
    start = article.text.index("Aug.")
    cut = (Sentence(article, 0, 0, start - 1), Sentence(article, 1, start, len(text)))
    assert [each.reason for each in judge(article, cut, lexicon("en"))] == ["cut off in a time"] * 2
    named = article.text.index("A report")
    end = article.text.index("E!") + 2
    (verdict,) = judge(article, (Sentence(article, 2, named, end),), lexicon("en"))
    assert verdict.reason in ("cut off in a name", "too short")


def test_a_short_quotation_over_two_sentences_is_one_candidate() -> None:
    verdict = judged('"We waited. Nobody came to the market," said Ada Morrow, a trader.')
    assert verdict.text.startswith('"We waited.')
    assert verdict.text.endswith("a trader.")
    assert not verdict.reason


def test_yesterday_is_refused_without_a_date_and_worth_less_with_one() -> None:
    sentence = "Traders blocked the road to the ferry terminal for two hours yesterday."
    assert judged(sentence, published=None).reason == "a day without a date"
    assert judged(sentence).weight == 0.5
    assert judged(sentence).relative


def test_a_name_in_capitals_that_its_article_explained_must_be_known() -> None:
    """Explained in brackets, or by "a buoy called …"; what stands in every paper need not."""
    lead = (
        "The port lost a buoy called SOLA and asked the Sound Rescue League (SRL) to look for it."
    )
    assert judged(
        "Divers of the SRL say SOLA lies in the mud off the pier.", lead=lead
    ).surnames == {
        "SOLA",
        "SRL",
    }
    assert not judged("Divers from the UK say that the buoy lies in the mud.", lead=lead).surnames


def test_a_name_alone_or_as_the_subject_that_the_article_used_before_must_be_known() -> None:
    lead = "Yorvik Ketch, 18, was seen at the Ellan Courier, a paper that prints the fish prices."
    assert judged("Nobody has heard of Yorvik's plans since that week.", lead=lead).people
    assert judged("The Ellan Courier has printed many of the prices.", lead=lead).people
    assert not judged("Nobody has heard of the prices in Ellan since May.", lead=lead).people


def test_a_name_in_capitals_that_few_know_must_be_known() -> None:
    assert judged("Inspectors of the QZVR closed the market in May.").people == {"QZVR"}
    assert not judged("Inspectors of the UN closed the market in May.").people
    assert not judged("Inspectors of the Sound Rescue League (QZVR) closed it.").people


def test_an_age_before_a_name_does_not_say_who_somebody_is() -> None:
    lead = (
        "Prosecutors named 35-year-old Yorvik Quillfeather, who sold eels. Quillfeather was calm."
    )
    assert judged("Papers say 35-year-old Yorvik Quillfeather was at home.", lead=lead).people
    nobody = judged("Papers say 35-year-old Ada Oddsworth lured all of them into the hall.")
    assert nobody.people == {"Oddsworth"}
    assert not judged("Papers say that Yorvik Quillfeather, 35, of Ellan slept.", lead=lead).people


def test_a_surname_behind_a_title_and_initials_is_introduced_by_them() -> None:
    lead = "The harbour master, Gen. H.R. Orlander, said that the old fish market would close."
    assert judged("Orlander said in May that the hall was too old.", lead=lead).surnames


def test_a_sentence_behind_a_statement_in_the_first_person_is_worth_less() -> None:
    """What stands behind "our goal" without quotation marks is somebody's own words as well."""
    ours = "We thank all who fulfilled our goal of a hall for the traders of Port Ellan."
    praise = "Ellan Park is a magnet for the region and open to all parts of the city."
    assert judged(praise, lead=ours).weight < judged(praise).weight


def test_a_clause_quoted_behind_and_is_refused_where_nobody_says_it() -> None:
    """“…, and "many attempts have failed."” is somebody's, and the sentence does not say whose."""
    orphan = 'A wall parts the two markets, and "many attempts to join them have failed."'
    assert judged(orphan).reason == "a quotation without its speaker"
    said = 'Ada Morrow said a wall parts them, and "many attempts to join them have failed."'
    assert not judged(said).reason


def test_a_lone_surname_is_noted_when_its_article_introduces_it() -> None:
    lead = "Mayor Ada Morrow said on Tuesday that the fish market of Port Ellan would close."
    verdict = judged("Critics of the plan say Morrow never asked the traders at all.", lead=lead)
    assert verdict.surnames == {"Morrow"}
    whole = judged("Critics of the plan say Ada Morrow never asked the traders.", lead=lead)
    assert not whole.surnames


def test_a_surname_is_a_persons_also_where_only_an_adverb_tells() -> None:
    lead = "Mayor Ada Morrow said on Tuesday that the fish market of Port Ellan would close."
    also = "Critics of the plan were right, Morrow also conceded to the traders."
    assert judged(also, lead=lead.replace("said", "hinted")).surnames == {"Morrow"}


def test_what_its_article_explained_in_brackets_must_be_known() -> None:
    lead = "The Port Ellan Traders Union (PETU) voted on Tuesday to leave the fish market."
    assert judged("Porters of the hall say the PETU never asked them.", lead=lead).surnames == {
        "PETU"
    }
    assert not judged("Porters of the hall say the PETU never asked them.").surnames


def test_the_noun_after_a_definite_opener_is_noted_unless_explained_at_once() -> None:
    assert judged("The lenders plan to sell the land under the hall by the summer.").nouns
    assert judged("The official added that the hall had been locked since Sunday.").nouns == {
        lexicon("en").stem("official")
    }
    assert judged("The photographs show Ada Morrow at the door of the hall on Monday.").nouns
    assert judged("The high-tech system of sensors in the hall was never switched on.").nouns
    assert judged("The building, which was abandoned, fell while firemen fought the flames.").nouns
    assert not judged("The mayor of Port Ellan said the hall would be sold by the summer.").nouns
    assert not judged("The number of traders in the hall has halved in the last ten years.").nouns
    assert not judged("The Harbour Trust plans to sell the land under the hall by summer.").nouns


def test_first_person_outside_quotations_is_worth_less() -> None:
    assert judged("We saw traders carry their scales down the steps of the hall.").weight < 0.5
    assert judged('"We carried the scales down the steps," said trader Ada Morrow.').weight > 0.5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("BISHOP MORROW HAS called for the fish market to stay open until the summer.", "en"),
        ("O governo anunciou na terça-feira um pacote de três bilhões para as cidades.", "pt"),
        ("E la giunta ha approvato martedì un piano da tre milioni per il vecchio porto.", "it"),
    ],
)
def test_an_opening_in_capitals_or_with_a_word_of_one_letter_is_a_sentence(
    text: str, language: str
) -> None:
    article = label(Article(title="x", text=text, language=language))
    assert not judge(article, split_sentences(article), lexicon(language))[0].reason


def test_a_sentence_without_a_subject_is_a_fragment() -> None:
    reason = judged("Initially thought to have been the first trader to leave the hall.").reason
    assert reason == "a fragment"
    assert not judged("Known as the Nave, the hall of 1881 held 400 stalls at its height.").reason


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Halvorn said the traders had been told in January of what was to come.", "Halvorn"),
        ("Prosecutors said the traders had been told in January of the plan.", ""),
        ("Tangvik expects to sell half of the first three harvests to a farm.", ""),
        ("Trump said the traders had been told in January of what was to come.", ""),
    ],
)
def test_a_subject_named_by_the_first_word_alone_must_be_known(sentence: str, name: str) -> None:
    assert judged(sentence).surnames == (frozenset({name}) if name else frozenset())


def test_a_subject_that_its_article_explained_must_be_known() -> None:
    lead = "The farm off Port Ellan will be built by Tangvik, a company of 38 people, in May."
    harvest = "Tangvik expects to sell half of the first three harvests to a farm."
    assert judged(harvest, lead=lead).surnames == {"Tangvik"}


def test_what_an_opening_never_comes_back_to_explains_itself() -> None:
    """ "The delivery door" needs no introduction in an article's first sentence, a topic does."""
    lead = "A heron walked into Wendle library on Friday through the delivery door."
    article = label(Article("Heron in library", f"{lead} Staff cleared the building of visitors."))
    again = label(Article("Heron in library", f"{lead} A bolt held the delivery door open."))
    english = lexicon("en")
    assert not judge(article, split_sentences(article), english)[0].definites
    assert judge(again, split_sentences(again), english)[0].definites


@pytest.mark.parametrize(("pointed", "needs"), [("that is", True), ("that the port is", False)])
def test_only_a_pronoun_in_a_quotation_leans(pointed: str, needs: bool) -> None:
    """ "We believe that is wrong" leans on what was said, "We believe that the port …" does not."""
    quotation = f'"We believe {pointed} wrong for the town," Ada Morrow, its mayor, said.'
    assert judged(quotation).needs_previous is needs
