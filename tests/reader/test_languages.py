"""A language is a folder of files: French was added by files alone, and stands here for any other."""

import pytest

from comity.reader.files.document import open_document
from comity.reader.read import read
from comity.reader.text.dates import days, spans
from comity.reader.words.inflection import forms
from comity.reader.words.language import language_of
from comity.reader.words.language_words import joints, words_of
from comity.reader.words.lexicon import every_line, parse
from comity.record.errors import BadLexicon

REPORT = """Rencontre entre les deux rives

La troisième rencontre entre les autorités des deux rives s'est tenue à Lam le 3 mai 2031. Les deux parties ont convenu de \
réparer le vieux phare, de rouvrir l'école des bateliers et d'échanger chaque mois des informations sur les crues.

Les parties construiront un pont de bois et éclaireront le quai. Elles ont restauré l'ancien débarcadère en 2030."""


def read_text(text):
    return read(open_document(text.encode(), name="report.txt"))


def test_french_report_is_read_by_files_alone():
    reading = read_text(REPORT)
    assert reading.lang == "fr"
    assert [(clause.status, clause.evidence[0].quote) for clause in reading.clauses] == [
        ("agreed", "réparer le vieux phare"),
        ("agreed", "rouvrir l'école des bateliers"),
        ("agreed", "échanger chaque mois des informations sur les crues"),
        ("agreed", "construiront un pont de bois"),
        ("agreed", "éclaireront le quai"),
        ("done", "restauré l'ancien débarcadère en 2030"),
    ]


def test_spanish_sentence_is_read_by_files_alone():
    reading = read_text(
        "Ambas partes acordaron reparar el faro, abrir la escuela de barqueros e intercambiar datos sobre las crecidas."
    )
    assert [(clause.status, clause.evidence[0].quote) for clause in reading.clauses] == [
        ("agreed", "reparar el faro"),
        ("agreed", "abrir la escuela de barqueros"),
        ("agreed", "intercambiar datos sobre las crecidas"),
    ]


def test_evidence_of_french_is_verbatim():
    reading = read_text(REPORT)
    quotes = [quote for clause in reading.clauses for quote in (*clause.evidence, *clause.act)]
    assert [REPORT[quote.start : quote.end] for quote in quotes] == [quote.quote for quote in quotes]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The two sides agreed to mend the lamp with the ferrymen of the village.", "en"),
        ("De två sidorna enades om att laga lampan och att bygga en bro för byn.", "sv"),
        ("Les deux parties ont convenu de réparer la lampe avec les bateliers du village.", "fr"),
        ("Las dos partes acordaron reparar la lámpara con los barqueros de la aldea.", "es"),
        ("Hai bên thống nhất sửa đèn cùng các lái đò của làng.", "vi"),
        ("Hai ben thong nhat sua den va xay cau cho cac lang.", "vi"),
        ("双方同意与村里的船工一起修灯。", "zh"),
        ("", "en"),
    ],
)
def test_language_is_told_by_its_commonest_words(text, lang):
    assert language_of(text) == lang


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("le 12 mars 2031", ["2031-03-12"]),
        ("le 1er août 2031", ["2031-08-01"]),
        ("du 19 au 21 février 2031", ["2031-02-19"]),
        ("les 3 et 4 décembre", ["2030-12-03"]),
        ("mars prochain", []),
        ("31 février 2031", []),
    ],
)
def test_french_day_is_read(text, iso):
    assert [day.iso(2030) for day in days(text)] == iso


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("au premier semestre 2033", "2033-01-01", "2033-06-30"),
        ("au deuxième trimestre de 2033", "2033-04-01", "2033-06-30"),
        ("en avril 2033", "2033-04-01", "2033-04-30"),
    ],
)
def test_french_span_is_read(text, first, last):
    assert [span[2:] for span in spans(text, 0, len(text))] == [(first, last)]


def test_verb_takes_the_forms_of_its_longest_ending():
    endings = (("er", "participle=é/és|future=era"), ("ger", "participle=gé/gés|future=gera"))
    assert forms("échanger des vœux", lang="fr", irregular="", endings=endings) == [
        ("échanger des vœux", "base"),
        ("échangé des vœux", "participle"),
        ("échangés des vœux", "participle"),
        ("échangera des vœux", "future"),
    ]


def test_verb_with_forms_of_its_own_takes_no_ending():
    assert forms("rendre", lang="fr", irregular="future=rendra", endings=(("re", "future=ra"),)) == [
        ("rendre", "base"),
        ("rendra", "future"),
    ]


def test_participle_without_an_auxiliary_heads_no_clause():
    assert read_text("Les deux parties ont salué la coopération renforcée, organisée avec soin dans le village.").clauses == ()


@pytest.mark.parametrize(
    ("text", "file", "problem"),
    [
        ("er\tfutur=era\trenforcer", "fr/endings.tsv", "it names a form there is none of: 'futur'"),
        ("et\tand then\tlaver et sécher", "fr/language.tsv", "it does not take the value 'and then'"),
        ("undecembre\tmonth 13\tle 5 undecembre", "fr/language.tsv", "it does not take the value 'month 13'"),
    ],
)
def test_bad_line_of_a_language_is_named(text, file, problem):
    with pytest.raises(BadLexicon) as refused:
        parse(text, lang="fr", file=file)
    assert refused.value.values == {"file": file, "line": 1, "problem": problem}


def test_words_of_one_language_join_nothing_in_another():
    assert words_of("and", lang="fr") == ("et", "ainsi que", "mais aussi")
    assert joints("vi").soft.search("ngành y tế et cetera") is None


def test_settings_are_never_looked_for_in_a_text():
    settings = {line.words for line in every_line() if line.role == "endings"}
    assert "er" in settings
    assert read_text("The er of it.").clauses == ()
