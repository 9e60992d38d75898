"""The folding of words, by itself."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.store.search import MOST_SOUGHT, asked_words, fold, index_text, marked_query, marked_text, query, spans


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Lạng Sơn", "lang son"),
        ("ĐÔNG HƯNG", "dong hung"),
        ("友谊关口岸", "友谊 谊关 关口 口岸 岸"),
        ("友誼關口岸", "友谊 谊关 关口 口岸 岸"),
        ("第999号", "第 999 号"),
        ("东兴、凭祥", "东兴 兴 凭祥 祥"),
        ("12/TB-UBND", "12 tb ubnd"),
        ("Ｆｕｌｌ ② straße", "full 2 strasse"),
        ("口", "口"),
        ("—— ，。", ""),
    ],
)
def test_text_becomes_tokens(text, tokens):
    assert index_text(text) == tokens


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Lạng Sơn", '"lang" AND "son"'),
        ("口岸", '"口岸"'),
        ("口", '"口"*'),
        ("第999号", '"第 999 号"*'),
        ("友谊999", '"友谊 谊 999"'),
        ("东兴、凭祥", '"东兴" AND "凭祥"'),
        ("12/TB-UBND", '"12 tb ubnd"'),
        ('a" OR "b', '"a" AND "or" AND "b"'),
        (" * ", ""),
    ],
)
def test_words_become_a_query(words, asked):
    assert query(words) == asked


def test_marked_words_are_kept_as_written():
    assert marked_text("Tỉnh LẠNG SƠN, Lang 关口 Ｆｕｌｌ") == "tỉnh lạng sơn"
    assert (marked_query("Lạng son"), marked_query("lang son 口岸")) == ('"lạng"', "")


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert index_text(fold(text)) == index_text(text)


@given(st.text(max_size=40))
def test_query_is_quoted_whole(text):
    outside = query(text).split('"')[0::2]
    assert all(part in ("", " AND ", "* AND ", "*") for part in outside)


def test_table_is_what_the_script_makes():
    root = Path(__file__).resolve().parents[2]
    spec = importlib.util.spec_from_file_location("build_simplified", root / "scripts/build_simplified.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    rows = script.TABLE.read_text(encoding="utf-8").splitlines()[1:]
    assert rows == [f"{traditional}\t{form}" for traditional, form in sorted(script.simplified().items())]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Cửa khẩu Lạng Sơn", "lang son", ["Lạng", "Sơn"]),
        ("友誼關口岸擴建", "关口 扩建", ["關口", "擴建"]),
        ("第999号文件", "999", ["999"]),
        ("Langue", "lang", []),
        ("", "lang", []),
        ("口岸", "", []),
        ("渡渡渡", "渡", ["渡渡渡"]),
    ],
)
def test_words_are_found_again_where_they_stand(text, words, found):
    assert [text[start:end] for start, end in spans(text, words)] == found


@pytest.mark.parametrize(
    ("typed", "asked"),
    [(" a\x00b\n c ", "a b c"), ("\u202elạng\u2066", "lạng"), ("x" * 999, "x" * MOST_SOUGHT), ("\x00", ""), ("口 岸", "口 岸")],
)
def test_what_is_typed_becomes_one_plain_line(typed, asked):
    assert asked_words(typed) == asked
