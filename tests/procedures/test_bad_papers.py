"""Papers made of bad input, and bad papers that come in: nothing crashes or leaves its page, and what is not known is said."""

import io
import json
from itertools import count

import pypdfium2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image
from tests.paper.pdf_reading import outside_of

from comity.procedures.check_file import check_file
from comity.procedures.erase_body import erase_body
from comity.procedures.gather_letter import LetterAsked, gather_letter
from comity.procedures.hand import Hand
from comity.procedures.open_letter import open_letter
from comity.procedures.write_letter import letter_pdf, write_letter
from comity.procedures.write_review import FORMS, Wanted, write_review
from comity.record.errors import BrokenDocument, BundleDoesNotHold, EmptyDocument, NothingInside
from comity.record.language import LANGUAGES
from comity.review.edits import of_review

from .letter_home import letter_given, writing_office
from .review_home import DAY, MOMENT, ReviewHome, titled, words_of
from .test_write_letter import edits_of
from .test_write_review import asked

ALL = Wanted(LANGUAGES, FORMS)
STRANGE = {"vi": "Hội ]]> <b>&amp;</b> \t ngày", "zh-Hans": "渡\ue000口𠀀", "en": "שלום مرحبا 🚢 ﷽"}
TURNING = "a\u202eb\u0000c\u2066d"


def _files(made, to, wanted=ALL, *, joint=False):
    return {path.name: path.read_bytes() for path in write_review(made.home, asked(joint=joint), wanted, to).files}


def _meeting(made, **given):
    made.enter("session", "second", **{"title": titled("second"), "parties": "north,south", "starts_on": "2026-02-26", **given})


@pytest.mark.parametrize("joint", [False, True])
def test_longest_words_stay_on_their_page(tmp_path, joint):
    made = ReviewHome(tmp_path)
    long = {"vi": "Hội" * 1600, "zh-Hans": "会" * 4900, "en": "W" * 4900}
    _meeting(made, title={lang: text[:499] for lang, text in long.items()})
    made.enter("undertaking", "a", title=long, session="second", owners="north,south", departments=["D" * 290])
    words = {"result": long, "difficulty": long, "next_step": {"en": "n " * 2400}}
    made.enter("progress", by="south", undertaking="a", owner="south", state="done", word="own", **words)
    files = _files(made, tmp_path / "to", joint=joint)
    assert {name: outside_of(raw) for name, raw in files.items() if name.endswith("pdf")} == {
        f"review.{lang}.pdf": "" for lang in LANGUAGES
    }


@pytest.mark.parametrize("joint", [False, True])
def test_strange_letters_and_one_language_stand_in_every_form(tmp_path, joint):
    made = ReviewHome(tmp_path)
    _meeting(made, title=STRANGE)
    made.enter("undertaking", "a", title={"en": STRANGE["en"]}, session="second", owners="north,south")
    files = _files(made, tmp_path / "to", joint=joint)
    texts = {name: words_of(name.rpartition(".")[2], raw) for name, raw in files.items()}
    assert [name for name in texts if "🚢" not in texts[name] and "u+1f6a2" not in texts[name]] == []
    assert "1 nội dung chưa có bản tiếng việt" in texts["review.vi.html"]


def test_session_whose_words_are_erased_says_so(tmp_path):
    made = ReviewHome(tmp_path)
    _meeting(made)
    made.enter("undertaking", "a", title=titled("gone"), session="second", owners="north,south")
    made.enter("progress", "p", by="south", undertaking="a", owner="south", state="done", word="own")
    for name, by in (("p", "south"), ("a", "north"), ("second", "north")):
        erase_body(made.home, name, by=Hand(by, MOMENT), why={"en": "A person is named."})
    for joint in (False, True):
        text = words_of("html", _files(made, tmp_path / str(joint), joint=joint)["review.en.html"])
        assert ("the words of the session itself are not held here." in text, "gone" in text) == (True, False)


def test_words_of_a_clerk_that_turn_or_hide_are_shown_by_code(tmp_path):
    made = ReviewHome(tmp_path)
    _meeting(made)
    path = tmp_path / "edits.json"
    said = {"head": {"en": {"place": TURNING, "recipients": [TURNING]}}}
    changes = {"agenda/count": {"en": {"text": TURNING, "facts": ""}}}
    path.write_text(json.dumps({"session": made.id("second"), "edition": "home", "changes": changes, **said}), "utf-8")
    for name, raw in _files(made, tmp_path / "to", Wanted(("en",), FORMS, edits=path)).items():
        assert (name, words_of(name.rpartition(".")[2], raw).count("a[u+202e]b[u+0000]c[u+2066]d") >= 3) == (name, True)
    assert of_review("s", "home") != of_review("s", "joint")


@pytest.fixture(scope="module")
def letter(tmp_path_factory):
    return written(tmp_path_factory.mktemp("writing"))


def written(folder):
    """An office, its letter and the PDF of it."""
    office = writing_office(folder / "writer")
    office.act("letter", letter_given(), short="letter")
    with office.home.read() as reading:
        made = gather_letter(reading, LetterAsked("letter"))
    return office, made, letter_pdf(made, day=DAY)


def test_letter_of_longest_head_stays_on_its_page(letter, tmp_path):
    office, _, _ = letter
    long = {"over": "W" * 300, "place": "Ư" * 300, "recipients": ["渡" * 300, "W" * 300]}
    edits = edits_of(office, tmp_path, {"head": {"vi": long, "zh-Hans": long}})
    asked_for = LetterAsked("letter", edits=edits)
    assert outside_of(write_letter(office.home, asked_for, tmp_path / "letter.pdf", day=DAY).files[0].read_bytes()) == ""


def test_half_a_letter_is_refused(letter):
    raw = letter[2]
    for cut in (raw[: len(raw) // 2], raw[:-200]):
        with pytest.raises(BrokenDocument):
            open_letter(cut, name="letter.pdf")


def test_half_a_bundle_is_said_to_be_one(letter):
    inside = letter[1].inside
    with pytest.raises(BundleDoesNotHold):
        check_file(inside[: len(inside) // 2], name="letter.json", reading=None, readers=())


@pytest.fixture(params=[3, 15])
def same_letter(tmp_path, monkeypatch, request):
    """A letter whose code is the same in every run: one without a J, which tesseract may read as "]J", and one with it."""
    keys = (Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32) for seed in count(request.param))
    monkeypatch.setattr(Ed25519PrivateKey, "generate", lambda: next(keys))
    monkeypatch.setattr("secrets.token_bytes", bytes)
    return written(tmp_path)


def test_scan_of_a_letter_is_paper_whose_code_still_finds_the_entry(same_letter):
    office, made, raw = same_letter
    page = pypdfium2.PdfDocument(raw)[0].render(scale=3).to_pil().convert("L")
    target = io.BytesIO()
    page.save(target, "PDF")
    with pytest.raises(NothingInside):
        open_letter(target.getvalue(), name="scan.pdf")
    with office.home.read() as reading:
        found = check_file(target.getvalue(), name="scan.pdf", reading=reading, readers=())
    assert found.codes == (made.parts.code,)


def test_blank_picture_holds_no_text():
    blank = io.BytesIO()
    Image.new("L", (400, 600), 255).save(blank, "PDF")
    with pytest.raises(EmptyDocument):
        check_file(blank.getvalue(), name="blank.pdf", reading=None, readers=())
