"""`comity threads` and `comity events`: what is suggested, confirmed, cut and undone from the command line."""

import pytest

REPORTS = (
    "2026-02-26\nSpring Meeting\nOn 2026-02-26 the 7th Spring Meeting of Lang Son, Cao Bang and Guangxi was held in Lang Son.\n",
    "2026-02-28\nGặp gỡ đầu Xuân\nNgày 27/2/2026, Gặp gỡ đầu Xuân lần thứ 7 giữa Lạng Sơn, Cao Bằng và Quảng Tây đã diễn ra.\n",
)


@pytest.fixture
def items(office):
    """Two agreed items of one matter in two languages, and a near miss."""
    found = {}
    for name, day, wording in (
        ("first", "2024-02-01", "vi: Xây dựng cửa khẩu thông minh"),
        ("again", "2026-02-01", "zh-Hans: 建设智慧口岸"),
        ("other", "2026-02-01", "en: Lengthen the hours on market days"),
    ):
        lang, text = wording.split(": ")
        fields = ("owners=north", "nature=once", f"agreed_on={day}", f"title.{lang}={text}")
        found[name] = office.act("undertaking", *fields, "--id", name)
    return found


def listed(office, *words):
    return [(row["one"], row["other"]) for row in office("threads", "list", *words, "--json").value]


def test_pair_is_listed_with_what_it_shares_confirmed_cut_and_undone(office, items):
    pair = (items["first"], items["again"])
    (row,) = office("threads", "list", "--json").value
    assert ((row["one"], row["other"]), row["standing"]) == (pair, False)
    assert row["shares"][0] == {"what": "named", "codes": ["smart-gate"], "share": 0}
    assert office("threads", "confirm", "first", "again").err == (
        "Noted in this home: one matter. It is shown on the pages of both.\n"
    )
    assert (listed(office), listed(office, "--confirmed")) == ([], [tuple(sorted(pair))])
    assert office("drafts", "undo").err == "Undone. Two items were said to be one matter.\n"
    assert (listed(office), listed(office, "--confirmed")) == ([pair], [])
    assert office("threads", "cut", "first", "again").code == 0
    assert (listed(office), listed(office, "--cut")) == ([], [tuple(sorted(pair))])


def test_table_names_what_is_shared_in_words(office, items):
    assert "smart border gate" in " ".join(office("threads", "list").out.split())


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("threads", "confirm", "first", "north"), "1 not_one_matter"),
        (("threads", "cut", "first", "first"), "1 not_one_matter"),
        (("threads", "confirm", "first", "nothing"), "1 unknown_thing"),
        (("events", "confirm", "1"), "1 unknown_draft"),
    ],
)
def test_what_is_no_pair_or_event_is_refused(office, items, words, refused):
    assert office(*words).refused == refused


def test_reports_of_one_session_are_listed_with_what_they_tell_differently_confirmed_and_cut(office, tmp_path):
    for number, text in enumerate(REPORTS):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        assert office("read", path).code == 0
    (found,) = office("events", "list", "--json").value
    first, second = (each["draft"] for each in found["told"])
    assert [(tie["why"], tie["one"], tie["other"]) for tie in found["ties"]] == [("edition", first, second)]
    assert found["conflicts"] == [
        {"what": "date", "values": [{"value": "2026-02-26", "drafts": [first]}, {"value": "2026-02-27", "drafts": [second]}]}
    ]
    assert found["independent"] == 2
    assert "first day: 26 Feb 2026 / 27 Feb 2026" in " ".join(office("events", "list").out.split())
    assert office("events", "confirm", str(first)).code == 0
    assert office("drafts", "undo", "--json").value["what"] == "same"
    assert office("events", "cut", str(second)).code == 0
    assert office("events", "list", "--json").value == []
