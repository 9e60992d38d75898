from dataclasses import replace

import pytest
from markupsafe import Markup

from comity.paper.names import Name, brief, called, linked, listed, no_names, of_line, plain_name, run, tongue
from comity.paper.values import code_words, number, show, show_wording
from comity.paper.wording import Part, arrange, lead_of, tag, title_of
from comity.record.field import (
    ADDRESS,
    DIGEST,
    INSTANT,
    Choice,
    Day,
    Evidence,
    Field,
    Flag,
    Line,
    Prose,
    Record,
    Ref,
    Whole,
    Wording,
)
from comity.record.language import Labels

LABEL = Labels("a", "b", "文")
TITLE = [
    {"lang": "en", "standing": "official", "text": "Ferry"},
    {"lang": "vi", "standing": "authentic", "text": "Phà"},
    {"lang": "zh-Hans", "standing": "machine", "text": "渡轮"},
]


def _field(form, many=False):
    return Field("a", LABEL, form, many=many)


def _shown(form, value, many=False):
    return show(_field(form, many), value, "vi", no_names)


def test_wording_leads_with_the_language_of_the_page():
    assert show_wording(TITLE, "vi") == Markup(
        '<span class="wording"><span class="lead" lang="vi">Phà</span> <small class="worth">(chính thức như nhau)</small>'
        '<span class="other"><span lang="en">Ferry</span> <small class="worth">(chính thức)</small></span>'
        '<span class="other"><span lang="zh-Hans">渡轮</span> <small class="worth">(máy dịch)</small></span></span>'
    )


def test_equal_texts_do_not_say_so_at_every_line():
    parts = [{**part, "standing": "authentic"} for part in TITLE[:2]]
    assert show_wording(parts, "en") == Markup(
        '<span class="wording"><span class="lead" lang="en">Ferry</span>'
        '<span class="other"><span lang="vi">Phà</span></span></span>'
    )


def test_missing_language_is_said():
    assert show_wording([TITLE[1]], "zh-Hans") == Markup(
        '<span class="wording"><small class="missing">尚无中文文本：</small> <span class="lead" lang="vi">Phà</span></span>'
    )


def test_empty_wording_is_nothing():
    assert (show_wording([], "en"), arrange("x", "en")) == (Markup(""), None)


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        (Line(), "<b>", '<span lang="und" class="name">&lt;b&gt;</span>'),
        (Line(3, r"[A-Z]\d\d"), "A10", "Du lịch"),
        (Line(3, r"[A-Z]\d\d"), "Z99", '<span lang="und" class="name">Z99</span>'),
        (DIGEST, "0" * 64, f'<code class="long">{"0" * 64}</code>'),
        (
            ADDRESS,
            "https://example.org/a",
            '<a class="long" href="https://example.org/a" rel="noreferrer">https://example.org/a</a>',
        ),
        (Prose(), "渡轮", '<span class="prose"><span lang="zh-Hans">渡轮</span></span>'),
        (Flag(), True, "có"),
        (Flag(), False, "không"),
        (Whole(), 1234, "1.234"),
        (Day(), "2024-02", '<time datetime="2024-02">02/2024</time>'),
        (Choice({"x": LABEL}), "x", "b"),
        (Choice({"x": LABEL}), "y", "y"),
        (
            Record({"name": Line()}),
            {"name": "Phở"},
            '<span class="record"><small>tên</small> <span lang="vi" class="name">Phở</span></span>',
        ),
        (
            Evidence(),
            {"start": 1, "end": 3, "quote": "口岸"},
            '<q><span lang="zh-Hans">口岸</span></q> <small>ký tự 1 đến 3</small>',
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_value_is_shown_by_its_form(form, value, shown):
    assert _shown(form, value) == Markup(shown)


def test_several_values_stand_in_a_row_or_a_list():
    assert _shown(Choice({"x": LABEL}), ["x", "x"], many=True) == "b · b"
    assert _shown(Line(), ["a long line of text", "b"], many=True).startswith('<ul class="plain"><li>')
    assert _shown(Wording(), [[TITLE[0]]], many=True) == show_wording([TITLE[0]], "vi")


def test_instant_stands_on_both_clocks():
    assert _shown(INSTANT, "2026-12-01T01:00:00Z") == Markup(
        '<time datetime="2026-12-01T01:00:00Z"><span class="clock">01/12/2026, 08:00 <span lang="vi">Hà Nội</span></span>'
        ' · <span class="clock">09:00 <span lang="vi">Bắc Kinh</span></span></time>'
    )


def test_reference_leads_to_a_page_of_its_own_or_to_none():
    name = Name("ab" * 32, "item", (Part("en", "", "Ferry"),), "", True, "AB.html")
    assert linked(name, "en") == Markup('<a href="AB.html"><span lang="en" class="name">Ferry</span></a>')
    assert linked(replace(name, page=""), "en") == Markup('<span lang="en" class="name">Ferry</span>')


def test_reference_leads_to_the_thing():
    name = Name("ab" * 32, "party", (Part("zh-Hans", "official", "云溪区"),), "", True)
    assert show(_field(Ref(()), True), ["ab" * 32], "en", lambda _: name) == Markup(
        f'<a href="/t/{"ab" * 32}"><span lang="zh-Hans" class="name">云溪区</span></a>'
    )


def test_unknown_thing_is_called_by_its_kind_and_id():
    assert linked(Name("ab" * 32), "en") == Markup(
        f'<a href="/t/{"ab" * 32}"><code class="name">abababababab…</code></a> <small>(not held here)</small>'
    )
    assert called(Name("ab" * 32, "party", held=True), "zh-Hans") == Markup(
        '尚无台账的一方 <code class="name">abababababab…</code>'
    )
    assert called(Name("ab" * 32, short="ferry"), "en") == run("ferry", name=True)
    assert plain_name(Name("ab" * 32), "en") == "abababababab…"


@pytest.mark.parametrize(("lang", "expected"), [("vi", "Phó Chủ tịch"), ("zh-Hans", "副主席"), ("en", "Vice-Chairman")])
def test_line_in_several_languages_shows_the_one_asked_for(lang, expected):
    line = "Phó Chủ tịch / 副主席 / Vice-Chairman"
    assert [of_line(line, lang), of_line("Sở / 厅", "en"), of_line("Lâm An", lang)] == [expected, "Sở / 厅", "Lâm An"]


def test_long_names_may_break():
    assert run("a" * 31, "en", name=True) == Markup(f'<span lang="en" class="long">{"a" * 31}</span>')


@pytest.mark.parametrize(
    ("text", "stated", "lang"), [("渡", "", "zh-Hans"), ("phà ở", "", "vi"), ("ferry", "", "und"), ("渡", "en", "en")]
)
def test_language_is_the_stated_one_or_that_of_the_letters(text, stated, lang):
    assert tongue(text, stated) == lang


def test_languages_of_documents_become_tags():
    assert [tag(lang) for lang in ("zh", "vi", "", "sv")] == ["zh-Hans", "vi", "und", "sv"]


def test_titles_are_taken_from_wordings_lines_and_lists():
    clauses = {"fields": {"clauses": [TITLE, TITLE], "name": "x", "lines": ["y"]}}
    assert [lead_of(title_of(clauses, name), "vi") for name in ("clauses", "name", "lines", "gone", "")] == [
        Part("vi", "authentic", "Phà"),
        Part("und", "", "x"),
        Part("und", "", "y"),
        None,
        None,
    ]


def test_numbers_names_and_beginnings():
    assert [number(1284, lang) for lang in ("en", "vi", "zh-Hans")] == ["1,284", "1.284", "1,284"]
    assert [listed(["a", "b"], lang) for lang in ("en", "zh-Hans")] == ["a, b", "a、b"]
    assert [len(brief("a" * 100)), len(brief("渡" * 100)), brief("short")] == [84, 44, "short"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("VN", ["Viet Nam", "Việt Nam", "越南"]),
        ("CN-GX", ["CN-GX", "CN-GX", "CN-GX"]),
        ("vi", ["Vietnamese", "Tiếng Việt", "越南语"]),
        ("zh-Hans", ["Chinese (Simplified)", "Tiếng Trung (Giản thể)", "中文（简体）"]),
        ("xx", ["xx", "xx", "xx"]),
    ],
)
def test_languages_and_states_are_called_by_name(code, words):
    assert [code_words(code, lang) for lang in ("en", "vi", "zh-Hans")] == words
