"""Codes: what stands under one, for the home and for anybody, read out of a bundle that proves it."""

import pytest

from comity.exchange.bundle import open_bundle
from comity.procedures.check_bundle import Acquaintance, check_bundle, checked_values
from comity.procedures.check_code import OWN, PUBLIC, answer_values, check_code, public_answers
from comity.procedures.check_codes import codes_held
from comity.procedures.check_file import check_file
from comity.procedures.check_words import check_words
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.record import canonical
from comity.record.code import code_of
from comity.record.errors import (
    BadProof,
    BundleDoesNotHold,
    CodeMistyped,
    NothingToCheck,
    NothingToShow,
    ProvenEntryElsewhere,
)

from .letter_home import MOMENT, SECRETS, THIRD_WORDS, letter_given, writing_office
from .made_letters import page_saying

WORDING = {"vi": "Mở thêm hai lối thông quan", "zh-Hans": "新开两条通关通道"}


@pytest.fixture
def office(tmp_path):
    return writing_office(tmp_path / "writer", with_book=True)


def signed(office, *, label="clear"):
    """An item and its text, signed by both; (item, text)."""
    item = office.act("item", {"title": WORDING, "parties": ["self", "van-khe"], "label": label})
    text = office.act("text", {"item": item, "clauses": WORDING, "open_until": "2099-12-31", "label": label})
    for party in ("thanh-lac", "van-khe"):
        enter_act(office.home, "signature", {"text": text, "label": label}, by=Hand(party, MOMENT))
    return item, text


def found(office, entry, readers=PUBLIC):
    with office.home.read() as reading:
        return check_code(reading, code_of(entry), readers=readers)


def test_text_in_force_is_told_with_signatories_and_since_when(office):
    item, text = signed(office)
    for entry in (item, text):
        checked = found(office, entry).checked
        words = check_words(checked, "vi", on="2026-11-28")
        assert words.texts == (WORDING["vi"],)
        assert [what for what, _ in words.facts if what in ("Ký thay mặt", "Có hiệu lực từ")] == ["Ký thay mặt"] * 2 + [
            "Có hiệu lực từ"
        ]
        assert dict(words.facts)["Tình trạng"] == "có hiệu lực"
        assert {party for party, _ in checked.signed} == {book.party for book in checked.books}
        assert checked.since == MOMENT.at


def test_answer_is_the_same_read_out_of_its_bundle_elsewhere(office):
    _, text = signed(office)
    answer = found(office, text)
    values = answer_values(answer)
    assert checked_values(check_bundle(open_bundle(answer.inside))) == {k: v for k, v in values.items() if k != "bundle"}
    assert {book.acquaintance for book in answer.checked.books} == {Acquaintance.KNOWN}
    assert {book.acquaintance for book in found(office, text, OWN).checked.books} == {Acquaintance.OWN}
    assert canonical.encode(values["bundle"]) == answer.inside


def test_text_that_one_side_signed_is_not_in_force(office):
    item = office.act("item", {"title": WORDING, "parties": ["self", "van-khe"], "label": "clear"})
    text = office.act("text", {"item": item, "clauses": WORDING, "open_until": "2099-12-31", "label": "clear"})
    office.act("signature", {"text": text, "label": "clear"})
    checked = found(office, text).checked
    assert (len(checked.signed), checked.since, checked.agreement["in_force"]) == (1, "", "")


def test_agreement_that_may_not_be_told_is_not_told(office):
    item, text = signed(office, label="green")
    with pytest.raises(NothingToShow):
        found(office, text)
    assert len(found(office, text, OWN).checked.signed) == 2
    assert item


def test_unknown_and_secret_codes_get_the_same_answer(office):
    secret = office.act("proposal", {"title": THIRD_WORDS, "label": "amber"})
    unknown = "ab" * 32
    said = []
    for entry in (secret, unknown):
        with pytest.raises(NothingToShow) as refused:
            found(office, entry)
        said.append(str(refused.value).replace(code_of(entry), "CODE"))
    assert said[0] == said[1]
    assert found(office, secret, OWN).checked.id == secret


def test_mistyped_code_is_said_to_be_one(office):
    code = code_of(office.act("proposal", {"title": WORDING, "label": "clear"}))
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    for typed in (wrong, "", "x", code[:10], "ñ" * 16):
        with office.home.read() as reading, pytest.raises(CodeMistyped):
            check_code(reading, typed, readers=PUBLIC)
    with office.home.read() as reading:
        assert check_code(reading, code.lower().replace("-", " "), readers=PUBLIC).checked.code == code


def test_erased_body_is_said_to_be_erased(office):
    entry = office.act("proposal", {"title": WORDING, "label": "clear"}, short="gone")
    erase_body(office.home, entry, by=Hand("thanh-lac", MOMENT), why="asked for")
    answer = found(office, entry)
    assert answer.checked.row["body"] == "erased"
    words = check_words(answer.checked, "en", on="2026-11-28")
    assert "Its words were erased by the party in whose book it stands; that it stood there still holds." in words.holds
    assert WORDING["vi"].encode() not in answer.inside


def test_statement_has_a_code_too(office):
    entry = office.act("proposal", {"title": WORDING, "label": "clear"})
    told = office.act("correction", {"thing": entry, "changes": {"speaker": "Lâm An Hòa"}})
    assert found(office, told).checked.row["kind"] == "correction"
    hidden = office.act("proposal", {"title": THIRD_WORDS, "label": "amber"})
    narrow = office.act("correction", {"thing": hidden, "changes": {"speaker": "A"}})
    with pytest.raises(NothingToShow):
        found(office, narrow)


def test_public_answers_hold_nothing_that_is_not_public(office):
    public = office.act("proposal", {"title": WORDING, "label": "clear"})
    office.act("proposal", {"title": THIRD_WORDS, "label": "amber"}, short="secret-short-name")
    office.act("letter", letter_given(about=[public]))
    signed(office, label="green")
    with office.home.read() as reading:
        things = [str(thing["id"]) for kind in reading.counts_by_kind() for thing in reading.things(kind)]
        answers = dict(public_answers(reading, things))
    charters = {code for code, each in answers.items() if each["kind"] == "charter"}
    assert answers.keys() - charters == {code_of(public)}
    assert [secret for secret in SECRETS if secret in str(answers)] == []
    for code, each in answers.items():
        assert check_bundle(open_bundle(canonical.encode(each["bundle"]))).code == code


def test_book_with_a_changed_key_is_still_proved(office):
    entry = office.act("proposal", {"title": WORDING, "label": "clear"})
    with office.home.read() as reading:
        book = next(iter(reading.books()))
        old = reading.act(book.party).entry.envelope.bind["book_key"]
    new = office.home.keys.new().public_key().public_bytes_raw().hex()
    office.act("key_change", {"what": "book", "old": old, "new": new})
    assert found(office, entry).checked.id == entry


def test_files_are_told_apart(office, tmp_path):
    entry = office.act("proposal", {"title": WORDING, "label": "clear"}, short="p")
    hidden = office.act("proposal", {"title": THIRD_WORDS, "label": "amber"})
    inside = found(office, entry).inside
    with office.home.read() as reading:
        proof = reading.proof(entry).encode()

        def check(raw, name="file", reading=reading):
            return check_file(raw, name=name, reading=reading, readers=PUBLIC)

        assert check(inside).checked.id == entry
        assert check(inside, reading=None).checked.id == entry
        assert check(proof).checked.id == entry
        with pytest.raises(ProvenEntryElsewhere):
            check(proof, reading=None)
        with pytest.raises(BadProof):
            check(_other_proof(proof))
        with pytest.raises(BundleDoesNotHold):
            check(inside.replace(b"notes", b"")[:-1])
        paper = page_saying("Báo cáo rà soát", f"Một nội dung {code_of(entry)}", f"Nội dung khác {code_of(hidden)}")
        codes = check(paper, "review.pdf").codes
        assert codes == (code_of(entry), code_of(hidden))
        lines = codes_held(reading, codes, "vi", readers=PUBLIC)
        assert [(line.id, bool(line.words)) for line in lines] == [(entry, True), ("", False)]
        assert [bool(line.id) for line in codes_held(reading, codes, "vi")] == [True, True]
        with pytest.raises(NothingToCheck):
            check(page_saying("Một trang không có mã nào"), "page.pdf")
        with pytest.raises(NothingToCheck):
            check("Một văn bản không có mã nào".encode(), "page.txt")


def _other_proof(proof):
    """A proof with one of its hashes changed."""
    lines = proof.decode().split("\n")
    lines[2] = "A" * 43 + "="
    return "\n".join(lines).encode()
