import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.alike import answer_alike
from comity.procedures.correct_draft import correct_draft
from comity.procedures.draft_deeds import Shown, last_deed_on, undo_deed
from comity.procedures.drop_drafts import drop_drafts
from comity.procedures.hand import Hand
from comity.procedures.join_drafts import join_drafts
from comity.procedures.split_draft import cuts_of, split_draft
from comity.record.errors import (
    ComityError,
    DoneSince,
    DraftChanged,
    DraftSettled,
    EntryStays,
    NoCutChosen,
    NoSuchCut,
    NothingToUndo,
    NotJoinable,
    UndoneAlready,
    UnknownDeed,
)
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow

from .conftest import MOMENT

TEXT = (
    "The sides agreed to reopen the ferry before the harvest; to train guards, and to open a second lane. "
    "They thanked the pilots. Trần Cường spoke. 双方商定开放渡口，并修建码头。"
)
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def document(text=TEXT, name="ferry.txt", media="text/plain"):
    raw = text.encode()
    found = {"doc": {"title": name, "lang": "en", "date": "2026-03-03"}}
    return DocumentRow(hashlib.sha256(raw).hexdigest(), name, media, "en", raw, text, found, MOMENT.at, "")


def draft(quote, type_="clause", *, text=TEXT, source=DIGEST, **value):
    start = text.index(quote)
    evidence = [{"quote": quote, "start": start, "end": start + len(quote)}]
    return DraftRow(0, source, type_, value, evidence, "rule", 70, "open", False, "")


FERRY = draft(
    "reopen the ferry before the harvest; to train guards, and to open a second lane", status="agreed", agents=["north"]
)
PILOTS = draft("They thanked the pilots", status="done", agents=["south"])
CHINESE = draft("开放渡口，并修建码头", status="agreed")
PERSON = draft("Trần Cường", "person", name="Trần Cường")
ROWS = (FERRY, PILOTS, CHINESE, PERSON)


@pytest.fixture
def read(home):
    """The home with four drafts, numbered from 1."""
    fill(home)
    return home


def fill(home):
    with home.write(entering=False) as writing:
        writing.put_document(document())
        writing.add_drafts(ROWS)


def every(home):
    with home.read() as reading:
        return reading.drafts()


def row(home, number):
    with home.read() as reading:
        return reading.draft(number)


def quotes(home, *numbers):
    return [[part["quote"] for part in row(home, number).evidence] for number in numbers]


def test_parts_rest_on_parts_of_the_words(read):
    made = split_draft(read, 1, [cut.at for cut in cuts_of(row(read, 1)) if cut.mark == "semicolon"], moment=MOMENT)
    assert quotes(read, *made) == [["reopen the ferry before the harvest"], ["to train guards, and to open a second lane"]]
    for number in made:
        (part,) = row(read, number).evidence
        assert TEXT[part["start"] : part["end"]] == part["quote"]
    parts = [row(read, number) for number in made]
    assert [(part.value, part.state, part.corrected, part.rule) for part in parts] == [
        (FERRY.value, "open", True, "rule + split by hand")
    ] * 2
    assert row(read, 1).state == "split"


def test_draft_is_split_into_several_at_typed_words(read):
    made = split_draft(read, 1, ["to open a", "to  train"], moment=MOMENT)
    assert quotes(read, *made) == [["reopen the ferry before the harvest"], ["to train guards, and"], ["to open a second lane"]]


def test_cuts_are_offered_where_statements_end(read):
    assert [(cut.mark, cut.after) for cut in cuts_of(row(read, 1))] == [
        ("semicolon", "to train guards, and to open a second lane"),
        ("comma", "and to open a second lane"),
    ]
    assert [(cut.mark, cut.before, cut.after) for cut in cuts_of(row(read, 3))] == [("comma", "开放渡口", "并修建码头")]


def test_wording_typed_for_the_whole_is_not_that_of_a_part(read):
    correct_draft(read, 1, {"text": "everything"}, moment=MOMENT)
    made = split_draft(read, 1, ["to train"], moment=MOMENT)
    assert ["text" in row(read, number).value for number in made] == [False, False]


@pytest.mark.parametrize("cut", [0, 10**8, TEXT.index("reopen"), "reopen", "nowhere", "o", "", TEXT.index("; to train")])
def test_place_that_leaves_no_words_on_a_side_is_no_cut(read, cut):
    before = every(read)
    if cut == TEXT.index("; to train"):
        made = split_draft(read, 1, [cut], moment=MOMENT)
        assert quotes(read, *made)[1] == ["to train guards, and to open a second lane"]
        return
    with pytest.raises(NoSuchCut):
        split_draft(read, 1, [cut], moment=MOMENT)
    assert every(read) == before


def test_no_place_given_is_said(read):
    with pytest.raises(NoCutChosen):
        split_draft(read, 1, [], moment=MOMENT)


def test_no_cut_falls_inside_markup(home):
    text = '<p>双方商定<a href="a, b; c">开放渡口</a>，并修建&nbsp;码头。</p>'
    page = document(text, "page.html", "text/html")
    with home.write(entering=False) as writing:
        writing.put_document(page)
        writing.add_drafts([draft(text[3:-4], text=text, source=page.digest)])
    inside = text.index("b; c")
    with pytest.raises(NoSuchCut):
        split_draft(home, 1, [inside], moment=MOMENT)
    assert [cut.at for cut in cuts_of(row(home, 1))] == [text.index("并")]


def test_joined_draft_keeps_all_words_and_puts_lists_together(read):
    made = join_drafts(read, [2, 1], moment=MOMENT)
    joined = row(read, made)
    assert [part["quote"] for part in joined.evidence] == [FERRY.evidence[0]["quote"], "They thanked the pilots"]
    assert (joined.value, joined.rule) == ({"status": "agreed", "agents": ["north", "south"]}, "rule + joined by hand")
    assert [row(read, number).state for number in (1, 2)] == ["joined", "joined"]


def test_wording_typed_by_hand_is_joined_too(read):
    correct_draft(read, 2, {"text": "thanks"}, moment=MOMENT)
    assert row(read, join_drafts(read, [1, 2], moment=MOMENT)).value["text"] == f"{FERRY.evidence[0]['quote']} thanks"


@pytest.mark.parametrize("numbers", [[], [1], [1, 1], [1, 4]])
def test_what_is_not_of_one_kind_is_not_joined(read, numbers):
    before = every(read)
    with pytest.raises(NotJoinable):
        join_drafts(read, numbers, moment=MOMENT)
    assert every(read) == before


def test_join_of_a_split_gives_the_words_back(read):
    made = split_draft(read, 1, ["to train"], moment=MOMENT)
    joined = row(read, join_drafts(read, made, moment=MOMENT))
    assert " ".join(part["quote"] for part in joined.evidence) == FERRY.evidence[0]["quote"].replace(";", "")


def test_undo_puts_back_exactly_what_was(read):
    before = every(read)
    drop_drafts(read, [1, 2], moment=MOMENT)
    correct_draft(read, 3, {"status": "proposed"}, moment=MOMENT)
    assert (undo_deed(read, moment=MOMENT).what, undo_deed(read, moment=MOMENT).what) == ("correct", "drop")
    assert every(read) == before
    with pytest.raises(NothingToUndo):
        undo_deed(read, moment=MOMENT)


def test_earlier_deed_is_undone_where_nothing_came_after_it(read):
    drop_drafts(read, [1], moment=MOMENT)
    drop_drafts(read, [2], moment=MOMENT)
    undo_deed(read, 1, moment=MOMENT)
    assert [row(read, number).state for number in (1, 2)] == ["open", "dropped"]
    with pytest.raises(UndoneAlready):
        undo_deed(read, 1, moment=MOMENT)
    with pytest.raises(UnknownDeed):
        undo_deed(read, 99, moment=MOMENT)


def test_deed_is_not_undone_under_a_later_one(read):
    split_draft(read, 1, ["to train"], moment=MOMENT)
    drop_drafts(read, [5], moment=MOMENT)
    before = every(read)
    with pytest.raises(DoneSince):
        undo_deed(read, 1, moment=MOMENT)
    assert every(read) == before


def test_what_was_entered_stays(read):
    split_draft(read, 1, ["to train"], moment=MOMENT)
    accept_drafts(read, [5], moment=MOMENT)
    before = every(read)
    for deed in (None, 1):
        with pytest.raises(EntryStays):
            undo_deed(read, deed, moment=MOMENT)
    assert every(read) == before


def test_second_page_on_one_draft_does_nothing(read):
    with read.read() as reading:
        seen = last_deed_on(reading, 1)
    correct_draft(read, Shown(1, seen), {"status": "proposed"}, moment=MOMENT)
    before = every(read)
    for late in (drop_drafts, accept_drafts):
        with pytest.raises(DraftChanged):
            late(read, [Shown(1, seen)], moment=MOMENT)
    with pytest.raises(DraftChanged):
        split_draft(read, Shown(1, seen), ["to train"], moment=MOMENT)
    drop_drafts(read, [1], moment=MOMENT)
    with pytest.raises(DraftSettled):
        join_drafts(read, [1, 2], moment=MOMENT)
    undo_deed(read, moment=MOMENT)
    assert every(read) == before


DEEDS = st.lists(
    st.tuples(st.sampled_from(["drop", "correct", "split", "join", "same", "undo"]), st.integers(1, 12), st.integers(1, 12)),
    max_size=8,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_any_deeds_followed_by_undoing_all_give_the_first_drafts(tmp_path_factory, deeds):
    folder = tmp_path_factory.mktemp("home")
    home = Home.create(folder / "home", state_dir=folder / "state")
    fill(home)
    before = every(home)
    done = sum(_do(home, *deed) for deed in deeds)
    while _try(lambda: undo_deed(home, moment=MOMENT)):
        done += 1
    assert (every(home), done >= 0) == (before, True)
    with home.read() as reading:
        assert [deed for deed in reading.deeds() if not deed.undone] == []
    home.close()


def _do(home, what, number, other):
    quoted = [cut.at for each in every(home) if each.number == number for cut in cuts_of(each)]
    return bool(
        _try(
            {
                "drop": lambda: drop_drafts(home, [number], moment=MOMENT),
                "correct": lambda: correct_draft(home, number, {"status": f"s{other}"}, moment=MOMENT),
                "split": lambda: split_draft(home, number, quoted[:other], moment=MOMENT),
                "join": lambda: join_drafts(home, [number, other], moment=MOMENT),
                "same": lambda: answer_alike(home, number, str(other), same=other % 2 == 0, by=Hand("", MOMENT)),
                "undo": lambda: undo_deed(home, moment=MOMENT),
            }[what]
        )
    )


def _try(deed):
    try:
        return deed() or True
    except ComityError:
        return False


def test_home_of_an_earlier_format_is_brought_up_and_keeps_its_drafts(read, tmp_path):
    import sqlite3

    before = every(read)
    read.close()
    with sqlite3.connect(read.path / "record.sqlite") as db:
        for table in ("deed_part", "deed", "likeness", "draft_key"):
            db.execute(f"DROP TABLE {table}")
        for index in ("draft_by_doubt", "draft_by_type", "draft_of_source"):
            db.execute(f"DROP INDEX {index}")
        db.execute("PRAGMA user_version = 1")
    db.close()
    opened = Home.open(read.path, state_dir=tmp_path / "state")
    assert every(opened) == before
    drop_drafts(opened, [1], moment=MOMENT)
    undo_deed(opened, moment=MOMENT)
    assert every(opened) == before
    opened.close()


def test_evidence_of_several_passages_is_cut_between_them(read):
    both = replace(FERRY, evidence=[*PILOTS.evidence, *FERRY.evidence])
    with read.write(entering=False) as writing:
        (number,) = writing.add_drafts([both])
    places = [cut.at for cut in cuts_of(row(read, number)) if cut.mark == "quotation"]
    made = split_draft(read, number, places, moment=MOMENT)
    assert quotes(read, *made) == [[FERRY.evidence[0]["quote"]], ["They thanked the pilots"]]
