import hashlib

import pytest

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.alike import answer_alike, likenesses
from comity.procedures.draft_deeds import undo_deed
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import name_party
from comity.record.errors import EntryStays, NotComparable, PartiesStayApart, UnknownDraft, UnknownThing
from comity.store.reading import DocumentRow, DraftRow

from .conftest import MOMENT

TITLES = {"secretary": "Bí thư Tỉnh ủy", "书记": "省委书记", "deputy": "Phó Bí thư"}


def keep(home, name, rows, date="2026-03-03"):
    """A document of that name in which the rows, (type, quote, value), were read; the numbers of the drafts."""
    text = "\n".join(quote for _type, quote, _value in rows) + f"\n{name}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = {"doc": {"title": name, "lang": "vi", "date": date}}
    drafts = []
    for type_, quote, value in rows:
        start = text.index(quote)
        evidence = [{"quote": quote, "start": start, "end": start + len(quote)}]
        drafts.append(DraftRow(0, digest, type_, value, evidence, "rule", 80, "open", False, ""))
    from comity.procedures.draft_keys import keep_all_keys

    with home.write(entering=False) as writing:
        writing.put_document(DocumentRow(digest, name, "text/plain", "vi", text.encode(), text, found, MOMENT.at, ""))
        numbers = writing.add_drafts(drafts)
        keep_all_keys(writing)
    return numbers


def person(name, party="north", title=""):
    titles = [{"quote": TITLES[title], "start": 0, "end": 1}] if title else []
    return ("person", name, {"name": name, "party": party, "titles": titles})


def party(name, code):
    return ("party", name, {"name": name, "code": code})


def session(quote, **value):
    return ("session", quote, {"mechanism": "spring-meeting", **value})


def asked(home, number):
    with home.read() as reading:
        return [
            (like.draft.number if like.draft else like.entry, like.why) for like in likenesses(reading, reading.draft(number))
        ]


def entry_of(home, number):
    with home.read() as reading:
        return reading.draft(number).entry


def fields_of(home, entry):
    with home.read() as reading:
        return reading.thing(entry)["fields"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("Trần Cường"), person("Tran Cuong"), []),
        (person("Trần Cường"), person("Tran Cuong", "south"), ["name"]),
        (person("Trần Cường"), person("Cường Trần"), ["name"]),
        (person("Mạc Thu Sơn"), person("Mac Thu Song"), ["name"]),
        (person("Mạc Thu Sơn"), person("Mạc Thị Lan"), []),
        (person("Lưu Ninh", title="secretary"), person("刘宁", title="书记"), []),
        (person("Lưu Ninh"), person("刘宁", "south"), ["reading"]),
        (person("Luu Ninh"), person("Liu Ning", "south"), ["reading"]),
        (person("Mạc Thu Sơn"), person("刘宁"), []),
        (person("Li Kien"), person("李建"), ["mixed"]),
        (person("李健"), person("李坚"), ["sound"]),
        (person("Trần Cường"), person("陈刚"), ["marks"]),
        (person("Mạc Thu Sơn", title="secretary"), person("刘宁", title="书记"), ["post"]),
        (person("Mạc Thu Sơn", title="deputy"), person("刘宁", title="书记"), []),
        (person("Mạc Thu Sơn", title="secretary"), person("刘宁", "south", title="书记"), []),
        (party("Thanh Lạc", "a"), party("青乐省", "b"), ["reading"]),
        (person("Lưu Ninh", title="secretary"), person("Trần Văn Bảy", title="secretary"), []),
        (party("Tỉnh Thanh Lạc", "a"), party("Thanh Lạc", "b"), ["name"]),
        (party("Quảng Ninh", "VN-13"), party("Quang Ninh", "VN-14"), []),
        (session("one", date="2026-03-03", edition=3), session("two", date="2026-03-03", edition=4), ["day"]),
        (session("one", date="2026-03-03", edition=3), session("two", year=2026), ["sitting"]),
        (session("one", date="2026-03-03", edition=3), session("two", edition=3), []),
        (session("one", date="2026-03-03"), session("two", date="2025-03-03", edition=2), []),
        (session("Trần Cường", date="2026-03-03"), person("Trần Cường"), []),
    ],
)
def test_what_is_near_but_not_certain_is_asked(home, one, other, why):
    (first,) = keep(home, "a.txt", [one])
    (second,) = keep(home, "b.txt", [other], date="2026-06-01")
    assert [asked(home, number) for number in (first, second)] == [
        [(second, each) for each in why],
        [(first, each) for each in why],
    ]


def test_post_is_held_by_another_years_later(home):
    (first,) = keep(home, "a.txt", [person("Mạc Thu Sơn", title="secretary")])
    keep(home, "b.txt", [person("刘宁", title="书记")], date="2028-01-01")
    assert asked(home, first) == []


def test_same_person_is_referred_to_when_accepted(home):
    first, second = keep(home, "a.txt", [person("Trần Cường"), person("Cường Trần")])
    answer_alike(home, first, str(second), same=True, by=Hand("", MOMENT))
    accept_drafts(home, [first], moment=MOMENT)
    (done,) = accept_drafts(home, [second], moment=MOMENT)
    assert (entry_of(home, second), fields_of(home, done.reading)["about"]) == (entry_of(home, first), [entry_of(home, first)])


def test_person_read_in_another_language_is_referred_to(home):
    first, second, third = keep(home, "a.txt", [person("刘宁"), person("Lưu Ninh"), person("Liu Ning", "south")])
    for number in (first, second, third):
        accept_drafts(home, [number], moment=MOMENT)
    assert (entry_of(home, second) == entry_of(home, first), entry_of(home, third) == entry_of(home, first)) == (True, False)


def test_person_whom_two_may_be_is_referred_to_neither(home):
    *known, asked_for = keep(home, "a.txt", [person("李健"), person("李坚"), person("Li Jian")])
    for number in (*known, asked_for):
        accept_drafts(home, [number], moment=MOMENT)
    assert len({entry_of(home, number) for number in (*known, asked_for)}) == 3


def test_person_who_was_called_another_is_not_referred_to(home):
    first, second = keep(home, "a.txt", [person("刘宁"), person("Lưu Ninh")])
    accept_drafts(home, [first], moment=MOMENT)
    answer_alike(home, second, str(first), same=False, by=Hand("", MOMENT))
    accept_drafts(home, [second], moment=MOMENT)
    assert entry_of(home, second) != entry_of(home, first)


@pytest.mark.parametrize(
    ("names", "is_known"),
    [
        (["Bản Trà", "Qingxi"], True),
        (["Thanh Khê", "Ban Tra"], True),
        (["Bản Trà", "清溪"], True),
        (["Bản Trà", "Qinghe"], False),
        (["Bản Trà"], False),
    ],
)
def test_border_gates_in_the_register_are_referred_to_in_any_language(home, names, is_known):
    pair = {"title": {"vi": "Cặp cửa khẩu Bản Trà"}, "first_name": {"vi": "Bản Trà"}, "second_name": {"zh-Hans": "清溪"}}
    gate = enter_act(home, "gate", pair, by=Hand("north", MOMENT))
    (number,) = keep(home, "a.txt", [("gate", "gates", {"names": names})])
    accept_drafts(home, [number], moment=MOMENT)
    assert (entry_of(home, number) == gate) is is_known


def test_holder_of_a_post_is_asked_about_by_a_name_in_another_language(home):
    holding = {"party": "self", "post": {"vi": "Bí thư"}, "holder": "刘宁"}
    held = enter_act(home, "post_holding", holding, by=Hand("north", MOMENT))
    (number,) = keep(home, "a.txt", [person("Lưu Ninh")])
    assert asked(home, number) == [(held, "reading")]


def test_same_party_is_described_once_and_its_code_means_it_everywhere(home):
    first, second = keep(home, "a.txt", [party("Tỉnh Thanh Lạc", "thanh-lac"), party("Thanh Lạc", "tl")])
    (clause,) = keep(home, "b.txt", [("clause", "họ thống nhất", {"status": "agreed", "agents": ["tl"]})])
    answer_alike(home, second, str(first), same=True, by=Hand("", MOMENT))
    accept_drafts(home, [first, second], moment=MOMENT)
    (done,) = accept_drafts(home, [clause], moment=MOMENT)
    with home.read() as reading:
        (described,) = reading.things("party")
    assert (entry_of(home, second), fields_of(home, done.entry)["owners"]) == (described["id"], [described["id"]])


def test_same_session_is_opened_once(home):
    (first,) = keep(home, "a.txt", [session("one", date="2026-03-03", edition=3)])
    (second,) = keep(home, "b.txt", [session("two", year=2026)])
    answer_alike(home, second, str(first), same=True, by=Hand("", MOMENT))
    accept_drafts(home, [second], moment=MOMENT)
    accept_drafts(home, [first], moment=MOMENT)
    with home.read() as reading:
        assert len(reading.things("session")) == 1


def test_answer_holds_for_later_documents(home):
    first, second = keep(home, "a.txt", [person("Trần Cường"), person("Cường Trần")])
    answer_alike(home, first, str(second), same=False, by=Hand("", MOMENT))
    (third,) = keep(home, "b.txt", [person("Cường Trần")])
    assert [asked(home, number) for number in (first, second, third)] == [[], [], []]


def test_undone_answer_is_asked_again(home):
    first, second = keep(home, "a.txt", [person("Trần Cường"), person("Cường Trần")])
    answer_alike(home, first, str(second), same=False, by=Hand("", MOMENT))
    answer_alike(home, second, str(first), same=True, by=Hand("", MOMENT))
    undo_deed(home, moment=MOMENT)
    assert asked(home, first) == []
    undo_deed(home, moment=MOMENT)
    assert asked(home, first) == [(second, "name")]


def test_party_in_the_register_is_asked_about(home):
    known = name_party(home, "tl-old", {"name": {"vi": "Tỉnh Thanh Lạc"}}, moment=MOMENT)
    (number,) = keep(home, "a.txt", [party("Thanh Lạc", "thanh-lac")])
    assert asked(home, number) == [(known, "thing")]
    answer_alike(home, number, "tl-old", same=True, by=Hand("", MOMENT))
    accept_drafts(home, [number], moment=MOMENT)
    assert (entry_of(home, number), asked(home, number)) == (known, [])


def test_holder_of_a_post_is_asked_about_and_referred_to(home):
    held = enter_act(
        home, "post_holding", {"party": "self", "post": {"vi": "Bí thư"}, "holder": "Trần Cường"}, by=Hand("north", MOMENT)
    )
    (number,) = keep(home, "a.txt", [person("Tran Cuong")])
    assert asked(home, number) == [(held, "thing")]
    answer_alike(home, number, held, same=True, by=Hand("", MOMENT))
    (done,) = accept_drafts(home, [number], moment=MOMENT)
    assert fields_of(home, done.reading)["about"] == [held]


def test_two_entries_are_merged_in_the_book(home):
    (first,) = keep(home, "a.txt", [session("one", date="2026-03-03", edition=3)])
    (second,) = keep(home, "b.txt", [session("two", year=2026)])
    accept_drafts(home, [first, second], moment=MOMENT)
    assert asked(home, first) == [(second, "sitting")]
    merge = answer_alike(home, first, str(second), same=True, by=Hand("", MOMENT))
    with home.read() as reading:
        act = reading.act(merge)
        named = sorted(ref.id for ref in act.entry.envelope.refs)
    assert answer_alike(home, first, str(second), same=True, by=Hand("", MOMENT)) == merge
    assert (act.entry.envelope.kind, named) == ("merge", sorted([entry_of(home, first), entry_of(home, second)]))
    assert (asked(home, first), asked(home, second)) == ([], [])
    with pytest.raises(EntryStays):
        undo_deed(home, moment=MOMENT)


def test_two_parties_in_the_book_stay_two(home):
    first, second = keep(home, "a.txt", [party("Tỉnh Thanh Lạc", "thanh-lac"), party("Thanh Lạc", "tl")])
    accept_drafts(home, [first, second], moment=MOMENT)
    with pytest.raises(PartiesStayApart):
        answer_alike(home, first, str(second), same=True, by=Hand("", MOMENT))
    assert answer_alike(home, first, str(second), same=False, by=Hand("", MOMENT)) is None
    assert asked(home, first) == []


@pytest.mark.parametrize(
    ("other", "refusal"),
    [("1", NotComparable), ("2", NotComparable), ("99", UnknownDraft), ("nobody", UnknownThing), ("north", NotComparable)],
)
def test_what_cannot_be_compared_is_refused(home, other, refusal):
    keep(home, "a.txt", [person("Trần Cường"), session("one", year=2026)])
    with pytest.raises(refusal):
        answer_alike(home, 1, other, same=True, by=Hand("", MOMENT))
    with home.read() as reading:
        assert reading.deeds() == ()


def test_erased_document_leaves_no_name_behind(home):
    first, second = keep(home, "a.txt", [person("Trần Cường"), person("Cường Trần")])
    answer_alike(home, first, str(second), same=True, by=Hand("", MOMENT))
    with home.write(entering=False) as writing:
        writing.erase_document(writing.draft(first).source)
    with home.read() as reading:
        assert (reading.deeds(), reading.likenesses("person:tran cuong|north")) == ((), {})
