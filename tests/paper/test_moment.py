import re

import pytest

from comity.paper.moment import both_clocks, say_day, show_day

AT = "2026-11-22T01:14:00Z"


def _text(markup):
    return re.sub(r"<[^>]+>", "", markup)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "22 Nov 2026, 08:14 Hà Nội · 09:14 北京"),
        ("vi", "22/11/2026, 08:14 Hà Nội · 09:14 Bắc Kinh"),
        ("zh-Hans", "2026年11月22日 09:14 北京 · 08:14 河内"),
    ],
)
def test_both_clocks_are_shown_with_their_cities(lang, text):
    assert _text(both_clocks(AT, "Asia/Ho_Chi_Minh", lang)) == text


def test_english_changes_the_order_from_day_to_day():
    days = [_text(both_clocks(f"2026-11-{day}T01:14:00Z", "", "en")) for day in (22, 23)]
    assert days == ["22 Nov 2026, 08:14 Hà Nội · 09:14 北京", "23 Nov 2026, 09:14 北京 · 08:14 Hà Nội"]


def test_another_day_on_the_other_clock_is_said():
    assert _text(both_clocks("2026-11-22T16:30:00Z", "", "vi")) == "22/11/2026, 23:30 Hà Nội · 23/11/2026, 00:30 Bắc Kinh"


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Asia/Chongqing"])
def test_the_office_clock_stands_beside_where_it_is_a_third(zone):
    third = " · 02:14 Stockholm" if zone == "Europe/Stockholm" else ""
    assert _text(both_clocks(AT, zone, "en")) == "22 Nov 2026, 08:14 Hà Nội · 09:14 北京" + third


def test_what_is_no_moment_is_shown_as_it_is():
    assert both_clocks("<soon>", "", "en") == "&lt;soon&gt;"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2024-02-27", ["27 Feb 2024", "27/02/2024", "2024年2月27日"]),
        ("2024-02", ["Feb 2024", "02/2024", "2024年2月"]),
        ("2024", ["2024", "2024", "2024年"]),
        ("2024-99", ["2024-99", "2024-99", "2024-99"]),
    ],
)
def test_days_are_written_as_the_language_does(day, shown):
    assert [show_day(day, lang) for lang in ("en", "vi", "zh-Hans")] == shown


def test_sentences_say_whether_it_is_a_day_a_month_or_a_year():
    given = ["2024-02-27", "2024-02", "2024", ""]
    assert [say_day(day, "vi") for day in given] == ["ngày 27/02/2024", "tháng 02/2024", "năm 2024", ""]
    assert [say_day(day, "zh-Hans") for day in given] == ["2024年2月27日", "2024年2月", "2024年", ""]
