"""What drafts besides sessions and clauses become when they are accepted, and what agreed items take with them."""

import pytest

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.check_home import check_home
from comity.procedures.name_party import open_book
from comity.procedures.read_documents import GivenDocument, read_document

from .conftest import MOMENT

pytestmark = pytest.mark.usefixtures("grammar_alone")
NAMES = {"van-khe": "Van Khe", "thanh-lac": "Thanh Lac"}


@pytest.fixture
def entered(home):
    """Reads a text in a home that knows both parties, accepts all of it, and gives the things of a kind without their wording."""
    books = {short: open_book(home, short, {"name": {"en": name}}, moment=MOMENT) for short, name in NAMES.items()}

    def enter(text, kind):
        read_document(home, GivenDocument("report.txt", text.encode), moment=MOMENT)
        with home.read() as reading:
            numbers = [row.number for row in reading.drafts(state="open")]
        accept_drafts(home, numbers, moment=MOMENT)
        assert check_home(home).differing == ()
        with home.read() as reading:
            return [_bare(row["fields"]) for row in reading.things(kind)]

    assert len(books) == 2
    return enter


def _bare(fields):
    """The fields, wordings as their text, without the references whose ids no test can know."""
    shown = {}
    for name, value in fields.items():
        if name in ("evidence", "session"):
            continue
        is_wording = isinstance(value, list) and value and isinstance(value[0], dict) and "text" in value[0]
        shown[name] = value[0]["text"] if is_wording else value
    return shown


def test_agreed_item_takes_condition_day_rhythm_and_bodies(entered):
    text = (
        "The two sides agreed to complete the Friendship Bridge by the end of 2031 once the epidemic is under control. "
        "The two sides agreed to hold talks between the foreign affairs offices twice a year. "
        "The two sides agreed to report to their governments on the second bridge."
    )
    rows = sorted(entered(text, "undertaking"), key=lambda row: row["title"])
    names = ("title", "starts_when", "due_on", "nature", "asks", "departments")
    assert [{name: row[name] for name in names if name in row} for row in rows] == [
        {
            "title": "complete the Friendship Bridge by the end of 2031 once the epidemic is under control",
            "starts_when": "once the epidemic is under control",
            "due_on": "2031-12-31",
            "nature": "once",
            "asks": "result",
        },
        {
            "title": "hold talks between the foreign affairs offices twice a year",
            "nature": "periodic",
            "departments": ["foreign affairs offices"],
        },
        {"title": "report to their governments on the second bridge", "asks": "conduct"},
    ]


def test_proposal_is_addressed_and_assented_to(entered):
    text = "Van Khe proposed that Thanh Lac open a night ferry. Thanh Lac agreed with the proposal of Van Khe."
    (row,) = entered(text, "proposal")
    assert (row["title"], len(row["addressed_to"]), row["assented"] == row["addressed_to"]) == ("open a night ferry", 1, True)
    assert row["proposed_by"] != row["addressed_to"]


def test_letter_is_entered_with_its_sides_day_and_number(entered):
    text = "On 3 March 2031, Van Khe sent an official letter No. 15/VK to Thanh Lac about the ferry timetable."
    (row,) = entered(text, "letter")
    sides = {name: len(row.pop(name)) for name in ("from_party", "to_party")}
    assert (row, sides) == (
        {"subject": "the ferry timetable", "kind_of_letter": "letter", "number": "15/VK", "dated_on": "2031-03-03"},
        {"from_party": 1, "to_party": 1},
    )


def test_call_is_a_call(entered):
    (row,) = entered("Van Khe held a phone call with Thanh Lac on 6 March 2031 on the closed pier.", "call")
    assert (row["subject"], row["called_on"]) == ("the closed pier", "2031-03-06")


def test_obstacle_is_open_and_told(entered):
    text = "Van Khe informed that clearance remains limited due to a lack of staff."
    (row,) = entered(text, "obstacle")
    assert (row["title"], row["state"], row["word"], len(row["raised_by"])) == (
        "clearance remains limited due to a lack of staff",
        "open",
        "told",
        1,
    )


def test_pair_of_gates_is_entered_once(entered):
    text = (
        "The two sides agreed to reopen the Ben Lac - Dukou border gate (markers 1116-1119). "
        "The two sides agreed to upgrade the Ben Lac - Dukou border gate."
    )
    rows = entered(text, "gate")
    assert rows == [{"title": "Ben Lac - Dukou", "first_name": "Ben Lac", "second_name": "Dukou", "markers": "1116-1119"}]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The two sides agreed to upgrade the Ben Lac - Dukou border gate.", "agreed"),
        ("Mr Lam proposed to reopen the Ben Lac - Dukou border gate.", "asked"),
        ("The two sides informed each other that the Ben Lac - Dukou border gate was reopened.", "resumed"),
        ("The two sides agreed to close the Ben Lac - Dukou border gate.", None),
    ],
)
def test_change_of_a_pair_is_told_as_what_it_was_asked_agreed_or_done(entered, text, change):
    rows = entered(text, "reading")
    assert [row["value"].get("change") for row in rows if row["says"] == "gate"] == [change]


def test_session_within_another_is_part_of_it(entered):
    text = (
        "The 16th Conference of the Joint Working Committee of Van Khe and Thanh Lac was held on 3 March 2031 "
        "within the framework of the Spring Meeting 2031."
    )
    rows = entered(text, "session")
    assert sorted(len(row.get("part_of", [])) for row in rows) == [0, 1]


def test_holder_of_a_post_is_entered_where_the_party_is_known(entered):
    text = (
        "Mr Tran Van Binh, Vice Governor of Van Khe province, was appointed "
        "Director of the Foreign Affairs Office on 1 March 2031."
    )
    rows = entered(text, "post_holding")
    assert [{name: row[name] for name in ("post", "holder", "from_on")} for row in rows] == [
        {"post": "Director of the Foreign Affairs Office", "holder": "Tran Van Binh", "from_on": "2031-03-01"}
    ]


def test_figure_is_kept_as_what_the_source_says(entered):
    rows = entered("In 2030, trade between Van Khe and Thanh Lac reached 20.8 billion USD.", "reading")
    said = [row["value"] for row in rows if row["value"].get("name") == "trade"]
    assert said == [{"name": "trade", "detail": "20800000000 USD", "date": "2030", "venue": "Van Khe; Thanh Lac"}]
