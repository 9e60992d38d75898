"""Courtesy and truth over the whole sample, every sentence of the program and every label of a kind, in three languages."""

import json
import re
from importlib import resources

import pytest
from tests.desk.conftest import Visitor

from comity.kinds import every_kind
from comity.paper.help import HELP
from comity.paper.msgids import wanted
from comity.paper.translate import catalogue, translate
from comity.record.field import Choice
from comity.record.finding import CODES
from comity.record.language import LANGUAGES

from .courtesy import accusing
from .walking import ROWS, observer, of_kind, texts, wordings

# What the program says of itself, of what was typed, and the command by which a party itself does not agree yet.
OF_THE_PROGRAM = {
    "en": (
        *("A fault of the program itself", "a fault of the sheet", "sign or refuse it"),
        *("A refusal", "Every refusal", "is refused", "are refused", "Refusals by"),
    ),
    "vi": ("Lỗi của chính chương trình", "lỗi của trang tính"),
    "zh-Hans": (),
}
# Chinese names its own side first in a Chinese text, Vietnamese its own in a Vietnamese one.
OTHER_SIDE_FIRST = {
    "vi": re.compile(r"Trung\s*[-–]\s*Việt|Trung Quốc\s*[-–]\s*Việt Nam"),
    "zh-Hans": re.compile("越中|越南[—-]中国"),
}


class Served:
    """The sample as a `Visitor` takes it."""

    def __init__(self, home):
        self.home = home


@pytest.fixture(scope="module")
def served(whole_home):
    return Served(whole_home("sample"))


def _sample():
    for row in [*ROWS, observer()]:
        yield from wordings(row, row.get("id", "observer"))


def _kind_labels():
    for kind in every_kind().values():
        yield from ((kind.name, labels) for labels in (kind.labels, kind.meaning))
        for field in kind.fields:
            yield field.name, field.labels
            if isinstance(field.form, Choice):
                yield from field.form.options.items()


def _help(lang):
    folder = resources.files("comity.paper") / "templates" / "help"
    for name in ("start", *HELP):
        page = (folder / f"{name}.{lang}.html").read_text("utf-8")
        yield name, re.sub(r"<[^>]*>", "", re.sub(r"<code>.*?</code>", "", page, flags=re.DOTALL))
    yield from ((name, labels.in_language(lang)) for name, labels in HELP.items())


def test_planted_accusations_are_found():
    said = {
        "en": "The region failed to act; the province is late and ignored the agreement of late 2014, later neglected.",
        "vi": "Tỉnh vi phạm thỏa thuận và chậm trễ; lối đi có lỗi nhỏ.",
        "zh-Hans": "该省失信，违反协议，长期拖延。",
    }
    assert {lang: accusing(text, lang) for lang, text in said.items()} == {
        "en": ["failed", "late", "ignored", "neglected"],
        "vi": ["vi phạm", "chậm trễ", "có lỗi"],
        "zh-Hans": ["失信", "违反", "拖延"],
    }


def test_no_wording_of_the_sample_accuses():
    every = [(place, lang, text) for place, wording in _sample() for lang, text in wording.items()]
    assert len(every) > 1500
    assert [(place, found) for place, lang, text in every if (found := accusing(text, lang))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_the_program_accuses(lang):
    sentences = wanted() if lang == "en" else catalogue(lang).values()
    found = {text: words for text in sentences if (words := accusing(text, lang, allowed=OF_THE_PROGRAM[lang]))}
    assert found == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_of_a_kind_and_no_finding_accuses(lang):
    labels = [*_kind_labels(), *CODES.items()]
    found = {(name, text) for name, each in labels if each and accusing(text := each.in_language(lang), lang)}
    assert found == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_help_page_accuses(lang):
    allowed = OF_THE_PROGRAM[lang]
    assert [(name, found) for name, text in _help(lang) if (found := accusing(text, lang, allowed=allowed))] == []


@pytest.mark.parametrize("lang", ["vi", "zh-Hans"])
def test_each_language_names_its_own_state_first(lang):
    assert [place for place, wording in _sample() if OTHER_SIDE_FIRST[lang].search(wording[lang])] == []


def test_sides_stand_in_the_order_of_their_ids_and_no_side_is_first_by_rule(served):
    with served.home.read() as reading:
        rows = [*reading.things("undertaking", limit=2000), *reading.things("session", limit=2000)]
    named = [row["fields"].get(name, []) for row in rows for name in ("owners", "parties")]
    assert sum(len(ids) > 1 for ids in named) > 100
    assert [ids for ids in named if ids != sorted(ids)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_absence_is_said_with_the_reports_read(served, lang):
    sources = of_kind("source")
    in_part = sum(row["coverage"] != "full_text" for row in sources)
    assert in_part == len(sources)
    sentence = translate(lang).many(
        "no later mention in the {count} report read, which was read in part",
        "no later mention in the {count} reports read, all of them in part",
        len(sources),
    )
    assert str(len(sources)) in sentence
    page = Visitor(served, lang).text("/agreed/?state=silent")
    lines = page.count('<td class="sign">')
    assert (lines > 10, page.count(sentence) >= lines) == (True, True)


def test_standing_duties_have_no_day_to_pass(served):
    found = json.loads(Visitor(served).text("/agreed.json?nature=standing"))["agreed"]
    assert (len(found) > 20, {line["due_on"] for line in found}) == (True, {""})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_first_pages_of_the_sample_accuse_nobody(served, lang):
    visitor = Visitor(served, lang)
    for path in (
        "/",
        "/sessions/",
        "/agreed/",
        "/parties/",
        "/people/",
        "/letters/",
        "/findings/",
        "/changes/",
        "/sources/",
        "/check",
        "/check/",
    ):
        words = re.sub(r"<[^>]*>", " ", visitor.text(path))
        assert (path, accusing(words, lang, allowed=OF_THE_PROGRAM[lang])) == (path, [])


def _invented():
    folder = resources.files("comity.invented")
    story = json.loads((folder / "story.json").read_text("utf-8"))
    return story, {name: (folder / name).read_text("utf-8") for name in story["documents"]}


def _names(rows):
    """Everything parties are called, in any language."""
    for row in rows:
        yield from row["name"].values()
        yield from row.get("reading_of_name", [])


def test_invented_parties_bear_no_real_name_and_real_ones_no_invented():
    story, documents = _invented()
    invented, real = set(_names(story["parties"])), set(_names(of_kind("party")))
    everything = "\n".join([*texts(story), *documents.values()])
    assert [name for name in real if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", everything)] == []
    sample = "\n".join(text for row in [*ROWS, observer()] for text in texts(row))
    assert [name for name in invented if name in sample] == []


def test_invented_people_are_nobody_in_the_sample():
    story, _documents = _invented()
    people = {
        given[name]
        for act in story["acts"]
        for given in [act["given"]]
        for name in ("signer", "holder", "person")
        if name in given
    }
    sample = "\n".join(text for row in ROWS for text in texts(row))
    assert (len(people) > 1, [name for name in people if name in sample]) == (True, [])
