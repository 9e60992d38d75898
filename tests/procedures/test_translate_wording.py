import pytest

from comity.kinds import kind_of
from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.enter_by_hand import enter_by_hand
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.procedures.translate_wording import translate_wording, untranslated
from comity.record.errors import LanguageIsThere, NotAWording, TextsAreNotTranslated, UnknownThing
from comity.store.home import Home

MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")
ENGLISH = [{"lang": "en", "standing": "official", "text": "Open the ferry"}]


@pytest.fixture
def home(tmp_path):
    made = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    open_book(made, "thanh-lac", {"name": {"vi": "Tỉnh Thanh Lạc"}}, moment=MOMENT)
    enter_act(made, "item", {"title": {"vi": "Mở phà"}, "parties": ["self"]}, by=Hand("thanh-lac", MOMENT), short="ferry")
    enter_act(
        made,
        "text",
        {"item": "ferry", "clauses": [{"vi": "Mở phà."}], "open_until": "2099-12-31"},
        by=Hand("thanh-lac", MOMENT),
        short="text",
    )
    return made


def test_language_is_added_as_a_correction(home):
    correction = translate_wording(home, "ferry", {"": ENGLISH}, moment=MOMENT)
    with home.read() as reading:
        row = reading.thing(reading.resolve("ferry"))
        entry = reading.entry(correction)
    assert row["fields"]["title"] == [*ENGLISH, {"lang": "vi", "standing": "authentic", "text": "Mở phà"}]
    assert (entry.envelope.kind, entry.book) == ("correction", row["party"])
    assert untranslated(kind_of("item"), row["fields"]) == [(kind_of("item").field("title"), ["zh-Hans"])]


@pytest.mark.parametrize("label", ["clear", "amber", "red"])
def test_label_and_audience_are_those_of_the_thing(home, label):
    party = open_book(home, "van-khe", {"name": {"vi": "Khu Vân Khê"}}, moment=MOMENT)
    given = {"title": {"vi": "Mở phà"}, "label": label, "audience": ["van-khe"]}
    enter_act(home, "undertaking", given, by=Hand("thanh-lac", MOMENT), short="due")
    correction = translate_wording(home, "due", {"": ENGLISH}, moment=MOMENT)
    with home.read() as reading:
        envelope = reading.entry(correction).envelope
    assert (envelope.label.value, envelope.audience) == (label, (party,))


@pytest.mark.parametrize(
    ("name", "versions", "refusal"),
    [
        ("text", {"": ENGLISH}, TextsAreNotTranslated),
        ("ferry", {"": [{"lang": "vi", "standing": "official", "text": "x"}]}, LanguageIsThere),
        ("ferry", {"form": ENGLISH}, NotAWording),
        ("nowhere", {"": ENGLISH}, UnknownThing),
    ],
)
def test_refusals_enter_nothing(home, name, versions, refusal):
    with home.read() as reading:
        before = [(book.party, book.size) for book in reading.books()]
    with pytest.raises(refusal):
        translate_wording(home, name, versions, moment=MOMENT)
    with home.read() as reading:
        assert [(book.party, book.size) for book in reading.books()] == before


def test_home_without_a_book_opens_that_of_the_office(tmp_path):
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    entry, book = enter_by_hand(home, "undertaking", {"title": {"vi": "Mở phà"}}, by=Hand("", MOMENT), short="ferry")
    with home.read() as reading:
        assert (reading.resolve("ferry"), reading.resolve("office")) == (entry, book)
