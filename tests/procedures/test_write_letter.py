"""A letter as it is sent: both sides' layouts, its entries inside, and nothing that is not for who receives it."""

import io
import json

import pypdf
import pytest
from tests.paper.pdf_reading import tags_of

from comity.exchange.bundle import open_bundle
from comity.procedures.gather_letter import LetterAsked, gather_letter
from comity.procedures.home_notes import add_note
from comity.procedures.open_file import open_file
from comity.procedures.write_letter import INSIDE, letter_pdf, write_letter
from comity.record.code import code_of
from comity.record.errors import BodyNotHere, FileThere, MissingField, NotForAddressee, NotOursToSend, WrongValue
from comity.review.edits import Flag, Why

from .letter_home import HOME_WORDS, MOMENT, SECRETS, SUBJECT, THIRD_WORDS, letter_given, writing_office

DAY = "2026-11-28"


def gathered(office, name="letter", **asked):
    with office.home.read() as reading:
        return gather_letter(reading, LetterAsked(name, **asked))


def edits_of(office, folder, said, name="letter"):
    """A clerk's file of changes to a letter."""
    path = folder / f"{name}.json"
    with office.home.read() as reading:
        path.write_text(json.dumps({"letter": str(reading.resolve(name)), **said}), encoding="utf-8")
    return path


def inside(raw):
    """The bundle that travels in a PDF."""
    (found,) = [one for one in pypdf.PdfReader(io.BytesIO(raw)).attachment_list if one.name == INSIDE]
    return bytes(found.content)


@pytest.fixture
def office(tmp_path):
    made = writing_office(tmp_path / "writer")
    made.act("letter", letter_given(), short="letter")
    return made


def test_pages_say_what_the_entry_says_in_each_layout(office, tmp_path):
    edits = edits_of(office, tmp_path, {"head": {"vi": {"place": "Thanh Lạc"}}})
    (path,) = write_letter(office.home, LetterAsked("letter", edits=edits), tmp_path / "letter.pdf", day=DAY).files
    text = open_file(path.read_bytes(), name=path.name).original
    code = code_of(gathered(office).parts.row["id"])
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 15/CT-TL",
        "Thanh Lạc, ngày 10 tháng 3 năm 2026",
        "Kính gửi: Khu Vân Khê (Chủ nhiệm Văn phòng Ngoại vụ)",
        "chậm nhất là ngày 25 tháng 3 năm 2026",
        "GIÁM ĐỐC SỞ NGOẠI VỤ",
        "Lâm An Hòa",
        "云溪地区（外事办公室主任）：",
        "关于商谈集市日渡轮时间的函",
        "敬请云溪地区于2026年3月25日前（含当日）函复为盼。",
        f"Mã kiểm tra: {code}",
        f"核验码：{code}",
    ):
        assert words in text, words
    assert SUBJECT["en"] not in text


def test_pages_are_tagged_and_say_their_languages(office):
    letter = gathered(office)
    raw = letter_pdf(letter, day=DAY)
    assert letter.langs == ("vi", "zh-Hans")
    reader = pypdf.PdfReader(io.BytesIO(raw))
    assert (reader.trailer["/Root"]["/Lang"], reader.metadata.title) == ("vi", SUBJECT["vi"])
    assert {tag.lang for tag in tags_of(raw).every() if tag.lang} == {"zh-Hans"}
    assert letter_pdf(letter, day=DAY) == raw


def test_entries_inside_are_the_letter_the_charter_and_who_is_named(office):
    letter = gathered(office)
    bundle = open_bundle(inside(letter_pdf(letter, day=DAY)))
    assert bundle.about == (letter.parts.row["id"],)
    assert [each.entry.envelope.kind for each in bundle.packed] == ["charter", "party", "letter"]
    assert all(each.kept is not None for each in bundle.packed)


def test_languages_asked_for_are_those_written(office):
    assert gathered(office, langs=("en",)).langs == ("en",)


def test_subject_without_a_language_says_so(office, tmp_path):
    office.act("letter", letter_given(subject={"vi": "Giờ phà"}), short="one")
    path = write_letter(office.home, LetterAsked("one", langs=("zh-Hans",)), tmp_path / "one.pdf", day=DAY).files[0]
    text = open_file(path.read_bytes(), name=path.name).original
    assert "事由尚无本语种文本。" in text
    assert "Giờ phà" in text


def test_party_of_no_country_gets_no_arms_and_its_letter_the_languages_it_is_worded_in(tmp_path):
    office = writing_office(tmp_path / "writer")
    office.act("party", {"name": {"en": "A lake commission"}}, short="lake")
    office.act("letter", letter_given(to_party="lake", subject={"en": "Ferries"}), short="letter")
    assert gathered(office).langs == ("vi",)


def test_what_may_not_be_sent_is_refused(office, tmp_path):
    theirs = office.act("letter", letter_given(from_party="van-khe", to_party="self"), short="theirs")
    office.act("letter", {key: value for key, value in letter_given().items() if key != "to_party"}, short="to-nobody")
    proposal = office.act("proposal", {"title": {"en": "A proposal"}})
    gone = office.act("letter", letter_given(), short="gone")
    office.act("erasure", {"entry": gone, "why": "asked for"})
    for name, refusal in (
        (theirs, NotOursToSend),
        (proposal, NotOursToSend),
        ("to-nobody", MissingField),
        ("gone", BodyNotHere),
    ):
        with pytest.raises(refusal):
            gathered(office, name)
    with pytest.raises(WrongValue):
        write_letter(office.home, LetterAsked("letter"), tmp_path / "letter.docx", day=DAY)
    (tmp_path / "letter.pdf").write_bytes(b"mine")
    with pytest.raises(FileThere):
        write_letter(office.home, LetterAsked("letter"), tmp_path / "letter.pdf", day=DAY)


def test_letter_that_its_label_keeps_from_a_party_with_a_book_is_refused(tmp_path):
    office = writing_office(tmp_path / "writer", with_book=True)
    office.act("letter", letter_given(label="red", audience=[]), short="letter")
    with pytest.raises(NotForAddressee):
        gathered(office)


def test_correction_travels_and_is_what_the_pages_say(office, tmp_path):
    office.act("correction", {"thing": "letter", "changes": {"number": "16/CT-TL"}})
    letter = gathered(office)
    assert letter.parts.fields["number"] == "16/CT-TL"
    kinds = [each.entry.envelope.kind for each in open_bundle(letter.inside).packed]
    assert kinds == ["charter", "party", "letter", "correction"]


def test_correction_kept_from_the_receiver_keeps_the_letter_from_him_too(tmp_path):
    office = writing_office(tmp_path / "writer", with_book=True)
    office.act("letter", letter_given(), short="letter")
    office.act("correction", {"thing": "letter", "changes": {"number": "tenttent"}, "label": "red", "audience": []})
    with pytest.raises(NotForAddressee):
        gathered(office)


def everything_in(raw):
    """Every word that anybody can take out of a PDF: pages, metadata, attachments, and its objects unpacked."""
    reader = pypdf.PdfReader(io.BytesIO(raw))
    parts = [
        open_file(raw, name="letter.pdf").original,
        str(reader.metadata),
        str(reader.xmp_metadata and reader.xmp_metadata.stream),
    ]
    parts += [f"{one.name} {one.description} {bytes(one.content).decode()}" for one in reader.attachment_list]
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        parts.append(str(found))
        if isinstance(found, pypdf.generic.StreamObject):
            parts.append(found.get_data().decode("utf-8", "replace"))
    return "\n".join(parts)


@pytest.mark.parametrize("with_book", [True, False])
def test_nothing_that_is_not_for_the_receiver_is_in_it(tmp_path, with_book):
    office = writing_office(tmp_path / "writer", with_book=with_book)
    office.act("party", {"name": THIRD_WORDS}, short="secret-short-name")
    home = office.act("proposal", {"title": HOME_WORDS, "label": "red", "audience": []})
    third = office.act("proposal", {"title": THIRD_WORDS, "label": "amber", "audience": []})
    shown = office.act("proposal", {"title": {"vi": "Điều ai cũng biết"}, "label": "clear"})
    corrected = office.act("proposal", {"title": {"vi": "Điều được sửa"}, "label": "clear"})
    office.act("correction", {"thing": corrected, "changes": {"speaker": "tenttent"}, "label": "red", "audience": []})
    earlier = office.act("letter", letter_given(subject=HOME_WORDS, from_party="secret-short-name", label="red", audience=[]))
    owed = {"title": {"vi": "Mở lại bến phà"}, "owners": "self", "label": "clear"}
    add_note(office.home, office.act("undertaking", owed, short="ferry"), HOME_WORDS["vi"], moment=MOMENT)
    given = letter_given(about=[home, third, shown, corrected, "ferry"], answers=[earlier])
    office.act("letter", given, short="letter")
    letter = gathered(office, langs=("vi", "zh-Hans", "en"))
    bundle = open_bundle(letter.inside)
    assert {each.entry.id for each in bundle.packed} & {home, third, corrected, earlier} == set()
    assert bundle.called(shown) is not None
    words = everything_in(letter_pdf(letter, day=DAY))
    assert [secret for secret in SECRETS if secret in words] == []
    assert ("Điều ai cũng biết" in words, "Mở lại bến phà" in words) == (True, True)
    assert "Văn bản này trả lời" not in words


def test_what_goes_to_a_party_with_a_book_does_not_go_to_one_without(tmp_path):
    for with_book in (True, False):
        office = writing_office(tmp_path / f"writer-{with_book}", with_book=with_book)
        office.act("proposal", {"title": {"vi": "Chỉ bên nhận"}, "addressed_to": "van-khe"}, short="theirs")
        office.act("letter", letter_given(about="theirs"), short="letter")
        assert ("Chỉ bên nhận" in json.dumps(json.loads(gathered(office).inside), ensure_ascii=False)) is with_book


def test_what_is_passed_on_stands_in_its_own_words(office, tmp_path):
    """A word on how an agreed item stands: said whole, and its entry travels with that of the item."""
    office.act("undertaking", {"title": {"vi": "Mở lại bến phà"}, "owners": "self", "label": "clear"}, short="ferry")
    said = {
        "state": "waiting",
        "waits_for": "money",
        "word": "own",
        "result": {"vi": "Đã sửa cầu tàu"},
        "next_step": {"vi": "Thử phà"},
    }
    told = office.act("progress", {"undertaking": "ferry", "owner": "self", "label": "clear", "on": "2026-03-01", **said})
    difficulty = {"title": {"vi": "Thiếu kho lạnh"}, "state": "open", "raised_on": "2026-02-01", "label": "clear"}
    office.act("obstacle", {**difficulty, "answer": {"vi": "Sẽ xây kho"}}, short="cold")
    office.act("letter", letter_given(about=[told, "cold"]), short="passing")
    letter = gathered(office, "passing", langs=("vi",))
    text = open_file(letter_pdf(letter, day=DAY), name="letter.pdf").original
    assert "Kèm theo công thư này, chúng tôi xin gửi các nội dung sau:" in text
    plain = " ".join(text.split())
    assert (
        "Tình hình thực hiện của Tỉnh Thanh Lạc: Mở lại bến phà; Tình trạng: đang chờ; Đang chờ: kinh phí; "
        "Tính đến: ngày 01 tháng 3 năm 2026; "
        "Kết quả: Đã sửa cầu tàu; Bước tiếp theo: Thử phà"
    ) in plain
    assert (
        "Vướng mắc cần tháo gỡ ngày 01 tháng 02 năm 2026: Thiếu kho lạnh; Tình trạng: chưa tháo gỡ; Nội dung trả lời: Sẽ xây kho"
        in plain
    )
    kinds = [each.entry.envelope.kind for each in open_bundle(letter.inside).packed]
    assert sorted(kinds) == ["charter", "letter", "obstacle", "party", "progress", "undertaking"]


def test_statement_that_may_not_go_is_left_out_with_all_it_says(office):
    office.act("undertaking", {"title": {"vi": "Mở lại bến phà"}, "owners": "self", "label": "clear"}, short="ferry")
    said = {"state": "done", "word": "own", "result": HOME_WORDS, "label": "red", "audience": []}
    told = office.act("progress", {"undertaking": "ferry", "owner": "self", **said})
    office.act("letter", letter_given(about=[told]), short="passing")
    letter = gathered(office, "passing")
    assert letter.parts.quoted == {}
    assert [secret for secret in SECRETS if secret in everything_in(letter_pdf(letter, day=DAY))] == []


def test_file_to_fill_in_holds_what_is_drafted_and_is_taken_back(office, tmp_path):
    first = write_letter(office.home, LetterAsked("letter", template=True), tmp_path / "letter.pdf", day=DAY)
    assert [path.name for path in first.files] == ["letter.pdf", "letter.edits.toml"]
    text = first.files[1].read_text("utf-8")
    assert 'number = ""  # "15/CT-TL"' in text
    own = first.files[1].with_name("own.toml")
    own.write_text(text.replace('[changes."body".vi]\ntext = ""', '[changes."body".vi]\ntext = """Một.\n\nHai."""'), "utf-8")
    again = write_letter(office.home, LetterAsked("letter", edits=own), tmp_path / "again.pdf", day=DAY)
    assert again.flags == ()
    words = open_file(again.files[0].read_bytes(), name="again.pdf").original
    assert ("Một." in words, "Hai." in words) == (True, True)
    office.act("correction", {"thing": "letter", "changes": {"answer_due_on": "2026-04-01"}})
    own.write_text(
        text.replace('[changes."asks".vi]\ntext = ""', '[changes."asks".vi]\ntext = "Hạn 01/4/2026: ngày 01 tháng 4 năm 2026."'),
        "utf-8",
    )
    moved = write_letter(office.home, LetterAsked("letter", edits=own), tmp_path / "moved.pdf", day=DAY)
    assert moved.flags == (Flag("asks", "vi", Why.MOVED),)
    assert "As drafted now" not in open_file(moved.files[0].read_bytes(), name="moved.pdf").original


def test_two_receivers_get_only_what_both_may_see(tmp_path):
    office = writing_office(tmp_path / "writer", with_book=True)
    office.act("party", {"name": {"vi": "Huyện Bến Lau", "en": "Ben Lau"}}, short="ben-lau")
    office.act("proposal", {"title": {"vi": "Chỉ Vân Khê"}, "addressed_to": "van-khe"}, short="theirs")
    office.act("letter", letter_given(about="theirs", to_party=["van-khe", "ben-lau"]), short="letter")
    letter = gathered(office)
    assert letter.parts.quoted == {}
    assert "Chỉ Vân Khê" not in json.dumps(json.loads(letter.inside), ensure_ascii=False)
