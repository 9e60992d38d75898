"""The page where anybody checks a paper, and the letter as the paper that is sent."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.procedures.letter_home import SECRETS, THIRD_WORDS, letter_given, writing_office
from tests.procedures.made_letters import page_saying, with_another_inside

from comity.exchange.bundle import open_bundle
from comity.procedures.open_letter import open_letter
from comity.record import canonical
from comity.record.code import code_of

from .conftest import Visitor
from .small_home import MOMENT

WORDING = {"vi": "Mở thêm hai lối thông quan", "zh-Hans": "新开两条通关通道", "en": "Two more routes"}


class Desk:
    """A home with letters, as its visitors see it."""

    def __init__(self, path):
        self.office = writing_office(path)
        self.home = self.office.home
        self.letter = self.office.act("letter", letter_given(), short="letter")
        self.told = self.office.act("letter", letter_given(from_party="van-khe", to_party="self"))
        self.public = self.office.act("proposal", {"title": WORDING, "label": "clear"})
        self.secret = self.office.act("proposal", {"title": THIRD_WORDS, "label": "amber"}, short="secret-short-name")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk") / "writer")


@pytest.fixture
def visit(desk):
    return Visitor(desk)


def file_sent(visit, raw, name="letter.pdf"):
    return visit.client.post("/check/file", {"file": SimpleUploadedFile(name, raw)}).content.decode()


def test_letter_has_its_paper_on_its_page(desk, visit):
    href = f"/letter/{desk.letter}/letter.pdf"
    assert f'href="{href}"' in visit.text(f"/t/{desk.letter}")
    assert "letter.pdf" not in visit.text(f"/t/{desk.told}")
    assert "letter.pdf" not in visit.text(f"/t/{desk.public}")
    answer = visit.get(href)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="letter-{code_of(desk.letter)}.pdf"'
    assert open_letter(answer.content, name="letter.pdf").checked.id == desk.letter


def test_paper_of_what_is_no_letter_of_ours_is_refused(desk, visit):
    for thing in (desk.told, desk.public):
        assert visit.get(f"/letter/{thing}/letter.pdf").status_code == 400
    assert visit.get("/letter/nothing/letter.pdf").status_code == 404


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_form_stands_in_every_language(desk, lang):
    page = Visitor(desk, lang).text("/check/")
    assert f'<html lang="{lang}"' in page
    assert page.count("<form") >= 2


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_public_code_is_told(desk, lang):
    page = Visitor(desk, lang).text("/check/", data={"code": code_of(desk.public).lower()})
    assert WORDING[lang] in page
    assert f"/check/{code_of(desk.public)}.json" in page


def test_unknown_and_secret_codes_get_the_same_page(desk, visit, monkeypatch):
    """Asked at one moment: every page says at which minute it was made."""
    monkeypatch.setattr("comity.desk.sheet.now", lambda: MOMENT)
    pages = [visit.text("/check/", data={"code": code_of(entry)}) for entry in (desk.secret, desk.letter, "ab" * 32)]
    bare = [
        page.replace(code_of(entry), "CODE") for page, entry in zip(pages, (desk.secret, desk.letter, "ab" * 32), strict=True)
    ]
    csrf = [page.partition('csrfmiddlewaretoken" value="')[2][:64] for page in pages]
    assert len({page.replace(token, "") for page, token in zip(bare, csrf, strict=True)}) == 1
    assert "Nothing that may be shown" in pages[0]
    assert [visit.get(f"/check/{code_of(entry)}.json").status_code for entry in (desk.secret, "ab" * 32)] == [404, 404]


def test_mistyped_code_is_said_and_stays_typed(visit):
    page = visit.text("/check/", data={"code": "<b>WK3M"})
    assert 'value="&lt;b&gt;WK3M"' in page
    assert "is no code as printed here" in page


def test_program_gets_the_bundle(desk, visit):
    said = json.loads(visit.text(f"/check/{code_of(desk.public)}.json"))
    bundle = open_bundle(canonical.encode(said["bundle"]))
    assert bundle.about == (desk.public,)
    assert [secret for secret in SECRETS if secret in str(said)] == []


def test_letter_given_as_a_file_is_told_without_being_kept(desk, visit):
    raw = visit.get(f"/letter/{desk.letter}/letter.pdf").content
    page = file_sent(visit, raw)
    assert code_of(desk.letter) in page
    assert "The pages say number, days, subject and parties as the entry does." in page
    assert desk.home.attachments.digests() == []


def test_what_is_wrong_with_a_file_is_one_sentence(desk, visit):
    raw = visit.get(f"/letter/{desk.letter}/letter.pdf").content
    for given, words in (
        (with_another_inside(raw, b"{}"), "does not hold together"),
        (b"%PDF-1.7 broken", "is damaged"),
        (b"0" * 20_000_001, "documents of up to"),
        (page_saying("Một trang không có mã"), "holds nothing that can be checked"),
    ):
        page = file_sent(visit, given)
        assert words in page
        assert page.count('role="alert"') == 1
    assert 'role="alert"' in visit.client.post("/check/file", {}).content.decode()


def test_codes_of_a_paper_are_listed_as_anybody_may_see_them(desk, visit):
    page = file_sent(visit, page_saying("Báo cáo", code_of(desk.public), code_of(desk.secret)), "paper.pdf")
    assert "1 of 2 found" in page
    assert f'href="/check/?code={code_of(desk.public)}"' in page
    assert f'href="/check/?code={code_of(desk.secret)}"' not in page
    assert [secret for secret in SECRETS if secret in page] == []


def test_check_pages_lead_to_each_other(visit):
    assert 'href="/check/"' in visit.text("/check")
    assert 'href="/check"' in visit.text("/check/")
