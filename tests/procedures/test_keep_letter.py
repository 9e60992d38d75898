"""A letter that is kept: told to us, with the paper it came in, once, and never as the other's book."""

import dataclasses

import pytest

from comity.procedures.check_bundle import Acquaintance
from comity.procedures.check_words import check_words
from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.gather_letter import LetterAsked, gather_letter
from comity.procedures.hand import Hand
from comity.procedures.keep_letter import held_against, keep_letter
from comity.procedures.open_letter import open_letter
from comity.procedures.write_letter import letter_pdf
from comity.record.errors import TwoHistories
from comity.store.home import Home

from .letter_home import MOMENT, SUBJECT, VAN_KHE, letter_given, office, writing_office


def sent(writer, name="letter", **asked):
    """The letter as its receiver has opened it."""
    with writer.home.read() as reading:
        letter = gather_letter(reading, LetterAsked(name, **asked))
    return open_letter(letter_pdf(letter, day="2026-11-28"), name="letter.pdf")


@pytest.fixture
def writer(tmp_path):
    made = writing_office(tmp_path / "writer")
    made.act("letter", letter_given(), short="letter")
    return made


@pytest.fixture
def receiver(tmp_path):
    return office(tmp_path / "receiver", "van-khe", VAN_KHE)


def rows(made, kind):
    with made.home.read() as reading:
        return reading.things(kind)


def test_letter_is_kept_as_told_with_its_paper(writer, receiver):
    opened = sent(writer)
    kept = keep_letter(receiver.home, opened, moment=MOMENT)
    (letter,), (source,), (sender,) = (rows(receiver, kind) for kind in ("letter", "source", "party"))
    (own,) = rows(receiver, "charter")
    assert (kept.letter, kept.source, kept.is_new, kept.is_to_us) == (letter["id"], source["id"], True, True)
    assert letter["fields"] == {
        "subject": opened.checked.row["fields"]["subject"],
        "number": "15/CT-TL",
        "kind_of_letter": "letter",
        "dated_on": "2026-03-10",
        "received_on": MOMENT.day,
        "from_party": [sender["id"]],
        "from_post": "Giám đốc Sở Ngoại vụ / 外事办公室主任",
        "to_party": [own["id"]],
        "to_post": "外事办公室主任 / Chủ nhiệm Văn phòng Ngoại vụ",
        "signer": "Lâm An Hòa",
        "asks_for": "answer",
        "answer_due_on": "2026-03-25",
        "evidence": [source["id"]],
    }
    assert (letter["label"], letter["audience"], letter["view"]["awaits_answer"]) == ("amber", [], "yes")
    assert (source["fields"]["digest"], source["fields"]["genre"], source["audience"]) == (opened.digest, "letter", [])
    with receiver.home.attachments.open(opened.digest) as file:
        assert file.read() == opened.raw
    with receiver.home.read() as reading:
        assert [book.own for book in reading.books()] == [True]
        assert reading.attachments([opened.digest])[opened.digest].state == "held"


def test_letter_is_kept_once(writer, receiver):
    first = keep_letter(receiver.home, sent(writer), moment=MOMENT)
    again = keep_letter(receiver.home, sent(writer, langs=("en",)), moment=MOMENT)
    assert again == dataclasses.replace(first, is_new=False)
    assert len(rows(receiver, "letter")) == 1


def test_second_letter_is_from_the_same_party(writer, receiver):
    writer.act("letter", letter_given(number="16/CT-TL"), short="second")
    for name in ("letter", "second"):
        keep_letter(receiver.home, sent(writer, name), moment=MOMENT)
    (sender,) = rows(receiver, "party")
    assert [letter["fields"]["from_party"] for letter in rows(receiver, "letter")] == [[sender["id"]]] * 2


def test_letter_to_somebody_else_says_so(writer, tmp_path):
    lake = office(tmp_path / "lake", "lake", {"name": {"en": "Lake commission"}})
    kept = keep_letter(lake.home, sent(writer), moment=MOMENT)
    assert not kept.is_to_us
    (letter,) = rows(lake, "letter")
    assert "to_party" not in letter["fields"]


def test_home_without_a_party_keeps_it_in_the_book_of_the_office(writer, tmp_path):
    home = Home.create(tmp_path / "bare", state_dir=tmp_path / "state-bare")
    assert keep_letter(home, sent(writer), moment=MOMENT).is_new


def test_answer_to_our_letter_closes_it(tmp_path):
    """In one home two books; in the other the letter that is answered, by its very id."""
    writer = writing_office(tmp_path / "writer", with_book=True)
    ours = writer.act("letter", letter_given(label="clear"), short="ours")
    given = letter_given(from_party="self", to_party="thanh-lac", answers=[ours], asks_for="informs", number="8/VK")
    del given["answer_due_on"]
    enter_act(writer.home, "letter", given, by=Hand("van-khe", MOMENT), short="answer")
    opened = sent(writer, "answer")
    kept = keep_letter(writer.home, opened, moment=MOMENT)
    with writer.home.read() as reading:
        assert reading.thing(kept.letter)["fields"]["answers"] == [ours]
        assert reading.thing(ours)["view"]["awaits_answer"] == "no"


def test_machine_wording_stays_machine_wording(writer, receiver):
    subject = [{"lang": "vi", "text": "Giờ phà"}, {"lang": "zh-Hans", "text": "渡轮", "standing": "machine"}]
    writer.act("letter", letter_given(subject=subject), short="machine")
    keep_letter(receiver.home, sent(writer, "machine"), moment=MOMENT)
    (letter,) = rows(receiver, "letter")
    assert [part["standing"] for part in letter["fields"]["subject"]] == ["authentic", "machine"]


def acquaintance(made, opened):
    with made.home.read() as reading:
        return [book.acquaintance for book in held_against(reading, opened).books]


def test_book_is_unknown_then_known_from_letters(writer, receiver):
    opened = sent(writer)
    assert acquaintance(receiver, opened) == [Acquaintance.UNKNOWN]
    keep_letter(receiver.home, opened, moment=MOMENT)
    assert acquaintance(receiver, opened) == [Acquaintance.KNOWN]
    assert acquaintance(writer, opened) == [Acquaintance.OWN]


def forked(tmp_path):
    """Two letters of one party at one place of its book, each with its own signed head."""
    from comity.store.backup import back_up, restore

    writer = writing_office(tmp_path / "forked")
    back_up(writer.home, tmp_path / "backup")
    writer.act("letter", letter_given(number="1/A"), short="letter")
    first = sent(writer)
    restore(tmp_path / "backup", tmp_path / "restored", state_dir=tmp_path / "state-restored")
    again = Home.open(tmp_path / "restored", state_dir=tmp_path / "state-restored")
    again.resume()
    later = Moment("2026-11-23T03:04:05Z", "Asia/Ho_Chi_Minh")
    enter_act(again, "letter", letter_given(number="1/B"), by=Hand("thanh-lac", later), short="letter")
    return writer, first, sent(dataclasses.replace(writer, home=again))


def test_two_histories_are_found_and_nothing_is_kept(tmp_path, receiver):
    writer, first, second = forked(tmp_path)
    keep_letter(receiver.home, first, moment=MOMENT)
    assert acquaintance(receiver, second) == [Acquaintance.TWO_HISTORIES]
    assert acquaintance(writer, second) == [Acquaintance.TWO_HISTORIES]
    with receiver.home.read() as reading:
        before = [book.root for book in reading.books()]
    with pytest.raises(TwoHistories):
        keep_letter(receiver.home, second, moment=MOMENT)
    with receiver.home.read() as reading:
        assert [book.root for book in reading.books()] == before
    assert receiver.home.attachments.digests() == [first.digest]


def test_subject_of_a_clear_letter_stays_clear(writer, receiver):
    writer.act("letter", letter_given(label="clear", subject=SUBJECT), short="clear")
    keep_letter(receiver.home, sent(writer, "clear"), moment=MOMENT)
    assert [letter["label"] for letter in rows(receiver, "letter")] == ["clear"]


def test_somebody_else_under_a_known_name_is_told_and_not_taken_for_it(writer, receiver, tmp_path):
    keep_letter(receiver.home, sent(writer), moment=MOMENT)
    impostor = writing_office(tmp_path / "impostor")
    impostor.act("letter", letter_given(number="66/CT-TL"), short="letter")
    opened = sent(impostor)
    assert acquaintance(receiver, opened) == [Acquaintance.NAMESAKE]
    with receiver.home.read() as reading:
        words = check_words(held_against(reading, opened), "en", on=MOMENT.day)
    assert words.wrong == (
        "A party called Thanh Lac province is known here by another charter: ask it by telephone before you believe this.",
    )
    keep_letter(receiver.home, opened, moment=MOMENT)
    assert len({tuple(letter["fields"]["from_party"]) for letter in rows(receiver, "letter")}) == 2


def test_our_own_name_in_somebody_elses_book_is_told(receiver, tmp_path):
    mirror = office(tmp_path / "mirror", "van-khe", VAN_KHE)
    mirror.act("party", {"name": {"en": "A lake commission"}}, short="lake")
    mirror.act("letter", letter_given(to_party="lake"), short="letter")
    assert acquaintance(receiver, sent(mirror)) == [Acquaintance.NAMESAKE]
