import pytest

from comity.reader.words.lexicon import LANGUAGES, Lexicon, every_line, lexicon_of, lint, parse
from comity.record.errors import BadLexicon


def test_every_line_matches_its_example():
    lint(every_line())


@pytest.mark.parametrize("lang", ["en", "es", "fr", "sv", "vi", "zh"])
def test_each_language_has_more_than_a_hundred_lines_of_clause_words(lang):
    roles = ("acts", "actions", "nominals", "terms")
    counted = {role: sum(1 for line in every_line() if line.lang == lang and line.role == role) for role in roles}
    assert counted["actions"] > 200
    assert counted["acts"] > 80
    assert sum(counted.values()) > 400


def test_every_rule_name_is_one_line_only():
    names = [line.rule for line in every_line() if line.value in ("", "agreed")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("# head\nagreed to\tagreed", 2, "it needs words, value and example"),
        ("agreed to\tagreed\t", 1, "its words or its example are missing"),
        ("agreed to\tmaybe\tWe agreed to go.", 1, "it does not take the value 'maybe'"),
        ("agreed to\tagreed\tx\nagreed to\tagreed\tx", 2, "'agreed to' stands there twice"),
    ],
)
def test_bad_line_is_named(text, line, problem):
    with pytest.raises(BadLexicon) as refused:
        parse(text, lang="en", file="en/acts.tsv")
    assert refused.value.values == {"file": "en/acts.tsv", "line": line, "problem": problem}


def test_line_that_misses_its_example_is_named():
    lines = parse("agreed to\tagreed\tWe disagreed.", lang="en", file="en/acts.tsv")
    with pytest.raises(BadLexicon) as refused:
        lint(lines)
    assert refused.value.values["line"] == 1


def test_hits_give_the_longest_of_a_role_and_the_form_of_a_verb():
    lines = parse("speed up\tspeeds|speeding|sped\tThey speed up.\nspeed\t|\tThey speed.", lang="en", file="en/actions.tsv")
    found = Lexicon(lines).hits("They are speeding up work.")
    assert [(hit.start, hit.end, hit.line.words, hit.form) for hit in found] == [(9, 20, "speed up", "gerund")]


def test_hits_without_accents_need_to_be_asked_for():
    lexicon = lexicon_of("vi")
    text = "Hai ben thong nhat mo cua khau"
    assert [hit.line.words for hit in lexicon.hits(text) if hit.role == "acts"] == []
    assert [hit.line.words for hit in lexicon.hits(text, is_bare=True) if hit.role == "acts"] == ["thống nhất"]


def test_all_languages_have_the_same_files():
    # Only a language whose verbs change by their endings has a file of endings.
    lines = [line for line in every_line() if line.role != "endings"]
    roles = {lang: {line.role for line in lines if line.lang == lang} for lang in LANGUAGES}
    assert {lang: roles["en"] - found for lang, found in roles.items()} == {lang: set() for lang in LANGUAGES}
