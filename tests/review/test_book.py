"""The review book as structure: what it says where little is known, in which order, and how the joint edition differs."""

from dataclasses import replace

import pytest

from comity.paper.names import Name
from comity.paper.printed import Bullets, Head, Heading, Paragraph, Picture, Table, plain
from comity.paper.printed_head import ROOM, frame_of
from comity.paper.wording import Part
from comity.record.language import LANGUAGES
from comity.review.book import review_book
from comity.review.edits import Edit, Edits, Why, with_edits
from comity.review.every_rule import findings_of
from comity.review.joint import for_all
from comity.review.material import Edition, Material, agreed_items, entries_known, items_not_held
from comity.review.scope import Scope
from comity.review.thresholds import thresholds

from .made_rows import THEM, US, agreed, row, said, state, wording

SESSION = row("session", "meeting", {"title": [wording("en", "The meeting")], "starts_on": "2026-02-02", "parties": [US, THEM]})
CHAPTERS = [
    *("summary", "thanks", "results", "difficulties", "stands", "agreed", "to_compare", "recurring", "no_mention", "agenda"),
    *("further", "unknown", "sources", "signatures", "codes"),
]


def test_head_of_the_book_takes_what_a_person_says_and_leaves_room_for_the_rest():
    drafted = review_book(material(), "vi")
    said = {"place": "Bến Lau", "subject": "Kết quả một năm", "recipients": ("Sở Công Thương",)}
    printed, flags = with_edits(drafted, Edits("f", "paper", {}, {"vi": said, "en": {"place": "Elsewhere"}}), keeps_gone=True)
    assert (flags, plain(printed.title), printed.head.subject) == ((), "Kết quả một năm", "")
    frame = frame_of(printed)
    assert [line.text for line in frame.right][-1] == "Bến Lau, ngày 22 tháng 11 năm 2026"
    assert [line.text for line in frame.copies] == ["Nơi nhận:", "- Như trên;", "- Sở Công Thương;", "- Lưu: VT, ……."]
    assert [line.text for line in frame.signed] == [ROOM, ROOM]


def test_words_with_an_empty_line_become_paragraphs_and_one_item_of_a_list():
    drafted = review_book(material(agreed("ferry", said("p1", THEM, "done"), session=["meeting"])), "en")
    (thanks,) = (key for key in drafted.digests if key.startswith("thanks/ferry"))
    changes = {(key, "en"): Edit(("First.", "Second."), drafted.digests[key]) for key in ("agenda/count", thanks)}
    printed, _flags = with_edits(drafted, Edits("f", "paper", changes, {}), keeps_gone=True)
    words = {block.key: plain(block.line) for block in printed.blocks if isinstance(block, Paragraph)}
    assert (words["agenda/count"], words["agenda/count/2"]) == ("First.", "Second.")
    items = {item.key: plain(item.line) for block in printed.blocks if isinstance(block, Bullets) for item in block.items}
    assert items[thanks] == "First. Second."


def material(*rows, edition=Edition.HOME, isos=None, **more):
    given = state(SESSION, *rows, **more)
    given = replace(given, us=frozenset()) if edition is Edition.JOINT else given
    scope = Scope("meeting", "", frozenset((US, THEM)))
    every = findings_of(given, thresholds())
    found = scope.choose(for_all(every) if edition is Edition.JOINT else every)
    known = entries_known(given)
    names = {thing: Name(thing, str(each["kind"]), _parts(each), "", True) for thing, each in known.items()}
    names |= {party: Name(party, "charter", (Part("en", "authentic", party.title()),), "", True) for party in (US, THEM)}
    return Material(
        edition=edition,
        state=given,
        scope=scope,
        row=SESSION,
        found=tuple(found),
        items=agreed_items(given, scope),
        not_held=items_not_held(given, scope),
        names=names,
        isos=isos or {},
        entries=known,
    )


def _parts(each):
    title = each["fields"].get("title", [])
    return tuple(Part(part["lang"], part["standing"], part["text"]) for part in title)


def said_in(book, key):
    """The paragraphs of the list or table under a key, or the paragraph itself."""
    for block in book.printed.blocks:
        if block.key == key and isinstance(block, Paragraph):
            return [plain(block.line)]
        if block.key == key and isinstance(block, Bullets):
            return [plain(item.line) for item in block.items]
        if block.key == key and isinstance(block, Table):
            return [[" / ".join(plain(part.line) for part in cell.paragraphs) for cell in row] for row in block.rows]
    return None


def chapters(book):
    return [block.key for block in book.printed.blocks if isinstance(block, Heading) and block.level == 1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_empty_book_has_every_chapter_and_says_that_nothing_is_recorded(lang):
    book = review_book(material(), lang)
    assert chapters(book) == CHAPTERS
    assert [block for block in book.printed.blocks if isinstance(block, Picture)] == []
    nothing = {
        "en": "Nothing is recorded here under this heading.",
        "vi": "Ở đây chưa ghi nhận nội dung nào thuộc mục này.",
        "zh-Hans": "此处暂无本项内容的记录。",
    }
    empty = [key for key in CHAPTERS if said_in(book, f"{key}/count") == [nothing[lang]]]
    assert empty == ["thanks", "results", "difficulties", "stands", "agreed", "to_compare", "recurring", "no_mention", "further"]


def test_joint_book_leaves_out_what_one_side_alone_wonders_about():
    old = agreed("old", agreed_on="2020-01-01", session=["meeting"], due_on="2021-01-01")
    differs = agreed("ferry", said("p1", US, "done"), said("p2", THEM, "waiting", waits_for="money"), session=["meeting"])
    home, joint = (review_book(material(old, differs, edition=each), "en") for each in Edition)
    assert said_in(home, "no_mention/all") == ["old: no later mention in the 5 reports read (2 of them in part)."]
    assert said_in(home, "to_compare/all") == [
        "The words of the sides differ and are to be compared: ferry. (Us: reported done; Them: waits for somebody)"
    ]
    assert chapters(joint) == [key for key in CHAPTERS if key not in ("to_compare", "no_mention")]
    text = " ".join(plain(item.line) for block in joint.printed.blocks if isinstance(block, Bullets) for item in block.items)
    assert [words for words in ("no later mention", "compare", "planned for", "reports read") if words in text] == []
    assert joint.printed.head == Head(day="2026-11-22", addressees=("Them", "Us"), is_of_all=True)
    assert home.printed.head is not None


def test_results_stand_once_under_their_first_area():
    done = said("p1", THEM, "done", on="2026-05-01")
    rows = [
        agreed(name, {**done, "id": name + "p"}, areas=areas, owners=[THEM]) for name, areas in (("a", ["A05", "A03"]), ("b", []))
    ]
    book = review_book(material(*rows), "en")
    assert said_in(book, "results/A03/all") == ["Them states that this is done: a."]
    assert said_in(book, "results/none/all") == ["Them states that this is done: b."]
    assert said_in(book, "results/A05/all") is None


def test_each_side_stands_beside_the_other_and_who_said_nothing_is_named_so():
    words = [wording("en", "Half done.")]
    item = agreed("ferry", said("p1", US, "under_way", result=words, on="2026-03-03"), agreed_on="2026-02-02", nature="once")
    nobody = agreed("road", agreed_on="2026-02-01")
    table = said_in(review_book(material(item, nobody), "en"), "agreed/none/table")
    assert [row[0] for row in table] == ["ferry / agreed 2 Feb 2026, once", "road / agreed 1 Feb 2026"]
    assert {row[1] for row in table} <= {"Us, Them", "Them, Us"}
    assert [row[2] for row in table] == ["Us: under way (own word, 3 Mar 2026). Half done. / Them: no word yet.", "no word yet"]


def test_agenda_puts_first_what_stands_in_the_way_and_lists_no_duty_or_ended_item():
    rows = [
        agreed("done", said("p1", US, "done"), said("p2", THEM, "done")),
        agreed("duty", nature="standing"),
        agreed("goes on", said("p3", US, "under_way")),
        agreed("waits", said("p4", US, "waiting")),
        agreed("nobody"),
    ]
    book = review_book(material(*rows), "en")
    firsts = [said_in(book, f"agenda/{part}/all") for part in ("clear", "way", "report", "sign")]
    assert [[line.split(" (")[0] for line in part or []] for part in firsts] == [["waits"], ["goes on"], ["nobody"], []]
    assert said_in(book, "agenda/standing") == ["1 standing duty goes on and is not listed."]
    assert said_in(book, "agenda/count") == ["3 points."]


def test_book_says_what_is_not_held():
    erased, withheld = ({**agreed(name), "body": name} for name in ("erased", "withheld"))
    gone = {**said("p1", US, "done"), "body": "erased", "fields": {"owner": [US]}}
    kept = agreed("ferry", others=[gone], title=[wording("vi", "Phà")])
    lines = said_in(review_book(material(erased, withheld, kept), "en"), "unknown/all")
    assert lines == [
        "It says what was recorded here on 22 Nov 2026; what is new counts since 1 Jan 2026.",
        "Of 1 agreed item the words have been erased; nothing is said of it.",
        "Of 1 agreed item the words have not been received here; nothing is said of it.",
        "What 1 entry says on how these items stand is not held here.",
        "Of 5 reports read, 2 were read in part only.",
        "No owner's word on any of these agreed items is held here.",
        "1 agreed item has no wording in this language and stands in the one it has.",
    ]


@pytest.mark.parametrize(("lang", "first"), [("vi", THEM), ("zh-Hans", US)])
def test_each_language_names_the_side_of_its_country_first(lang, first):
    book = review_book(material(agreed("ferry"), isos={THEM: "VN-01", US: "CN-01"}), lang)
    who = said_in(book, "agreed/none/table")[0][1]
    assert who.startswith(first.title())


def test_order_of_sides_alternates_in_english():
    items = [agreed(f"item {number}") for number in range(20)]
    table = said_in(review_book(material(*items, isos={THEM: "VN-01", US: "CN-01"}), "en"), "agreed/none/table")
    assert {row[1] for row in table} == {"Us, Them", "Them, Us"}


def test_words_of_a_person_stand_where_their_facts_are_the_same():
    item = agreed("ferry", said("p1", THEM, "done", on="2026-05-01"), owners=[THEM])
    book = review_book(material(item), "en")
    key = f"thanks/ferry/{THEM}"
    edits = Edits("f", "paper", {(key, "en"): Edit(("Thank you.",), book.digests[key]), (key, "vi"): Edit(("Cảm ơn.",), "x")}, {})
    printed, flags = with_edits(book, edits, keeps_gone=True)
    assert (said_in(replace(book, printed=printed), "thanks/all"), flags) == (["Thank you."], ())
    later = review_book(material(agreed("ferry", said("p9", THEM, "done", on="2026-06-01"), owners=[THEM])), "en")
    assert later.digests[key] == book.digests[key]
    renamed = material(agreed("ferry", said("p1", THEM, "done", on="2026-05-01"), owners=[THEM], title=[wording("en", "Boat")]))
    printed, flags = with_edits(review_book(renamed, "en"), edits, keeps_gone=True)
    assert [(flag.key, flag.why) for flag in flags] == [(key, Why.MOVED)]


def test_days_that_pass_move_no_facts():
    item = agreed("road", said("p1", US, "waiting", on="2026-03-03", waits_for="money"))
    before = material(item)
    after = replace(before, found=tuple(replace(each, facts={**each.facts, "count": 999}) for each in before.found))
    assert review_book(before, "en").digests == review_book(after, "en").digests
