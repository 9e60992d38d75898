"""Letters that were sent: what is whole opens, and whatever was done to one is said in one sentence."""

import io
from itertools import count

import pypdf
import pytest

from comity.procedures.gather_letter import LetterAsked, gather_letter
from comity.procedures.open_file import open_file
from comity.procedures.open_letter import codes_in, load_file, open_letter
from comity.procedures.write_letter import edited_letter, letter_pdf
from comity.record.code import code_of
from comity.record.errors import (
    BrokenDocument,
    BundleDoesNotHold,
    ComityError,
    DocumentTooLarge,
    HeadSaidByEntry,
    LockedDocument,
    NoCodePrinted,
    NotALetter,
    NothingInside,
    NotWhatIsPrinted,
    PagesSayOtherwise,
    SecretMark,
    WordsLeaveOut,
)
from comity.review.edits import Edit, Edits, of_letter

from .letter_home import SUBJECT, letter_given, writing_office
from .made_letters import bomb_inside, locked, page_saying, twice_inside, with_another_inside, without_inside

DAY = "2026-11-28"


def made(office, name, **asked):
    """A letter and its PDF."""
    with office.home.read() as reading:
        letter = gather_letter(reading, LetterAsked(name, **asked))
    return letter, letter_pdf(letter, day=DAY)


def edited(office, name, *, heads=None, **words):
    """A letter in a clerk's words."""
    with office.home.read() as reading:
        letter = gather_letter(reading, LetterAsked(name))
    changes = {(key, lang): Edit((text,), "") for key, by_lang in words.items() for lang, text in by_lang.items()}
    edits = Edits("edits.toml", of_letter(str(letter.parts.row["id"])), changes, heads or {})
    return letter_pdf(letter, day=DAY, printed=edited_letter(letter, edits)[0])


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made_here = writing_office(tmp_path_factory.mktemp("writing") / "writer")
    made_here.act("letter", letter_given(), short="letter")
    made_here.act("letter", letter_given(number="99/CT-TL"), short="other")
    made_here.act("proposal", {"title": SUBJECT, "label": "clear"}, short="proposal")
    return made_here


@pytest.fixture(scope="module")
def letter(office):
    return made(office, "letter")


def test_letter_opens_in_every_language_it_is_written_in(office):
    for langs in (("vi",), ("zh-Hans",), ("en",), ("vi", "zh-Hans", "en")):
        sent, raw = made(office, "letter", langs=langs)
        opened = open_letter(raw, name="letter.pdf")
        assert (opened.checked.id, opened.checked.entries, opened.checked.bodies) == (sent.parts.row["id"], 3, 3)


def test_words_of_a_clerk_make_no_difference(office):
    added = {"place": "Bến Lau", "recipients": ("Sở Công Thương",), "over": "UBND"}
    raw = edited(
        office, "letter", heads={"vi": added}, body={"vi": "Nhân dịp này, xin mời sang thăm."}, opening={"vi": "Kính thưa."}
    )
    opened = open_letter(raw, name="letter.pdf")
    assert opened.checked.row["fields"]["number"] == "15/CT-TL"
    text = open_file(raw, name="letter.pdf").original
    assert [words in text for words in ("Nhân dịp này, xin mời sang thăm.", "Kính thưa.", "- Sở Công Thương;")] == [True] * 3


def test_words_of_a_clerk_that_leave_out_what_the_entry_says_are_refused(office):
    with pytest.raises(WordsLeaveOut) as refused:
        edited(office, "letter", asks={"vi": "Mong sớm nhận được trả lời."})
    assert refused.value.values == {"path": "edits.toml", "field": "answer_due_on", "lang": "vi"}
    for said in ({"number": "16/CT-TL"}, {"signer": "Ai khác"}, {"addressees": ("Ai khác",)}):
        with pytest.raises(HeadSaidByEntry):
            edited(office, "letter", heads={"zh-Hans": said})


def test_long_and_strange_words_open_too(tmp_path):
    office = writing_office(tmp_path / "writer")
    long = "Ủy ban " + "rất dài " * 36
    office.act("party", {"name": {"vi": long.strip()}}, short="long")
    subject = {"vi": "Về việc “giờ phà” ½ — ﬁ 🚢 " + "chợ phiên " * 90, "zh-Hans": "渡轮" * 400}
    office.act("letter", letter_given(to_party="long", subject=subject), short="letter")
    _, raw = made(office, "letter")
    assert open_letter(raw, name="letter.pdf").checked.row["kind"] == "letter"


def test_printed_again_without_its_entries_is_paper(letter):
    with pytest.raises(NothingInside):
        open_letter(without_inside(letter[1]), name="printed.pdf")


def test_entries_of_another_letter_are_refused(office, letter):
    other, _ = made(office, "other")
    with pytest.raises(NotWhatIsPrinted) as refused:
        open_letter(with_another_inside(letter[1], other.inside), name="letter.pdf")
    assert refused.value.values["printed"] == letter[0].parts.code
    assert refused.value.values["inside"] == other.parts.code


def test_entries_that_are_no_letter_are_refused(office, letter):
    from comity.procedures.carried import Carrying

    with office.home.read() as reading:
        carrying = Carrying(reading, (None,))
        proposal = reading.resolve("proposal")
        inside = carrying.pack([proposal], carrying.entries_of(proposal))
    with pytest.raises(NotALetter):
        open_letter(with_another_inside(letter[1], inside), name="letter.pdf")


def test_entries_that_do_not_hold_are_refused(letter):
    changed = letter[0].inside.replace(b"15/CT-TL", b"16/CT-TL")
    for inside in (changed, b"", b"{}", b"\xff\xfe", letter[0].inside[:-10]):
        with pytest.raises(BundleDoesNotHold):
            open_letter(with_another_inside(letter[1], inside), name="letter.pdf")


def said(letter, **changed):
    """What the pages of a letter say, some of it changed."""
    code = letter[0].parts.code
    lines = {
        "number": "Số: 15/CT-TL",
        "day": "Thanh Lạc, ngày 10 tháng 3 năm 2026",
        "to": "Kính gửi: Khu Vân Khê",
        "subject": SUBJECT["vi"],
        "from": "Tỉnh Thanh Lạc",
        "due": "chậm nhất là ngày 25 tháng 3 năm 2026",
        "signer": "Lâm An Hòa",
        "code": f"Mã kiểm tra: {code}",
    }
    return page_saying(*(lines | changed).values(), inside=letter[0].inside)


def test_pages_that_say_the_same_in_another_layout_open(letter):
    assert open_letter(said(letter), name="letter.pdf").checked.code == letter[0].parts.code


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("number", {"number": "Số: 51/CT-TL"}),
        ("dated_on", {"day": "Thanh Lạc, ngày 11 tháng 3 năm 2026"}),
        ("to_party", {"to": "Kính gửi: Huyện Bến Lau"}),
        ("subject", {"subject": "Đề nghị hủy giờ phà", "from": "Tỉnh Thanh Lạc Trân trọng./."}),
        ("from_party", {"from": "Tỉnh Bến Lau"}),
        ("answer_due_on", {"due": "chậm nhất là ngày 25 tháng 4 năm 2026"}),
        ("signer", {"signer": "Lâm An Bình"}),
    ],
)
def test_pages_that_were_changed_are_refused(letter, field, changed):
    with pytest.raises(PagesSayOtherwise) as refused:
        open_letter(said(letter, **changed), name="letter.pdf")
    assert refused.value.values["field"] == field


def test_pages_without_a_code_are_refused(letter):
    with pytest.raises(NoCodePrinted):
        open_letter(said(letter, code="Không có mã"), name="letter.pdf")


def test_pages_in_no_version_of_it_are_refused(letter):
    raw = page_saying("Một trang khác hẳn về chuyện khác", letter[0].parts.code, inside=letter[0].inside)
    with pytest.raises(PagesSayOtherwise):
        open_letter(raw, name="letter.pdf")


def test_secret_mark_is_refused_at_the_door(letter):
    with pytest.raises(SecretMark):
        open_letter(page_saying("MẬT", SUBJECT["vi"], letter[0].parts.code, inside=letter[0].inside), name="letter.pdf")


def test_broken_locked_and_swollen_files_are_refused(letter):
    raw = letter[1]
    for given, refusal in (
        (locked(raw), LockedDocument),
        (twice_inside(raw), BrokenDocument),
        (bomb_inside(raw), ComityError),
        (b"%PDF-1.7\n" + b"\x00" * 1000, BrokenDocument),
        (raw[:40_000], ComityError),
        (b"", NotALetter),
        (b"hello", NotALetter),
        (b"PK\x03\x04nothing", ComityError),
        (b"%PDF-1.7\n" + b"0" * 50_000_000, DocumentTooLarge),
    ):
        with pytest.raises(refusal):
            open_letter(given, name="letter.pdf")


def test_flipped_bytes_never_raise_anything_else(letter):
    raw = letter[1]
    for at in range(0, len(raw), len(raw) // 12):
        changed = raw[:at] + bytes([raw[at] ^ 0x55]) + raw[at + 1 :]
        try:
            opened = open_letter(changed, name="letter.pdf")
        except ComityError:
            continue
        assert opened.checked.id == letter[0].parts.row["id"]


def test_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(DocumentTooLarge):
        load_file(path)


def test_codes_are_found_whatever_stands_around_them():
    codes = [code_of(f"{number:064x}"[::-1]) for number in range(1, 4)]
    text = f"Mã kiểm tra: {codes[0]}, {codes[1]}；核验码：{codes[2]}。{codes[0]} 0000-0000-0000-0001 {codes[1]}-AAAA"
    assert codes_in(text) == codes


def test_code_is_found_with_a_stroke_beside_a_letter_as_pictures_are_read():
    code = next(found for number in count(1) if "J" in (found := code_of(f"{number:064x}"[::-1])))
    assert codes_in(f"Code: {code.replace('J', ']J')}.") == [code]


def test_a_letter_opened_is_read_like_any_document(letter):
    assert pypdf.PdfReader(io.BytesIO(letter[1])).attachment_list
    assert SUBJECT["vi"] in open_file(letter[1], name="letter.pdf").original
