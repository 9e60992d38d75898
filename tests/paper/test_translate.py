import pytest
from markupsafe import Markup

from comity.paper.translate import TranslateMarkup, catalogue, translate


def test_sentence_is_said_in_each_language():
    said = [translate(lang)("The field {field} is missing.", field="x") for lang in ("en", "vi", "zh-Hans")]
    assert said == ["The field x is missing.", "Thiếu trường x.", "缺少字段 x。"]


@pytest.mark.parametrize(
    ("lang", "count", "said"),
    [("en", 1, "1 entry"), ("en", 2, "2 entries"), ("vi", 1, "1 mục ghi"), ("vi", 2, "2 mục ghi"), ("zh-Hans", 2, "2 条记录")],
)
def test_number_chooses_the_sentence(lang, count, said):
    assert translate(lang).many("{count} entry", "{count} entries", count) == said


def test_missing_sentence_is_english_and_says_so():
    shown = TranslateMarkup("vi")("No catalogue holds {this}.", this="<b>")
    assert (shown, translate("vi")("No catalogue holds this.")) == (
        Markup('<span lang="en">No catalogue holds &lt;b&gt;.</span>'),
        "No catalogue holds this.",
    )


def test_markup_keeps_markup_and_escapes_the_rest():
    values = {"field": Markup("<b>x</b>"), "value": "<i>", "expected": "y"}
    shown = TranslateMarkup("zh-Hans")("The field {field} does not take {value}: {expected}.", **values)
    assert shown == Markup("字段 <b>x</b> 不接受 &lt;i&gt;；应为：y。")


def test_other_languages_have_no_catalogue():
    assert (catalogue("en"), catalogue("sv")) == ({}, {})
