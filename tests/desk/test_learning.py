import re

import pytest

from .conftest import Visitor


def _said(answer):
    return re.findall(r'<p class="said" role="status">([^<]*)</p>', answer.content.decode())


@pytest.fixture
def number(own_small):
    return own_small.drafts["agreed"]


def test_page_names_the_rules_and_the_case(own_visitor, number):
    page = own_visitor.text(f"/drafts/{number}/learn")
    assert f'href="/drafts/{number}/learn"' in own_visitor.text(f"/drafts/{number}")
    assert "The rules that made it" in page
    assert "In this passage these words must be read as a clause" in page
    assert "What this line would change" not in page


def test_line_is_weighed_then_kept_then_taken_back(own_visitor, own_small, number):
    words = {"role": "acts", "words": "zealously vowed to", "value": "agreed", "example": ""}
    shown = own_visitor.client.get(f"/drafts/{number}/learn", words).content.decode()
    assert "What this line would change" in shown
    assert "nothing would be read otherwise" in shown
    lang = own_small.home.path / "lexicon"
    assert not lang.exists()
    kept = own_visitor.post(f"/drafts/{number}/learn", {"what": "line", **words})
    (file,) = lang.rglob("acts.tsv")
    rule = f"{file.parent.name}/acts/zealously vowed to"
    assert _said(kept) == [f"Kept: {rule}. What is read from now on goes by it."]
    back = own_visitor.post(f"/drafts/{number}/learn", {"what": "take-back", "rule": rule})
    assert _said(back) == [f"Taken back: {rule}. What was read by it stays as it is."]
    assert file.read_text() == ""


def test_bad_line_is_told_and_nothing_kept(own_visitor, own_small, number):
    shown = own_visitor.client.get(f"/drafts/{number}/learn", {"role": "acts", "words": "vowed to", "value": "perhaps"})
    assert "it does not take the value" in shown.content.decode()
    refused = own_visitor.post(
        f"/drafts/{number}/learn", {"what": "line", "role": "acts", "words": "vowed to", "value": "perhaps"}
    )
    assert refused.status_code == 400
    assert not (own_small.home.path / "lexicon").exists()


def test_case_is_kept_and_taken_back(own_visitor, own_small, number):
    assert _said(own_visitor.post(f"/drafts/{number}/learn", {"what": "case"})) == [
        "Kept as a case of this home. Every line will be held against it."
    ]
    assert "Take this case back" in own_visitor.text(f"/drafts/{number}/learn")
    own_visitor.post(f"/drafts/{number}/learn", {"what": "no-case"})
    assert (own_small.home.path / "lexicon" / "cases.tsv").read_text() == ""


def test_model_is_off_until_allowed_and_what_would_leave_is_told(own_visitor, own_small, number):
    with own_small.home.read() as reading:
        digest = reading.draft(number).source
    assert "nothing of this source leaves this machine" in own_visitor.text(f"/sources/{digest}/model")
    fields = {"what": "allow", "address": "https://models.example/v1", "model": "small"}
    said = _said(own_visitor.post(f"/sources/{digest}/model", fields))
    assert said == ["Allowed for this source: https://models.example/v1. Nothing was sent."]
    page = own_visitor.text(f"/sources/{digest}/model")
    assert re.search(r"[\d ,.]+ characters with \d+ passages of this source would go to https://models\.example/v1", page)
    refused = own_visitor.post(f"/sources/{digest}/model", {"what": "ask", "characters": "1"})
    assert "Nothing was sent" in refused.content.decode()
    own_visitor.post(f"/sources/{digest}/model", {"what": "forbid"})
    assert "nothing of this source leaves this machine" in own_visitor.text(f"/sources/{digest}/model")


@pytest.mark.parametrize(
    ("lang", "learn", "ask"),
    [
        ("vi", "Bộ đọc nên học gì từ bản nháp này?", "Có được hỏi mô hình về nguồn này không?"),
        ("zh-Hans", "阅读程序应从此草稿学到什么？", "可以就此来源询问模型吗？"),
    ],
)
def test_pages_speak_the_readers_language(small, lang, learn, ask):
    number = small.drafts["agreed"]
    with small.home.read() as reading:
        digest = reading.draft(number).source
    visitor = Visitor(small, lang)
    weighed = visitor.text(f"/drafts/{number}/learn?role=acts&words=vowed+to&value=agreed")
    assert f"<h1>{learn}</h1>" in weighed
    assert f"<h1>{ask}</h1>" in visitor.text(f"/sources/{digest}/model")
    assert len(weighed.encode()) < 100_000
