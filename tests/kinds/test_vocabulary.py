"""One name, one meaning: a field called the same in two kinds is shown under the same words, unless listed here."""

from comity.kinds import every_kind
from comity.record.field import Place

# Names that people see under different words, and why.
DIFFERENT_WORDS = {
    "dated_on": "Chinese names the paper that bears the day: a source, a letter",
    "digest": "a document's digest is no digest that is signed",
    "due_on": "what was planned first, and what is planned now",
    "ends_on": "the last day of a session, and the end of a text's term",
    "holder": "who keeps an original, and who holds a post",
    "old": "a party in a succession, a key in a change of key",
    "part_of": "an item is part of a document; a party, mechanism or session of a larger one",
    "text": "the text that is spoken of, and the text that carries an agreed item",
    "title": "what is called by its wording has no title",
}
# Names that stand at different places, and why.
DIFFERENT_PLACES = {
    "digest": "what is signed binds; a document's digest can be erased with it",
    "ends_on": "the term of a text binds",
    "from_on": "how long a power lasts binds; how long a post was held is only said",
    "old": "a party is referred to; a key is no entry",
    "parties": "an item or text binds its parties; a session or mechanism only names them",
    "until_on": "how long a power lasts binds; how long a post was held is only said",
}


def named(of):
    found = {}
    for kind in every_kind().values():
        for field in kind.fields:
            found.setdefault(field.name, set()).add(of(field))
    return {name for name, values in found.items() if len(values) > 1}


def test_one_name_has_one_label():
    assert named(lambda field: field.labels) == DIFFERENT_WORDS.keys()


def test_one_name_has_one_place():
    assert named(lambda field: field.place) == DIFFERENT_PLACES.keys()


def test_one_name_holds_one_or_many():
    assert named(lambda field: field.many) == {"old"}


def test_one_label_has_one_name():
    names = {}
    for kind in every_kind().values():
        for field in kind.fields:
            for language in ("en", "vi", "zh-Hans"):
                names.setdefault((language, field.labels.in_language(language)), set()).add(field.name)
    shared = {frozenset(found) for found in names.values() if len(found) > 1}
    assert shared == {frozenset({"owner", "owners"})}  # one or many, which vi and zh do not tell apart


def test_references_come_in_lists():
    assert [field.name for kind in every_kind().values() for field in kind.at(Place.REFS) if not field.many] == []
