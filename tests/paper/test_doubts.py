"""What a draft says it is unsure of."""

from comity.paper.doubts import doubts

READ = {"agents": ["x"], "areas": ["trade"], "meeting": "M1"}


def of(rule):
    return doubts("clause", READ, rule=rule, confidence=75, lang="en")


def test_what_only_the_weights_call_a_clause_does_not_say_a_rule_found_it():
    by_weights, by_grammar, by_words = map(
        of, ("grammar/candidate + weights", "grammar/informed + weights", "en/acts/agreed to + weights")
    )
    assert by_weights == ["No rule found it; by what was learnt from annotated reports it is likely one."]
    assert by_grammar == ["It was found by the build of the sentence, not by a word of the lexicon."]
    assert by_words == []


def test_a_labelled_candidate_names_who_labelled_it():
    assert (
        of("grammar/candidate + model/local")[-1]
        == "The ranking model of this machine labelled it; the words are the source's own."
    )
