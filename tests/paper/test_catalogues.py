"""Both catalogues hold every sentence people read, with its places, and nothing else."""

import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from comity.paper.msgids import missing, python_msgids, template_msgids, wanted
from comity.paper.translate import catalogue

LANGUAGES = ("vi", "zh-Hans")
LOCALE = Path(__file__).resolve().parents[2] / "src/comity/locale"


def _places(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_there(lang):
    assert missing(catalogue(lang)) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_left_over(lang):
    assert sorted(catalogue(lang).keys() - wanted().keys()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_places_are_the_same(lang):
    assert {msgid: text for msgid, text in catalogue(lang).items() if _places(msgid) != _places(text)} == {}


@pytest.mark.parametrize("folder", ["vi", "zh_Hans"])
def test_no_entry_is_empty_or_doubtful(folder):
    with (LOCALE / folder / "LC_MESSAGES/comity.po").open("rb") as file:
        found = read_po(file, locale=folder)
    assert [message.id for message in found if message.id and (not message.string or message.fuzzy)] == []


def test_the_two_hold_the_same_sentences():
    assert sorted(catalogue("vi")) == sorted(catalogue("zh-Hans"))


def test_sentences_are_found_in_every_way_of_writing_them():
    python = '_("a")\ntranslate(lang)("b")\ntranslate(lang).many("c", "d", 2)\nN_("e")\nx = "f"\nself._words("g")\n'
    template = '{{ _("a") }}{{ plain("b") }}{% if x %}{{ many("c", "d", n) }}{% endif %}{{ other("e") }}'
    assert (sorted(python_msgids(python)), template_msgids(template)) == (["a", "b", "c", "e"], ["a", "b", "c"])
