"""Half a book: a home that holds the beginning of the other side's book, and has seen that it goes on, says so on every paper."""

import re

import pytest
from tests.contracts.filling import enter_book, named_party, say, wording
from tests.simulator import World

from comity.bulletin.build import make_bulletin
from comity.paper.names import Name
from comity.paper.printed import plain
from comity.paper.wording import Part
from comity.procedures.books_known import books_known
from comity.procedures.draft_review import review_books
from comity.procedures.enter_act import enter_act
from comity.procedures.gather_brief import BriefAsked, gather_brief
from comity.procedures.hand import Hand
from comity.procedures.keep_letter import keep_letter
from comity.procedures.name_party import open_book
from comity.record.language import LANGUAGES
from comity.review.books_known import BooksKnown, HalfBook
from comity.review.brief import leaders_brief
from comity.review.thresholds import thresholds
from comity.store.home import Home

from .letter_home import MOMENT, VAN_KHE, letter_given, office, writing_office
from .review_home import DAY
from .test_keep_letter import sent
from .test_write_review import asked, paragraphs

SEEN = {
    "vi": "Trong sổ của khu Vân Khê, ở đây có 2 trên ít nhất 4 mục ghi, theo một sổ khác nêu; "
    "ở đây chưa biết các mục còn lại nói gì.",
    "zh-Hans": "云溪地区的台账，此处收有2条记录；据另一台账所述，该台账至少有4条。其余记录的内容此处尚不掌握。",
    "en": "Of the book of Van Khe region, 2 of at least 4 entries are held here, as another book states; "
    "what the others say is not known here.",
}
WITHOUT = "No book of theirs is held here, so that what stands here of them was entered by others: Third side."
COUNTED = "Of each book it knows the entries counted in the annex; what was entered after them is not in it."
WHOLE = "Nothing else is known to be missing from what it was made of."
AT_EDGE = "Of these books more is known to exist than was held when this was made, and what the rest says, such as a consent "
AT_EDGE += "taken back, is not known here: "


class HalfHome:
    """The home of north: of the book of south it holds `held` entries; that of west has seen all four of south."""

    def __init__(self, folder, held):
        self.home, world = Home.create(folder / "home", state_dir=folder / "state"), World()
        self.south = named_party(world, "south", vi="Khu Vân Khê", zh="云溪地区", en="Van Khe region")
        west = named_party(world, "west", en="West")
        for number in range(3):
            say(self.south, "proposal", {"title": wording(en=f"Proposal {number}")}, label="clear")
        west.enter("note", seen=[self.south.seen()])
        self.north = open_book(self.home, "north", {"name": {"en": "North side"}}, moment=MOMENT)
        with self.home.write() as writing:
            enter_book(writing, self.south, held, own=False)
            enter_book(writing, west, 2, own=False)
        self.enter("party", "third", name={"en": "Third side"})
        parties = ["north", self.south.id, "third"]
        self.enter("session", "second", title={"en": "Second"}, parties=parties, starts_on="2026-02-26")
        owed = {"owners": ["north", self.south.id], "nature": "once", "areas": ["A05"]}
        self.enter("undertaking", "ferry", title={"en": "Ferry"}, session="second", **owed)

    def enter(self, kind, short, **given):
        return enter_act(self.home, kind, {"label": "clear", **given}, by=Hand("north", MOMENT), short=short)

    def unknown(self, *, joint=False):
        """The last chapter of the book, by language and key."""
        with self.home.read() as reading:
            printed = {lang: drafted.printed for lang, drafted in review_books(reading, asked(joint=joint), LANGUAGES).items()}
        said = {lang: paragraphs(each) for lang, each in printed.items()}
        return {
            lang: {key[8:]: plain(each.line) for key, each in found.items() if key.startswith("unknown/")}
            for lang, found in said.items()
        }

    def brief(self, party):
        with self.home.read() as reading:
            material = gather_brief(reading, BriefAsked(DAY, thresholds(), str(party)))
        return {plain(block.line) for block in leaders_brief(material, "en").blocks if hasattr(block, "line")}


@pytest.fixture
def half(tmp_path):
    return HalfHome(tmp_path / "half", held=2)


@pytest.fixture
def whole(tmp_path):
    return HalfHome(tmp_path / "whole", held=4)


def test_review_book_says_how_much_of_the_other_book_it_knows(half, whole):
    key = f"book/{half.south.id}"
    assert {lang: said[key] for lang, said in half.unknown().items()} == SEEN
    assert [key in said for said in whole.unknown().values()] == [False] * 3
    assert [made.unknown()["en"]["without_book"] for made in (half, whole)] == [WITHOUT] * 2


def test_joint_book_says_that_every_book_goes_on_and_no_more(half, whole):
    """What one home holds of a book is not for the others; that a book may go on is true of each."""
    for made in (half, whole):
        said = made.unknown(joint=True)["en"]
        assert (said["books"], [key for key in said if key.startswith(("book/", "without"))]) == (COUNTED, [])
        assert (said["none"], "none" in made.unknown()["en"]) == (WHOLE, False)


def test_brief_says_how_much_of_their_book_it_knows(half, whole):
    assert (SEEN["en"] in half.brief(half.south.id), SEEN["en"] in whole.brief(whole.south.id)) == (True, False)
    assert WITHOUT in half.brief("third")


def test_bulletin_names_the_books_that_go_on_of_parties_it_names(half, whole, tmp_path):
    told = {}
    for made in (half, whole):
        made.enter("source", "report", title={"en": "Report"}, address="https://example.org/a", coverage="press")
        made.enter("reading", "read", source="report", says="agreed", title={"en": "Ferry"})
        owed = {"owners": [made.south.id], "evidence": ["read"]}
        made.enter("undertaking", "told", title={"en": "Told"}, **owed)
        to = tmp_path / f"bulletin-{made.home.path.parent.name}"
        make_bulletin(made.home, to, moment=MOMENT)
        page = re.sub(r"<[^>]+>", "", (to / "en/about.html").read_text("utf-8"))
        told[made is half] = re.findall(re.escape(AT_EDGE) + r"([^.]*)\.", page)
    assert told == {True: ["Van Khe region"], False: []}


def test_letters_show_how_far_a_book_goes_that_is_not_held_here(tmp_path):
    writer, receiver = writing_office(tmp_path / "writer"), office(tmp_path / "receiver", "van-khe", VAN_KHE)
    writer.act("letter", letter_given(), short="letter")
    keep_letter(receiver.home, sent(writer), moment=MOMENT)
    with writer.home.read() as reading:
        (book,) = reading.books()
    with receiver.home.read() as reading:
        (sender,) = reading.things("party")
        (own,) = reading.books()
        names = {
            str(sender["id"]): Name(str(sender["id"]), parts=(Part("en", "", "Thanh Lac province"),)),
            "ab" * 32: Name("ab" * 32, parts=(Part("en", "", "Somebody else"),)),
            str(own.party): Name(str(own.party)),
        }
        known = books_known(reading, names)
    assert known == BooksKnown((HalfBook(str(sender["id"]), 0, book.size, True),), ("ab" * 32,))
