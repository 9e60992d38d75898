"""The same matter over the years: own wordings in three languages, with near misses; pairs in threads.tsv."""

import random
from pathlib import Path

import pytest

from comity.reader.matters.matter_words import SORTS, first_words, known_words, spoken_of, usual_pair
from comity.reader.matters.threads import Item, Reason, Tie, tie_between, ties_among

PAIRS = Path(__file__).parent / "threads.tsv"
PARTIES = frozenset({"north", "south"})


def item(name, wording, day="2021", **more):
    lang, text = wording.split(":", 1)
    return Item(name, ((lang, text),), day=day, **more)


# One matter, a standing duty and their near misses, said in five years by two mechanisms in three languages.
YEARS = (
    item("a19", "vi:Nâng cấp cặp cửa khẩu Trà Lĩnh - Long Bang", "2019-03-01", said_in="undertaking s19"),
    item("b19", "vi:Nâng cấp cặp cửa khẩu Sóc Giang - Bình Mãng", "2019-03-01", said_in="undertaking s19"),
    item("a21", "zh-Hans:请上级尽早批准龙邦—茶岭口岸升格", "2021-04-09", said_in="proposal s21"),
    item("h21", "zh-Hans:龙邦—茶岭口岸延长通关时间", "2021-04-09", said_in="proposal s21"),
    item("t21", "zh-Hans:发展旅游合作", "2021-04-09", nature="standing", said_in="undertaking s21"),
    item("a22", "en:Upgrade the border gates of Tra Linh and Longbang", "2022-02-25", said_in="undertaking j22"),
    item("t22", "en:Develop cooperation in tourism", "2022-02-25", nature="standing", said_in="undertaking j22"),
    item("a23", "vi:Tổ chức lễ công bố nâng cấp Trà Lĩnh - Long Bang", "2023-12-20", said_in="undertaking j23"),
    item("t25", "vi:Phát triển hợp tác du lịch", "2025-02-20", nature="standing", said_in="undertaking s25"),
    item("r25", "vi:Nghiên cứu tuyến đường sắt khổ tiêu chuẩn", "2025-02-20", said_in="undertaking s25"),
)


def pairs(part):
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(label, item("one", one, "2019"), item("other", other, "2023")) for label, kept, one, other in rows if kept == part]


def measured(part):
    """Precision and recall of the pairs of a part, in percent."""
    found = [(label != "apart", tie_between(one, other) is not None) for label, one, other in pairs(part)]
    hits = sum(want and got for want, got in found)
    return round(100 * hits / sum(got for _, got in found)), round(100 * hits / sum(want for want, _ in found))


def test_pairs_looked_at_while_weights_were_set_are_told_rightly():
    assert measured("tune") == (100, 100)


def test_held_pairs_are_told_as_well_as_was_measured():
    precision, recall = measured("held")
    assert precision >= 96
    assert recall >= 96


def test_standing_duties_are_told_as_such():
    found = [
        tie_between(one, other).standing for part in ("tune", "held") for label, one, other in pairs(part) if label == "standing"
    ]
    assert found.count(True) >= len(found) - 3


def test_five_years_in_three_languages_give_one_matter_and_one_standing_duty():
    found = ties_among(YEARS)
    assert {(tie.one, tie.other) for tie in found if not tie.standing} == {
        *(("a19", "a21"), ("a19", "a22"), ("a19", "a23"), ("a21", "a22"), ("a21", "a23"), ("a22", "a23")),
    }
    assert {(tie.one, tie.other) for tie in found if tie.standing} == {("t21", "t22"), ("t21", "t25"), ("t22", "t25")}


def test_order_of_items_changes_nothing():
    mixed = list(YEARS)
    random.Random(7).shuffle(mixed)
    assert ties_among(mixed) == ties_among(YEARS)


def test_tie_says_what_is_shared():
    one = item("one", "vi:Xây dựng cửa khẩu thông minh", "2024", areas=frozenset({"A07"}), parties=PARTIES)
    other = item("other", "zh-Hans:建设智慧口岸", "2022", areas=frozenset({"A07"}), parties=PARTIES)
    assert tie_between(one, other) == Tie(
        one="other",
        other="one",
        score=87,
        reasons=(
            Reason("named", ("smart-gate",)),
            Reason("acts", ("build",)),
            Reason("areas", ("A07",)),
            Reason("parties", ("north", "south")),
            Reason("only"),
        ),
        standing=False,
    )


@pytest.mark.parametrize(
    "other",
    [
        item("other", "en:Build a smart gate", said_in="undertaking s1"),
        item("one", "en:Build a smart gate"),
    ],
)
def test_items_of_one_sitting_and_an_item_itself_are_not_tied(other):
    assert tie_between(item("one", "en:Build a smart gate", said_in="undertaking s1"), other) is None


def test_items_of_other_parties_need_more_to_be_tied():
    one = item("one", "en:Develop tourism", parties=frozenset({"north"}))
    other = item("other", "zh-Hans:发展旅游", parties=frozenset({"east"}))
    assert tie_between(one, other) is None


@pytest.mark.parametrize("text", ["", "…", "?" * 5000, "（）—《》"])
def test_wordings_that_say_nothing_give_no_tie(text):
    assert ties_among([item("one", f"vi:{text}"), item("other", "vi:Mở cửa khẩu"), item("third", f"xx:{text}")]) == []


def test_the_same_words_are_enough_where_the_table_knows_none_of_them():
    words = "fr:Nettoyer ensemble les rives du lac"
    (tie,) = ties_among([item("one", words, "2019"), item("other", words, "2021")])
    assert tie.reasons == (Reason("words", share=100),)


def test_gates_are_known_alone_only_where_no_place_bears_the_name():
    assert spoken_of("vi", "Mở cửa khẩu Chi Ma").gates == {"aidian"}
    assert spoken_of("vi", "Giao lưu hữu nghị với Móng Cái").gates == frozenset()
    assert spoken_of("zh-Hans", "东兴—芒街口岸").gates == {"dongxing"}
    assert usual_pair("dongxing", "zh") == ("芒街", "东兴")


def test_years_and_days_are_no_numbers_and_markers_are():
    said = spoken_of("vi", "Từ ngày 3/6/2023 đưa khu vực mốc 1088-1089 và lối Km3+4 vào hoạt động năm 2025")
    assert said.numbers == {"1088", "1089", "3+4"}


def test_a_phrase_inside_a_longer_one_does_not_count():
    assert spoken_of("vi", "mở rộng hợp tác").acts == frozenset()
    assert spoken_of("zh", "加强互联互通").acts == frozenset()
    assert spoken_of("en", "Cooperate in e-commerce").broad == frozenset()


def test_every_line_of_the_table_has_a_known_sort_and_words_in_three_languages():
    words = known_words()
    assert set(words.values()) == set(SORTS)
    assert [code for code in words for lang in ("en", "vi", "zh") if first_words(code, lang) == ""] == []
    found = {
        (code, lang): spoken_of(lang, first_words(code, lang))
        for code, sort in words.items()
        if sort == "named"
        for lang in ("en", "vi", "zh")
    }
    assert [key for key, said in found.items() if key[0] not in said.named] == []
